#include "service/call.h"

#include <algorithm>

namespace engross {
namespace {

std::string valueOr(const std::map<std::string, std::string>& values, std::string_view name) {
    const auto found = values.find(std::string(name));
    return found == values.end() ? std::string() : found->second;
}

}  // namespace

std::string Call::header(std::string_view lowerCaseName) const {
    return valueOr(headers, lowerCaseName);
}

std::string Call::queried(std::string_view name) const {
    return valueOr(query, name);
}

std::string Call::cookie(std::string_view name) const {
    const std::string all = header("cookie");
    std::string_view rest = all;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        std::string_view pair = rest.substr(0, end);
        pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
        if (pair.starts_with(name) && pair.substr(name.size()).starts_with('=')) {
            return std::string(pair.substr(name.size() + 1));
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {};
}

const std::string& Call::part(const std::string& name) const {
    return parts.at(name);
}

}  // namespace engross
