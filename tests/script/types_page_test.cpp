#include "script/types_page.h"

#include "script/written_sources.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace engross {
namespace {

const std::string root = ENGROSS_SOURCE_DIR;

TEST(TypesPage, AsCommittedIsWhatTheTypesSay) {
    const auto catalogue = Catalogue::load({root + "/plugins", root + "/scripts", root + "/templates"}, {});
    std::ifstream file(root + "/docs/types.md");
    const std::string committed{std::istreambuf_iterator<char>(file), {}};
    EXPECT_EQ(typesPage(*catalogue), committed) << "run: engross types reference --types > docs/types.md";
}

TEST(TypesPage, TellsLawVersionDaysMarksAndWhatALawyerHasToConfirm) {
    const test::WrittenSources sources;
    sources.write("scripts/letter/t.lua",
                  "return letter { id = \"t\", version = 3, title = \"A | B\", law = \"Some Act, s.1\",\n"
                  "  in_force = { from = \"2020-01-01\", to = \"2021-12-31\" }, fields = { days = number {} },\n"
                  "  checks = { at_most { field = \"days\", cap = 28, mark = \"V\" },\n"
                  "    at_least { field = \"days\", floor = 2, mark = \"!\" } },\n"
                  "  confirm = { \"section 1 is to be read\" }, body = \"Days: {{days}}\" }\n");
    const std::string page = typesPage(*sources.load());
    EXPECT_NE(page.find("| `t` | A \\| B | Some Act, s.1 | 3 | 2020-01-01 to 2021-12-31 | 2 | V 1 · ! 1 |"),
              std::string::npos)
        << page;
    EXPECT_NE(page.find("- section 1 is to be read (`t`)"), std::string::npos) << page;
}

}  // namespace
}  // namespace engross
