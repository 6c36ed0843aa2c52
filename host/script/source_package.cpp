#include "script/source_package.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace engross {
namespace {

constexpr std::string_view head = "engross-sources 1\n";

bool isPlainName(std::string_view name) {
    static constexpr std::array tops{"plugins/", "scripts/", "templates/", "published/"};
    const bool top = std::ranges::any_of(tops, [name](std::string_view start) { return name.starts_with(start); });
    return top && name.find("..") == std::string_view::npos && name.find('\0') == std::string_view::npos;
}

}  // namespace

std::string writePackage(std::vector<ScriptFile> files) {
    std::ranges::sort(files, {}, &ScriptFile::name);
    std::string bytes(head);
    for (const ScriptFile& file : files) {
        bytes.append(file.name).append("\n").append(std::to_string(file.text.size())).append("\n").append(file.text);
    }
    return bytes;
}

std::vector<ScriptFile> readPackage(std::string_view bytes, const std::string& subject) {
    const auto damaged = [&subject]() -> ScriptFileError { return ScriptFileError(subject, "no package of sources"); };
    if (!bytes.starts_with(head)) {
        throw damaged();
    }
    bytes.remove_prefix(head.size());
    std::vector<ScriptFile> files;
    while (!bytes.empty()) {
        const std::size_t name = bytes.find('\n');
        const std::size_t number = name == std::string_view::npos ? name : bytes.find('\n', name + 1);
        if (number == std::string_view::npos || !isPlainName(bytes.substr(0, name))) {
            throw damaged();
        }
        std::size_t length = 0;
        const auto read = std::from_chars(bytes.data() + name + 1, bytes.data() + number, length);
        const bool whole = read.ec == std::errc() && read.ptr == bytes.data() + number;
        if (!whole || length > bytes.size() - number - 1 ||
            (!files.empty() && files.back().name >= bytes.substr(0, name))) {
            throw damaged();
        }
        files.push_back({std::string(bytes.substr(0, name)), std::string(bytes.substr(number + 1, length))});
        bytes.remove_prefix(number + 1 + length);
    }
    return files;
}

}  // namespace engross
