#pragma once
#include "model/value.h"
#include "queue/job.h"
#include "service/routes.h"

#include <optional>
#include <string>
#include <vector>

namespace engross {

/// What a request made, as its outcome says.
struct ArtefactView {
    Sha256 hash{};
    std::string name{};
    std::string mediaType{};
    std::int64_t pages = 0;
    std::string href{};
};

/// The request of the principal's team, or nothing.
[[nodiscard]] std::optional<Job> findRequest(const Context& context, const Call& call, const std::string& id);

[[nodiscard]] std::string requestPath(const std::string& id);
[[nodiscard]] std::vector<ArtefactView> artefactsOf(const Job& job);
/// The diagnostics of the outcome as they are shown.
[[nodiscard]] List diagnosticsOf(const Job& job);

/// The sentence for a job's note ("vault-full"), or empty where there is none.
[[nodiscard]] std::string noteInWords(const Job& job, Language language);

/// A request as the API shows it.
[[nodiscard]] Value requestValue(const Job& job, Instant now, Language language);

}  // namespace engross
