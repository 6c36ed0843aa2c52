#include "model/document_kind.h"

#include <algorithm>

namespace engross {
namespace {

std::string plain(std::string_view text) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
    const std::size_t end = text.find_last_not_of(" \t") + 1;
    std::string small(text.substr(begin, end > begin ? end - begin : 0));
    std::transform(small.begin(), small.end(), small.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return small;
}

}  // namespace

std::vector<std::string> kindsIn(std::string_view text) {
    std::vector<std::string> kinds;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        if (std::string kind = plain(text.substr(0, end)); !kind.empty()) {
            kinds.push_back(std::move(kind));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return kinds;
}

bool isOfKind(std::string_view text, std::string_view kind) {
    const std::vector<std::string> kinds = kindsIn(text);
    return std::find(kinds.begin(), kinds.end(), plain(kind)) != kinds.end();
}

}  // namespace engross
