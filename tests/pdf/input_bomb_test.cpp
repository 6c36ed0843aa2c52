#include "pdf/child.h"
#include "pdf/deflate.h"
#include "pdf/input.h"
#include "pdf/prepared_source.h"
#include "pdf/raw_pdf.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <set>

namespace engross {
namespace {

/// Reads and copies a file as a worker does. A worker may be killed, but only for what it spent.
std::string tried(const TestFolder& folder, const std::string& path, std::size_t megabytes = 400) {
    const ChildResult result = inChild(
        [&folder, &path] {
            const PdfFacts facts = readPdfFacts(path, "AB/7");
            (void)prepareSource(path, "AB/7", {}, folder.path("out.pdf"));
            return "joined " + std::to_string(facts.pages.size());
        },
        megabytes, 20);
    EXPECT_EQ(result.signal, 0);
    return result.said;
}

TEST(Bomb, OfAMillionKidsIsRefusedAtTheLimitOfPages) {
    TestFolder folder;
    RawPdf source;
    source.addTextPage("page");
    std::string kids;
    for (int i = 0; i < 1'000'000; ++i) {
        kids += "5 0 R ";
    }
    source.replace(2, "<< /Type /Pages /Kids [" + kids + "] /Count 1000000 >>");
    EXPECT_EQ(tried(folder, source.writeTo(folder.path("kids.pdf")), 1024), "pdf-too-large");
}

TEST(Bomb, OfAnObjectStreamIsRefusedForItsMemory) {
    TestFolder folder;
    std::string file = "%PDF-1.7\n";
    const std::string packed = deflated(std::string(std::size_t{600} << 20U, ' '));
    const std::size_t stream = file.size();
    file += "1 0 obj\n<< /Type /ObjStm /N 1 /First 10 /Filter /FlateDecode /Length " + std::to_string(packed.size()) +
            " >>\nstream\n" + packed + "\nendstream\nendobj\n";
    const std::size_t table = file.size();
    std::string rows;
    const auto row = [&rows](int type, std::size_t second, int third) {
        rows += static_cast<char>(type);
        for (const unsigned shift : {24U, 16U, 8U, 0U}) {
            rows += static_cast<char>(second >> shift & 0xFFU);
        }
        rows += static_cast<char>(third);
    };
    row(0, 0, 0);
    row(1, stream, 0);
    row(2, 1, 0);
    row(1, table, 0);
    file += "3 0 obj\n<< /Type /XRef /Size 4 /W [1 4 1] /Root 2 0 R /Length " + std::to_string(rows.size()) +
            " >>\nstream\n" + rows + "\nendstream\nendobj\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
    const std::string said = tried(folder, writeBytes(folder.path("objects.pdf"), file));
    EXPECT_TRUE(said == "pdf-too-large" || said == "pdf-damaged") << said;
}

TEST(Bomb, OfAPagesContentIsCopiedWithoutBeingInflated) {
    TestFolder folder;
    RawPdf source;
    const std::string packed = deflated(std::string(std::size_t{300} << 20U, ' '));
    const std::size_t content = source.addStream(packed, "/Filter /FlateDecode");
    source.addTextPage("page", "/MediaBox [0 0 9 9] /Contents " + std::to_string(content) + " 0 R");
    EXPECT_EQ(tried(folder, source.writeTo(folder.path("content.pdf"))), "joined 1");
    EXPECT_LT(readBytes(folder.path("out.pdf")).size(), packed.size() + 10'000);
}

TEST(Bomb, OfNestedArraysIsNamedOrJoined) {
    TestFolder folder;
    RawPdf source;
    source.addTextPage("page", "/MediaBox [0 0 9 9] /Nest " + std::string(200'000, '[') + std::string(200'000, ']'));
    const std::string said = tried(folder, source.writeTo(folder.path("nest.pdf")));
    EXPECT_TRUE(said == "joined 1" || said.rfind("pdf-", 0) == 0) << said;
}

TEST(Bomb, OfRandomDamageIsAlwaysAnswered) {
    TestFolder folder;
    RawPdf source;
    for (int i = 0; i < 5; ++i) {
        source.addTextPage("page " + std::to_string(i));
    }
    const std::string whole = source.bytes();
    std::uint32_t state = 12345;
    std::set<std::string> answers;
    for (int round = 0; round < 60; ++round) {
        std::string bytes = whole;
        for (int i = 0; i < 12; ++i) {
            state = state * 1664525U + 1013904223U;
            bytes[state % bytes.size()] = static_cast<char>(state >> 16U);
        }
        const std::string said = tried(folder, writeBytes(folder.path("flipped.pdf"), bytes));
        EXPECT_TRUE(said.rfind("joined ", 0) == 0 || said.rfind("pdf-", 0) == 0) << said;
        EXPECT_TRUE(said.rfind("joined ", 0) != 0 || said == "joined 5") << "pages vanished without a word: " << said;
        answers.insert(said);
    }
    EXPECT_GE(answers.size(), 2U);
}

}  // namespace
}  // namespace engross
