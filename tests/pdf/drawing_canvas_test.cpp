#include "pdf/drawing_sample.h"
#include "pdf/gate.h"
#include "pdf/pdf_canvas.h"
#include "pdf/pdf_error.h"

#include <gtest/gtest.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <set>
#include <thread>

namespace engross {
namespace {

using test::outputOf;
using test::sampleDocument;
using test::ScratchFile;
using test::Sheet;

struct Opened {
    explicit Opened(std::string file) : bytes(std::move(file)) {
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("drawn", bytes.data(), bytes.size());
    }
    std::string bytes;
    QPDF pdf;
};

/// "H1(Decision) L(LI(Lbl LBody(P)))…" of an element and what is below it, marked content as "#".
std::string shape(QPDFObjectHandle element) {
    if (element.isInteger()) {
        return "#";
    }
    if (element.getKey("/Type").isNameAndEquals("/OBJR")) {
        return "@";
    }
    if (element.getKey("/Type").isNameAndEquals("/MCR")) {
        return "#" + std::to_string(element.getKey("/MCID").getIntValue());
    }
    std::string out = element.getKey("/S").getName().substr(1);
    QPDFObjectHandle kids = element.getKey("/K");
    std::string inside;
    for (int index = 0; kids.isArray() && index < kids.getArrayNItems(); ++index) {
        inside += (index == 0 ? "" : " ") + shape(kids.getArrayItem(index));
    }
    return inside.empty() ? out : out + "(" + inside + ")";
}

std::string textOf(const std::string& bytes) {
    const ScratchFile file(bytes);
    return outputOf({"pdftotext", "-enc", "UTF-8", file.path(), "-"});
}

std::string documentOf(const std::function<void(Sheet&)>& draw) {
    PdfCanvas canvas(test::sampleMetadata());
    Sheet sheet(canvas);
    sheet.page();
    draw(sheet);
    sheet.endPage();
    return canvas.finish();
}

TEST(PdfCanvas, MakesAFileThatReadsBackWithoutAWarning) {
    Opened opened(sampleDocument());
    EXPECT_EQ(QPDFPageDocumentHelper(opened.pdf).getAllPages().size(), 2U);
    for (auto& object : opened.pdf.getAllObjects()) {
        if (object.isStream() && !object.getDict().getKey("/Filter").isNameAndEquals("/DCTDecode")) {
            EXPECT_NO_THROW((void)object.getStreamData(qpdf_dl_generalized));
        }
    }
    EXPECT_TRUE(opened.pdf.getWarnings().empty());
}

TEST(PdfCanvas, KeepsTheStructureInReadingOrder) {
    Opened opened(sampleDocument());
    QPDFObjectHandle root = opened.pdf.getRoot().getKey("/StructTreeRoot");
    EXPECT_EQ(shape(root.getKey("/K").getArrayItem(0)),
              "Document(H1(#) P(#) P(#) P(#) P(Span(#)) P(Span(#)) H2(#) "
              "L(LI(Lbl(#) LBody(P(#))) LI(Lbl(#) LBody(P(#)))) "
              "Table(THead(TR(TH(#) TH(#))) TBody(TR(TH(#) TD(#)) TR(TH(#) TD(#)))) Figure(#) Figure(#) "
              "P(# Link(# @)) P(# Link(# @)) Note(Lbl(#) P(#)))");
}

TEST(PdfCanvas, SaysWhatPdfUaAndPdfAAskFor) {
    Opened opened(sampleDocument());
    QPDFObjectHandle catalog = opened.pdf.getRoot();
    EXPECT_TRUE(catalog.getKey("/MarkInfo").getKey("/Marked").getBoolValue());
    EXPECT_EQ(catalog.getKey("/Lang").getUTF8Value(), "en-GB");
    EXPECT_TRUE(catalog.getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
    EXPECT_EQ(catalog.getKey("/OutputIntents").getArrayNItems(), 1);
    EXPECT_EQ(opened.pdf.getTrailer().getKey("/Info").getKey("/Title").getUTF8Value(), test::sampleMetadata().title);
    EXPECT_EQ(opened.pdf.getTrailer().getKey("/Info").getKey("/CreationDate").getStringValue(), "D:20260302103000Z");
    const auto data = catalog.getKey("/Metadata").getStreamData();
    const std::string packet(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    EXPECT_NE(packet.find("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"), std::string::npos);
    EXPECT_NE(packet.find("<pdfuaid:part>1</pdfuaid:part>"), std::string::npos);
    EXPECT_NE(packet.find("ABC/123 &lt;Tŷ &amp; Co&gt;"), std::string::npos);
    EXPECT_NE(packet.find("<engross:engine>0.1.0</engross:engine>"), std::string::npos);
    EXPECT_NE(packet.find("<xmp:CreateDate>2026-03-02T10:30:00Z</xmp:CreateDate>"), std::string::npos);
}

TEST(PdfCanvas, TakesItsIdFromTheIdentity) {
    Opened opened(sampleDocument());
    const auto identity = test::sampleMetadata().identity.bytes();
    QPDFObjectHandle id = opened.pdf.getTrailer().getKey("/ID");
    EXPECT_EQ(id.getArrayItem(0).getStringValue(), std::string(identity.begin(), identity.begin() + 16));
    EXPECT_EQ(id.getArrayItem(1).getStringValue(), id.getArrayItem(0).getStringValue());
}

TEST(PdfCanvas, GivesTheSameBytesOnEveryThread) {
    const std::string expected = sampleDocument();
    std::vector<std::thread> threads;
    std::vector<std::size_t> different(4, 0);
    for (std::size_t thread = 0; thread < different.size(); ++thread) {
        threads.emplace_back([&, thread] {
            for (int document = 0; document < 50; ++document) {
                different[thread] += sampleDocument() == expected ? 0 : 1;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(different, std::vector<std::size_t>(4, 0));
}

TEST(PdfCanvas, GivesEveryScriptBackAsText) {
    const std::string text = textOf(sampleDocument());
    for (const char* expected :
         {"Dear Ms Example, the sum is £12.50 (café) and “quoted” – difficult.", "ynghylch Tŷ Ŵyl, Llŷn.",
          "Łukasz Żółć, Ștefănescu", "ஸ்ரீதரன் கோவை", "The second (with brackets \\ and a slash)."}) {
        EXPECT_NE(text.find(expected), std::string::npos) << expected << "\n" << text;
    }
    EXPECT_NE(text.find("محمد"), std::string::npos) << text;
}

TEST(PdfCanvas, StatesTheTextOfARunWhoseGlyphsDoNotGiveItBack) {
    Opened opened(documentOf([](Sheet& sheet) { sheet.line(0, Role::P, "محمد السلام", {}, 12, "ar"); }));
    QPDFObjectHandle paragraph =
        opened.pdf.getRoot().getKey("/StructTreeRoot").getKey("/K").getArrayItem(0).getKey("/K").getArrayItem(0);
    EXPECT_EQ(paragraph.getKey("/Lang").getUTF8Value(), "ar");
    std::string stated;
    QPDFObjectHandle kids = paragraph.getKey("/K");
    for (int index = 0; index < kids.getArrayNItems(); ++index) {
        stated += kids.getArrayItem(index).getKey("/ActualText").getUTF8Value();
    }
    EXPECT_EQ(stated, "محمد السلام");
}

TEST(PdfCanvas, CutsAParagraphThatRunsOverAPageIntoTwoParts) {
    PdfCanvas canvas(test::sampleMetadata());
    Sheet sheet(canvas);
    sheet.page();
    const ElementId paragraph = sheet.line(0, Role::P, "first part");
    sheet.endPage();
    sheet.page();
    sheet.y = 700;
    canvas.beginContent(paragraph);
    sheet.show("second part", {}, 12, 72, {});
    canvas.endContent();
    sheet.endPage();
    Opened opened(canvas.finish());
    EXPECT_EQ(shape(opened.pdf.getRoot().getKey("/StructTreeRoot").getKey("/K").getArrayItem(0)), "Document(P(# #0))");
}

TEST(PdfCanvas, LeavesNoSequenceForContentThatPaintsNothing) {
    Opened opened(documentOf([](Sheet& sheet) {
        sheet.canvas.beginContent(sheet.canvas.element(0, Role::P, {}));
        sheet.canvas.endContent();
        sheet.line(0, Role::P, "text");
    }));
    EXPECT_EQ(shape(opened.pdf.getRoot().getKey("/StructTreeRoot").getKey("/K").getArrayItem(0)), "Document(P P(#))");
}

TEST(PdfCanvas, LeadsHttpsLinksOutAndOtherLinksToNamedPlaces) {
    Opened opened(sampleDocument());
    auto pages = QPDFPageDocumentHelper(opened.pdf).getAllPages();
    auto annotations = pages.at(1).getAnnotations();
    ASSERT_EQ(annotations.size(), 2U);
    EXPECT_EQ(annotations[0].getObjectHandle().getKey("/A").getKey("/URI").getStringValue(),
              "https://www.example.org/a?b=(c)");
    EXPECT_EQ(annotations[0].getObjectHandle().getKey("/Contents").getUTF8Value(), "the guide");
    EXPECT_EQ(annotations[1].getObjectHandle().getKey("/Dest").getStringValue(), "doc:2");
    QPDFObjectHandle places = opened.pdf.getRoot().getKey("/Names").getKey("/Dests");
    EXPECT_EQ(places.getKey("/Names").getArrayItem(0).getStringValue(), "doc:2");
    EXPECT_EQ(places.getKey("/Names").getArrayItem(1).getArrayItem(0).getObjGen(),
              pages.at(1).getObjectHandle().getObjGen());
}

TEST(PdfCanvas, NestsBookmarksByTheirLevel) {
    Opened opened(sampleDocument());
    QPDFObjectHandle outline = opened.pdf.getRoot().getKey("/Outlines");
    EXPECT_EQ(outline.getKey("/Count").getIntValue(), 2);
    QPDFObjectHandle first = outline.getKey("/First");
    EXPECT_EQ(first.getKey("/Title").getUTF8Value(), "Decision");
    EXPECT_EQ(first.getKey("/First").getKey("/Title").getUTF8Value(), "Reasons");
    EXPECT_FALSE(first.hasKey("/Next"));
}

TEST(PdfCanvas, KeepsAJpegByteForByteAndAPictureOnce) {
    const Picture jpeg = test::sampleJpeg();
    Picture copy = jpeg;
    copy.bytes = std::make_shared<const std::string>(*jpeg.bytes);
    Opened opened(documentOf([&](Sheet& sheet) {
        sheet.figure(jpeg, "one");
        sheet.figure(jpeg, "again");
        sheet.figure(copy, "the same bytes");
    }));
    std::size_t images = 0;
    for (auto& object : opened.pdf.getAllObjects()) {
        if (object.isStream() && object.getDict().getKey("/Subtype").isNameAndEquals("/Image")) {
            ++images;
            const auto data = object.getRawStreamData();
            EXPECT_EQ(std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize()), *jpeg.bytes);
        }
    }
    EXPECT_EQ(images, 1U);
}

TEST(PdfCanvas, KeepsThePixelsOfAPicture) {
    const Picture picture = test::samplePixels(33, 17, 7);
    Opened opened(documentOf([&](Sheet& sheet) { sheet.figure(picture, "pixels"); }));
    auto pages = QPDFPageDocumentHelper(opened.pdf).getAllPages();
    auto images = pages.at(0).getAttribute("/Resources", false).getKey("/XObject").ditems();
    for (const auto& item : images) {
        QPDFObjectHandle image = item.second;
        const auto data = image.getStreamData(qpdf_dl_generalized);
        EXPECT_EQ(std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize()), *picture.bytes);
    }
}

TEST(PdfCanvas, RefusesAPictureThatIsNotWhatItSays) {
    Picture broken = test::sampleJpeg();
    broken.bytes = std::make_shared<const std::string>("not a picture");
    Picture cut = test::sampleJpeg();
    cut.bytes = std::make_shared<const std::string>(test::sampleJpeg().bytes->substr(0, 40));
    Picture small = test::samplePixels(4, 4, 1);
    small.heightPixels = 5;
    for (const Picture& picture : {broken, cut, small}) {
        EXPECT_THROW((void)documentOf([&](Sheet& sheet) { sheet.figure(picture, "x"); }), PdfError);
    }
}

TEST(PdfCanvas, SaysWhatTheInksOfACmykPictureMean) {
    std::string bytes = *test::sampleJpeg().bytes;
    bytes.at(bytes.find("\xFF\xC0") + 9) = 4;
    Picture cmyk = test::sampleJpeg();
    cmyk.bytes = std::make_shared<const std::string>(bytes);
    const std::string file = documentOf([&](Sheet& sheet) { sheet.figure(cmyk, "x"); });
    EXPECT_NE(file.find("pdfaid:part"), std::string::npos);
    EXPECT_EQ(file.find("/DeviceCMYK"), std::string::npos);
    EXPECT_NE(file.find("/ICCBased"), std::string::npos);
}

TEST(PdfCanvas, BalancesThePagesOfALongDocument) {
    PdfCanvas canvas(test::sampleMetadata());
    for (int page = 0; page < 5000; ++page) {
        canvas.beginPage(595, 842);
        canvas.beginContent(canvas.element(0, Role::P, {}));
        canvas.fill({10, 10, 10, 10}, {});
        canvas.endContent();
        canvas.endPage();
    }
    Opened opened(canvas.finish());
    EXPECT_EQ(opened.pdf.getAllPages().size(), 5000U);
    EXPECT_EQ(opened.pdf.getRoot().getKey("/Pages").getKey("/Kids").getArrayNItems(), 2);
}

TEST(PdfCanvas, StopsWhereCallsAreOutOfOrder) {
    PdfCanvas canvas(test::sampleMetadata());
    EXPECT_THROW(canvas.endPage(), std::logic_error);
    EXPECT_THROW(canvas.fill({0, 0, 1, 1}, {}), std::logic_error);
    EXPECT_THROW((void)canvas.finish(), std::logic_error);
    canvas.beginPage(595, 842);
    EXPECT_THROW(canvas.fill({0, 0, 1, 1}, {}), std::logic_error);
    EXPECT_THROW(canvas.beginPage(595, 842), std::logic_error);
    canvas.beginArtifact(ArtifactKind::Layout);
    EXPECT_THROW(canvas.beginContent(0), std::logic_error);
    EXPECT_THROW(canvas.endPage(), std::logic_error);
}

void drawManyPages(PdfCanvas& canvas) {
    for (int page = 0; page < 400; ++page) {
        canvas.beginPage(595, 842);
        const ElementId paragraph = canvas.element(0, Role::P, {});
        canvas.beginContent(paragraph);
        for (int line = 0; line < 20; ++line) {
            canvas.fill({72.0 + page % 7, 100.0 + line * 31 % 600, 1.0 + page * line % 97, 3}, {});
        }
        canvas.endContent();
        canvas.endPage();
    }
}

TEST(PdfCanvas, PassesTheSameFileOnWhilePagesEnd) {
    PdfCanvas kept(test::sampleMetadata());
    drawManyPages(kept);
    std::string passed;
    PdfCanvas passing(test::sampleMetadata(), [&](std::string_view bytes) { passed += bytes; });
    drawManyPages(passing);
    const std::size_t beforeTheEnd = passed.size();
    EXPECT_TRUE(passing.finish().empty());
    EXPECT_GT(beforeTheEnd, passed.size() / 4);
    EXPECT_TRUE(kept.finish() == passed);
    EXPECT_TRUE(checkPdfBytes(passed, "drawn").findings.empty());
}

TEST(PdfCanvas, PassesOnWhatTheSinkThrows) {
    PdfCanvas canvas(test::sampleMetadata(), [](std::string_view) { throw PdfError("pdf-not-written", "x", "full"); });
    canvas.beginPage(595, 842);
    canvas.endPage();
    EXPECT_THROW(canvas.finish(), PdfError);
}

}  // namespace
}  // namespace engross
