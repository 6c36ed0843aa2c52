#include "pdf/joined.h"
#include "pdf/raw_pdf.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

using Kinds = std::map<std::string, std::size_t>;

std::string referenceTo(std::size_t number) {
    return std::to_string(number) + " 0 R";
}

/// A file in which something stands that no page leads to, as nobody but a walk over all objects finds it.
Kinds foundBeside(const std::string& body) {
    TestFolder folder;
    RawPdf file;
    file.addTextPage("page");
    file.add(body);
    return readFinished(file.writeTo(folder.path("planted.pdf")), "planted").active;
}

Kinds foundInStream(const std::string& entries) {
    TestFolder folder;
    RawPdf file;
    file.addTextPage("page");
    file.addStream("data", entries);
    return readFinished(file.writeTo(folder.path("planted.pdf")), "planted").active;
}

TEST(ActiveContent, IsNamedWhereverAnActionStands) {
    for (const auto& [type, kind] : std::map<std::string, std::string>{{"JavaScript", "javascript"},
                                                                       {"Launch", "launch"},
                                                                       {"SubmitForm", "submit-form"},
                                                                       {"ImportData", "import-data"},
                                                                       {"GoToR", "remote-link"},
                                                                       {"GoToE", "remote-link"},
                                                                       {"Movie", "multimedia"},
                                                                       {"Sound", "multimedia"},
                                                                       {"Rendition", "multimedia"},
                                                                       {"RichMediaExecute", "multimedia"},
                                                                       {"GoTo3DView", "multimedia"},
                                                                       {"Hide", "action"},
                                                                       {"ResetForm", "action"},
                                                                       {"SetOCGState", "action"},
                                                                       {"J#61vaScript", "javascript"}}) {
        EXPECT_EQ(foundBeside("<< /S /" + type + " >>"), (Kinds{{kind, 1}})) << type;
        EXPECT_EQ(foundBeside("[1 << /Odd << /#53 /" + type + " >> >>]"), (Kinds{{kind, 1}})) << type;
    }
}

TEST(ActiveContent, IsNamedWhereTriggersScriptsFilesAndFilmsStand) {
    EXPECT_EQ(foundBeside("<< /Type /Annot /AA << /O << /S /GoTo /D [3 0 R /Fit] >> >> >>"), (Kinds{{"action", 1}}));
    EXPECT_EQ(foundBeside("<< /JS (app.alert\\(1\\)) >>"), (Kinds{{"javascript", 1}}));
    EXPECT_EQ(foundBeside("<< /Type /Filespec /F (x.exe) /EF << /F 9 0 R >> >>"), (Kinds{{"attachment", 1}}));
    EXPECT_EQ(foundBeside("<< /Subtype /RichMedia /Rect [0 0 9 9] >>"), (Kinds{{"multimedia", 1}}));
    EXPECT_EQ(foundBeside("<< /Subtype /Screen /Rect [0 0 9 9] >>"), (Kinds{{"multimedia", 1}}));
    EXPECT_EQ(foundInStream("/Type /EmbeddedFile"), (Kinds{{"attachment", 1}}));
    EXPECT_EQ(foundInStream("/Type /3D /Subtype /U3D"), (Kinds{{"multimedia", 1}}));
    EXPECT_EQ(foundInStream("/F (/etc/passwd)"), (Kinds{{"external-data", 1}}));
    EXPECT_EQ(foundInStream("/FFilter /FlateDecode"), (Kinds{{"external-data", 1}}));
    EXPECT_EQ(foundInStream("/Subtype /Form /Ref << /F (x.pdf) /Page 0 >>"), (Kinds{{"other-page", 1}}));
    EXPECT_EQ(foundInStream("/Subtype /Image /Alternates [<< /Image 9 0 R >>]"), (Kinds{{"substitute", 1}}));
    EXPECT_EQ(foundInStream("/Subtype /Form /OPI << /1.3 << /F (x.tif) >> >>"), (Kinds{{"substitute", 1}}));
}

TEST(ActiveContent, IsNotWhatEngrossItselfWrites) {
    EXPECT_EQ(foundBeside("<< /S /GoToR /F << /Type /Filespec /F (b.pdf) /UF (b.pdf) >> /D (doc:7) >>"), Kinds());
    EXPECT_EQ(foundBeside("<< /S /GoToR /F (../b.pdf) /D (doc:7) >>"), (Kinds{{"remote-link", 1}}));
    EXPECT_EQ(foundBeside("<< /S /GoToR /F (b.pdf) /Next << /S /Launch >> >>"),
              (Kinds{{"launch", 1}, {"remote-link", 1}}));
    EXPECT_EQ(foundBeside("<< /S /URI /URI (https://example.org/) >>"), Kinds());
    EXPECT_EQ(foundBeside("<< /Type /Group /S /Transparency /CS /DeviceRGB >>"), Kinds());
    EXPECT_EQ(foundBeside("<< /Type /StructElem /S /Sound >>"), Kinds());
    EXPECT_EQ(foundBeside("<< /JS 3 0 R /AA 3 0 R /F 3 0 R /A 3 0 R /EF 3 0 R >>"), Kinds());  // names of fonts
}

/// A page whose resources hold all of it.
RawPdf armed() {
    RawPdf file;
    const std::string embedded = referenceTo(file.addStream("MZ evil", "/Type /EmbeddedFile"));
    const std::string specification =
        referenceTo(file.add("<< /Type /Filespec /F (x.exe) /EF << /F " + embedded + " >> >>"));
    const std::string properties = referenceTo(
        file.add("<< /MCID 0 /A << /S /JavaScript /JS (evil1) >> /A#41 << /O << /S /Launch /F (calc) >> >> /AF [" +
                 specification + "] /Lang (en) >>"));
    const std::string picture =
        referenceTo(file.addStream("A",
                                   "/Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /F "
                                   "(/etc/passwd) /Alternates [<< /Image " +
                                       embedded + " /DefaultForPrinting true >>] /Metadata " + embedded));
    const std::string form =
        referenceTo(file.addStream("0 0 50 50 re f",
                                   "/Subtype /Form /BBox [0 0 99 99] /Ref << /F << /F (http://evil/x.pdf) /EF "
                                   "<< /F " +
                                       embedded + " >> >> /Page 0 >> /OPI << /2.0 << /F (evil.tif) >> >>"));
    const std::string font = referenceTo(file.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"));
    const std::string fonts = referenceTo(file.add("<< /F " + font + " /A " + font + " /AA " + font + " /JS " + font +
                                                   " /S /JavaScript /Next (evil2) >>"));
    file.addPage("/MediaBox [0 0 595 842] /Resources << /Font " + fonts + " /XObject << /A " + picture + " /EF " +
                     form + " >> /Properties << /MC0 " + properties +
                     " /Ref << /Deep [[<< /S /SubmitForm /F (form.fdf) /Next << /S /Hide >> >>]] >> >> /PieceInfo "
                     "<< /Evil (evil3) >> >>",
                 "/P /MC0 BDC BT /F 12 Tf (one) Tj /JS 12 Tf 50 50 Td (two) Tj ET EMC /A Do /EF Do");
    return file;
}

void expectDisarmed(Joined& joined) {
    EXPECT_EQ(joined.lost("javascript"), 2U);  // that of the properties, and the type among the fonts
    EXPECT_EQ(joined.lost("launch"), 1U);
    EXPECT_EQ(joined.lost("submit-form"), 1U);
    EXPECT_EQ(joined.lost("action"), 1U);
    EXPECT_EQ(joined.lost("attachment"), 1U);
    EXPECT_EQ(joined.lost("external-data"), 1U);
    EXPECT_EQ(joined.lost("other-page"), 1U);
    EXPECT_EQ(joined.lost("substitute"), 2U);
    EXPECT_EQ(joined.reading.active, Kinds());
    for (const char* trace : {"evil", "etc/passwd", "JavaScript", "x.exe", "Launch", "SubmitForm", "EmbeddedFile"}) {
        EXPECT_EQ(joined.bytes.find(trace), std::string::npos) << trace;
    }
    for (QPDFObjectHandle object : joined.pdf.getAllObjects()) {
        const std::string text = object.isStream() ? object.getDict().unparseResolved() : object.unparseResolved();
        for (const char* trace :
             {"evil", "etc/passwd", "JavaScript", "x.exe", "Launch", "SubmitForm", "EmbeddedFile"}) {
            EXPECT_EQ(text.find(trace), std::string::npos) << text;
        }
    }
    EXPECT_NE(joined.textOf(1).find("one"), std::string::npos) << "a font called F";
    EXPECT_NE(joined.textOf(1).find("two"), std::string::npos) << "a font called JS";
}

TEST(Linker, TakesNothingActiveAlongThatResourcesLeadTo) {
    TestFolder folder;
    Joined joined({armed().writeTo(folder.path("armed.pdf"))});
    EXPECT_EQ(joined.lost("detour-damaged-xref"), 0U);
    expectDisarmed(joined);
}

TEST(Linker, TakesNothingActiveAlongOfWhatLibqpdfRewrote) {
    TestFolder folder;
    std::string bytes = armed().bytes();
    bytes.replace(bytes.rfind("startxref"), 9, "startxxxx");
    const std::string path = writeBytes(folder.path("repaired.pdf"), bytes);
    Joined joined({path});
    EXPECT_GT(joined.lost("detour-damaged-xref"), 0U);
    expectDisarmed(joined);
    const PdfFacts facts = readPdfFacts(path, "AB/1");
    EXPECT_EQ(facts.leftBehind.at("launch"), 1U);
    EXPECT_EQ(facts.leftBehind.at("external-data"), 1U);
}

}  // namespace
}  // namespace engross
