#pragma once
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace engross {

/// Real files by many producers, which are no part of this tree: $ENGROSS_CORPUS, or beside it. Tests that need them
/// skip where they are absent, and say so.
inline std::string corpusFolder() {
    const char* given = std::getenv("ENGROSS_CORPUS");
    return given != nullptr && *given != '\0' ? given : ENGROSS_SOURCE_DIR "/../shared/corpus";
}

/// The files in a folder of the corpus that end so (all without endings), in order. Empty where it is absent.
inline std::vector<std::string> corpusFiles(const std::string& folder, const std::vector<std::string>& endings = {}) {
    std::vector<std::string> files;
    std::error_code absent;
    for (const auto& entry : std::filesystem::directory_iterator(corpusFolder() + "/" + folder, absent)) {
        const std::string ending = entry.path().extension().string();
        if (endings.empty() || std::find(endings.begin(), endings.end(), ending) != endings.end()) {
            files.push_back(entry.path().string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace engross
