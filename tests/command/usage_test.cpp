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
    EXPECT_EQ(commands, 43);
}

TEST_F(UsageTest, SuggestsTheCommandThatWasMeant) {
    const Ran ran = engross({"bundel", "plan.json"});
    EXPECT_EQ(ran.exit, 2);
    EXPECT_NE(ran.err.find("did you mean 'bundle'?"), std::string::npos) << ran.err;
    const Ran two = engross({"types", "chek"});
    EXPECT_EQ(two.exit, 2);
    EXPECT_NE(two.err.find("did you mean 'types check'?"), std::string::npos) << two.err;
}

TEST_F(UsageTest, ListsTheCommandsOfAGroup) {
    const std::vector<std::pair<std::string, std::vector<std::string>>> groups{
        {"types", {"list", "show ID", "check", "preview ID", "schema ID"}}, {"token", {"new"}}, {"audit", {"verify"}}};
    for (const auto& [group, commands] : groups) {
        for (const std::vector<std::string>& words :
             {std::vector<std::string>{group, "--help"}, {group, "-h"}, {group, "help"}, {"help", group}}) {
            const Ran ran = engross(words);
            EXPECT_EQ(ran.exit, 0) << ran.err;
            EXPECT_TRUE(ran.err.empty()) << ran.err;
            EXPECT_NE(ran.out.find("usage: engross " + group), std::string::npos) << ran.out;
            for (const std::string& command : commands) {
                std::string line = "\n  " + group;
                line += " " + command + " ";
                EXPECT_NE(ran.out.find(line), std::string::npos) << line << " is not in:\n" << ran.out;
            }
            EXPECT_EQ(ran.out.find("\n  make"), std::string::npos) << ran.out;
        }
    }
}

TEST_F(UsageTest, ListsTheCommandsOfAGroupWhereNoneOrAnUnknownOneIsTyped) {
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"types"}, {"types", "nonsense"}, {"types", "--json"}}) {
        const Ran ran = engross(words);
        EXPECT_EQ(ran.exit, 2);
        EXPECT_TRUE(ran.out.empty()) << ran.out;
        EXPECT_NE(ran.err.find("\n  types show ID "), std::string::npos) << ran.err;
    }
    EXPECT_NE(engross({"types"}).err.find("'types' is followed by one of these"), std::string::npos);
    EXPECT_NE(engross({"types", "nonsense"}).err.find("no command 'types nonsense'"), std::string::npos);
    EXPECT_NE(engross({"types", "shwo"}).err.find("did you mean 'types show'?"), std::string::npos);
}

TEST_F(UsageTest, HelpsWithOneCommandInEitherOrder) {
    const Ran ran = engross({"types", "show", "--help"});
    EXPECT_EQ(ran.exit, 0) << ran.err;
    EXPECT_NE(ran.out.find("usage: engross types show ID"), std::string::npos) << ran.out;
    EXPECT_EQ(engross({"help", "types", "show"}).out, ran.out);
    EXPECT_EQ(engross({"help", "make"}).out, engross({"make", "--help"}).out);
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
