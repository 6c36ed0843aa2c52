#include "pdf/prepared_source.h"

#include "pdf/digest.h"
#include "pdf/joined.h"
#include "pdf/raw_pdf.h"

#include <gtest/gtest.h>
#include <qpdf/QPDFWriter.hh>

namespace engross {
namespace {

TEST(PreparedSource, IsJoinedWithItsLinksAndBookmarksAndNothingActive) {
    TestFolder folder;
    RawPdf source;
    const std::size_t page = source.addTextPage("words");
    const std::string reference = std::to_string(page) + " 0 R";
    const std::size_t outline = source.add("<< /Type /Outlines >>");
    const std::size_t item =
        source.add("<< /Title (Start) /Parent " + std::to_string(outline) + " 0 R /Dest [" + reference + " /Fit] >>");
    source.replace(outline, "<< /Type /Outlines /First " + std::to_string(item) + " 0 R >>");
    source.addTextPage("more", "/MediaBox [0 0 595 842] /Annots [<< /Subtype /Link /Rect [1 1 9 9] /Dest [" +
                                   reference + " /Fit] >>]");
    source.catalog("/OpenAction << /S /JavaScript /JS (x) >> /Outlines " + std::to_string(outline) + " 0 R");
    const std::string output = folder.path("plain.pdf");
    const std::string input = source.writeTo(folder.path("in.pdf"));
    const PreparedSource copy = prepareSource(input, "AB/1", {}, output);

    EXPECT_EQ(copy.pages, 2U);
    ASSERT_TRUE(copy.isDigest);
    ASSERT_EQ(copy.losses.size(), 1U);
    EXPECT_EQ(copy.losses.at(0).kind, "javascript");
    EXPECT_EQ(copy.facts.pages.size(), 2U);
    LinkPlan plan = Joined::planOf({input});
    plan.sources.at(0).digest = output;
    const Joined joined(plan);
    const PdfReading& reading = joined.reading;
    EXPECT_EQ(reading.active, (std::map<std::string, std::size_t>()));
    ASSERT_EQ(reading.pages.at(1).links.size(), 1U);
    EXPECT_EQ(reading.pages.at(1).links.at(0).page, 1U);
    EXPECT_EQ(reading.bookmarks, (std::vector<ReadBookmark>{{"in.pdf", 1, {{"Start", 1, {}}}}}));
}

std::string joinedWith(const std::string& input, const std::string& digest, TestFolder& folder) {
    LinkPlan plan = Joined::planOf({input});
    plan.sources.at(0).digest = digest;
    (void)makeLinker(Typesetter::standard())->link(plan, folder.path("joined.pdf"));
    return readBytes(folder.path("joined.pdf"));
}

TEST(PreparedSource, JoinsToTheSameBytesAsTheFileAlone) {
    TestFolder folder;
    RawPdf source;
    source.addTextPage("words");
    const std::string input = source.writeTo(folder.path("in.pdf"));
    const std::string output = folder.path("in.digest");
    ASSERT_TRUE(prepareSource(input, "AB/1", {}, output).isDigest);
    EXPECT_EQ(joinedWith(input, output, folder), joinedWith(input, {}, folder));
}

TEST(PreparedSource, IsUsedWithoutReadingTheFileAgain) {
    TestFolder folder;
    RawPdf source;
    source.addTextPage("words");
    const std::string input = source.writeTo(folder.path("in.pdf"));
    const std::string output = folder.path("in.digest");
    (void)prepareSource(input, "AB/1", {}, output);
    std::string bytes = source.bytes();
    bytes.replace(bytes.find("startxref"), 9, "xxxxxxxxx");
    writeBytes(input, bytes);
    EXPECT_EQ(digestedBefore(input, "AB/1", output).value().digest.pages.size(), 1U);
}

TEST(PreparedSource, IsMadeAfreshWhereItDoesNotFit) {
    TestFolder folder;
    RawPdf source;
    source.addTextPage("words");
    const std::string input = source.writeTo(folder.path("in.pdf"));
    const std::string output = folder.path("in.digest");
    (void)prepareSource(input, "AB/1", {}, output);
    const std::string alone = joinedWith(input, {}, folder);
    const std::string good = readBytes(output);
    for (const std::string& bad : {std::string("x"), good.substr(0, good.size() / 2), good + "x"}) {
        EXPECT_FALSE(digestedBefore(input, "AB/1", writeBytes(output, bad)));
        EXPECT_EQ(joinedWith(input, output, folder), alone);
    }
    EXPECT_EQ(joinedWith(input, folder.path("absent"), folder), alone);
    writeBytes(output, good);
    writeBytes(input, source.bytes() + "\n");
    EXPECT_FALSE(digestedBefore(input, "AB/1", output));
}

TEST(PreparedSource, OfADamagedFileIsReadDirectly) {
    TestFolder folder;
    RawPdf source;
    source.addTextPage("words");
    const std::string output = folder.path("plain.pdf");
    const PreparedSource copy =
        prepareSource(writeBytes(folder.path("in.pdf"), "junk\n" + source.bytes()), "AB/1", {}, output);
    EXPECT_EQ(copy.pages, 1U);
    EXPECT_EQ(copy.facts.leftBehind.at("detour-junk-header"), 1U);
    ASSERT_EQ(copy.losses.size(), 1U);
    EXPECT_EQ(copy.losses.at(0).kind, "detour-junk-header");
    EXPECT_EQ(digestFile(output, "AB/1").digest.detour, "");
}

TEST(PreparedSource, NeedsNoPasswordAnyMore) {
    TestFolder folder;
    RawPdf source;
    source.addTextPage("words");
    QPDF pdf;
    pdf.processFile(source.writeTo(folder.path("open.pdf")).c_str());
    const std::string locked = folder.path("locked.pdf");
    QPDFWriter writer(pdf, locked.c_str());
    writer.setR6EncryptionParameters("sesame", "owner", true, false, false, false, false, false, qpdf_r3p_none, true);
    writer.write();

    const std::string output = folder.path("plain.pdf");
    EXPECT_EQ(prepareSource(locked, "AB/1", "sesame", output).pages, 1U);
    EXPECT_FALSE(readFinished(output, "AB/1").encrypted);
    EXPECT_THROW((void)prepareSource(locked, "AB/1", "wrong", output), PdfError);
}

}  // namespace
}  // namespace engross
