#include "pdf/joined.h"
#include "pdf/raw_pdf.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

TEST(Linker, TakesNothingActiveAlongAndCountsWhatItLeaves) {
    TestFolder folder;
    RawPdf source;
    const std::size_t script = source.add("<< /S /JavaScript /JS (app.alert\\(1\\)) >>");
    const std::string scriptReference = std::to_string(script) + " 0 R";
    const std::size_t file = source.addStream("secret", "/Type /EmbeddedFile");
    const std::size_t specification =
        source.add("<< /Type /Filespec /F (a.txt) /EF << /F " + std::to_string(file) + " 0 R >> >>");
    const std::string attachment = std::to_string(specification) + " 0 R";
    source.catalog("/OpenAction " + scriptReference + " /AA << /WC " + scriptReference +
                   " >> /Names << /JavaScript << " + "/Names [(x) " + scriptReference +
                   "] >> /EmbeddedFiles << /Names [(a.txt) " + attachment + "] >> >>");
    source.addTextPage("page", "/MediaBox [0 0 595 842] /AA << /O " + scriptReference +
                                   " >> /Annots [<< /Type /Annot /Subtype /Link /Rect [9 9 90 90] /A << /S /Launch /F "
                                   "(calc.exe) >> >> << /Type /Annot /Subtype /FileAttachment /Rect [1 1 9 9] /FS " +
                                   attachment +
                                   " >> << /Type /Annot /Subtype /Screen /Rect [1 1 9 9] /A << /S "
                                   "/Rendition >> >> << /Type /Annot /Subtype /Link /Rect [9 9 90 90] "
                                   "/A << /S /URI /URI (https://example.org/) /Next " +
                                   scriptReference +
                                   " >> >> << /Type /Annot /Subtype /Link /Rect [9 9 90 90] /A << "
                                   "/S /GoToR /F (other.pdf) /D [0 /Fit] >> >>]");
    const Joined joined({source.writeTo(folder.path("active.pdf"))});

    EXPECT_EQ(joined.lost("javascript"), 5U);
    EXPECT_EQ(joined.lost("launch"), 1U);
    EXPECT_EQ(joined.lost("attachment"), 2U);
    EXPECT_EQ(joined.lost("multimedia"), 2U);
    EXPECT_EQ(joined.lost("remote-link"), 1U);
    EXPECT_EQ(joined.reading.active, (std::map<std::string, std::size_t>()));
    ASSERT_EQ(joined.reading.pages.at(0).links.size(), 1U);
    EXPECT_EQ(joined.reading.pages.at(0).links.at(0).address, "https://example.org/");
}

TEST(Linker, KeepsLinksInsideASourceAndDropsUnsafeOnes) {
    TestFolder folder;
    RawPdf first;
    first.addTextPage("first file");
    RawPdf second;
    const std::size_t target = second.addTextPage("target");
    second.catalog("/Dests << /chapter [" + std::to_string(target) + " 0 R /XYZ 0 700 null] >>");
    second.addTextPage("links",
                       "/MediaBox [0 0 595 842] /Annots [<< /Subtype /Link /Rect [1 1 9 9] /Dest /chapter >> "
                       "<< /Subtype /Link /Rect [1 1 9 9] /A << /S /GoTo /D [" +
                           std::to_string(target) +
                           " 0 R /Fit] >> >> << /Subtype /Link /Rect [1 1 9 9] /Dest /nowhere >> "
                           "<< /Subtype /Link /Rect [1 1 9 9] /A << /S /URI /URI (javascript:alert) >> >> "
                           "<< /Subtype /Link /Rect [1 1 9 9] /A << /S /URI /URI (mailto:a@example.org) >> "
                           ">>]");
    const Joined joined({first.writeTo(folder.path("first.pdf")), second.writeTo(folder.path("second.pdf"))});

    const auto& links = joined.reading.pages.at(2).links;
    ASSERT_EQ(links.size(), 3U);
    EXPECT_EQ(links.at(0).page, 2U);
    EXPECT_EQ(links.at(1).page, 2U);
    EXPECT_EQ(links.at(2).address, "mailto:a@example.org");
    EXPECT_EQ(joined.lost("broken-link"), 1U);
    EXPECT_EQ(joined.lost("external-link"), 1U);
}

TEST(Linker, KeepsOfALinkWhatLiesOnTheVisiblePage) {
    TestFolder folder;
    RawPdf source;
    source.addTextPage("links",
                       "/MediaBox [0 0 595 842] /CropBox [100 100 500 700] /Annots [<< /Subtype /Link /Rect "
                       "[600 650 50 680] /A << /S /URI /URI (https://example.org/) >> >> << /Subtype /Link "
                       "/Rect [1 1 9 9] /A << /S /URI /URI (https://example.org/) >> >>]");
    const Joined joined({source.writeTo(folder.path("cropped.pdf"))});
    const auto& links = joined.reading.pages.at(0).links;
    ASSERT_EQ(links.size(), 1U);
    EXPECT_TRUE(links.at(0).insidePage);
    EXPECT_TRUE(links.at(0).wellFormed);
    EXPECT_EQ(joined.lost("broken-link"), 1U);
}

RawPdf formOf(const std::string& widget, const std::string& form) {
    RawPdf source;
    const std::size_t number = source.nextNumber();
    source.add(widget);
    const std::string reference = std::to_string(number) + " 0 R";
    source.addTextPage("form", "/MediaBox [0 0 595 842] /Annots [" + reference + "]");
    source.catalog("/AcroForm << /Fields [" + reference + "] /DA (/F 12 Tf 0 g) /DR << /Font << /F 3 0 R >> >> " +
                   form + " >>");
    return source;
}

const std::string answerField =
    "<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Ms A. Example) /DA (/F 12 Tf 0 g) "
    "/Rect [72 500 400 520] /F 4 >>";

TEST(Linker, DrawsAnAnswerThatHasNoAppearance) {
    TestFolder folder;
    const Joined joined({formOf(answerField, "").writeTo(folder.path("form.pdf"))});
    EXPECT_EQ(joined.lost("form"), 1U);
    EXPECT_EQ(joined.lost("form-answer"), 0U);
    const std::string text = joined.textOf(1);
    if (text.empty()) {
        GTEST_SKIP() << "pdftotext is not installed";
    }
    EXPECT_NE(text.find("Ms A. Example"), std::string::npos) << text;
}

TEST(Linker, DrawsAnAnswerThatAsksForAFreshAppearance) {
    TestFolder folder;
    const Joined joined({formOf(answerField, "/NeedAppearances true").writeTo(folder.path("form.pdf"))});
    const std::string text = joined.textOf(1);
    if (text.empty()) {
        GTEST_SKIP() << "pdftotext is not installed";
    }
    EXPECT_NE(text.find("Ms A. Example"), std::string::npos) << text;
}

TEST(Linker, SaysWhichAnswersItCouldNotDrawWhole) {
    TestFolder folder;
    const std::string manyLines =
        "<< /Type /Annot /Subtype /Widget /FT /Tx /Ff 4096 /T (why) /V (1\\n2\\n3\\n4\\n5\\n6) /DA (/F 12 Tf 0 g) "
        "/Rect [72 500 400 520] /F 4 >>";
    const Joined joined({formOf(manyLines, "").writeTo(folder.path("form.pdf"))});
    EXPECT_EQ(joined.lost("form-answer"), 1U);
}

TEST(Linker, CountsASignatureAsLost) {
    TestFolder folder;
    const std::string field =
        "<< /Type /Annot /Subtype /Widget /FT /Sig /T (sign) /Rect [0 0 0 0] /V << /Type /Sig /Filter /Adobe.PPKLite "
        ">> >>";
    const Joined joined({formOf(field, "").writeTo(folder.path("signed.pdf"))});
    EXPECT_EQ(joined.lost("signature"), 1U);
}

TEST(Linker, KeepsAHiddenLayerHidden) {
    TestFolder folder;
    RawPdf source;
    const std::size_t layer = source.add("<< /Type /OCG /Name (draft) >>");
    const std::string reference = std::to_string(layer) + " 0 R";
    source.addPage("/MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> /Properties << /L " + reference +
                       " >> >> /Annots [<< /Subtype /Stamp /Rect [1 1 99 99] /OC " + reference + " >>]",
                   "BT /F 12 Tf 72 700 Td (seen) Tj ET /OC /L BDC BT /F 12 Tf 72 500 Td (unseen) Tj ET EMC");
    source.catalog("/OCProperties << /OCGs [" + reference + "] /D << /OFF [" + reference + "] >> >>");
    Joined joined({source.writeTo(folder.path("layers.pdf"))});

    QPDFObjectHandle usual = joined.pdf.getRoot().getKey("/OCProperties").getKey("/D");
    ASSERT_EQ(usual.getKey("/OFF").getArrayNItems(), 1);
    QPDFObjectHandle page = joined.pdf.getAllPages().at(0);
    EXPECT_EQ(usual.getKey("/OFF").getArrayItem(0).getObjGen(),
              page.getKey("/Resources").getKey("/Properties").getKey("/L").getObjGen());
    const std::string text = joined.textOf(1);
    if (text.empty()) {
        GTEST_SKIP() << "pdftotext is not installed";
    }
    EXPECT_NE(text.find("seen"), std::string::npos);
    EXPECT_EQ(text.find("unseen"), std::string::npos);
}

TEST(Linker, PutsASourcesOwnBookmarksBelowItsDocument) {
    TestFolder folder;
    RawPdf first;
    first.addTextPage("first");
    RawPdf second;
    const std::size_t page = second.addTextPage("second");
    const std::size_t outline = second.nextNumber();
    const auto reference = [](std::size_t number) { return std::to_string(number) + " 0 R"; };
    second.add("<< /Type /Outlines /First " + reference(outline + 1) + " /Last " + reference(outline + 1) + " >>");
    second.add("<< /Title (Part one) /Parent " + reference(outline) + " /Dest [" + reference(page) + " /Fit] /Next " +
               reference(outline + 1) + " /First " + reference(outline + 2) + " >>");
    second.add("<< /Title (Chapter) /Parent " + reference(outline + 1) + " /Dest [" + reference(page) +
               " /Fit] /Next " + reference(outline) + " /First " + reference(outline + 1) + " >>");
    second.catalog("/Outlines " + reference(outline));
    const Joined joined({first.writeTo(folder.path("a.pdf")), second.writeTo(folder.path("b.pdf"))});

    const std::vector<ReadBookmark> expected{{"a.pdf", 1, {}}, {"b.pdf", 2, {{"Part one", 2, {{"Chapter", 2, {}}}}}}};
    EXPECT_EQ(joined.reading.bookmarks, expected);
}

TEST(Linker, ResolvesTheTargetsOfPagesOfOursAndRefusesUnknownOnes) {
    TestFolder folder;
    RawPdf index;
    index.addTextPage("index", "/MediaBox [0 0 595 842] /Annots [<< /Subtype /Link /Rect [1 1 9 9] /Dest (doc:1) >>]");
    RawPdf document;
    document.addTextPage("document");
    LinkPlan plan =
        Joined::planOf({index.writeTo(folder.path("index.pdf")), document.writeTo(folder.path("document.pdf"))});
    plan.sources.at(0).ours = true;
    plan.targets["doc:1"] = 2;
    const Joined joined(plan);
    ASSERT_EQ(joined.reading.pages.at(0).links.size(), 1U);
    EXPECT_EQ(joined.reading.pages.at(0).links.at(0).page, 2U);

    plan.targets.clear();
    try {
        const Joined refused(plan);
        FAIL() << "an unresolved reference was joined";
    } catch (const PdfError& fault) {
        EXPECT_EQ(fault.code(), "pdf-target-unknown");
        EXPECT_EQ(fault.subject(), "doc:1");
    }
}

TEST(Linker, TagsForeignPagesAsTextOrAsNamedFigures) {
    TestFolder folder;
    RawPdf source;
    source.addTextPage("words");
    source.addPage("/MediaBox [0 0 595 842]", "0 0 90 90 re f");
    Joined joined({source.writeTo(folder.path("two.pdf"))});
    EXPECT_TRUE(joined.reading.tagged);
    QPDFObjectHandle document = joined.pdf.getRoot().getKey("/StructTreeRoot").getKey("/K").getArrayItem(0);
    QPDFObjectHandle part = document.getKey("/K").getArrayItem(0);
    EXPECT_EQ(part.getKey("/K").getArrayItem(0).getKey("/S").getName(), "/P");
    EXPECT_EQ(part.getKey("/K").getArrayItem(1).getKey("/S").getName(), "/Figure");
    EXPECT_EQ(part.getKey("/K").getArrayItem(1).getKey("/Alt").getUTF8Value(), "two.pdf, 2");
}

TEST(Linker, GivesTheSameBytesForTheSamePlan) {
    TestFolder folder;
    RawPdf source;
    source.addTextPage("one");
    source.addTextPage("two");
    const LinkPlan plan = Joined::planOf({source.writeTo(folder.path("two.pdf"))});
    EXPECT_EQ(Joined(plan).bytes, Joined(plan).bytes);
}

TEST(Linker, SaysOfTheFileWhatThePlanSays) {
    TestFolder folder;
    RawPdf source;
    source.addTextPage("one");
    const Joined joined({source.writeTo(folder.path("one.pdf"))});
    EXPECT_EQ(joined.reading.title, "Hearing bundle");
    EXPECT_EQ(joined.reading.language, "en-GB");
    EXPECT_EQ(joined.reading.openingZoom, 1.0);
    EXPECT_TRUE(joined.reading.opensWithBookmarks);
    EXPECT_TRUE(joined.reading.objectStreams);
    EXPECT_EQ(joined.reading.identity, Sha256::of("a plan").hex().substr(0, 32));
}

TEST(Linker, RefusesASourceThatLostAPageSinceItWasCounted) {
    TestFolder folder;
    RawPdf source;
    source.addTextPage("one");
    LinkPlan plan = Joined::planOf({source.writeTo(folder.path("one.pdf"))});
    plan.sources.at(0).expectedPages = 2;
    try {
        const Joined joined(plan);
        FAIL() << "a lost page was not noticed";
    } catch (const PdfError& fault) {
        EXPECT_EQ(fault.code(), "pdf-pages-lost");
        EXPECT_EQ(fault.subject(), "one.pdf");
    }
}

TEST(Linker, LeavesNothingBehindWhereItFails) {
    TestFolder folder;
    RawPdf source;
    source.addTextPage("one");
    LinkPlan plan = Joined::planOf({source.writeTo(folder.path("one.pdf"))});
    plan.sources.at(0).expectedPages = 2;
    const std::string output = folder.path("out.pdf");
    EXPECT_THROW(makeLinker(Typesetter::standard())->link(plan, output), PdfError);
    EXPECT_FALSE(std::filesystem::exists(output));
    EXPECT_FALSE(std::filesystem::exists(output + ".part"));
}

TEST(Linker, SaysThatAFullDiskMayBeTriedAgain) {
    TestFolder folder;
    RawPdf source;
    source.addTextPage("one");
    const LinkPlan plan = Joined::planOf({source.writeTo(folder.path("one.pdf"))});
    const std::string output = folder.path("out.pdf");
    std::filesystem::create_symlink("/dev/full", output + ".part");
    try {
        makeLinker(Typesetter::standard())->link(plan, output);
        FAIL() << "a full disk was not noticed";
    } catch (const PdfError& fault) {
        EXPECT_EQ(fault.code(), "pdf-not-written");
        EXPECT_TRUE(fault.retryable());
    }
    EXPECT_FALSE(std::filesystem::exists(output));
}

}  // namespace
}  // namespace engross
