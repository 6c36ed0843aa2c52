#include "command/bundle_home.h"
#include "model/json.h"
#include "work/scratch.h"

#include <gtest/gtest.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace engross {
namespace {

class ExhibitTest : public testing::Test {
protected:
    TestFolder folder;

    Ran engross(std::vector<std::string> words) {
        words.insert(words.begin(), "exhibit");
        return run(folder.path(), words);
    }
    /// A page that says something, and one on its side that shows nothing.
    std::string letter(const std::string& name) {
        QPDF pdf;
        pdf.emptyPDF();
        QPDFObjectHandle page = QPDFObjectHandle::parse(
            &pdf,
            "<< /Type /Page /MediaBox [0 0 595 842] /Resources << /Font << /F << /Type /Font /Subtype /Type1 "
            "/BaseFont /Helvetica >> >> >> >>");
        page.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, "BT /F 20 Tf 72 700 Td (Gas record) Tj ET"));
        QPDFPageDocumentHelper(pdf).addPage(QPDFPageObjectHelper(pdf.makeIndirectObject(page)), false);
        QPDFObjectHandle turned =
            QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 842 595] /Rotate 90 /Resources << >> >>");
        QPDFPageDocumentHelper(pdf).addPage(QPDFPageObjectHelper(pdf.makeIndirectObject(turned)), false);
        std::string path = folder.path(name);
        QPDFWriter(pdf, path.c_str()).write();
        return path;
    }
    static std::vector<Value> exhibitsIn(const Ran& ran) {
        const auto answer = readJson(ran.out);
        EXPECT_TRUE(answer.value) << ran.out << ran.err;
        return *answer.value->find("exhibits")->list();
    }
};

TEST_F(ExhibitTest, TellsWhatABundleWouldMakeOfAFile) {
    const Ran ran = engross({letter("gas.pdf")});
    EXPECT_EQ(ran.exit, 0) << ran.err;
    EXPECT_EQ(ran.err, "");
    for (const char* line : {"PDF, 2 pages, ", "\n  SHA-256           ", "A4: 1–2", "turned pages      2: ",
                             "on 1 of 2 pages", "read by           the fast reader, as it is"}) {
        EXPECT_NE(ran.out.find(line), std::string::npos) << line << " is not in\n" << ran.out;
    }
    EXPECT_NE(ran.out.find(hashFile(folder.path("gas.pdf")).hex()), std::string::npos);
}

TEST_F(ExhibitTest, AnswersInTheWordsOfTheService) {
    const Ran ran = engross({"--json", letter("gas.pdf")});
    EXPECT_EQ(ran.exit, 0) << ran.err;
    const auto exhibits = exhibitsIn(ran);
    ASSERT_EQ(exhibits.size(), 1U);
    EXPECT_EQ(exhibits[0].textOr("inspection", ""), "inspected");
    EXPECT_EQ(exhibits[0].textOr("media_type", ""), "application/pdf");
    EXPECT_EQ(exhibits[0].textOr("name", ""), "gas.pdf");
    const Value& facts = *exhibits[0].find("facts");
    EXPECT_EQ(*facts.find("pages")->integer(), 2);
    EXPECT_EQ(writeJson(*facts.find("turned_pages")), "[2]");
    EXPECT_EQ(facts.textOr("sha256", ""), exhibits[0].textOr("sha256", "-"));
}

TEST_F(ExhibitTest, NamesEveryFileThatCannotBeOneWithItsCureAndTellsTheRest) {
    const std::string good = letter("good.pdf");
    write(folder.path("empty.pdf"), "");
    write(folder.path("call.mp3"), std::string("ID3\4\0\0", 6) + std::string(500, '\1'));
    write(folder.path("broken.pdf"), "%PDF-1.7\nnothing more");
    const Ran ran =
        engross({folder.path("empty.pdf"), folder.path("call.mp3"), good, folder.path("broken.pdf"), "--json"});
    EXPECT_EQ(ran.exit, 1);
    const auto exhibits = exhibitsIn(ran);
    ASSERT_EQ(exhibits.size(), 4U);
    std::string codes;
    for (const Value& exhibit : exhibits) {
        const Value* faults = exhibit.find("facts")->find("diagnostics");
        codes += (faults == nullptr ? "good" : faults->list()->at(0).textOr("code", "")) + " ";
        EXPECT_EQ(exhibit.textOr("inspection", ""), faults == nullptr ? "inspected" : "refused");
    }
    EXPECT_EQ(codes, "evidence-empty evidence-unsupported good pdf-damaged ");
    const Ran told = engross({folder.path("empty.pdf"), folder.path("call.mp3"), good, folder.path("broken.pdf")});
    EXPECT_EQ(told.exit, 1);
    for (const char* words : {"empty.pdf has no content", "call.mp3 is a sound recording", "where it can be heard",
                              "broken.pdf is damaged and cannot be repaired", "upload another copy"}) {
        EXPECT_NE(told.err.find(words), std::string::npos) << words << " is not in\n" << told.err;
    }
    EXPECT_NE(told.out.find("good.pdf\n  what it is        PDF"), std::string::npos) << told.out;
}

TEST_F(ExhibitTest, SumsManyFilesUp) {
    write(folder.path("empty.pdf"), "");
    const Ran ran = engross({"--summary", letter("one.pdf"), letter("two.pdf"), folder.path("empty.pdf")});
    EXPECT_EQ(ran.exit, 1);
    EXPECT_EQ(ran.out,
              "         3  files\n         4  pages in a bundle\n         2  PDF\n         2  PDFs read by the fast "
              "reader\n         1  cannot be used: evidence-empty\n");
    const Ran numbers = engross({"--summary", "--json", folder.path("one.pdf"), folder.path("two.pdf")});
    EXPECT_EQ(numbers.exit, 0);
    const auto answer = readJson(numbers.out);
    ASSERT_TRUE(answer.value);
    EXPECT_EQ(answer.value->find("exhibits"), nullptr);
    EXPECT_EQ(*answer.value->find("summary")->find("fast")->integer(), 2);
    EXPECT_EQ(*answer.value->find("summary")->find("pages")->integer(), 4);
}

TEST_F(ExhibitTest, OpensLockedFilesWithThePasswordOfAFile) {
    write(folder.path("word.txt"), "open sesame\n");
    const std::string open = letter("open.pdf");
    const std::string locked = folder.path("locked.pdf");
    ASSERT_EQ(run(folder.path(), {"copy", open, "--password-file", folder.path("word.txt"), "-o", locked}).exit, 0);
    const Ran shut = engross({locked});
    EXPECT_EQ(shut.exit, 1);
    EXPECT_NE(shut.err.find("locked.pdf opens only with a password"), std::string::npos) << shut.err;
    const Ran ran = engross({locked, "--password-file", folder.path("word.txt")});
    EXPECT_EQ(ran.exit, 0) << ran.err;
    EXPECT_NE(ran.out.find("AES, 256 bits"), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find("libqpdf: it is locked"), std::string::npos) << ran.out;
    EXPECT_EQ(ran.out.find("open sesame"), std::string::npos);
}

TEST_F(ExhibitTest, NamesEveryWordThatIsNoFile) {
    const Ran ran = engross({folder.path("absent.pdf"), letter("gas.pdf"), folder.path()});
    EXPECT_EQ(ran.exit, 3);
    EXPECT_NE(ran.err.find("absent.pdf"), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find(folder.path()), std::string::npos) << ran.err;
    EXPECT_EQ(engross({}).exit, 2);
    EXPECT_NE(engross({}).err.find("FILE… is missing"), std::string::npos);
}

TEST_F(ExhibitTest, LetsNoNameOrSubjectSteerTheTerminal) {
    const std::string steering = folder.path("a\x1b[31m\xE2\x80\xAEgpj.eml");
    write(steering,
          "From: a@example.org\nTo: b@example.org\nDate: Mon, 2 Mar 2026 09:15:00 +0000\n"
          "Subject: =?utf-8?B?G1sybQ==?= =?utf-8?Q?=E2=80=AEda=C5=B7_=C5=B4=C5=81_=E0=AE=A4_=F0=9F=8F=A0?=\n\nhello\n");
    const Ran ran = engross({steering});
    if (ran.exit == 1 && ran.err.find("cannot become pages yet") != std::string::npos) {
        GTEST_SKIP() << "GMime is not installed";
    }
    EXPECT_EQ(ran.exit, 0) << ran.err;
    EXPECT_EQ(ran.out.find('\x1b'), std::string::npos);
    EXPECT_EQ(ran.out.find("\xE2\x80\xAE"), std::string::npos) << "letters could be turned round";
    EXPECT_NE(ran.out.find("a[U+001B][31m[U+202E]gpj.eml"), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find("daŷ ŴŁ த 🏠"), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find("2026-03-02"), std::string::npos) << ran.out;
}

}  // namespace
}  // namespace engross
