#include "architecture/type_names.h"

#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace engross::architecture {
namespace {

/// The name of the type that a line at the margin begins to define, or empty.
std::string typeBegunBy(const std::string& line) {
    if (line.find('{') == std::string::npos || line.find(';') < line.find('{')) {
        return {};
    }
    std::istringstream words(line);
    std::string word;
    words >> word;
    if (line.front() == ' ' || (word != "struct" && word != "class" && word != "enum")) {
        return {};
    }
    words >> word;
    if (word == "class") {
        words >> word;
    }
    return word.find("::") == std::string::npos ? word : std::string();
}

}  // namespace

std::vector<std::string> typesDefinedTwice(const std::filesystem::path& tree) {
    std::map<std::string, std::set<std::string>> places;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(tree)) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".h" && extension != ".cpp") {
            continue;
        }
        std::ifstream file(entry.path());
        bool unnamed = false;
        for (std::string line; std::getline(file, line);) {
            unnamed = line == "namespace {" || (unnamed && line != "}  // namespace");
            const std::string name = unnamed || line.empty() ? std::string() : typeBegunBy(line);
            if (!name.empty()) {
                places[name].insert(std::filesystem::relative(entry.path(), tree).generic_string());
            }
        }
    }
    std::vector<std::string> twice;
    for (const auto& [name, files] : places) {
        if (files.size() < 2) {
            continue;
        }
        std::string text = name + ":";
        for (const std::string& file : files) {
            text += " " + file;
        }
        twice.push_back(text);
    }
    return twice;
}

}  // namespace engross::architecture
