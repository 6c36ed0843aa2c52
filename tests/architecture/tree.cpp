#include "architecture/tree.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <string_view>

namespace engross::architecture {
namespace {

namespace fs = std::filesystem;

/// What a forbidden name is, and the one continuation that is allowed.
struct Forbidden {
    std::string_view text;
    std::string_view unless;  // empty: no exception
};

constexpr auto forbidden = std::to_array<Forbidden>({
    {"/work/", ""},
    {"../shared", "../shared/corpus"},
    {"/tmp/board", ""},
    {"farm-", ""},
    {"bundle-rules.md", ""},
    {"design.md", ""},
    {"enforcement.md", ""},
    {"homelessness-and-housing.md", ""},
    {"looks.md", ""},
    {"style.md", ""},
});

constexpr auto places = std::to_array<std::string_view>(
    {"host", "plugins", "scripts", "templates", "samples", "docs", "packaging", "tests", "README.md", "CONTRIBUTING.md",
     "CHANGELOG.md", "CMakeLists.txt", "CMakePresets.json", "dev", ".ci"});

/// The files below these places; not this folder, which has to write the names down.
std::vector<fs::path> filesOf(const fs::path& root) {
    std::vector<fs::path> files;
    for (const std::string_view place : places) {
        const fs::path path = root / place;
        if (fs::is_regular_file(path)) {
            files.push_back(path);
        } else if (fs::is_directory(path)) {
            for (const auto& entry : fs::recursive_directory_iterator(path)) {
                if (entry.is_regular_file() && entry.path().parent_path() != root / "tests" / "architecture") {
                    files.push_back(entry.path());
                }
            }
        }
    }
    std::ranges::sort(files);
    return files;
}

bool isPartOfAName(char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_' || letter == '.' || letter == '}' ||
           letter == '-' || letter == '*';
}

/// Whether the name stands there by itself: "host/work/slot.h" is our own room and "playstyle.md" another paper.
bool standsAt(std::string_view line, std::size_t at, const Forbidden& name) {
    const bool bound = at > 0 && isPartOfAName(line[at - 1]);
    const bool excepted = !name.unless.empty() && line.substr(at).starts_with(name.unless);
    return !bound && !excepted;
}

bool isText(std::string_view line) {
    return line.find('\0') == std::string_view::npos;
}

}  // namespace

std::vector<Breach> lengthBreaches(const fs::path& root, std::size_t longest) {
    std::vector<Breach> breaches;
    for (const fs::path& file : filesOf(root)) {
        const std::string extension = file.extension().string();
        if (extension != ".h" && extension != ".cpp" && extension != ".lua") {
            continue;
        }
        std::ifstream stream(file);
        std::size_t lines = 0;
        for (std::string line; std::getline(stream, line);) {
            ++lines;
        }
        if (lines > longest) {
            breaches.push_back(
                {.file = file.lexically_relative(root).generic_string(),
                 .line = 0,
                 .what = "has " + std::to_string(lines) + " lines; " + std::to_string(longest) + " are allowed"});
        }
    }
    return breaches;
}

std::vector<Breach> nameBreaches(const fs::path& root) {
    std::vector<Breach> breaches;
    for (const fs::path& file : filesOf(root)) {
        std::ifstream stream(file);
        std::size_t number = 0;
        for (std::string line; std::getline(stream, line) && isText(line);) {
            ++number;
            for (const Forbidden& name : forbidden) {
                for (std::size_t at = line.find(name.text); at != std::string::npos;
                     at = line.find(name.text, at + 1)) {
                    if (standsAt(line, at, name)) {
                        breaches.push_back({.file = file.lexically_relative(root).generic_string(),
                                            .line = number,
                                            .what = "names " + std::string(name.text)});
                        break;
                    }
                }
            }
        }
    }
    return breaches;
}

}  // namespace engross::architecture
