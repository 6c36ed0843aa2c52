#pragma once
#include <filesystem>
#include <string>

namespace engross::architecture {

/// A small tree in a temporary folder, for planting what must be named; gone with the object.
class PlantedTree {
public:
    PlantedTree();
    ~PlantedTree();
    PlantedTree(const PlantedTree&) = delete;
    PlantedTree& operator=(const PlantedTree&) = delete;

    [[nodiscard]] const std::filesystem::path& root() const noexcept;
    /// Writes a file below the root, with the folders that it needs.
    void plant(const std::string& path, const std::string& text) const;

private:
    std::filesystem::path root_;
};

}  // namespace engross::architecture
