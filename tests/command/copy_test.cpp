#include "command/bundle_home.h"

#include <gtest/gtest.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>

namespace engross {
namespace {

class CopyTest : public testing::Test {
protected:
    TestFolder folder;
    std::string file = folder.path("letter.pdf");
    std::string output = folder.path("copy.pdf");

    void SetUp() override {
        const Ran ran = engross(
            {"make", "--request", sample("requests/missed_appointment.json"), "-o", file, "--at=2026-11-20T10:00"});
        ASSERT_EQ(ran.exit, 0) << ran.err;
    }
    Ran engross(const std::vector<std::string>& words) {
        return run(folder.path(), words);
    }
    static std::size_t pagesOf(const std::string& path, const char* password = nullptr) {
        QPDF pdf;
        pdf.processFile(path.c_str(), password);
        return QPDFPageDocumentHelper(pdf).getAllPages().size();
    }
};

TEST_F(CopyTest, PutsTheFirstPageFirstAndPassesTheSameGates) {
    const Ran ran = engross({"copy", file, "--linearised", "-o", output});
    ASSERT_EQ(ran.exit, 0) << ran.err;
    QPDF pdf;
    pdf.processFile(output.c_str());
    EXPECT_TRUE(pdf.isLinearized());
    EXPECT_TRUE(pdf.checkLinearization());
    EXPECT_EQ(pagesOf(output), pagesOf(file));
    for (const char* profile : {"pdf-ua", "pdf-a"}) {
        const Ran checked = engross({"check", output, "--profile", profile});
        EXPECT_EQ(checked.exit, 0) << checked.out << checked.err;
    }
    const std::string bytes = contentsOf(output);
    ASSERT_EQ(engross({"copy", file, "--linearised", "-o", output}).exit, 0);
    EXPECT_EQ(contentsOf(output), bytes);
}

TEST_F(CopyTest, OpensWithItsPasswordOnly) {
    write(folder.path("word.txt"), "open sesame\n");
    const Ran ran = engross({"copy", file, "--password-file", folder.path("word.txt"), "-o", output});
    ASSERT_EQ(ran.exit, 0) << ran.err;
    EXPECT_THROW((void)pagesOf(output), std::exception);
    EXPECT_THROW((void)pagesOf(output, "open"), std::exception);
    EXPECT_EQ(pagesOf(output, "open sesame"), pagesOf(file));
    QPDF pdf;
    pdf.processFile(output.c_str(), "open sesame");
    int revision = 0;
    int permissions = 0;
    int version = 0;
    QPDF::encryption_method_e streams = QPDF::e_none;
    QPDF::encryption_method_e strings = QPDF::e_none;
    QPDF::encryption_method_e files = QPDF::e_none;
    ASSERT_TRUE(pdf.isEncrypted(revision, permissions, version, streams, strings, files));
    EXPECT_EQ(streams, QPDF::e_aesv3);
    EXPECT_TRUE(pdf.allowAccessibility());
}

TEST_F(CopyTest, OpensWithWhatCanBeTyped) {
    write(folder.path("word.txt"), "\xEF\xBB\xBFopen sesame\r\n");
    ASSERT_EQ(engross({"copy", file, "--password-file", folder.path("word.txt"), "-o", output}).exit, 0);
    EXPECT_EQ(pagesOf(output, "open sesame"), pagesOf(file));
    for (const std::string& unreadable : {std::string("\xFF\xFEo\0p\0", 6), std::string("op\0en", 5)}) {
        write(folder.path("word.txt"), unreadable);
        const Ran ran =
            engross({"copy", file, "--password-file", folder.path("word.txt"), "-o", folder.path("no.pdf")});
        EXPECT_NE(ran.exit, 0);
        EXPECT_NE(ran.err.find("UTF-8"), std::string::npos) << ran.err;
        EXPECT_FALSE(std::filesystem::exists(folder.path("no.pdf")));
    }
}

TEST_F(CopyTest, LeavesTheReleaseAsItIs) {
    const std::string bytes = contentsOf(file);
    const Ran ran = engross({"copy", file, "--linearised", "-o", file});
    EXPECT_EQ(ran.exit, 3);
    EXPECT_NE(ran.err.find("the release itself"), std::string::npos) << ran.err;
    EXPECT_EQ(contentsOf(file), bytes);
}

TEST_F(CopyTest, NamesWhatIsNoFinishedFile) {
    write(folder.path("words.pdf"), "Dear Ms A. Example");
    write(folder.path("empty.txt"), "\n");
    EXPECT_NE(engross({"copy", folder.path("words.pdf"), "-o", output}).exit, 0);
    EXPECT_NE(engross({"copy", folder.path("absent.pdf"), "-o", output}).exit, 0);
    const Ran ran = engross({"copy", file, "--password-file", folder.path("empty.txt"), "-o", output});
    EXPECT_NE(ran.exit, 0);
    EXPECT_NE(ran.err.find("no password"), std::string::npos) << ran.err;
    EXPECT_FALSE(std::filesystem::exists(output));
}

}  // namespace
}  // namespace engross
