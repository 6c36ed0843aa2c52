#include "pdf/gate.h"

#include "model/json.h"
#include "pdf/drawing_sample.h"
#include "pdf/gate_rules.h"
#include "pdf/raw_pdf.h"
#include "pdf/sabotage.h"
#include "store/corpus.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <qpdf/QPDF.hh>
#include <set>

namespace engross {
namespace {

using test::Sabotage;
using test::spoilt;

std::vector<Sabotage> allSabotages() {
    std::vector<Sabotage> all;
    for (auto&& more : {test::catalogSabotages(), test::structureSabotages(), test::contentSabotages(),
                        test::archiveSabotages(), test::accessSabotages()}) {
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
    const Verdict verdict = checkPdfBytes(file, GetParam().profile);
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
    for (const std::string profile : {"pdf-ua", "pdf-a", "a-2a", "drawn"}) {
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
        planted.erase(std::string(rule.id));
    }
    EXPECT_TRUE(planted.empty()) << *planted.begin() << " is planted but is no rule";
}

TEST(Gate, TellsOfADamagedStreamEachTimeItMeetsIt) {
    const std::string damaged = test::changedByte("/Filter/FlateDecode/Length1", "stream", 60);
    for (int time = 0; time < 3; ++time) {
        EXPECT_TRUE(checkPdfBytes(test::sampleDocument(), "drawn").findings.empty());
        const Verdict verdict = checkPdfBytes(damaged, "drawn");
        EXPECT_NE(findingOf(verdict, "repaired"), nullptr) << writeJson(toValue(verdict));
    }
}

TEST(Gate, PassesEveryFlavourThatIsDrawn) {
    for (const ArchiveFlavour flavour : {ArchiveFlavour::A1b, ArchiveFlavour::A2a, ArchiveFlavour::A3a}) {
        PdfMetadata metadata = test::sampleMetadata();
        metadata.archive = flavour;
        const std::string file = test::sampleDocument(metadata);
        for (const std::string& wanted : archiveFlavours()) {
            const Verdict verdict = checkPdfBytes(file, wanted);
            EXPECT_EQ(verdict.passed(), wanted == nameOf(flavour)) << writeJson(toValue(verdict));
        }
        EXPECT_TRUE(checkPdfBytes(file, "drawn").findings.empty());
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
std::vector<Judged> judgedFiles() {
    std::vector<Judged> files;
    for (const char* folder : {"good", "hostile"}) {
        for (const std::string& path : corpusFiles(folder)) {
            const std::string file = std::filesystem::path(path).filename().string();
            const bool ua = file.rfind("verapdf__pdf-ua-1", 0) == 0;
            const bool archive = file.rfind("verapdf__pdf-a-2", 0) == 0;
            const bool passes = file.find("-pass-") != std::string::npos;
            const bool reached = passes || file.find("_6-6-4-") != std::string::npos ||
                                 file.find("_6-7-3-4-") != std::string::npos ||
                                 file.find("_6-3-1-") != std::string::npos;
            if ((ua || archive) && reached) {
                files.push_back({path, ua ? "pdf-ua" : "pdf-a", passes});
            }
        }
    }
    return files;
}

TEST(Gate, AgreesWithAPublicTestSuite) {
    const std::vector<Judged> files = judgedFiles();
    if (files.empty()) {
        GTEST_SKIP() << "the corpus is not here";
    }
    std::size_t judged = 0;
    for (const Judged& file : files) {
        const Verdict verdict = checkPdf(file.path, file.profile);
        EXPECT_EQ(verdict.passed(), file.passes) << file.path << "\n" << writeJson(toValue(verdict));
        ++judged;
    }
    EXPECT_GE(judged, 10U);
}

TEST(Gate, RefusesAnUnknownProfile) {
    EXPECT_THROW((void)checkPdfBytes(test::sampleDocument(), "pdf-x"), PdfError);
}

TEST(Gate, EndsWhereATreeLeadsToItself) {
    RawPdf source;
    source.addTextPage("words");
    const std::string self = std::to_string(source.nextNumber()) + " 0 R";
    source.add("<< /Kids [" + self + " " + self + "] >>");
    source.catalog("/StructTreeRoot << /Type /StructTreeRoot /ParentTree " + self + " >>");
    EXPECT_FALSE(checkPdfBytes(source.bytes(), "pdf-ua").passed());
}

TEST(Gate, NamesABombOfForms) {
    RawPdf source;
    const std::string box = "/Type /XObject /Subtype /Form /BBox [0 0 1 1]";
    std::string below = std::to_string(source.addStream("", box));
    for (int level = 0; level < 10; ++level) {
        std::string entries = box;
        entries.append(" /Resources << /XObject << /F ").append(below).append(" 0 R >> >>");
        below =
            std::to_string(source.addStream("/F Do /F Do /F Do /F Do /F Do /F Do /F Do /F Do /F Do /F Do", entries));
    }
    source.addPage("/MediaBox [0 0 9 9] /Resources << /XObject << /F " + below + " 0 R >> >>", "/F Do");
    try {
        (void)checkPdfBytes(source.bytes(), "pdf-ua");
        FAIL() << "ten thousand million forms were read";
    } catch (const PdfError& fault) {
        EXPECT_EQ(fault.code(), "pdf-too-large");
    }
}

TEST(Gate, SurvivesFilesThatAreCutAnywhere) {
    const std::string good = test::sampleDocument();
    for (std::size_t length = 0; length < good.size(); length += 1777) {
        EXPECT_FALSE(checkPdfBytes(std::string_view(good).substr(0, length), "drawn").findings.empty()) << length;
    }
}

}  // namespace
}  // namespace engross
