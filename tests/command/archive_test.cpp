#include "command/program.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <cstdio>

namespace engross {
namespace {

std::string outputOf(const std::string& command) {
    std::string text;
    FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) {
        return text;
    }
    char buffer[4096];
    for (std::size_t read = 0; (read = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) {
        text.append(buffer, read);
    }
    return ::pclose(pipe) == 0 ? text : "";
}

/// One letter, made by the real program in each flavour of PDF/A.
class ArchiveTest : public testing::Test {
protected:
    TestFolder folder;
    std::string output = folder.path("letter.pdf");

    Ran make(const std::vector<std::string>& more) {
        std::vector<std::string> words{"make",
                                       "--home",
                                       ENGROSS_SOURCE_DIR,
                                       "access_appointment",
                                       "--case",
                                       sample("cases/access_appointment.json"),
                                       "-o",
                                       output,
                                       "--at=2026-11-09T10:00"};
        words.insert(words.end(), more.begin(), more.end());
        return run(folder.path(), words);
    }
    [[nodiscard]] bool passes(const std::string& profile) {
        return run(folder.path(), {"check", output, "--profile", profile}).exit == 0;
    }
};

TEST_F(ArchiveTest, IsA2aUnlessAnotherIsAskedFor) {
    const Ran ran = make({});
    ASSERT_EQ(ran.exit, 0) << ran.err;
    EXPECT_TRUE(passes("a-2a"));
    EXPECT_TRUE(passes("pdf-ua"));
    EXPECT_FALSE(passes("a-1b"));
    EXPECT_FALSE(passes("a-3a"));
}

TEST_F(ArchiveTest, IsWhatIsAskedForAndNothingElse) {
    for (const std::string wanted : {"a-1b", "a-2a", "a-3a"}) {
        const Ran ran = make({"--archive", wanted});
        ASSERT_EQ(ran.exit, 0) << ran.err;
        for (const std::string profile : {"a-1b", "a-2a", "a-3a"}) {
            EXPECT_EQ(passes(profile), profile == wanted) << wanted << " as " << profile;
        }
        EXPECT_TRUE(passes("pdf-ua")) << wanted;
    }
}

TEST_F(ArchiveTest, CarriesTheFilesThatAreAttachedAndReadsThemBack) {
    const std::string bytes = "date,event\n2026-11-09,letter\n";
    write(folder.path("events.csv"), bytes);
    write(folder.path("note.txt"), "a note");
    const Ran ran = make({"--attach", folder.path("events.csv"), "--attach", folder.path("note.txt")});
    ASSERT_EQ(ran.exit, 0) << ran.err;
    EXPECT_TRUE(passes("a-3a"));
    const std::string listed = outputOf("pdfdetach -list '" + output + "' 2>/dev/null");
    if (listed.empty()) {
        GTEST_SKIP() << "pdfdetach is not there";
    }
    EXPECT_NE(listed.find("2 embedded files"), std::string::npos) << listed;
    EXPECT_NE(listed.find("ATTACHED-1 events.csv"), std::string::npos) << listed;
    (void)outputOf("pdfdetach -save 1 -o '" + folder.path("back.csv") + "' '" + output + "' 2>/dev/null");
    EXPECT_EQ(contentsOf(folder.path("back.csv")), bytes);
}

TEST_F(ArchiveTest, SaysWhatThereIsWhereItIsAskedForSomethingElse) {
    const Ran unknown = make({"--archive", "a-4"});
    EXPECT_EQ(unknown.exit, 2);
    EXPECT_NE(unknown.err.find("a-1b, a-2a, a-3a"), std::string::npos) << unknown.err;
    write(folder.path("note.txt"), "a note");
    const Ran unfit = make({"--archive", "a-2a", "--attach", folder.path("note.txt")});
    EXPECT_EQ(unfit.exit, 2);
    EXPECT_NE(unfit.err.find("--archive a-3a"), std::string::npos) << unfit.err;
    EXPECT_EQ(make({"--attach", folder.path("nowhere.txt")}).exit, 2);
    EXPECT_FALSE(std::filesystem::exists(output));
}

}  // namespace
}  // namespace engross
