#pragma once
#include "model/error.h"
#include "script/catalogue.h"
#include "script/script_source.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// A text file of the source folders under its short name, such as "scripts/letter/access_appointment.lua".
struct ScriptFile {
    std::string name;
    std::string text;
};

/// Reads the folders of plugins, scripts and templates. Nothing is kept: every call reads the disk.
class Library {
public:
    explicit Library(SourceFolders folders);

    /// Files of a folder by their short names, sorted.
    [[nodiscard]] std::vector<std::string> list(const std::string& folder, const std::string& extension) const;
    /// Folders directly below a folder, by name alone, sorted.
    [[nodiscard]] std::vector<std::string> folders(const std::string& folder) const;
    /// Nothing where there is no such file. Throws ScriptFileError where one is there and cannot be read.
    [[nodiscard]] std::optional<std::string> read(const std::string& name) const;
    /// Stands a script from elsewhere on the disk, and the files beside it, under their own paths.
    void addScript(const std::string& path);

private:
    [[nodiscard]] std::string pathOf(const std::string& name) const;
    SourceFolders folders_;
    std::optional<std::string> extraFolder_;  // with its last slash; empty for the working folder
};

/// A script, body or clause that is there and cannot be read.
class ScriptFileError : public Error {
public:
    explicit ScriptFileError(const std::string& name, const std::string& why);
};

}  // namespace engross
