#include "pdf/joined.h"
#include "pdf/raw_pdf.h"
#include "pdf/source_rewriting.h"

#include <gtest/gtest.h>
#include <qpdf/QPDFObjectHandle.hh>

namespace engross {
namespace {

/// Objects 4 and 5 are layers, the first hidden and the second seen; 6 is a look.
struct LayeredPage {
    explicit LayeredPage(const std::string& annotations, const std::string& usual = "/OFF [4 0 R]",
                         const std::string& usage = {}) {
        source.add("<< /Type /OCG /Name (hidden) " + usage + " >>");
        source.add("<< /Type /OCG /Name (seen) >>");
        source.addStream("1 0 0 rg 0 0 50 50 re f", "/Type /XObject /Subtype /Form /BBox [0 0 50 50]");
        source.addPage("/MediaBox [0 0 595 842] /Resources << /Properties << /A 4 0 R /B 5 0 R >> >> /Annots [" +
                           annotations + "]",
                       "/OC /A BDC 0 0 9 9 re f EMC /OC /B BDC 0 0 9 9 re f EMC");
        source.catalog("/OCProperties << /OCGs [4 0 R 5 0 R] /D << " + usual + " >> >>");
    }

    RawPdf source;
};

std::size_t drawnNotes(const LayeredPage& page, bool throughLibqpdf) {
    TestFolder folder;
    std::string path = page.source.writeTo(folder.path("a.pdf"));
    if (throughLibqpdf) {
        path = writeBytes(folder.path("b.pdf"), rewriteSource(path, "a.pdf", {}, {}).bytes);
    }
    Joined joined({path});
    QPDFObjectHandle objects = QPDFObjectHandle(joined.pdf.getAllPages().at(0)).getKey("/Resources").getKey("/XObject");
    std::size_t notes = 0;
    for (const auto& key : objects.isDictionary() ? objects.getKeys() : std::set<std::string>()) {
        notes += key.rfind("/EngrossNote", 0) == 0 ? 1U : 0U;
    }
    return notes;
}

TEST(HiddenParts, EveryPolicyOfAStampsLayersIsFollowed) {
    struct Case {
        const char* membership;
        std::size_t drawn;
    };
    const Case cases[] = {{"4 0 R", 0},
                          {"5 0 R", 1},
                          {"<< /Type /OCMD /OCGs [4 0 R 5 0 R] >>", 1},
                          {"<< /Type /OCMD /OCGs [4 0 R 5 0 R] /P /AllOn >>", 0},
                          {"<< /Type /OCMD /OCGs [4 0 R 5 0 R] /P /AnyOff >>", 1},
                          {"<< /Type /OCMD /OCGs [5 0 R] /P /AnyOff >>", 0},
                          {"<< /Type /OCMD /OCGs [4 0 R] /P /AllOff >>", 1},
                          {"<< /Type /OCMD /OCGs 4 0 R /P /AllOff >>", 1},
                          {"<< /Type /OCMD /OCGs [4 0 R 5 0 R] /P /AllOff >>", 0},
                          {"<< /Type /OCMD /OCGs [] /P /AllOn >>", 1},
                          {"<< /Type /OCMD /VE [/Not 5 0 R] >>", 0},
                          {"<< /Type /OCMD /VE [/Not 4 0 R] >>", 1},
                          {"<< /Type /OCMD /OCGs 5 0 R /VE [/And 4 0 R 5 0 R] >>", 0},
                          {"<< /Type /OCMD /VE [/Or 4 0 R [/Not [/Not 5 0 R]]] >>", 1}};
    for (const Case& one : cases) {
        const LayeredPage page("<< /Subtype /Stamp /Rect [50 50 99 99] /AP << /N 6 0 R >> /OC " +
                               std::string(one.membership) + " >>");
        EXPECT_EQ(drawnNotes(page, false), one.drawn) << one.membership;
        EXPECT_EQ(drawnNotes(page, true), one.drawn) << one.membership << ", through libqpdf";
    }
}

TEST(HiddenParts, ALinkIsDrawnAsItLooksAndAHiddenOneIsLeftOut) {
    const std::string web = " /A << /S /URI /URI (https://example.org/) >>";
    const LayeredPage page("<< /Subtype /Link /Rect [50 50 99 99] /AP << /N 6 0 R >>" + web +
                           " >> << /Subtype /Link /Rect [150 50 199 99] /F 2" + web +
                           " >> << /Subtype /Link /Rect [250 50 299 99] /OC 4 0 R" + web +
                           " >> << /Subtype /Link /Rect [350 50 399 99]" + web +
                           " >> << /Subtype /Link /Rect [450 50 499 99] /BS << /W 2 /S /U >>" + web + " >>");
    EXPECT_EQ(drawnNotes(page, false), 1U);
    EXPECT_EQ(drawnNotes(page, true), 1U);
    TestFolder folder;
    const std::string path = page.source.writeTo(folder.path("a.pdf"));
    const auto expect = [](Joined& joined) {
        EXPECT_EQ(joined.reading.pages.at(0).links.size(), 3U);
        QPDFObjectHandle links = QPDFObjectHandle(joined.pdf.getAllPages().at(0)).getKey("/Annots");
        ASSERT_EQ(links.getArrayNItems(), 3);
        EXPECT_EQ(links.getArrayItem(0).getKey("/Border").unparse(), "[ 0 0 0 ]");
        EXPECT_FALSE(links.getArrayItem(1).hasKey("/Border"));
        EXPECT_EQ(links.getArrayItem(2).getKey("/BS").getKey("/S").getName(), "/U");
        EXPECT_EQ(links.getArrayItem(2).getKey("/BS").getKey("/W").getNumericValue(), 2);
    };
    Joined direct({path});
    EXPECT_EQ(direct.lost("hidden-link"), 2U);
    expect(direct);
    const RewrittenSource rewritten = rewriteSource(path, "a.pdf", {}, {});
    Joined other({writeBytes(folder.path("b.pdf"), rewritten.bytes)});
    expect(other);
}

TEST(HiddenParts, ALayerThatItsUsageHidesOnTheScreenIsHidden) {
    TestFolder folder;
    const LayeredPage view("", "/AS [<< /Event /View /OCGs [4 0 R] /Category [/View] >>]",
                           "/Usage << /View << /ViewState /OFF >> >>");
    Joined hidden({view.source.writeTo(folder.path("a.pdf"))});
    EXPECT_EQ(hidden.pdf.getRoot().getKey("/OCProperties").getKey("/D").getKey("/OFF").getArrayNItems(), 1);
    const LayeredPage print("", "/AS [<< /Event /Print /OCGs [4 0 R] /Category [/Print] >>]",
                            "/Usage << /Print << /PrintState /OFF >> >>");
    const Joined told({print.source.writeTo(folder.path("b.pdf"))});
    EXPECT_EQ(told.lost("layer-state"), 1U);
}

}  // namespace
}  // namespace engross
