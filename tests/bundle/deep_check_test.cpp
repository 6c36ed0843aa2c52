#include "bundle/read_back.h"

#include "bundle/findings.h"
#include "bundle/sample_bundle.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>

namespace engross {
namespace {

/// A page as another program might make it.
struct ForeignPage {
    std::string content;
    int rotation = 0;
    std::string annotations = "[]";
    std::string entries{};  // of the page, besides
};

std::string words(double x, double y, const std::string& text, double size = 12) {
    return "BT /F1 " + std::to_string(size) + " Tf " + std::to_string(x) + " " + std::to_string(y) + " Td (" + text +
           ") Tj ET\n";
}

/// Forty different words, so that the page is one of text.
std::string body(int page) {
    std::string content;
    for (int line = 0; line < 10; ++line) {
        std::string text = "The surveyor";
        for (const char* rest : {" wrote that the roof", " was open"}) {
            text.append(std::to_string(page)).append("x").append(std::to_string(line)).append(rest);
        }
        content += words(72, 700 - 20 * line, text);
    }
    return content;
}

std::string number(const std::string& text) {
    return words(540, 30, text);
}

/// A black and white picture over most of the page.
std::string picture() {
    return "q 500 0 0 700 50 80 cm /I1 Do Q\n";
}

class ForeignBundle {
public:
    [[nodiscard]] Verdict check(const std::vector<ForeignPage>& pages, const std::string& profile = "courts-2021",
                                Depth depth = Depth::Pages) const {
        return check(pages, sampleProfile(profile), depth);
    }
    [[nodiscard]] Verdict check(const std::vector<ForeignPage>& pages, const BundleProfile& profile,
                                Depth depth = Depth::Pages) const {
        const std::string path = folder_.path("EN-2026-0142 bundle A.pdf");
        write(pages, path);
        return checkBundle(path, profile, Language::English, depth);
    }

private:
    static void write(const std::vector<ForeignPage>& pages, const std::string& path) {
        QPDF pdf;
        pdf.emptyPDF();
        QPDFObjectHandle font = pdf.makeIndirectObject(QPDFObjectHandle::parse(
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"));
        QPDFObjectHandle image = QPDFObjectHandle::newStream(&pdf, std::string(100 * 1000 / 8, '\x5A'));
        image.replaceDict(
            QPDFObjectHandle::parse("<< /Type /XObject /Subtype /Image /Width 100 /Height 1000 "
                                    "/BitsPerComponent 1 /ColorSpace /DeviceGray >>"));
        std::vector<QPDFObjectHandle> made;
        for (const ForeignPage& page : pages) {
            QPDFObjectHandle object = pdf.makeIndirectObject(QPDFObjectHandle::parse(
                "<< /Type /Page /MediaBox [0 0 595 842] /Rotate " + std::to_string(page.rotation) + " /Annots " +
                page.annotations + page.entries + " >>"));
            QPDFObjectHandle resources = QPDFObjectHandle::parse("<< /Font << >> /XObject << >> >>");
            resources.getKey("/Font").replaceKey("/F1", font);
            resources.getKey("/XObject").replaceKey("/I1", image);
            object.replaceKey("/Resources", resources);
            object.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, page.content));
            QPDFPageDocumentHelper(pdf).addPage(QPDFPageObjectHelper(object), false);
        }
        QPDFWriter(pdf, path.c_str()).write();
    }

    TestFolder folder_;
};

std::vector<ForeignPage> goodPages(int count) {
    std::vector<ForeignPage> pages;
    for (int page = 1; page <= count; ++page) {
        pages.push_back({body(page) + number(std::to_string(page))});
    }
    return pages;
}

/// The pages that a finding with this word in its message names; nothing where there is none.
std::optional<PageList> pagesOf(const Verdict& verdict, const std::string& rule, const std::string& words) {
    for (const Finding& finding : verdict.findings) {
        EXPECT_FALSE(finding.cure.empty());
        if (finding.rule == rule && finding.message.find(words) != std::string::npos) {
            return finding.pages;
        }
    }
    return std::nullopt;
}

TEST(DeepCheck, FindsTheNumbersThatAnotherProgramDrew) {
    const ForeignBundle bundle;
    EXPECT_EQ(pagesOf(bundle.check(goodPages(4), "courts-2021", Depth::Structure), "3-numbered", "another program"),
              PageList());
    const Verdict good = bundle.check(goodPages(4));
    EXPECT_EQ(pagesOf(good, "3-numbered", ""), std::nullopt);
    EXPECT_EQ(pagesOf(good, "4-from-one", ""), std::nullopt);

    std::vector<ForeignPage> pages = goodPages(6);
    pages.at(2).content = body(3);
    pages.at(4).content = body(5) + number("9");
    const Verdict verdict = bundle.check(pages);
    EXPECT_EQ(pagesOf(verdict, "3-numbered", "carry no number"), PageList{3});
    EXPECT_EQ(pagesOf(verdict, "4-from-one", "do not follow"), PageList{5});
    EXPECT_EQ(pagesOf(verdict, "5-labels", "the reader shows"), PageList{5});
}

TEST(DeepCheck, NamesPlainNumbersWhereEachSectionIsToBeNumbered) {
    const Verdict verdict = ForeignBundle().check(goodPages(4), "family-27a");
    EXPECT_EQ(pagesOf(verdict, "6-section-numbers", "in their section"), (PageList{1, 2, 3, 4}));
}

TEST(DeepCheck, NamesAPageThatIsLostBehindOneThatWasPutIn) {
    std::vector<ForeignPage> pages = goodPages(6);
    int next = 0;
    for (const char* label : {"1", "2", "2A", "4", "5", "6"}) {
        pages.at(static_cast<std::size_t>(next)).content = body(next + 1) + number(label);
        ++next;
    }
    const Verdict verdict = ForeignBundle().check(pages);
    EXPECT_EQ(pagesOf(verdict, "4-from-one", "do not follow"), PageList{4});
    EXPECT_EQ(pagesOf(verdict, "36-suffixes", "between others"), PageList{3});
}

TEST(DeepCheck, NamesABundleWithoutNumbers) {
    const Verdict verdict = ForeignBundle().check({{body(1)}, {body(2)}, {body(3)}});
    EXPECT_EQ(pagesOf(verdict, "3-numbered", "no run of page numbers"), PageList());
    EXPECT_FALSE(verdict.passed());
}

TEST(DeepCheck, NamesANumberThatStandsOnTextOrBesideAnother) {
    std::vector<ForeignPage> pages = goodPages(4);
    pages.at(1).content += words(500, 31, "and the gutters too");
    pages.at(2).content += words(505, 30, "7");
    const Verdict verdict = ForeignBundle().check(pages);
    EXPECT_EQ(pagesOf(verdict, "9-number-clear", "stands on text"), PageList{2});
    EXPECT_EQ(pagesOf(verdict, "8-number-place", "right beside"), PageList{3});
}

TEST(DeepCheck, NamesPagesThatAreUpsideDownOrSideways) {
    std::vector<ForeignPage> pages = goodPages(5);
    pages.at(1).rotation = 180;
    pages.at(3).rotation = 90;
    const Verdict verdict = ForeignBundle().check(pages);
    EXPECT_EQ(pagesOf(verdict, "20-upside-down", "upside down"), PageList{2});
    EXPECT_EQ(pagesOf(verdict, "21-landscape", "top to bottom"), PageList{4});
}

TEST(DeepCheck, NamesScansWithoutTextAndCountsTheirDots) {
    std::vector<ForeignPage> pages = goodPages(4);
    pages.at(2).content = picture() + number("3");
    const Verdict verdict = ForeignBundle().check(pages);
    EXPECT_EQ(pagesOf(verdict, "18-searchable", "cannot be searched"), PageList{3});
    EXPECT_EQ(pagesOf(verdict, "39-legible", "fewer than 120 dots"), PageList{3});
    EXPECT_EQ(pagesOf(verdict, "23-dots", ""), std::nullopt);

    pages.at(2).content = body(3) + number("3") + "q 100 0 0 100 300 100 cm /I1 Do Q\n";
    EXPECT_EQ(pagesOf(ForeignBundle().check(pages), "18-searchable", ""), std::nullopt);
    pages.at(2).content = body(3) + number("3") + "q 23 0 0 225 300 100 cm /I1 Do Q\n";
    EXPECT_EQ(pagesOf(ForeignBundle().check(pages), "23-dots", "more than 300"), PageList{3});
}

TEST(DeepCheck, NamesTextUnderABoxAndAMarkThatWasNeverMade) {
    std::vector<ForeignPage> pages = goodPages(5);
    pages.at(1).content += words(72, 400, "telephone 01632 960001") + "0 g 70 396 160 16 re f\n";
    pages.at(2).content += "0 g 70 396 160 16 re f 1 g\n" + words(72, 400, "white on black") + "0 g\n";
    pages.at(3).annotations = "[<< /Type /Annot /Subtype /Redact /Rect [70 390 200 412] >>]";
    pages.at(4).annotations = "[<< /Type /Annot /Subtype /Square /IC [0 0 0] /Rect [70 695 300 715] >>]";
    const Verdict verdict = ForeignBundle().check(pages);
    EXPECT_EQ(pagesOf(verdict, "45-redactions", "under dark boxes"), (PageList{2, 5}));
    EXPECT_EQ(pagesOf(verdict, "45-redactions", "never made"), PageList{4});
}

TEST(DeepCheck, NamesPagesThatShowWhatAnEarlierOneShows) {
    std::vector<ForeignPage> pages = goodPages(4);
    pages.at(3).content = pages.at(1).content;
    EXPECT_EQ(pagesOf(ForeignBundle().check(pages), "30-twice", "an earlier page"), PageList{4});
}

TEST(DeepCheck, NamesExhibitsAndPagesThatTheBundleDoesNotHave) {
    std::vector<ForeignPage> pages = goodPages(4);
    pages.at(0).content += words(72, 300, "I refer to exhibit AB/7, at page 93 of the bundle");
    pages.at(1).content += words(72, 300, "I refer to exhibit CD/1");
    pages.push_back({words(200, 500, "Exhibit CD/1") + number("5")});
    const Verdict verdict = ForeignBundle().check(pages);
    EXPECT_EQ(pagesOf(verdict, "42-references", "'AB/7'"), PageList{1});
    EXPECT_EQ(pagesOf(verdict, "42-references", "beyond its last page"), PageList{1});
}

TEST(DeepCheck, NamesLettersWhereOnlyFiguresAreAskedFor) {
    std::vector<ForeignPage> pages;
    for (int page = 1; page <= 4; ++page) {
        pages.push_back({body(page) + number("B" + std::to_string(page))});
    }
    const Verdict verdict = ForeignBundle().check(pages, "family-27a-financial");
    EXPECT_EQ(pagesOf(verdict, "7-plain-numbers", "not plain"), (PageList{1, 2, 3, 4}));
}

TEST(DeepCheck, TellsABundleThatGoesOnFromAnother) {
    std::vector<ForeignPage> pages;
    for (int page = 1; page <= 4; ++page) {
        pages.push_back({body(page) + number(std::to_string(300 + page))});
    }
    EXPECT_EQ(pagesOf(ForeignBundle().check(pages, "supreme-court"), "37-supplemental", "goes on"), PageList{1});
    EXPECT_EQ(pagesOf(ForeignBundle().check(pages), "4-from-one", "is numbered 301, not 1"), PageList{1});
}

TEST(DeepCheck, PassesOursAndReadsItsPages) {
    const TestFolder folder;
    const BundlePlan plan = samplePlan();
    const PageSources sources = sampleSources(plan, [&plan](std::size_t section, std::size_t item) {
        return sampleDocument(plan.sections.at(section).items.at(item).title, 2);
    });
    const Settled settled = settle(plan, sources);
    const std::string path = folder.path("EN-2026-0142 bundle A.pdf");
    (void)assemble(plan, *settled.numbering, sources, *makeLinker(Typesetter::standard()), folder.path(), path,
                   sampleProfile());
    const Verdict verdict = readBack(path, plan, *settled.numbering, sampleProfile(), Depth::Pages);
    for (const Finding& finding : verdict.findings) {
        ADD_FAILURE() << finding.rule << ": " << finding.message;
    }
    for (const char* rule : {"9-number-clear", "18-searchable", "30-twice", "45-redactions"}) {
        EXPECT_NE(std::find(verdict.rulesRun.begin(), verdict.rulesRun.end(), rule), verdict.rulesRun.end()) << rule;
    }
}

TEST(DeepCheck, FindsAProtectedTermThatWasOnlyCroppedAway) {
    BundleProfile profile = sampleProfile("courts-2021");
    profile.protectedTerms = {"12 Example Close"};
    std::vector<ForeignPage> pages = goodPages(4);
    const std::string below = "BT /F1 11 Tf 72 90 Td (of 12 Example Close) Tj ET\n";
    EXPECT_FALSE(pagesOf(ForeignBundle().check(pages, profile), "45-redactions", "protected term"));
    pages.at(2).content = below + pages.at(2).content;
    EXPECT_EQ(pagesOf(ForeignBundle().check(pages, profile), "45-redactions", "protected term"), PageList{3});
    pages.at(2).entries = " /CropBox [0 200 595 842]";
    EXPECT_EQ(pagesOf(ForeignBundle().check(pages, profile), "45-redactions", "protected term"), PageList{3});
}

TEST(DeepCheck, FindsAProtectedTermBehindWordsAndInTheirPlace) {
    BundleProfile profile = sampleProfile("courts-2021");
    profile.protectedTerms = {"12 Example Close"};
    const std::string address = words(72, 300, "of 12 Example Close");
    const std::string harmless = words(72, 300, "of a place");
    const std::string drawn = "72 300 20 20 re f\n";
    const std::map<std::string, std::string> contents{
        {"shown behind other words", "/Span <</ActualText (of a place)>> BDC " + address + "EMC\n"},
        {"shown behind nothing", "/Span <</ActualText ()>> BDC " + address + "EMC\n"},
        {"behind a name with escapes", "/Span <</Actual#54ext (of a place)>> BDC " + address + "EMC\n"},
        {"given for other words", "/Span <</ActualText (12 Example Close)>> BDC " + harmless + "EMC\n"},
        {"given for what is no letter", "/Span <</ActualText (12 Example Close)>> BDC " + drawn + "EMC\n"},
        {"given as hexadecimal", "/Span <</ActualText <3132204578616D706C6520436C6F7365>>> BDC " + drawn + "EMC\n"},
    };
    for (const auto& [what, content] : contents) {
        SCOPED_TRACE(what);
        std::vector<ForeignPage> pages = goodPages(4);
        pages.at(2).content += content;
        EXPECT_EQ(pagesOf(ForeignBundle().check(pages, profile), "45-redactions", "protected term"), PageList{3});
    }
    std::vector<ForeignPage> pages = goodPages(4);
    pages.at(2).content += "/Span <</ActualText (of a place)>> BDC " + harmless + "EMC\n";
    EXPECT_FALSE(pagesOf(ForeignBundle().check(pages, profile), "45-redactions", "protected term"));
}

}  // namespace
}  // namespace engross
