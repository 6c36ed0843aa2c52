#include "command/program.h"
#include "model/json.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

class TypesTest : public testing::Test {
protected:
    TestFolder folder;
    Ran engross(const std::vector<std::string>& words) {
        return run(folder.path(), words);
    }
};

TEST_F(TypesTest, ListsTheTypesOfTheFolders) {
    const Ran ran = engross({"types", "list"});
    EXPECT_EQ(ran.exit, 0) << ran.err;
    for (const char* id : {"improvement_notice", "witness_statement", "review_upheld", "missed_appointment",
                           "improvement_notice_appeal"}) {
        EXPECT_NE(ran.out.find(id), std::string::npos) << id;
    }
}

TEST_F(TypesTest, FindsNoFaultInTheTypesThatComeWithIt) {
    const Ran ran = engross({"types", "check"});
    EXPECT_EQ(ran.exit, 0) << ran.err;
}

TEST_F(TypesTest, ShowsATypeAndItsSchema) {
    const Ran shown = engross({"types", "show", "improvement_notice"});
    EXPECT_EQ(shown.exit, 0) << shown.err;
    EXPECT_NE(shown.out.find("Housing Act 2004"), std::string::npos);
    const Ran schema = engross({"types", "schema", "improvement_notice"});
    EXPECT_EQ(schema.exit, 0);
    const auto read = readJson(schema.out);
    ASSERT_TRUE(read.value);
    EXPECT_NE(read.value->find("properties"), nullptr);
}

TEST_F(TypesTest, DrawsATypesOwnExample) {
    const std::string output = folder.path("example.pdf");
    const Ran ran = engross({"types", "preview", "missed_appointment", "-o", output});
    EXPECT_EQ(ran.exit, 0) << ran.err;
    EXPECT_EQ(contentsOf(output).rfind("%PDF", 0), 0U);
}

TEST_F(TypesTest, NamesEveryFaultOfAScriptFromAnywhere) {
    const std::string script = folder.path("my_letter.lua");
    write(script, "return letter {\n  id = \"my_letter\", version = 1, title = \"Mine\",\n  filds = {},\n}\n");
    const Ran ran = engross({"types", "check", script});
    EXPECT_EQ(ran.exit, 1) << ran.err;
    EXPECT_NE(ran.err.find("filds"), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find("fields"), std::string::npos) << ran.err;
}

TEST_F(TypesTest, SuggestsTheTypeThatWasMeant) {
    const Ran ran = engross({"types", "show", "improvment_notice"});
    EXPECT_EQ(ran.exit, 1);
    EXPECT_NE(ran.err.find("improvement_notice"), std::string::npos) << ran.err;
}

}  // namespace
}  // namespace engross
