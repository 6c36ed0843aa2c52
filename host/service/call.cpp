#include "service/call.h"

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

const std::string& Call::part(const std::string& name) const {
    return parts.at(name);
}

}  // namespace engross
