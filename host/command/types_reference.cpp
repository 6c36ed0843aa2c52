#include "command/commands.h"
#include "command/home.h"
#include "script/described.h"
#include "script/types_page.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace engross {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> familiesOf(const std::string& home) {
    std::vector<std::string> names;
    std::error_code fault;
    for (const auto& entry : fs::directory_iterator(fs::path(foldersOf(home).plugins), fault)) {
        if (fs::exists(entry.path() / "plugin.lua")) {
            names.push_back(entry.path().filename().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

Exit reference(const Arguments& arguments, Console& console) {
    const auto families = familiesOf(findHome(arguments));
    if (arguments.has("luacheck")) {
        for (const std::string& name : luaGlobals(families)) {
            console.out() << name << '\n';
        }
    } else if (arguments.has("types")) {
        console.out() << typesPage(*Catalogue::load(foldersOf(findHome(arguments)), {}));
    } else {
        console.out() << (arguments.has("lua") ? luaDeclarations(families) : luaReference(families));
    }
    return Exit::Done;
}

}  // namespace

Command typesReferenceCommand() {
    return {.name = "types reference",
            .options = {{.name = "lua", .ownHelp = true},
                        {.name = "luacheck", .ownHelp = true},
                        {.name = "types", .ownHelp = true},
                        homeOption()},
            .run = reference};
}

}  // namespace engross
