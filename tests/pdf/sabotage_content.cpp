#include "pdf/drawing_sample.h"
#include "pdf/sabotage.h"

namespace engross::test {

using Handle = QPDFObjectHandle;

std::vector<Sabotage> contentSabotages() {
    return {
        edit("ua-content-unmarked", "BareRectangle", [](QPDF& pdf) { appendOperators(pdf, 1, "0 0 5 5 re f"); }, {2}),
        edit("ua-content-unmarked", "BareForm",
             [](QPDF& pdf) {
                 Handle form = Handle::newStream(&pdf, "0 0 5 5 re f");
                 form.getDict().replaceKey("/Subtype", name("/Form"));
                 Handle page = pageOf(pdf, 1);
                 page.getKey("/Resources").getKey("/XObject").replaceKey("/Fm", form);
                 appendOperators(pdf, 1, "/Fm Do");
             },
             {2}),
        edit("ua-content-ids", "IdTwice", [](QPDF& pdf) { appendOperators(pdf, 0, "/P<</MCID 0>>BDC EMC"); }, {1}),
        edit("ua-content-nesting", "InsideArtifact",
             [](QPDF& pdf) { appendOperators(pdf, 0, "/Artifact BMC /P<</MCID 900>>BDC EMC EMC"); }, {1}),
        edit("ua-content-nesting", "ArtifactInside",
             [](QPDF& pdf) { appendOperators(pdf, 0, "/P<</MCID 900>>BDC /Artifact BMC EMC EMC"); }, {1}),
        edit("content-broken", "EndMissing", [](QPDF& pdf) { appendOperators(pdf, 0, "/Artifact BMC"); }, {1}),
        edit("content-broken", "StateNotSaved", [](QPDF& pdf) { appendOperators(pdf, 0, "Q"); }, {1}),
        edit("content-broken", "FontUnknown",
             [](QPDF& pdf) { appendOperators(pdf, 0, "/Artifact BMC BT /F99 12 Tf ET EMC"); }, {1}),
        edit("ua-font-unicode", "NoMap", [](QPDF& pdf) { font(pdf).removeKey("/ToUnicode"); }, {1}),
        edit("ua-font-unicode", "CharacterNotMapped",
             [](QPDF& pdf) {
                 changeOperators(pdf, 1, "EMC", "[(\\177\\177)]TJ EMC");
                 appendOperators(pdf, 1, "");
             },
             {2}),
        edit("ua-glyph-missing", "NotDef",
             [](QPDF& pdf) {
                 Handle page = pageOf(pdf, 0);
                 const std::string used = *page.getKey("/Resources").getKey("/Font").getKeys().begin();
                 appendOperators(pdf, 0, "/Artifact BMC BT " + used + " 9 Tf <0000> Tj ET EMC");
             },
             {1}),
        edit("font-embedded", "NotEmbedded",
             [](QPDF& pdf) {
                 font(pdf).getKey("/DescendantFonts").getArrayItem(0).getKey("/FontDescriptor").removeKey("/FontFile2");
             },
             {1}),
        edit("a-device-colour", "CmykOperator",
             [](QPDF& pdf) { appendOperators(pdf, 0, "/Artifact BMC 0 0 0 1 k 0 0 5 5 re f EMC"); }, {1}),
        edit("a-graphics-state", "TransferFunction",
             [](QPDF& pdf) {
                 pageOf(pdf, 0).getKey("/Resources").replaceKey("/ExtGState", Handle::parse("<</G<</TR/Identity>>>>"));
                 appendOperators(pdf, 0, "/G gs");
             },
             {1}),
    };
}

std::vector<Sabotage> archiveSabotages() {
    constexpr auto first = ArchiveFlavour::A1b;
    constexpr auto third = ArchiveFlavour::A3a;
    return {
        {"a-claim", "OtherFlavour", [] { return sampleDocument(); }, {}, "a-1b"},
        {"a-claim", "LevelBelow", [] { return replacedInFile("conformance>A", "conformance>B"); }, {}, "a-2a"},
        {"a-header", "NoComment", [] { return replacedInFile("\n%\xE2\xE3\xCF\xD3", "\n%%%%%"); }, {}},
        {"a-header", "BytesBefore", [] { return "MZ" + sampleDocument(); }, {}},
        edit(
            "a-transparency", "GraphicsState",
            [](QPDF& pdf) {
                pageOf(pdf, 0).getKey("/Resources").replaceKey("/ExtGState", Handle::parse("<</G<</ca 0.5>>>>"));
                appendOperators(pdf, 0, "/G gs");
            },
            {1}, first),
        edit(
            "a-transparency", "BlendMode",
            [](QPDF& pdf) {
                pageOf(pdf, 0).getKey("/Resources").replaceKey("/ExtGState", Handle::parse("<</G<</BM/Multiply>>>>"));
                appendOperators(pdf, 0, "/G gs");
            },
            {1}, first),
        edit(
            "a-transparency", "SoftMask",
            [](QPDF& pdf) { image(pdf).getDict().replaceKey("/SMask", Handle::newStream(&pdf, "x")); }, {}, first),
        edit(
            "a-transparency", "Group",
            [](QPDF& pdf) { pageOf(pdf, 0).replaceKey("/Group", Handle::parse("<</S/Transparency/CS/DeviceRGB>>")); },
            {}, first),
        edit(
            "a-image-coding", "Jpeg2000",
            [](QPDF& pdf) { image(pdf).replaceStreamData("x", name("/JPXDecode"), Handle::newNull()); }, {}, first),
        {"a-object-streams",
         "Packed",
         [] {
             PdfMetadata metadata = sampleMetadata();
             metadata.archive = ArchiveFlavour::A1b;
             const std::string good = sampleDocument(metadata);
             QPDF pdf;
             pdf.processMemoryFile("good", good.data(), good.size());
             return written(pdf, [](QPDFWriter& writer) { writer.setObjectStreamMode(qpdf_o_generate); });
         },
         {}},
        edit(
            "a-cidset", "NoSet",
            [](QPDF& pdf) {
                font(pdf).getKey("/DescendantFonts").getArrayItem(0).getKey("/FontDescriptor").removeKey("/CIDSet");
            },
            {1}, first),
        edit("a-cidset", "SetLacksAGlyph",
             [](QPDF& pdf) {
                 Handle descriptor = font(pdf).getKey("/DescendantFonts").getArrayItem(0).getKey("/FontDescriptor");
                 descriptor.replaceKey("/CIDSet", Handle::newStream(&pdf, "\x80"));
             },
             {1}),
        edit("a-limits", "LongName",
             [](QPDF& pdf) { pdf.getRoot().replaceKey("/PieceInfo", name(("/" + std::string(128, 'x')).c_str())); }),
        edit("a-limits", "LongString",
             [](QPDF& pdf) { pdf.getRoot().replaceKey("/PieceInfo", Handle::newString(std::string(32'768, 'x'))); }),
        edit("a-limits", "GreatNumber",
             [](QPDF& pdf) { pdf.getRoot().replaceKey("/PieceInfo", Handle::newInteger(1LL << 31)); }),
        edit(
            "a-limits", "LongArray",
            [](QPDF& pdf) {
                pdf.getRoot().replaceKey("/PieceInfo",
                                         Handle::newArray(std::vector<Handle>(8'192, Handle::newInteger(1))));
            },
            {}, first),
        edit("a-limits", "TinyPage",
             [](QPDF& pdf) { pageOf(pdf, 1).replaceKey("/MediaBox", Handle::parse("[0 0 2 2]")); }, {2}),
        edit("a-limits", "StatesSaved",
             [](QPDF& pdf) {
                 std::string operators;
                 for (int depth = 0; depth < 29; ++depth) {
                     operators += "q ";
                 }
                 for (int depth = 0; depth < 29; ++depth) {
                     operators += "Q ";
                 }
                 appendOperators(pdf, 0, operators);
             },
             {1}),
        edit("a-colour-profile", "IntentBroken",
             [](QPDF& pdf) {
                 Handle profile = pdf.getRoot().getKey("/OutputIntents").getArrayItem(0).getKey("/DestOutputProfile");
                 profile.replaceStreamData("no profile", Handle::newNull(), Handle::newNull());
             }),
        edit("a-colour-profile", "IntentOfOtherColours",
             [](QPDF& pdf) {
                 Handle profile = pdf.getRoot().getKey("/OutputIntents").getArrayItem(0).getKey("/DestOutputProfile");
                 profile.getDict().replaceKey("/N", Handle::newInteger(4));
             }),
        edit("a-colour-profile", "ImageBroken",
             [](QPDF& pdf) {
                 Handle stream = Handle::newStream(&pdf, "no profile");
                 stream.getDict().replaceKey("/N", Handle::newInteger(3));
                 image(pdf).getDict().replaceKey("/ColorSpace", Handle::newArray({name("/ICCBased"), stream}));
             }),
        edit("a-device-colour", "RgbWithoutItsIntent",
             [](QPDF& pdf) {
                 Handle profile = pdf.getRoot().getKey("/OutputIntents").getArrayItem(0).getKey("/DestOutputProfile");
                 profile.getDict().replaceKey("/N", Handle::newInteger(4));
             },
             {2}),
        edit("a-operators", "Unknown", [](QPDF& pdf) { appendOperators(pdf, 0, "BX 1 sparkle EX"); }, {1}),
        edit("a-filters", "InlineLzw",
             [](QPDF& pdf) {
                 appendOperators(pdf, 0, "/Artifact BMC BI /W 1 /H 1 /BPC 8 /CS /G /F /LZW ID abcd\nEI EMC");
             },
             {1}),
        edit(
            "a-attachments", "NoRelation",
            [](QPDF& pdf) {
                Handle stream = Handle::newStream(&pdf, "x");
                stream.getDict().replaceKey("/Type", name("/EmbeddedFile"));
                Handle specification = pdf.makeIndirectObject(Handle::parse("<</Type/Filespec/F(a)/UF(a)>>"));
                specification.replaceKey("/EF", Handle::newDictionary({{"/F", stream}}));
                pdf.getRoot().replaceKey("/AF", Handle::newArray({specification}));
            },
            {}, third),
        edit("font-cid-map", "NoMap",
             [](QPDF& pdf) { font(pdf).getKey("/DescendantFonts").getArrayItem(0).removeKey("/CIDToGIDMap"); }, {1}),
        edit("font-widths", "OtherWidths",
             [](QPDF& pdf) {
                 font(pdf).getKey("/DescendantFonts").getArrayItem(0).replaceKey("/W", Handle::parse("[1 900 503]"));
             },
             {1}),
        edit("font-widths", "LeftToTheDefault",
             [](QPDF& pdf) { font(pdf).getKey("/DescendantFonts").getArrayItem(0).removeKey("/W"); }, {1}),
    };
}

}  // namespace engross::test
