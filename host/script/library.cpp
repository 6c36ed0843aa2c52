#include "script/library.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace engross {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> sorted(std::vector<std::string> names) {
    std::ranges::sort(names);
    return names;
}

}  // namespace

ScriptFileError::ScriptFileError(const std::string& name, const std::string& why)
    : Error("script-file-unreadable", name, name + ": " + why) {}

Library::Library(SourceFolders folders) : folders_(std::move(folders)) {}

Library::Library(const std::vector<ScriptFile>& package, SourceFolders houses)
    : folders_(std::move(houses)), package_(std::in_place) {
    for (const ScriptFile& file : package) {
        package_->emplace(file.name, file.text);
    }
}

bool Library::isPacked(const std::string& name) const {
    return package_ && (folders_.templates.empty() || !name.starts_with("templates/house"));
}

std::string Library::pathOf(const std::string& name) const {
    const std::size_t slash = name.find('/');
    const std::string top = name.substr(0, slash);
    const bool isFolder = slash == std::string::npos && (top == "plugins" || top == "scripts" || top == "templates");
    if (extraFolder_ && !isFolder && name.substr(0, name.rfind('/') + 1) == *extraFolder_) {
        return name;
    }
    const std::string rest = slash == std::string::npos ? std::string() : name.substr(slash);
    const std::string& folder = top == "plugins"   ? folders_.plugins
                                : top == "scripts" ? folders_.scripts
                                                   : folders_.templates;
    return folder + rest;
}

std::vector<std::string> Library::list(const std::string& folder, const std::string& extension) const {
    std::vector<std::string> names;
    if (isPacked(folder)) {
        for (const auto& [name, text] : *package_) {
            if (name.starts_with(folder + "/") && name.find('/', folder.size() + 1) == std::string::npos &&
                name.ends_with(extension)) {
                names.push_back(name);
            }
        }
        return names;
    }
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(pathOf(folder), ignored)) {
        const std::string name = entry.path().filename().string();
        if (name.ends_with(extension) && !name.starts_with('.')) {
            names.push_back(folder);
            names.back().append("/").append(name);
        }
    }
    return sorted(std::move(names));
}

std::vector<std::string> Library::folders(const std::string& folder) const {
    std::vector<std::string> names;
    if (isPacked(folder)) {
        for (const auto& [name, text] : *package_) {
            const std::size_t end = name.find('/', folder.size() + 1);
            if (!name.starts_with(folder + "/") || end == std::string::npos) {
                continue;
            }
            const std::string below = name.substr(folder.size() + 1, end - folder.size() - 1);
            if (names.empty() || names.back() != below) {
                names.push_back(below);
            }
        }
        return sorted(std::move(names));
    }
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(pathOf(folder), ignored)) {
        if (entry.is_directory(ignored)) {
            names.push_back(entry.path().filename().string());
        }
    }
    return sorted(std::move(names));
}

std::optional<std::string> Library::read(const std::string& name) const {
    const std::lock_guard lock(memory_->mutex);
    if (const auto known = memory_->files.find(name); known != memory_->files.end()) {
        return known->second;
    }
    auto text = readFile(name);
    if (text) {
        memory_->files.emplace(name, *text);
    }
    return text;
}

std::vector<ScriptFile> Library::wasRead() const {
    const std::lock_guard lock(memory_->mutex);
    std::vector<ScriptFile> files;
    for (const auto& [name, text] : memory_->files) {
        files.push_back({name, text});
    }
    return files;
}

std::optional<std::string> Library::readFile(const std::string& name) const {
    if (isPacked(name)) {
        const auto found = package_->find(name);
        return found == package_->end() ? std::nullopt : std::optional(found->second);
    }
    const std::string path = pathOf(name);
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) {
        return std::nullopt;
    }
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    if (!file || !(text << file.rdbuf())) {
        if (fs::file_size(path, ignored) == 0) {
            return std::string();
        }
        throw ScriptFileError(name, std::strerror(errno));
    }
    return std::move(text).str();
}

void Library::addScript(const std::string& path) {
    extraFolder_ = path.substr(0, path.rfind('/') + 1);
}

}  // namespace engross
