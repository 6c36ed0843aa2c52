#pragma once
#include "architecture/breach.h"

#include <filesystem>
#include <vector>

namespace engross::architecture {

/// Files of C++ and Lua with more lines than a person reads in one sitting.
[[nodiscard]] std::vector<Breach> lengthBreaches(const std::filesystem::path& root, std::size_t longest = 600);

/// Names of places and papers that exist only where the project is made: a reader of the tree could not follow them.
[[nodiscard]] std::vector<Breach> nameBreaches(const std::filesystem::path& root);

}  // namespace engross::architecture
