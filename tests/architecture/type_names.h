#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace engross::architecture {

/// Types of namespace `engross` that two files of a tree define under one name ("Node: layout/strip.h,
/// letter/nodes.h"). The linker keeps one destructor for both, and the other's objects are torn down by it. Unnamed
/// namespaces may repeat.
[[nodiscard]] std::vector<std::string> typesDefinedTwice(const std::filesystem::path& tree);

}  // namespace engross::architecture
