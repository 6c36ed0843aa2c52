#include "pdf/plain_copy.h"

#include "pdf/digest.h"
#include "pdf/joined.h"
#include "pdf/raw_pdf.h"

#include <gtest/gtest.h>
#include <qpdf/QPDFWriter.hh>

namespace engross {
namespace {

TEST(PlainCopy, IsJoinedWithItsLinksAndBookmarksAndNothingActive) {
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
    const PlainCopy copy = copyPlain(source.writeTo(folder.path("in.pdf")), "AB/1", {}, output);

    EXPECT_EQ(copy.pages, 2U);
    ASSERT_EQ(copy.losses.size(), 1U);
    EXPECT_EQ(copy.losses.at(0).kind, "javascript");
    EXPECT_EQ(copy.facts.pages.size(), 2U);
    const Joined joined({output});
    const PdfReading& reading = joined.reading;
    EXPECT_EQ(reading.active, (std::map<std::string, std::size_t>()));
    ASSERT_EQ(reading.pages.at(1).links.size(), 1U);
    EXPECT_EQ(reading.pages.at(1).links.at(0).page, 1U);
    EXPECT_EQ(reading.bookmarks, (std::vector<ReadBookmark>{{"plain.pdf", 1, {{"Start", 1, {}}}}}));
}

TEST(PlainCopy, OfASoundFileIsTheFileItself) {
    TestFolder folder;
    RawPdf source;
    source.addTextPage("words");
    const std::string output = folder.path("plain.pdf");
    (void)copyPlain(source.writeTo(folder.path("in.pdf")), "AB/1", {}, output);
    EXPECT_EQ(readBytes(output), source.bytes());
}

TEST(PlainCopy, OfADamagedFileIsReadDirectly) {
    TestFolder folder;
    RawPdf source;
    source.addTextPage("words");
    const std::string output = folder.path("plain.pdf");
    const PlainCopy copy = copyPlain(writeBytes(folder.path("in.pdf"), "junk\n" + source.bytes()), "AB/1", {}, output);
    EXPECT_EQ(copy.pages, 1U);
    EXPECT_EQ(digestFile(output, "AB/1").digest.detour, "");
}

TEST(PlainCopy, NeedsNoPasswordAnyMore) {
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
    EXPECT_EQ(copyPlain(locked, "AB/1", "sesame", output).pages, 1U);
    EXPECT_FALSE(readFinished(output, "AB/1").encrypted);
    EXPECT_THROW((void)copyPlain(locked, "AB/1", "wrong", output), PdfError);
}

}  // namespace
}  // namespace engross
