#include "architecture/tree.h"

#include "architecture/planted_tree.h"

#include <gtest/gtest.h>

namespace engross::architecture {
namespace {

TEST(Tree, HasNoFileLongerThanAPersonReads) {
    EXPECT_EQ(listed(lengthBreaches(ENGROSS_SOURCE_DIR)), "");
}

TEST(Tree, NamesNothingThatOnlyItsMakersHave) {
    EXPECT_EQ(listed(nameBreaches(ENGROSS_SOURCE_DIR)), "");
}

TEST(Tree, NamesAPlantedFileThatIsTooLong) {
    const PlantedTree tree;
    std::string text;
    for (int i = 0; i < 600; ++i) {
        text += "int x;\n";
    }
    tree.plant("host/model/value.cpp", text);
    EXPECT_EQ(listed(lengthBreaches(tree.root())), "");
    tree.plant("host/model/value.cpp", text + "int y;\n");
    tree.plant("plugins/letter/plugin.lua", text + "--\n");
    tree.plant("docs/long.md", text + text);
    EXPECT_EQ(listed(lengthBreaches(tree.root())),
              "host/model/value.cpp: has 601 lines; 600 are allowed\n"
              "plugins/letter/plugin.lua: has 601 lines; 600 are allowed\n");
}

TEST(Tree, NamesAPlantedPathOfTheMakersMachine) {
    const PlantedTree tree;
    tree.plant("docs/guide.md", "first\nsee " + tree.root().generic_string() + "/host\n");
    tree.plant("host/model/value.h", "// host/letter/nodes.h is our own\n");
    EXPECT_EQ(listed(nameBreaches(tree.root())), "docs/guide.md:2: names the folder of this checkout\n");
}

TEST(Tree, AllowsTheDefaultOfTheCorpusAndNothingElseBesideIt) {
    const PlantedTree tree;
    tree.plant("tests/pdf/corpus.cpp", "root / \"../shared/corpus\"\n");
    tree.plant("tests/pdf/other.cpp", "root / \"../shared/corpus\"; root / \"../shared/prototypes\"\n");
    EXPECT_EQ(listed(nameBreaches(tree.root())), "tests/pdf/other.cpp:1: names a place beside the tree\n");
}

TEST(Tree, NamesPapersThatTheTreeDoesNotHold) {
    const PlantedTree tree;
    tree.plant("host/model/value.h", "// as handbook.md section 5 says, and docs/guide.md; see <name>.en.md\n");
    tree.plant("docs/guide.md", "README.md and `*.md`\n");
    tree.plant("README.md", "read docs/handbook.md.\n");
    EXPECT_EQ(listed(nameBreaches(tree.root())),
              "README.md:1: names handbook.md, which is not here\n"
              "host/model/value.h:1: names handbook.md, which is not here\n");
}

TEST(Tree, ReadsNoFurtherThanTheFirstLineThatIsNoText) {
    const PlantedTree tree;
    tree.plant("samples/photo.jpg", std::string("\0\0", 2) + tree.root().generic_string() + "\n");
    EXPECT_EQ(listed(nameBreaches(tree.root())), "");
}

}  // namespace
}  // namespace engross::architecture
