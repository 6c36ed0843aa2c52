#include "pdf/input.h"

#include "pdf/raw_pdf.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace engross {
namespace {

std::string codeOf(const std::string& path, const PdfLimits& limits = {}) {
    try {
        (void)readPdfFacts(path, "AB/7", {}, limits);
        return "none";
    } catch (const PdfError& fault) {
        EXPECT_EQ(fault.subject(), "AB/7");
        EXPECT_EQ(std::string(fault.what()).find(path), std::string::npos) << "a path is in the message";
        return fault.code();
    }
}

RawPdf pagesOf(int count) {
    RawPdf source;
    for (int i = 0; i < count; ++i) {
        source.addTextPage("page");
    }
    return source;
}

std::string lockedCopy(const std::string& path, const std::string& userPassword) {
    const std::string locked = path + ".locked";
    QPDF pdf;
    pdf.processFile(path.c_str());
    QPDFWriter writer(pdf, locked.c_str());
    writer.setR6EncryptionParameters(userPassword.c_str(), "owner", true, false, false, false, false, false,
                                     qpdf_r3p_none, true);
    writer.write();
    return locked;
}

TEST(Input, NamesWhatIsWrongWithAFileThatIsNoPdf) {
    TestFolder folder;
    EXPECT_EQ(codeOf(writeBytes(folder.path("empty.pdf"), "")), "pdf-empty");
    EXPECT_EQ(codeOf(writeBytes(folder.path("page.pdf"), "<!doctype html><html><body>Not found</body></html>")),
              "pdf-not-a-pdf");
    EXPECT_EQ(codeOf(writeBytes(folder.path("head.pdf"), "%PDF-1.7\n")), "pdf-damaged");
    EXPECT_EQ(codeOf(folder.path("absent.pdf")), "pdf-damaged");
}

TEST(Input, NamesATruncatedFile) {
    TestFolder folder;
    const std::string whole = pagesOf(3).bytes();
    EXPECT_EQ(codeOf(writeBytes(folder.path("cut.pdf"), whole.substr(0, whole.size() * 6 / 10))), "pdf-damaged");
}

TEST(Input, NamesALockedFileAndOpensItWithItsPassword) {
    TestFolder folder;
    const std::string locked = lockedCopy(pagesOf(2).writeTo(folder.path("two.pdf")), "sesame");
    EXPECT_EQ(codeOf(locked), "pdf-encrypted");
    const PdfFacts facts = readPdfFacts(locked, "AB/7", "sesame");
    EXPECT_EQ(facts.pages.size(), 2U);
    EXPECT_TRUE(facts.restricted);
}

TEST(Input, OpensAFileThatOnlyItsOwnerRestricted) {
    TestFolder folder;
    const PdfFacts facts = readPdfFacts(lockedCopy(pagesOf(2).writeTo(folder.path("two.pdf")), ""), "AB/7");
    EXPECT_EQ(facts.pages.size(), 2U);
    EXPECT_TRUE(facts.restricted);
}

TEST(Input, CountsPagesByWalkingNotByWhatTheFileSays) {
    TestFolder folder;
    RawPdf source = pagesOf(2);
    source.replace(2, "<< /Type /Pages /Kids [5 0 R 7 0 R] /Count 9000000 >>");
    EXPECT_EQ(readPdfFacts(source.writeTo(folder.path("liar.pdf")), "AB/7").pages.size(), 2U);
}

TEST(Input, NamesAPageThatCannotBeRead) {
    TestFolder folder;
    RawPdf source = pagesOf(2);
    source.replace(2, "<< /Type /Pages /Kids [5 0 R 99 0 R] /Count 2 >>");
    EXPECT_EQ(codeOf(source.writeTo(folder.path("lost.pdf"))), "pdf-pages-lost");
}

TEST(Input, SurvivesAPageTreeTwentyThousandDeep) {
    TestFolder folder;
    RawPdf source = pagesOf(1);
    const std::size_t first = source.nextNumber();
    for (std::size_t i = 0; i < 20'000; ++i) {
        source.add("<< /Type /Pages /Count 1 /Kids [" + std::to_string(first + i + 1) + " 0 R] >>");
    }
    source.add("<< /Type /Page /MediaBox [0 0 9 9] >>");
    source.replace(2, "<< /Type /Pages /Count 1 /Kids [" + std::to_string(first) + " 0 R] >>");
    EXPECT_EQ(codeOf(source.writeTo(folder.path("deep.pdf"))), "pdf-damaged");
}

TEST(Input, NamesAPageTreeThatRunsInACircle) {
    TestFolder folder;
    RawPdf source = pagesOf(1);
    source.replace(2, "<< /Type /Pages /Kids [5 0 R 2 0 R] /Count 2 >>");
    EXPECT_EQ(codeOf(source.writeTo(folder.path("circle.pdf"))), "pdf-damaged");
}

TEST(Input, StopsAtTheLimits) {
    TestFolder folder;
    const std::string path = pagesOf(3).writeTo(folder.path("three.pdf"));
    EXPECT_EQ(codeOf(path, {.bytes = 1U << 30U, .pages = 2, .contentBytes = 1000}), "pdf-too-large");
    EXPECT_EQ(codeOf(path, {.bytes = 100, .pages = 10, .contentBytes = 1000}), "pdf-too-large");
}

TEST(Input, ReadsOnePageListedThreeTimesAsThreePages) {
    TestFolder folder;
    RawPdf source = pagesOf(1);
    source.replace(2, "<< /Type /Pages /Kids [5 0 R 5 0 R 5 0 R] /Count 3 >>");
    EXPECT_EQ(readPdfFacts(source.writeTo(folder.path("thrice.pdf")), "AB/7").pages.size(), 3U);
}

TEST(Input, TellsTextFromPicturesAndTurnedPagesFromUpright) {
    TestFolder folder;
    RawPdf source;
    source.addTextPage("words");
    source.addPage("/MediaBox [0 0 200 100] /Rotate 90", "/Im0 Do");
    const PdfFacts facts = readPdfFacts(source.writeTo(folder.path("two.pdf")), "AB/7");
    ASSERT_EQ(facts.pages.size(), 2U);
    EXPECT_TRUE(facts.pages.at(0).hasText);
    EXPECT_FALSE(facts.pages.at(1).hasText);
    EXPECT_TRUE(facts.pages.at(1).drawsObjects);
    EXPECT_EQ(facts.pages.at(1).rotation, 90);
    EXPECT_DOUBLE_EQ(facts.pages.at(1).width, 100);
    EXPECT_DOUBLE_EQ(facts.pages.at(1).height, 200);
}

TEST(Input, TellsOfContentThatBreaksOff) {
    TestFolder folder;
    RawPdf source;
    const std::size_t broken = source.addStream("no deflated bytes at all", "/Filter /FlateDecode");
    source.addTextPage("page");
    source.addTextPage("page", "/MediaBox [0 0 9 9] /Contents " + std::to_string(broken) + " 0 R");
    const PdfFacts facts = readPdfFacts(source.writeTo(folder.path("broken.pdf")), "AB/7");
    EXPECT_FALSE(facts.pages.at(0).damaged);
    EXPECT_TRUE(facts.pages.at(1).damaged);
}

TEST(Input, DoesNotInflateAPageThatWouldFillTheMemory) {
    TestFolder folder;
    RawPdf source;
    source.addPage("/MediaBox [0 0 9 9]", std::string(4U << 20U, ' '));
    const PdfFacts facts = readPdfFacts(source.writeTo(folder.path("wide.pdf")), "AB/7", {},
                                        {.bytes = 1U << 30U, .pages = 9, .contentBytes = 1U << 20U});
    EXPECT_FALSE(facts.pages.at(0).hasText);
    EXPECT_FALSE(facts.pages.at(0).damaged);
}

}  // namespace
}  // namespace engross
