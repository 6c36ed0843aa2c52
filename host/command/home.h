#pragma once
#include "command/arguments.h"
#include "script/catalogue.h"
#include "type/typesetter.h"

#include <memory>
#include <string>
#include <vector>

namespace engross {

/// The folder that holds plugins, scripts and templates: --home, else ENGROSS_HOME, else found from where the program
/// stands (the source tree of a build, or share/engross of an installation). Throws CommandError ("home-missing").
[[nodiscard]] std::string findHome(const Arguments& arguments);

[[nodiscard]] SourceFolders foldersOf(const std::string& home);

/// --home, as every command takes it that needs document types.
[[nodiscard]] Option homeOption();
/// --data, as every command takes it that needs the store.
[[nodiscard]] Option dataOption();

/// What making documents needs, loaded.
struct Types {
    std::shared_ptr<const Typesetter> typesetter;
    std::shared_ptr<const Catalogue> catalogue;
};
/// For one command: digests of fonts that have not changed are remembered.
[[nodiscard]] Types loadTypes(const Arguments& arguments);
/// For a process that stays: everything is read.
[[nodiscard]] Types loadTypes(const std::string& home);

/// Files that reach a page and stand in no source folder, for closures: faces and the colour profile.
[[nodiscard]] std::vector<std::string> drawnFiles(const Typesetter& typesetter);
/// Reads a house style's logo.
[[nodiscard]] Picture readLogo(std::string_view bytes, const std::string& name);

/// This program, as the process that reads foreign files.
[[nodiscard]] std::vector<std::string> errandProgram();

}  // namespace engross
