#pragma once
#include "model/identifier.h"
#include "service/access.h"
#include "words/messages.h"

#include <cstdint>
#include <istream>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace engross {

/// One HTTP call, as the handlers see it.
struct Call {
    std::string method{};
    std::string path{};                            // percent-decoded
    std::string route{};                           // the pattern that fits; the log has it, not the path
    std::map<std::string, std::string> parts{};    // what the route's {names} stand for
    std::map<std::string, std::string> query{};    // the first of each name
    std::map<std::string, std::string> headers{};  // names in lower case
    std::istream* body = nullptr;
    std::optional<std::uint64_t> bodyLength{};  // nothing where the client sends chunks
    Principal principal{};
    std::string correlation{};  // an id of this call, for the trail, the log and the client
    Language language = Language::English;
    Instant now{};

    [[nodiscard]] std::string header(std::string_view lowerCaseName) const;
    [[nodiscard]] std::string queried(std::string_view name) const;
    /// Of the Cookie header; empty where there is none of that name.
    [[nodiscard]] std::string cookie(std::string_view name) const;
    [[nodiscard]] const std::string& part(const std::string& name) const;
};

}  // namespace engross
