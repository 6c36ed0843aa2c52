#include "pdf/reader_objects.h"

#include "pdf/deflate.h"
#include "pdf/pdf_error.h"
#include "pdf/raw_pdf.h"
#include "pdf/reader_refusal.h"
#include "pdf/repacked.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

/// Why a file is refused, or "read"; with every object looked at.
std::string answerTo(const std::string& bytes) {
    try {
        const ReaderObjects file(bytes, "AB/1");
        for (std::uint32_t number = 1; number < 20; ++number) {
            (void)file.value(number);
        }
        return "read";
    } catch (const ReaderRefused& refused) {
        return std::string(nameOf(refused.reason()));
    } catch (const PdfError& fault) {
        return fault.code();
    }
}

RawPdf onePage() {
    RawPdf source;
    source.addTextPage("words");
    return source;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t place = text.find(from);
    EXPECT_NE(place, std::string::npos) << from;
    return text.replace(place, from.size(), to);
}

TEST(ReaderObjects, FindsObjectsInTablesAndInStreams) {
    const std::string plain = onePage().bytes();
    for (const std::string& bytes :
         {plain, repacked(plain, Packing::ObjectStreams), repacked(plain, Packing::Linear)}) {
        const ReaderObjects file(bytes, "AB/1");
        const PdfValue catalog = file.trailer()["/Root"];
        EXPECT_TRUE(catalog["/Type"].isName("/Catalog"));
        const PdfValue page = catalog["/Pages"]["/Kids"].items().at(0).followed();
        EXPECT_EQ(page["/MediaBox"].items().at(3).followed().number(), 842);
        const PdfValue contents = page.entry("/Contents");
        EXPECT_TRUE(file.isStream(contents));
        EXPECT_EQ(page["/Resources"]["/Font"]["/F"]["/BaseFont"].name(), "/Helvetica");
    }
}

TEST(ReaderObjects, ReadsTheNewestOfAnUpdatedFile) {
    const std::string old = onePage().bytes();
    const std::size_t oldStart = old.rfind("\nxref") + 1;
    std::string bytes = old;
    const std::size_t object = bytes.size();
    bytes += "3 0 obj\n<< /Type /Font /BaseFont /Courier >>\nendobj\n";
    const std::size_t start = bytes.size();
    char row[32];
    std::snprintf(row, sizeof row, "%010zu 00000 n \n", object);
    bytes += "xref\n3 1\n" + std::string(row) + "trailer\n<< /Size 6 /Root 1 0 R /Prev " + std::to_string(oldStart) +
             " >>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
    const ReaderObjects file(bytes, "AB/1");
    EXPECT_EQ(file.value(3)["/BaseFont"].name(), "/Courier");
    EXPECT_TRUE(file.value(1)["/Type"].isName("/Catalog"));
}

TEST(ReaderObjects, TakesAHybridFilesStreamBeforeOlderSections) {
    std::string bytes = "%PDF-1.5\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n";
    const std::size_t object = bytes.size();
    bytes += "2 0 obj\n(hidden from old readers)\nendobj\n";
    const std::size_t stream = bytes.size();
    std::string rows = "\x01";
    rows += static_cast<char>(object >> 8U);
    rows += static_cast<char>(object & 0xFFU);
    rows += '\0';
    bytes += "3 0 obj\n<< /Type /XRef /Size 4 /W [1 2 1] /Index [2 1] /Length 4 >>\nstream\n" + rows +
             "\nendstream\nendobj\n";
    const std::size_t start = bytes.size();
    bytes += "xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<< /Size 4 /Root 1 0 R /XRefStm " +
             std::to_string(stream) + " >>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
    const ReaderObjects file(bytes, "AB/1");
    EXPECT_EQ(file.value(2).bytes(), "hidden from old readers");
}

TEST(ReaderObjects, TakesAMissingObjectForNull) {
    const std::string bytes = onePage().bytes();
    const ReaderObjects file(bytes, "AB/1");
    EXPECT_TRUE(file.value(999).isNull());
    EXPECT_TRUE(file.value(3, 1).isNull());
    EXPECT_FALSE(file.has(0, 65535));
    EXPECT_TRUE(file.value(3)["/Nothing"]["/Below"].isNull());
}

TEST(ReaderObjects, RefusesWhatItIsNotSureOf) {
    const std::string good = onePage().bytes();
    ASSERT_EQ(answerTo(good), "read");
    EXPECT_EQ(answerTo("junk\n" + good), "junk-header");
    EXPECT_EQ(answerTo(replaced(good, "startxref", "startxxxx")), "damaged-xref");
    EXPECT_EQ(answerTo(replaced(good, "0000000009", "0000000010")), "damaged-object");
    EXPECT_EQ(answerTo(replaced(good, "\n2 0 obj", "\n7 0 obj")), "damaged-xref");
    EXPECT_EQ(answerTo(replaced(good, "0 6\n", "0 9\n")), "damaged-xref");
    EXPECT_EQ(answerTo(replaced(good, "0 6\n", "0 99999999\n")), "damaged-xref");
    EXPECT_EQ(answerTo(replaced(good, "0 6\n", "99999999 1\n")), "damaged-xref");
    EXPECT_EQ(answerTo(replaced(good, "/Root 1 0 R", "/Root 1 0 R /Encrypt 3 0 R")), "encrypted");
    EXPECT_EQ(answerTo(replaced(good, "/Type /Font ", "/Type /F/ont")), "damaged-object");
    EXPECT_EQ(answerTo(replaced(good, "/Type /Font ", "/Type  Font ")), "damaged-object");
    EXPECT_EQ(answerTo(replaced(good, ">>\nendobj\n4 0", "  \nendobj\n4 0")), "damaged-object");
    EXPECT_EQ(answerTo(replaced(good, "/Length ", "/Length 1")), "damaged-stream");
    EXPECT_EQ(answerTo(replaced(good, "/Length ", "/Lenght ")), "damaged-stream");
    EXPECT_EQ(answerTo(replaced(good, "stream\n", "stream\r")), "damaged-stream");
    EXPECT_EQ(answerTo(good.substr(0, good.size() * 2 / 3)), "damaged-xref");
}

TEST(ReaderObjects, RefusesSectionsThatRunInACircle) {
    const std::string good = onePage().bytes();
    const std::size_t start = good.rfind("\nxref") + 1;
    EXPECT_EQ(answerTo(replaced(good, "/Root 1 0 R", "/Root 1 0 R /Prev " + std::to_string(start))), "damaged-xref");
}

TEST(ReaderObjects, RefusesALengthThatAsksForItself) {
    RawPdf source = onePage();
    source.add("<< /Length 6 0 R >>\nstream\nabc\nendstream");
    EXPECT_EQ(answerTo(source.bytes()), "damaged-stream");
}

TEST(ReaderObjects, RefusesWhatIsNestedTooDeep) {
    RawPdf source = onePage();
    source.add(std::string(deepestNesting, '[') + std::string(deepestNesting, ']'));
    EXPECT_EQ(answerTo(source.bytes()), "read");
    source.add(std::string(deepestNesting + 1, '[') + std::string(deepestNesting + 1, ']'));
    EXPECT_EQ(answerTo(source.bytes()), "damaged-object");
}

TEST(ReaderObjects, FollowsReferencesToReferencesOnlySoFar) {
    RawPdf source = onePage();
    source.add("[7 0 R]");
    source.add("[6 0 R]");
    const std::string bytes = source.bytes();
    const ReaderObjects file(bytes, "AB/1");
    EXPECT_EQ(file.value(6).items().at(0).followed().size(), 1U);
}

/// A file whose object 2 is in the object stream 1; `entries` are that stream's, `table` its rows before the last.
std::string withObjectStream(const std::string& packed, const std::string& entries) {
    std::string bytes = "%PDF-1.7\n";
    bytes += "1 0 obj\n<< /Type /ObjStm " + entries + " /Length " + std::to_string(packed.size()) + " >>\nstream\n" +
             packed + "\nendstream\nendobj\n";
    const std::size_t table = bytes.size();
    std::string rows;
    const auto row = [&rows](int type, std::size_t second, int third) {
        rows += static_cast<char>(type);
        for (const unsigned shift : {24U, 16U, 8U, 0U}) {
            rows += static_cast<char>(second >> shift & 0xFFU);
        }
        rows += static_cast<char>(third);
    };
    row(0, 0, 0);
    row(1, 9, 0);
    row(2, 1, 0);
    row(1, table, 0);
    bytes += "3 0 obj\n<< /Type /XRef /Size 4 /W [1 4 1] /Root 2 0 R /Length " + std::to_string(rows.size()) +
             " >>\nstream\n" + rows + "\nendstream\nendobj\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
    return bytes;
}

TEST(ReaderObjects, RefusesObjectStreamsThatContradictThemselves) {
    EXPECT_EQ(answerTo(withObjectStream("2 0 (a)", "/N 1 /First 4")), "read");
    EXPECT_EQ(answerTo(withObjectStream("7 0 (a)", "/N 1 /First 4")), "damaged-object");
    EXPECT_EQ(answerTo(withObjectStream("2 9 (a)", "/N 1 /First 4")), "damaged-object");
    EXPECT_EQ(answerTo(withObjectStream("2 0 (a)", "/N 2 0 R /First 4")), "damaged-object");
    EXPECT_EQ(answerTo(withObjectStream("2 0 (a)", "/N 1 /First 400")), "damaged-object");
    EXPECT_EQ(answerTo(withObjectStream("2 0 (a)", "/N 1000000 /First 4")), "damaged-object");
    EXPECT_EQ(answerTo(withObjectStream("2 0 (a)", "/N 1 /First 4 /Filter /LZWDecode")), "odd-filter");
    EXPECT_EQ(answerTo(withObjectStream("2 0 (a)", "/N 1 /First 4 /Filter /FlateDecode")), "damaged-stream");
}

TEST(ReaderObjects, CallsABombABombAndNotADamagedFile) {
    const std::string packed = deflated(std::string(std::size_t{300} << 20U, ' '));
    EXPECT_EQ(answerTo(withObjectStream(packed, "/N 1 /First 10 /Filter /FlateDecode")), "pdf-too-large");
}

}  // namespace
}  // namespace engross
