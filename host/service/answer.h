#pragma once
#include "model/diagnostic.h"
#include "model/value.h"
#include "service/call.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace engross {

/// A stretch of a local file that is sent as the body.
struct FileSlice {
    std::string path;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

/// What a handler answers with.
struct Answer {
    int status = 200;
    std::vector<std::pair<std::string, std::string>> headers{};
    std::string body{};
    std::optional<FileSlice> file{};  // in place of `body`

    Answer& with(std::string name, std::string value);
};

[[nodiscard]] Answer json(int status, const Value& value);
[[nodiscard]] Answer html(int status, std::string text);

/// A refusal (RFC 9457). `code` is stable; the sentences stand in the message catalogue under
/// "service.problem.<code>" and "service.cure.<code>".
[[nodiscard]] Answer problem(const Call& call, int status, std::string_view code,
                             const std::vector<Diagnostic>& diagnostics = {});

/// What is not there, and what belongs to another team: nobody can tell which.
[[nodiscard]] Answer notFound(const Call& call);

}  // namespace engross
