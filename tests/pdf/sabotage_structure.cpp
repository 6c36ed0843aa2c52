#include "pdf/drawing_sample.h"
#include "pdf/sabotage.h"

namespace engross::test {

using Handle = QPDFObjectHandle;

std::vector<Sabotage> catalogSabotages() {
    return {
        {"readable", "CutShort", [] { return std::string("%PDF-1.7\nnothing"); }, {}},
        {"repaired", "OffsetsWrong", [] { return replacedInFile("startxref\n", "startxref\n9"); }, {}},
        {"repaired", "StreamDamaged", [] { return changedByte("/Filter/FlateDecode", ">>", 60); }, {}},
        {"repaired", "SizeWrong", [] { return changedByte("trailer", "/Size ", 0); }, {}},
        {"repaired", "KeyTwice", [] { return replacedInFile("/Descent", "/Ascent "); }, {}},
        edit("ua-marked", "NotMarked", [](QPDF& pdf) { pdf.getRoot().removeKey("/MarkInfo"); }),
        edit("ua-marked", "Suspects",
             [](QPDF& pdf) { pdf.getRoot().getKey("/MarkInfo").replaceKey("/Suspects", Handle::newBool(true)); }),
        edit("ua-structure", "NoTree", [](QPDF& pdf) { pdf.getRoot().removeKey("/StructTreeRoot"); }),
        edit("ua-structure", "EmptyTree",
             [](QPDF& pdf) { pdf.getRoot().getKey("/StructTreeRoot").replaceKey("/K", Handle::newArray()); }),
        edit("ua-language", "NoLanguage", [](QPDF& pdf) { pdf.getRoot().removeKey("/Lang"); }),
        edit("ua-title", "NoTitle", [](QPDF& pdf) { changeMetadata(pdf, "dc:title", "dc:other"); }),
        edit("ua-title-shown", "FileNameShown", [](QPDF& pdf) { pdf.getRoot().removeKey("/ViewerPreferences"); }),
        edit("ua-claim", "NoClaim", [](QPDF& pdf) { changeMetadata(pdf, "pdfuaid:part>1", "pdfuaid:part>9"); }),
        {"a-encryption",
         "Encrypted",
         [] {
             const std::string good = sampleDocument();
             QPDF pdf;
             pdf.processMemoryFile("good", good.data(), good.size());
             return written(pdf, [](QPDFWriter& writer) {
                 writer.setR6EncryptionParameters("", "owner", true, true, true, true, true, true, qpdf_r3p_full, true);
             });
         },
         {}},
        {"a-id", "NoId", [] { return replacedInFile("/ID[", "/XX["); }, {}},
        edit("a-claim", "OtherPart", [](QPDF& pdf) { changeMetadata(pdf, "pdfaid:part>2", "pdfaid:part>7"); }),
        edit("a-level", "NotTagged", [](QPDF& pdf) { pdf.getRoot().removeKey("/MarkInfo"); }),
        edit("a-metadata", "NoMetadata", [](QPDF& pdf) { pdf.getRoot().removeKey("/Metadata"); }),
        edit("a-info", "OtherTitle",
             [](QPDF& pdf) {
                 pdf.getTrailer().getKey("/Info").replaceKey("/Title", Handle::newUnicodeString("Another"));
             }),
        edit("a-info", "OtherDate",
             [](QPDF& pdf) {
                 pdf.getTrailer().getKey("/Info").replaceKey("/ModDate", Handle::newString("D:20200101000000Z"));
             }),
        edit("a-output-intent", "NoIntent", [](QPDF& pdf) { pdf.getRoot().removeKey("/OutputIntents"); }),
        edit("a-actions", "OpensWithScript",
             [](QPDF& pdf) {
                 pdf.getRoot().replaceKey("/OpenAction", Handle::parse("<</S/JavaScript/JS(app.alert(1))>>"));
             }),
        edit("a-actions", "LinkLaunches",
             [](QPDF& pdf) { annotation(pdf).replaceKey("/A", Handle::parse("<</S/Launch/F(a.exe)>>")); }),
        edit("a-embedded-files", "Attachment",
             [](QPDF& pdf) {
                 Handle stream = Handle::newStream(&pdf, "x");
                 stream.getDict().replaceKey("/Type", name("/EmbeddedFile"));
                 pdf.getRoot().replaceKey("/AF", Handle::newArray({stream}));
             }),
        edit("a-filters", "Lzw",
             [](QPDF& pdf) { image(pdf).replaceStreamData("x", name("/LZWDecode"), Handle::newNull()); }),
        edit("a-external", "OutsideFile",
             [](QPDF& pdf) { image(pdf).getDict().replaceKey("/F", Handle::newString("other.bin")); }),
        edit("a-forms", "NeedsAppearances",
             [](QPDF& pdf) {
                 pdf.getRoot().replaceKey("/AcroForm", Handle::parse("<</Fields[]/NeedAppearances true>>"));
             }),
        edit("a-interpolation", "Smoothed",
             [](QPDF& pdf) { image(pdf).getDict().replaceKey("/Interpolate", Handle::newBool(true)); }),
    };
}

std::vector<Sabotage> structureSabotages() {
    return {
        edit("ua-headings", "LevelSkipped", [](QPDF& pdf) { retype(pdf, "/H2", "/H3"); }, {1}),
        edit("ua-headings", "BeginsBelow", [](QPDF& pdf) { retype(pdf, "/H1", "/H2"); }, {1}),
        edit("ua-figure-alternative", "NoAlternative", [](QPDF& pdf) { element(pdf, "/Figure").removeKey("/Alt"); },
             {2}),
        edit("ua-figure-box", "NoBox", [](QPDF& pdf) { element(pdf, "/Figure").removeKey("/A"); }, {2}),
        edit("ua-header-scope", "NoScope", [](QPDF& pdf) { element(pdf, "/TH").removeKey("/A"); }, {2}),
        edit("ua-table-rows", "CellSpansTwo",
             [](QPDF& pdf) { element(pdf, "/TD").replaceKey("/A", Handle::parse("<</O/Table/ColSpan 2>>")); }, {}),
        edit("ua-table-parts", "ParagraphInRow", [](QPDF& pdf) { retype(pdf, "/TD", "/P"); }, {}),
        edit("ua-list-parts", "ParagraphInList", [](QPDF& pdf) { retype(pdf, "/LI", "/P"); }, {}),
        edit("ua-list-parts", "ParagraphInItem", [](QPDF& pdf) { retype(pdf, "/LBody", "/P"); }, {}),
        edit("ua-role", "UnknownType", [](QPDF& pdf) { retype(pdf, "/H1", "/Headline"); }, {1}),
        edit("ua-parent", "WrongParent",
             [](QPDF& pdf) { element(pdf, "/H1").replaceKey("/P", element(pdf, "/Table")); }, {1}),
        edit("ua-link", "NoElement",
             [](QPDF& pdf) {
                 Handle link = element(pdf, "/Link");
                 link.replaceKey("/K", Handle::newArray({link.getKey("/K").getArrayItem(0)}));
             },
             {2}),
        edit("ua-link-description", "NoContents", [](QPDF& pdf) { annotation(pdf).removeKey("/Contents"); }, {2}),
        edit("ua-annotation", "NoteOutsideTheTree",
             [](QPDF& pdf) {
                 pageOf(pdf, 0).replaceKey("/Annots",
                                           Handle::parse("[<</Subtype/Text/Rect[0 0 9 9]/F 4/Contents(x)>>]"));
             },
             {1}),
        edit("ua-parent-tree", "WrongOwner",
             [](QPDF& pdf) {
                 Handle owners = pdf.getRoot().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Nums");
                 owners.getArrayItem(1).setArrayItem(0, element(pdf, "/H2"));
             },
             {1}),
        edit("ua-parent-tree", "NoTree",
             [](QPDF& pdf) { pdf.getRoot().getKey("/StructTreeRoot").removeKey("/ParentTree"); }, {1, 2}),
        edit("ua-content-claimed", "ElementGone",
             [](QPDF& pdf) { element(pdf, "/H1").replaceKey("/K", Handle::newArray()); }, {1}),
        edit("ua-tab-order", "NoTabs", [](QPDF& pdf) { pageOf(pdf, 1).removeKey("/Tabs"); }, {2}),
        edit("a-level", "UnknownType", [](QPDF& pdf) { retype(pdf, "/H1", "/Headline"); }, {1}),
        edit("a-annotation-flags", "PlaysSound",
             [](QPDF& pdf) { annotation(pdf).replaceKey("/Subtype", name("/Sound")); }, {2}),
        edit("a-annotation-flags", "NotPrinted", [](QPDF& pdf) { annotation(pdf).removeKey("/F"); }, {2}),
    };
}

}  // namespace engross::test
