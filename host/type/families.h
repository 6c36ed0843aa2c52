#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// The families of faces that a house style may choose and this machine has, the standard one first. Each has four
/// faces: regular, bold, italic and bold italic, at fixed paths of Debian's font packages.
[[nodiscard]] std::vector<std::string> installedFamilies();

/// The files of a family's faces: regular, bold, italic, bold italic. Nothing where it is unknown or a face is missing.
[[nodiscard]] std::optional<std::array<std::string, 4>> familyFiles(std::string_view family);

}  // namespace engross
