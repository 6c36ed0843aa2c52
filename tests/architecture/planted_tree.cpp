#include "architecture/planted_tree.h"

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <system_error>

namespace engross::architecture {

PlantedTree::PlantedTree() {
    std::string name = (std::filesystem::temp_directory_path() / "engross-tree-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) {
        throw std::runtime_error("no temporary folder");
    }
    root_ = name;
}

PlantedTree::~PlantedTree() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
}

const std::filesystem::path& PlantedTree::root() const noexcept {
    return root_;
}

void PlantedTree::plant(const std::string& path, const std::string& text) const {
    std::filesystem::create_directories((root_ / path).parent_path());
    std::ofstream stream(root_ / path);
    stream << text;
    if (!stream.flush()) {
        throw std::runtime_error("could not plant " + path);
    }
}

}  // namespace engross::architecture
