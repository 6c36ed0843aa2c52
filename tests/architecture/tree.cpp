#include "architecture/tree.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <set>
#include <string_view>

namespace engross::architecture {
namespace {

namespace fs = std::filesystem;

constexpr auto places = std::to_array<std::string_view>(
    {"host", "plugins", "scripts", "templates", "samples", "docs", "packaging", "tests", "README.md", "CONTRIBUTING.md",
     "CHANGELOG.md", "CMakeLists.txt", "CMakePresets.json", "dev", ".ci"});

/// The files below these places; not this folder, which plants what must be named, and not what npm installed.
std::vector<fs::path> filesOf(const fs::path& root) {
    std::vector<fs::path> files;
    for (const std::string_view place : places) {
        const fs::path path = root / place;
        if (fs::is_regular_file(path)) {
            files.push_back(path);
        } else if (fs::is_directory(path)) {
            for (const auto& entry : fs::recursive_directory_iterator(path)) {
                const bool installed = entry.path().string().find("/node_modules/") != std::string::npos;
                if (entry.is_regular_file() && !installed &&
                    entry.path().parent_path() != root / "tests" / "architecture") {
                    files.push_back(entry.path());
                }
            }
        }
    }
    std::ranges::sort(files);
    return files;
}

bool isPartOfAName(char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_' || letter == '-' || letter == '.';
}

/// The folder beside the tree that only its makers have; the default place of the corpus is the one exception.
constexpr std::string_view besideTheTree = "../shared";
constexpr std::string_view corpusDefault = "../shared/corpus";

bool namesAPlaceBeside(std::string_view line) {
    for (std::size_t at = line.find(besideTheTree); at != std::string_view::npos;
         at = line.find(besideTheTree, at + 1)) {
        if (!line.substr(at).starts_with(corpusDefault)) {
            return true;
        }
    }
    return false;
}

/// The first Markdown file that the line names by its whole name and that is nowhere in the tree, or empty.
std::string absentPaper(std::string_view line, const std::set<std::string>& known) {
    constexpr std::string_view ending = ".md";
    constexpr std::size_t shortestStem = 3;  // "en.md" is the end of a name, put together in a script
    for (std::size_t at = line.find(ending); at != std::string_view::npos; at = line.find(ending, at + 1)) {
        const std::size_t end = at + ending.size();
        std::size_t start = at;
        while (start > 0 && isPartOfAName(line[start - 1])) {
            --start;
        }
        const bool whole =
            at >= start + shortestStem && line[start] != '.' &&
            (end == line.size() || !isPartOfAName(line[end]) || (line[end] == '.' && end + 1 >= line.size()));
        const bool pattern = start > 0 && std::string_view(">}*").find(line[start - 1]) != std::string_view::npos;
        std::string name(line.substr(start, end - start));
        if (whole && !pattern && !known.contains(name)) {
            return name;
        }
    }
    return {};
}

bool mayNameOnlyPapersOfTheTree(const std::string& file) {
    return file.starts_with("host/") || file.starts_with("plugins/") || file.starts_with("docs/") ||
           file.find('/') == std::string::npos;
}

bool isText(std::string_view line) {
    return line.find('\0') == std::string_view::npos;
}

}  // namespace

std::vector<Breach> lengthBreaches(const fs::path& root, std::size_t longest) {
    std::vector<Breach> breaches;
    for (const fs::path& file : filesOf(root)) {
        const std::string extension = file.extension().string();
        const bool generated = file.filename() == "engross.d.lua";
        if (generated || (extension != ".h" && extension != ".cpp" && extension != ".lua")) {
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
    const std::vector<fs::path> files = filesOf(root);
    std::set<std::string> known;
    for (const fs::path& file : files) {
        known.insert(file.filename().string());
    }
    std::vector<Breach> breaches;
    for (const fs::path& path : files) {
        const std::string file = path.lexically_relative(root).generic_string();
        std::ifstream stream(path);
        std::size_t number = 0;
        for (std::string line; std::getline(stream, line) && isText(line);) {
            ++number;
            if (line.find(root.generic_string()) != std::string::npos) {
                breaches.push_back({.file = file, .line = number, .what = "names the folder of this checkout"});
            }
            if (namesAPlaceBeside(line)) {
                breaches.push_back({.file = file, .line = number, .what = "names a place beside the tree"});
            }
            const std::string paper = mayNameOnlyPapersOfTheTree(file) ? absentPaper(line, known) : std::string();
            if (!paper.empty()) {
                breaches.push_back({.file = file, .line = number, .what = "names " + paper + ", which is not here"});
            }
        }
    }
    return breaches;
}

}  // namespace engross::architecture
