#include "pdf/gate.h"

#include "model/json.h"
#include "pdf/drawing_sample.h"
#include "pdf/gate_rules.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>

namespace engross {
namespace {

using Handle = QPDFObjectHandle;

Handle name(const char* text) {
    return Handle::newName(text);
}

std::string written(
    QPDF& pdf, const std::function<void(QPDFWriter&)>& settings = [](QPDFWriter&) {}) {
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setStreamDataMode(qpdf_s_preserve);
    settings(writer);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

/// The sample document with one thing spoilt.
std::string spoilt(const std::function<void(QPDF&)>& sabotage) {
    const std::string good = test::sampleDocument();
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("good", good.data(), good.size());
    sabotage(pdf);
    return written(pdf);
}

Handle pageOf(QPDF& pdf, std::size_t index) {
    return pdf.getAllPages().at(index);
}

std::vector<Handle> elements(QPDF& pdf, const char* type) {
    std::vector<Handle> found;
    for (Handle object : pdf.getAllObjects()) {
        if (object.isDictionary() && object.getKey("/Type").isNameAndEquals("/StructElem") &&
            object.getKey("/S").isNameAndEquals(type)) {
            found.push_back(object);
        }
    }
    return found;
}

Handle element(QPDF& pdf, const char* type) {
    return elements(pdf, type).at(0);
}

Handle font(QPDF& pdf) {
    for (Handle object : pdf.getAllObjects()) {
        if (object.isDictionary() && object.getKey("/Subtype").isNameAndEquals("/Type0")) {
            return object;
        }
    }
    throw std::logic_error("the sample has no font");
}

Handle image(QPDF& pdf) {
    for (Handle object : pdf.getAllObjects()) {
        if (object.isStream() && object.getDict().getKey("/Subtype").isNameAndEquals("/Image")) {
            return object;
        }
    }
    throw std::logic_error("the sample has no image");
}

/// Puts operators before or after those of a page, or changes the first occurrence of a text in them.
void appendOperators(QPDF& pdf, std::size_t page, const std::string& operators) {
    pageOf(pdf, page).addPageContents(Handle::newStream(&pdf, operators), false);
}

void changeOperators(QPDF& pdf, std::size_t page, const std::string& from, const std::string& to) {
    Handle content = pageOf(pdf, page).getKey("/Contents");
    const auto data = content.getStreamData();
    std::string text(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
    content.replaceStreamData(text, Handle::newNull(), Handle::newNull());
}

void changeMetadata(QPDF& pdf, const std::string& from, const std::string& to) {
    Handle metadata = pdf.getRoot().getKey("/Metadata");
    const auto data = metadata.getStreamData();
    std::string text(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
    metadata.replaceStreamData(text, Handle::newNull(), Handle::newNull());
}

Handle annotation(QPDF& pdf) {
    return pageOf(pdf, 1).getKey("/Annots").getArrayItem(0);
}

struct Sabotage {
    const char* rule;
    const char* what;
    std::function<std::string()> make;
    std::vector<std::size_t> pages;  // as the finding must name them; empty for the whole file
};

Sabotage edit(const char* rule, const char* what, std::function<void(QPDF&)> sabotage,
              std::vector<std::size_t> pages = {}) {
    return {rule, what, [sabotage = std::move(sabotage)] { return spoilt(sabotage); }, std::move(pages)};
}

std::string replacedInFile(const std::string& from, const std::string& to) {
    std::string file = test::sampleDocument();
    const std::size_t at = file.find(from);
    return at == std::string::npos ? std::string() : file.replace(at, from.size(), to);
}

void retype(QPDF& pdf, const char* from, const char* to) {
    element(pdf, from).replaceKey("/S", name(to));
}

std::vector<Sabotage> catalogSabotages() {
    return {
        {"readable", "CutShort", [] { return std::string("%PDF-1.7\nnothing"); }, {}},
        {"repaired", "OffsetsWrong", [] { return replacedInFile("startxref\n", "startxref\n9"); }, {}},
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
             const std::string good = test::sampleDocument();
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

std::vector<Sabotage> allSabotages() {
    std::vector<Sabotage> all = catalogSabotages();
    for (auto&& more : {structureSabotages(), contentSabotages()}) {
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

const Finding* findingOf(const Verdict& verdict, const std::string& rule) {
    for (const Finding& finding : verdict.findings) {
        if (finding.rule == rule) {
            return &finding;
        }
    }
    return nullptr;
}

class GateNames : public testing::TestWithParam<Sabotage> {};

TEST_P(GateNames, TheRuleThatAFileBreaks) {
    const std::string file = GetParam().make();
    ASSERT_FALSE(file.empty());
    const Verdict verdict = checkPdfBytes(file, "drawn");
    const Finding* finding = findingOf(verdict, GetParam().rule);
    ASSERT_NE(finding, nullptr) << writeJson(toValue(verdict));
    EXPECT_FALSE(finding->cure.empty());
    if (!GetParam().pages.empty()) {
        EXPECT_EQ(finding->pages, GetParam().pages);
    }
    if (finding->severity == Severity::Error) {
        EXPECT_FALSE(verdict.passed());
    }
}

INSTANTIATE_TEST_SUITE_P(Sabotage, GateNames, testing::ValuesIn(allSabotages()), [](const auto& info) {
    std::string rule = info.param.rule;
    std::erase(rule, '-');
    return rule + info.param.what;
});

TEST(Gate, PassesEveryDocumentThatIsDrawn) {
    for (const std::string profile : {"pdf-ua", "pdf-a", "drawn"}) {
        const Verdict verdict = checkPdfBytes(test::sampleDocument(), profile);
        EXPECT_TRUE(verdict.findings.empty()) << writeJson(toValue(verdict));
        EXPECT_EQ(verdict.pages, 2U);
        EXPECT_EQ(verdict.profile, profile);
        EXPECT_GT(verdict.rulesRun.size(), 10U);
    }
}

TEST(Gate, HasAPlantedDefectForEveryRule) {
    std::set<std::string> planted;
    for (const Sabotage& sabotage : allSabotages()) {
        planted.insert(sabotage.rule);
    }
    for (const GateRuleText& rule : gateRules()) {
        EXPECT_EQ(planted.count(std::string(rule.id)), 1U) << rule.id;
    }
}

TEST(Gate, RunsOnlyTheRulesOfItsProfile) {
    const std::string untagged = spoilt([](QPDF& pdf) { pdf.getRoot().removeKey("/Lang"); });
    EXPECT_NE(findingOf(checkPdfBytes(untagged, "pdf-ua"), "ua-language"), nullptr);
    EXPECT_EQ(findingOf(checkPdfBytes(untagged, "pdf-a"), "ua-language"), nullptr);
}

TEST(Gate, ReadsAFileFromADisk) {
    const test::ScratchFile file(test::sampleDocument());
    EXPECT_TRUE(checkPdf(file.path(), "pdf-ua").passed());
    EXPECT_NE(findingOf(checkPdf(file.path() + ".missing", "pdf-ua"), "readable"), nullptr);
}

struct Judged {
    std::string path;
    std::string profile;
    bool passes = false;
};

/// Files of a public test suite whose names say what they are judged by; only those that our rules reach.
std::vector<Judged> judgedFiles(const std::string& corpus) {
    std::vector<Judged> files;
    for (const char* folder : {"/good", "/hostile"}) {
        for (const auto& entry : std::filesystem::directory_iterator(corpus + folder)) {
            const std::string file = entry.path().filename().string();
            const bool ua = file.rfind("verapdf__pdf-ua-1", 0) == 0;
            const bool archive = file.rfind("verapdf__pdf-a-2", 0) == 0;
            const bool passes = file.find("-pass-") != std::string::npos;
            const bool reached = passes || file.find("_6-6-4-") != std::string::npos ||
                                 file.find("_6-7-3-4-") != std::string::npos ||
                                 file.find("_6-3-1-") != std::string::npos;
            if ((ua || archive) && reached) {
                files.push_back({entry.path().string(), ua ? "pdf-ua" : "pdf-a", passes});
            }
        }
    }
    return files;
}

TEST(Gate, AgreesWithAPublicTestSuite) {
    const char* set = std::getenv("ENGROSS_CORPUS");
    const std::string corpus = set != nullptr && *set != '\0' ? set : ENGROSS_SOURCE_DIR "/../shared/corpus";
    if (!std::filesystem::exists(corpus + "/good")) {
        GTEST_SKIP() << "the corpus is not here";
    }
    std::size_t judged = 0;
    for (const Judged& file : judgedFiles(corpus)) {
        const Verdict verdict = checkPdf(file.path, file.profile);
        EXPECT_EQ(verdict.passed(), file.passes) << file.path << "\n" << writeJson(toValue(verdict));
        ++judged;
    }
    EXPECT_GE(judged, 10U);
}

TEST(Gate, RefusesAnUnknownProfile) {
    EXPECT_THROW((void)checkPdfBytes(test::sampleDocument(), "pdf-x"), PdfError);
}

TEST(Gate, SurvivesFilesThatAreCutAnywhere) {
    const std::string good = test::sampleDocument();
    for (std::size_t length = 0; length < good.size(); length += 1777) {
        EXPECT_FALSE(checkPdfBytes(std::string_view(good).substr(0, length), "drawn").findings.empty()) << length;
    }
}

}  // namespace
}  // namespace engross
