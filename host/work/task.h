#pragma once
#include "model/identifier.h"
#include "model/sha256.h"
#include "work/produce.h"

#include <map>
#include <string>

namespace engross {

/// What the host asks of a worker process: everything that it needs, for it sees neither the database nor the vault.
struct Task {
    enum class Kind { Make, Inspect };
    Kind kind = Kind::Make;
    Value request;                                    // Make: the body as it was accepted
    Instant at{};                                     // when it was accepted: the time that the file states
    Sha256 closure;                                   // Make: as pinned; all noughts take what is loaded
    std::string sources{};                            // a package of what was pinned; empty where none was kept
    std::map<std::string, ResolvedExhibit> exhibits;  // by handle; Inspect: the only one
    std::string scratch;                              // an empty folder for what is made
    std::string prepared;                             // where prepared exhibits are kept; empty keeps none
    bool standIns = false;                            // for a preview: see Workshop
    int release = 1;                                  // of a bundle: which release of its pack this will be
    std::string before;                               // the certificate of the release before it; empty for the first
    bool operator==(const Task&) const = default;
};

[[nodiscard]] Value toValue(const Task& task);
/// Throws WorkError ("worker-task").
[[nodiscard]] Task taskFrom(const Value& value);

}  // namespace engross
