#pragma once
#include "model/error.h"
#include "script/catalogue.h"
#include "script/script_source.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// The files of plugins, scripts and templates: in folders of the disk, or in a package. A file of a folder is read
/// once; what was read stays as it was then. Safe for all threads.
class Library {
public:
    explicit Library(SourceFolders folders);
    /// Of a package: nothing else is there. House styles that it does not hold come from `houses`, where one is named.
    explicit Library(const std::vector<ScriptFile>& package, SourceFolders houses = {});

    /// Files of a folder by their short names, sorted.
    [[nodiscard]] std::vector<std::string> list(const std::string& folder, const std::string& extension) const;
    /// Folders directly below a folder, by name alone, sorted.
    [[nodiscard]] std::vector<std::string> folders(const std::string& folder) const;
    /// Nothing where there is no such file. Throws ScriptFileError where one is there and cannot be read.
    [[nodiscard]] std::optional<std::string> read(const std::string& name) const;
    /// Stands a script from elsewhere on the disk, and the files beside it, under their own paths.
    void addScript(const std::string& path);

    /// Every file that was there when it was asked for, by name.
    [[nodiscard]] std::vector<ScriptFile> wasRead() const;

private:
    struct Memory {
        std::mutex mutex;
        std::map<std::string, std::string> files;
    };
    [[nodiscard]] std::string pathOf(const std::string& name) const;
    [[nodiscard]] bool isPacked(const std::string& name) const;
    [[nodiscard]] std::optional<std::string> readFile(const std::string& name) const;
    SourceFolders folders_;
    std::optional<std::map<std::string, std::string>> package_;
    std::optional<std::string> extraFolder_;  // with its last slash; empty for the working folder
    std::shared_ptr<Memory> memory_ = std::make_shared<Memory>();
};

/// A script, body or clause that is there and cannot be read.
class ScriptFileError : public Error {
public:
    explicit ScriptFileError(const std::string& name, const std::string& why);
};

}  // namespace engross
