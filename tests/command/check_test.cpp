#include "command/bundle_home.h"

#include <gtest/gtest.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace engross {
namespace {

class CheckOfABundle : public testing::Test {
protected:
    Ran engross(const std::vector<std::string>& words) {
        return run(folder.path(), words);
    }

    /// Three pages that another program joined and numbered, the second of them wrongly.
    std::string foreign() {
        std::string path = folder.path("scan001.pdf");
        QPDF pdf;
        pdf.emptyPDF();
        QPDFObjectHandle font =
            pdf.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"));
        for (const char* number : {"1", "7", "3", "4"}) {
            QPDFObjectHandle page =
                pdf.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 595 842] >>"));
            QPDFObjectHandle resources = QPDFObjectHandle::parse("<< /Font << >> >>");
            resources.getKey("/Font").replaceKey("/F1", font);
            page.replaceKey("/Resources", resources);
            page.replaceKey("/Contents",
                            QPDFObjectHandle::newStream(&pdf, "BT /F1 12 Tf 540 30 Td (" + std::string(number) +
                                                                  ") Tj -400 600 Td (Statement of " + number +
                                                                  " witnesses about the roof) Tj ET"));
            QPDFPageDocumentHelper(pdf).addPage(QPDFPageObjectHelper(page), false);
        }
        QPDFWriter(pdf, path.c_str()).write();
        return path;
    }

    TestFolder folder;
};

TEST_F(CheckOfABundle, TellsAPersonWhatRefusesAndHowToMendIt) {
    const Ran quick = engross({"check", foreign(), "--profile", "courts-2021"});
    EXPECT_EQ(quick.exit, 1);
    EXPECT_NE(quick.err.find("Not looked at: rules 9, 18,"), std::string::npos) << quick.err;
    const Ran deep = engross({"check", foreign(), "--profile", "courts-2021", "--deep"});
    EXPECT_EQ(deep.exit, 1);
    for (const char* words : {
             "4 pages, by courts-2021 (Courts, general guidance of 2021)",
             "Refused: ",
             "  4   Numbers from 1, without gaps\n      page numbers do not follow those before them: page 2\n",
             "      > number the pages 1, 2, 3",
             "[General guidance on electronic court bundles, 29 November 2021, paragraph 2 [S]]",
             "  16  Bookmarks for sections and documents",
             "Warnings: ",
             "the file is called 'scan001.pdf'",
             "Kept: ",
         }) {
        EXPECT_NE(deep.err.find(words), std::string::npos) << words << "\n" << deep.err;
    }
    EXPECT_TRUE(deep.out.empty());
}

TEST_F(CheckOfABundle, TakesTheDirectionsOfTheCase) {
    write(folder.path("plan.json"), R"({"directions": {"by": "Judge A. Example", "on": "2026-01-05", "pages_at_most": 3,
        "waive": [{"rule": "29", "why": "the file's name is the tribunal's own"}]}})");
    const Ran ran =
        engross({"check", foreign(), "--profile", "property-chamber", "--directions", folder.path("plan.json")});
    EXPECT_EQ(ran.exit, 1);
    EXPECT_NE(ran.err.find("the bundle has 4 pages; 3 are allowed"), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find("[directions of Judge A. Example, "), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find("Waived: one rule\n  29  "), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find("= waived by Judge A. Example on "), std::string::npos) << ran.err;

    write(folder.path("wrong.json"), R"({"by": "Judge A. Example", "on": "2026-01-05", "pages_at_mots": 3,
        "waive": [{"rule": "3", "why": "they would like it so"}]})");
    const Ran wrong =
        engross({"check", foreign(), "--profile", "property-chamber", "--directions", folder.path("wrong.json")});
    EXPECT_EQ(wrong.exit, 1);
    EXPECT_NE(wrong.err.find("did you mean 'pages_at_most'?"), std::string::npos) << wrong.err;
    EXPECT_NE(wrong.err.find("no directions waive it"), std::string::npos) << wrong.err;
}

TEST_F(CheckOfABundle, NamesTheProfilesThatThereAre) {
    const Ran ran = engross({"check", foreign(), "--profile", "nobody"});
    EXPECT_EQ(ran.exit, 2);
    EXPECT_NE(ran.err.find("family-27a, family-27a-financial, general"), std::string::npos) << ran.err;
    EXPECT_EQ(engross({"check", foreign(), "--profile", "tribunal-directions"}).exit, 1) << "a name that it had";
}

TEST_F(CheckOfABundle, IsInThePlanToo) {
    const Ran letter = engross({"make", "--request", sample("requests/missed_appointment.json"), "-o",
                                folder.path("letter.pdf"), "--at=2026-11-20T10:00"});
    ASSERT_EQ(letter.exit, 0) << letter.err;
    const BundleHome home{folder.path()};
    Object plan = planOf({folder.path("letter.pdf")});
    Object& item = *plan.find("sections")->list()->front().object()->find("items")->list()->front().object();
    item.set("title", "scan001");
    const auto bundle = [&] {
        write(folder.path("plan.json"), writeJson(plan));
        return engross({"bundle", folder.path("plan.json"), "--home", home.path(), "-o", folder.path("out.pdf"),
                        "--at=2026-11-20T10:00"});
    };
    const Ran refused = bundle();
    EXPECT_EQ(refused.exit, 1);
    EXPECT_NE(refused.err.find("'scan001' does not say what the document is"), std::string::npos) << refused.err;
    EXPECT_NE(refused.err.find("the exhibit itself says: "), std::string::npos) << refused.err;

    plan.set("directions",
             Object{{"by", "Judge A. Example"},
                    {"on", "2026-11-01"},
                    {"documents", List{"chronology"}},
                    {"waive", List{Object{{"rule", "12"}, {"why", "titles are agreed by the parties"}}}}});
    const Ran missing = bundle();
    EXPECT_EQ(missing.exit, 1);
    EXPECT_NE(missing.err.find("nothing in the bundle is the 'chronology'"), std::string::npos) << missing.err;
    item.set("kind", "chronology");
    const Ran made = bundle();
    EXPECT_EQ(made.exit, 0) << made.err;
    const std::string certificate = contentsOf(folder.path("out.release.json"));
    EXPECT_NE(certificate.find("\"why\": \"titles are agreed by the parties\""), std::string::npos);
    EXPECT_NE(certificate.find("\"checked_by\": {"), std::string::npos);
    EXPECT_NE(certificate.find("\"shown\": ["), std::string::npos);
}

}  // namespace
}  // namespace engross
