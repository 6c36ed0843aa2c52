#pragma once
#include "script/declaration_options.h"
#include "script/house.h"
#include "script/script_node.h"

#include <functional>
#include <optional>
#include <string>

namespace engross {

/// What stands beside a house style's declaration.
struct HouseFolder {
    std::string name;                                                         // of the house style
    std::function<std::optional<std::string>(const std::string& file)> read;  // of its folder, by plain name
    PictureReader readPicture;       // empty where nothing is drawn: a logo is then only looked for
    std::vector<std::string> fonts;  // the families that may be chosen, the standard one first
};

/// Reads `house { … }`. All its faults at once, each in its place; what is at fault has the value of the default.
[[nodiscard]] House readHouse(const ScriptNode& declaration, const HouseFolder& folder, ScriptFaults& faults);

}  // namespace engross
