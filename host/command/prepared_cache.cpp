#include "command/prepared_cache.h"

#include <cstdlib>
#include <filesystem>

namespace engross {
namespace {

std::filesystem::path folderIn(const char* variable) {
    const char* value = std::getenv(variable);
    const std::filesystem::path folder = value == nullptr ? "" : value;
    return folder.is_absolute() ? folder : std::filesystem::path();
}

}  // namespace

std::string preparedCache() {
    std::filesystem::path folder = folderIn("XDG_CACHE_HOME");
    if (folder.empty()) {
        folder = folderIn("HOME");
        folder = folder.empty() ? folder : folder / ".cache";
    }
    return folder.empty() ? std::string() : (folder / "engross" / "prepared").string();
}

}  // namespace engross
