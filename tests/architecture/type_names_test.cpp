#include "architecture/type_names.h"

#include <gtest/gtest.h>
#include <unistd.h>
#include <fstream>

namespace engross::architecture {
namespace {

void write(const std::filesystem::path& path, const std::string& text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
}

TEST(TypeNames, OneNameIsOneTypeInTheWholeHouse) {
    EXPECT_EQ(typesDefinedTwice(std::filesystem::path(ENGROSS_SOURCE_DIR) / "host"), std::vector<std::string>{});
}

TEST(TypeNames, APlantedSecondTypeOfOneNameIsNamedWithBothItsPlaces) {
    const auto tree =
        std::filesystem::temp_directory_path() / ("engross-type-names-" + std::to_string(static_cast<long>(getpid())));
    write(tree / "layout/strip.h", "struct Node {\n    int height;\n};\n");
    write(tree / "letter/nodes.h", "struct Node : Base {\n};\nstruct Later;\n");
    write(tree / "letter/tags.cpp", "namespace {\n\nstruct Later {\n};\n\n}  // namespace\n\nclass Later {\n};\n");
    write(tree / "script/tags.cpp", "namespace {\n\nclass Later {\n};\n\n}  // namespace\n");
    EXPECT_EQ(typesDefinedTwice(tree), std::vector<std::string>{"Node: layout/strip.h letter/nodes.h"});
    std::filesystem::remove_all(tree);
}

}  // namespace
}  // namespace engross::architecture
