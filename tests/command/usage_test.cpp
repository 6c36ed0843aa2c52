#include "command/program.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <sstream>

namespace engross {
namespace {

class UsageTest : public testing::Test {
protected:
    TestFolder folder;
    Ran engross(const std::vector<std::string>& words) {
        return run(folder.path(), words);
    }
};

TEST_F(UsageTest, SaysWhichProgramItIs) {
    const Ran ran = engross({"--version"});
    EXPECT_EQ(ran.exit, 0);
    EXPECT_EQ(ran.out.rfind("engross 0.1.0 (", 0), 0U);
}

TEST_F(UsageTest, HasHelpForEveryCommandItNames) {
    const Ran help = engross({"--help"});
    ASSERT_EQ(help.exit, 0);
    std::istringstream lines(help.out);
    int commands = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("  ", 0) != 0) {
            continue;
        }
        std::istringstream words(line);
        std::vector<std::string> command;
        for (std::string word; words >> word && word.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ[") != 0;) {
            command.push_back(word);
            const bool group = word == "types" || word == "token" || word == "audit";
            if (!group) {
                break;
            }
        }
        command.emplace_back("--help");
        const Ran own = engross(command);
        EXPECT_EQ(own.exit, 0) << line;
        EXPECT_NE(own.out.find("engross " + command.front()), std::string::npos) << line;
        ++commands;
    }
    EXPECT_EQ(commands, 13);
}

TEST_F(UsageTest, SuggestsTheCommandThatWasMeant) {
    const Ran ran = engross({"bundel", "plan.json"});
    EXPECT_EQ(ran.exit, 2);
    EXPECT_NE(ran.err.find("did you mean 'bundle'?"), std::string::npos) << ran.err;
    const Ran two = engross({"types", "chek"});
    EXPECT_EQ(two.exit, 2);
    EXPECT_NE(two.err.find("did you mean 'types check'?"), std::string::npos) << two.err;
}

TEST_F(UsageTest, SuggestsTheOptionThatWasMeant) {
    const Ran ran = engross({"make", "missed_appointment", "--cse", "case.json"});
    EXPECT_EQ(ran.exit, 2);
    EXPECT_NE(ran.err.find("did you mean '--case'?"), std::string::npos) << ran.err;
}

TEST_F(UsageTest, NamesEverythingThatIsMissingAtOnce) {
    const Ran ran = engross({"make"});
    EXPECT_EQ(ran.exit, 2);
    EXPECT_NE(ran.err.find("TYPE is missing"), std::string::npos);
    EXPECT_NE(ran.err.find("--case FILE is missing"), std::string::npos);
    EXPECT_NE(ran.err.find("-o FILE.pdf is missing"), std::string::npos);
    EXPECT_TRUE(ran.out.empty());
}

TEST_F(UsageTest, AnswersInWelshInAWelshEnvironment) {
    ::setenv("LC_ALL", "cy_GB.UTF-8", 1);
    const Ran ran = engross({"make"});
    ::unsetenv("LC_ALL");
    EXPECT_NE(ran.err.find("mae TYPE ar goll"), std::string::npos) << ran.err;
}

TEST_F(UsageTest, FailsWithItsOwnCodeWhereTheOperationFails) {
    const Ran ran = engross({"types", "list", "--home", folder.path("nowhere")});
    EXPECT_EQ(ran.exit, 3);
    EXPECT_NE(ran.err.find("nowhere"), std::string::npos);
}

}  // namespace
}  // namespace engross
