// For every rule of the list a bundle with one planted defect, which that rule names and no other.
#include "bundle/file_rules.h"
#include "bundle/plan_check.h"
#include "bundle/read_back.h"
#include "bundle/release.h"
#include "bundle/sample_bundle.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <random>
#include <set>

namespace engross {
namespace {

using Rules = std::set<std::string>;
using Sabotage = std::function<void(QPDF&)>;
using Change = std::function<void(BundleProfile&)>;

constexpr std::size_t page = 4;  // from 0: the second of three of the first document, where no row or bookmark leads

BundlePlan planOf(const std::function<void(BundlePlan&)>& change) {
    BundlePlan plan = samplePlan();
    change(plan);
    return plan;
}

/// A sound bundle of which copies are sabotaged.
class SoundBundle {
public:
    explicit SoundBundle(const std::function<void(BundlePlan&)>& change = [](BundlePlan&) {}) : plan(planOf(change)) {
        const PageSources sources = sampleSources(plan, [this](std::size_t section, std::size_t item) {
            return sampleDocument(plan.sections.at(section).items.at(item).title, 3);
        });
        numbering = settle(plan, sources).numbering;
        (void)assemble(plan, *numbering, sources, *makeLinker(Typesetter::standard()), folder.path(),
                       folder.path("sound.pdf"), sampleProfile());
    }

    [[nodiscard]] std::string copy(
        const Sabotage& sabotage, const std::string& name = "EN-2026-0142 copy A.pdf",
        const std::function<void(QPDFWriter&)>& writing = [](QPDFWriter&) {}) const {
        std::string path = folder.path(name);
        QPDF pdf;
        pdf.processFile(folder.path("sound.pdf").c_str());
        sabotage(pdf);
        QPDFWriter writer(pdf, path.c_str());
        writer.setObjectStreamMode(qpdf_o_generate);
        writing(writer);
        writer.write();
        return path;
    }

    TestFolder folder;
    BundlePlan plan;
    std::optional<Numbering> numbering;
};

const SoundBundle& sound() {
    static const SoundBundle bundle;
    return bundle;
}

BundleProfile profileWith(const Change& change) {
    BundleProfile profile = sampleProfile();
    change(profile);
    return profile;
}

Verdict deep(
    const std::string& path, const Change& change = [](BundleProfile&) {}) {
    return checkBundle(path, profileWith(change), Language::English, Depth::Pages);
}

/// As anybody's file, every page read.
std::function<Verdict()> inFile(
    const Sabotage& sabotage, const Change& change = [](BundleProfile&) {}) {
    return [=] { return deep(sound().copy(sabotage), change); };
}

std::function<Verdict()> ofProfile(const Change& change) {
    return inFile([](QPDF&) {}, change);
}

/// Against its plan, every page read.
std::function<Verdict()> againstPlan(
    const Sabotage& sabotage, const std::function<void(BundlePlan&)>& change = [](BundlePlan&) {}) {
    return [=] {
        BundlePlan plan = sound().plan;
        change(plan);
        return readBack(sound().copy(sabotage), plan, *sound().numbering, sampleProfile(), Depth::Pages);
    };
}

/// Before a page is drawn.
std::function<Verdict()> inPlan(
    const std::function<void(BundlePlan&)>& change, const Change& profile = [](BundleProfile&) {}) {
    return [=] { return checkPlan(planOf(change), profileWith(profile)).verdict; };
}

QPDFObjectHandle pageOf(QPDF& pdf, std::size_t index) {
    return pdf.getAllPages().at(index);
}

QPDFObjectHandle stampOf(QPDF& pdf, std::size_t index) {
    QPDFObjectHandle contents = pageOf(pdf, index).getKey("/Contents");
    return contents.getArrayItem(contents.getArrayNItems() - 1);
}

std::string textOf(QPDFObjectHandle stream) {
    const auto bytes = stream.getStreamData();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

void setText(QPDFObjectHandle stream, const std::string& text) {
    stream.replaceStreamData(text, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
}

QPDFObjectHandle bookmark(QPDF& pdf) {
    return pdf.getRoot().getKey("/Outlines").getKey("/First").getKey("/Next").getKey("/First");
}

Sabotage titled(const std::string& title) {
    return [title](QPDF& pdf) { bookmark(pdf).replaceKey("/Title", QPDFObjectHandle::newString(title)); };
}

Sabotage labelled(const std::string& numbers) {
    return [numbers](QPDF& pdf) {
        pdf.getRoot().replaceKey("/PageLabels", QPDFObjectHandle::parse("<< /Nums [" + numbers + "] >>"));
    };
}

QPDFObjectHandle pictureOf(QPDF& pdf, int width, int height, const std::string& bytes) {
    QPDFObjectHandle image = QPDFObjectHandle::newStream(&pdf, bytes);
    image.replaceDict(QPDFObjectHandle::parse("<< /Type /XObject /Subtype /Image /Width " + std::to_string(width) +
                                              " /Height " + std::to_string(height) +
                                              " /BitsPerComponent 1 /ColorSpace /DeviceGray >>"));
    return image;
}

/// Something more that a page draws, below what was there; /F1 and /F2 (without sense) are fonts, /I1 a scan of A4.
Sabotage drawing(const std::string& content) {
    return [content](QPDF& pdf) {
        QPDFObjectHandle object = pageOf(pdf, page);
        QPDFObjectHandle resources = object.getKey("/Resources").shallowCopy();
        QPDFObjectHandle fonts = resources.getKey("/Font").isDictionary() ? resources.getKey("/Font").shallowCopy()
                                                                          : QPDFObjectHandle::newDictionary();
        fonts.replaceKey("/F1", QPDFObjectHandle::parse("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"));
        QPDFObjectHandle senseless = QPDFObjectHandle::parse("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        senseless.replaceKey(
            "/ToUnicode", QPDFObjectHandle::newStream(&pdf,
                                                      "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                                                      "1 begincodespacerange <00> <FF> endcodespacerange\n"
                                                      "1 beginbfrange <21> <7E> <E000> endbfrange\nendcmap end end\n"));
        fonts.replaceKey("/F2", senseless);
        resources.replaceKey("/Font", fonts);
        QPDFObjectHandle objects = QPDFObjectHandle::newDictionary();
        objects.replaceKey("/I1", pictureOf(pdf, 1656, 2339, std::string(std::size_t{1656} / 8 * 2339, '\x5A')));
        resources.replaceKey("/XObject", objects);
        object.replaceKey("/Resources", resources);
        object.getKey("/Contents").insertItem(0, QPDFObjectHandle::newStream(&pdf, content));
    };
}

std::string words(const std::string& matrix, double size, const std::string& text, const std::string& font = "F1") {
    return "q BT /" + font + " " + std::to_string(size) + " Tf " + matrix + " Tm (" + text + ") Tj ET Q\n";
}

std::string lines(const std::string& text, double size = 11) {
    std::string content;
    for (int line = 0; line < 12; ++line) {
        content += words("1 0 0 1 72 " + std::to_string(600 - 20 * line), size, text);
    }
    return content;
}

void turnStamp(QPDF& pdf) {
    std::string text = textOf(stampOf(pdf, page));
    text.insert(text.find(" q ") + 3, "-1 0 0 -1 1130 62 cm ");
    setText(stampOf(pdf, page), text);
}

void breakTable(const std::string& path) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(file), {}};
    file.clear();
    file.seekp(static_cast<std::streamoff>(all.rfind("startxref") + 10));
    file << "7";
}

void keepTwice(QPDF& pdf) {
    std::mt19937 random(7);
    std::string bytes(std::size_t{3} << 19U, '\0');
    for (char& byte : bytes) {
        byte = static_cast<char>(random());
    }
    QPDFObjectHandle objects = QPDFObjectHandle::newDictionary();
    objects.replaceKey("/I8", pictureOf(pdf, 3072, 4096, bytes));
    objects.replaceKey("/I9", pictureOf(pdf, 3072, 4096, bytes));
    QPDFObjectHandle resources = pageOf(pdf, page).getKey("/Resources").shallowCopy();
    resources.replaceKey("/XObject", objects);
    pageOf(pdf, page).replaceKey("/Resources", resources);
}

/// A page shows what the one before it shows; its number is its own.
void showAgain(QPDF& pdf) {
    QPDFObjectHandle before = pageOf(pdf, page);
    QPDFObjectHandle after = pageOf(pdf, page + 1);
    QPDFObjectHandle contents = before.getKey("/Contents").shallowCopy();
    contents.setArrayItem(contents.getArrayNItems() - 1, stampOf(pdf, page + 1));
    after.replaceKey("/Contents", contents);
    after.replaceKey("/Resources", before.getKey("/Resources"));
}

Verdict restricted() {
    return deep(sound().copy([](QPDF&) {}, "EN-2026-0142 copy A.pdf",
                             [](QPDFWriter& writer) {
                                 writer.setR6EncryptionParameters("", "owner", true, true, true, true, true, true,
                                                                  qpdf_r3p_full, true);
                             }));
}

Verdict repaired() {
    const std::string path = sound().copy([](QPDF&) {}, "EN-2026-0142 broken A.pdf");
    breakTable(path);
    return deep(path);
}

/// Pages 4A to 4C by choice, in a profile that does not ask for them.
Verdict suffixed() {
    static const SoundBundle bundle([](BundlePlan& plan) {
        plan.sections.at(0).items.at(1).afterPage = "6";
        plan.sections.at(0).items.at(1).addedIn = 1;
    });
    return deep(bundle.copy([](QPDF&) {}));
}

Verdict lettered() {
    static const SoundBundle bundle([](BundlePlan& plan) { plan.letter = "B"; });
    return deep(bundle.copy([](QPDF&) {}),
                [](BundleProfile& profile) { profile.rules.at("7-plain-numbers").level = ProfileRule::Level::Error; });
}

/// A release that moves what was numbered: not a finding but the fault that refuses it.
Verdict moved() {
    const BundleRelease before{sound().plan, PartCounts(partCount(sound().plan), 1), identityOf(sound().plan), {}};
    PartCounts counts = before.counts;
    counts.at(1) = 2;
    LaterRelease later = continued(sound().plan, before);
    counts.resize(partCount(later.plan), 1);
    const auto fault = movedNumber(later, Numbering(later.plan, counts), before);
    Verdict verdict;
    if (fault && fault->code == "bundle-number-moved") {
        verdict.findings.push_back({.rule = "34-numbers-stay", .message = fault->message, .cure = "-"});
    }
    return verdict;
}

struct Plant {
    std::function<Verdict()> verdict;
    Rules companions{};  // that cannot but see it too
};

void setCap(BundleProfile& profile, const std::string& rule, double most) {
    profile.rules.at(rule) = {ProfileRule::Level::Error, "", "", {{"most", most}}};
}

std::map<std::string, Plant> plantsOfTheFile() {
    return {
        {"0-complete", {againstPlan([](QPDF&) {}, [](BundlePlan& plan) { plan.release = 2; })}},
        {"1-readable", {repaired}},
        {"2-open", {restricted}},
        {"3-numbered", {inFile([](QPDF& pdf) { setText(stampOf(pdf, page), "Q\n"); })}},
        {"4-from-one", {inFile([](QPDF& pdf) {
             setText(stampOf(pdf, page), textOf(stampOf(pdf, page + 1)));
             labelled("0 << /S /D /St 1 >> 4 << /S /D /St 6 >> 5 << /S /D /St 6 >>")(pdf);
         })}},
        {"5-labels", {inFile(labelled("0 << /S /D /St 1 >> 4 << /S /D /St 90 >> 5 << /S /D /St 6 >>"))}},
        {"6-section-numbers", {ofProfile([](BundleProfile& profile) { profile.numbering = "sections"; })}},
        {"7-plain-numbers", {lettered}},
        {"8-number-place", {inFile(drawing(words("1 0 0 1 548 28", 8, "7")))}},
        {"9-number-clear", {inFile(drawing(words("1 0 0 1 530 30", 9, "gutters and roof")))}},
        {"10-upright", {inFile(turnStamp)}},
        {"11-index", {inFile([](QPDF& pdf) {
             pdf.getRoot()
                 .getKey("/Outlines")
                 .getKey("/First")
                 .replaceKey("/Title", QPDFObjectHandle::newString("List [2]"));
         })}},
        {"12-titles", {inFile(titled("1. scan001 [4]"))}},
        {"14-links", {inFile([](QPDF& pdf) {
             pageOf(pdf, 1).getKey("/Annots").getArrayItem(2).replaceKey("/Rect",
                                                                         QPDFObjectHandle::parse("[700 700 900 720]"));
         })}},
        {"15-link-objects", {inFile([](QPDF& pdf) {
             pageOf(pdf, 1).getKey("/Annots").getArrayItem(1).replaceKey(
                 "/A", QPDFObjectHandle::parse("<< /S /URI /URI (https://example.org) >>"));
         })}},
        {"16-bookmarks", {againstPlan([](QPDF& pdf) {
             QPDFObjectHandle section = pdf.getRoot().getKey("/Outlines").getKey("/First").getKey("/Next");
             section.replaceKey("/First", section.getKey("/First").getKey("/Next"));
         })}},
        {"17-bookmark-text", {inFile(titled("Improvement notice"))}},
    };
}

std::map<std::string, Plant> plantsOfTheWhole() {
    const auto edit = [](const std::function<void(QPDFObjectHandle)>& change) {
        return inFile([change](QPDF& pdf) { change(pageOf(pdf, page)); });
    };
    return {
        {"22-opening", {inFile([](QPDF& pdf) { pdf.getRoot().removeKey("/OpenAction"); })}},
        {"25-paper", {edit([](QPDFObjectHandle object) {
             object.replaceKey("/MediaBox", QPDFObjectHandle::parse("[0 0 595 1000]"));
             object.removeKey("/CropBox");
         })}},
        {"26-page-cap", {ofProfile([](BundleProfile& profile) { setCap(profile, "26-page-cap", 3); })}},
        {"27-size", {ofProfile([](BundleProfile& profile) { setCap(profile, "27-size", 0.001); })}},
        {"28-volumes", {ofProfile([](BundleProfile& profile) { setCap(profile, "28-volumes", 0.001); })}},
        {"29-file-name", {[] { return deep(sound().copy([](QPDF&) {}, "final.pdf")); }}},
        {"32-authorities", {inFile(titled("1. RP v Barnsley MBC [2025] UKUT 46 (AAC) [4]"))}},
        {"33-core-bundle", {ofProfile([](BundleProfile& profile) { setCap(profile, "33-core-bundle", 2); })}},
        {"36-suffixes", {suffixed}},
        {"37-supplemental",
         {[] {
              // Without cover and index the file begins with page 3; nothing then lists its documents.
              return deep(sound().copy([](QPDF& pdf) {
                  QPDFPageDocumentHelper pages(pdf);
                  pages.removePage(pages.getAllPages().at(0));
                  pages.removePage(pages.getAllPages().at(0));
                  labelled("0 << /S /D /St 3 >>")(pdf);
              }),
                          [](BundleProfile& profile) { profile.subNumbered = true; });
          },
          {"11-index", "16-bookmarks", "22-opening"}}},
        {"43-identity", {inFile([](QPDF& pdf) {
             pdf.getTrailer().getKey("/Info").replaceKey("/Title", QPDFObjectHandle::newString("letter.docx"));
         })}},
        {"44-nothing-hidden", {inFile([](QPDF& pdf) {
             pdf.getRoot().replaceKey("/AA", QPDFObjectHandle::parse("<< /WC << /S /JavaScript /JS (x) >> >>"));
         })}},
        {"46-deadline", {ofProfile([](BundleProfile& profile) {
             profile.fileBy = Day{};
             profile.late = true;
         })}},
        {"47-directions", {ofProfile([](BundleProfile& profile) {
             profile.waivers = {{"29-file-name", {"Judge A. Example", "2026-01-05", "", "the name is agreed"}, "/w/0"}};
         })}},
    };
}

std::map<std::string, Plant> plantsOfThePages() {
    const std::string english = "The surveyor wrote to the council about the state of the roof and of the gutters";
    return {
        {"18-searchable", {inFile(drawing("q 500 0 0 707 50 100 cm /I1 Do Q\n"))}},
        {"19-sense", {inFile(drawing(words("1 0 0 1 72 500", 9, english, "F2")))}},
        {"20-upside-down", {inFile(drawing(words("-1 0 0 -1 500 500", 9, english + english)))}},
        {"21-landscape", {inFile(drawing(words("0 1 -1 0 300 120", 9, english + english)))}},
        {"23-dots", {inFile(drawing("q 200 0 0 282 72 300 cm /I1 Do Q\n"))}},
        {"24-optimised", {inFile(keepTwice)}},
        {"30-twice", {inFile(showAgain)}},
        {"39-legible", {inFile(drawing(lines(english, 4)))}},
        {"40-translation",
         {inFile(drawing(lines("Nie na to do tego oraz przez co jest dla nas z tym nie na do z oraz przez dla")))}},
        {"42-references", {inFile(drawing(lines(english) + words("1 0 0 1 72 200", 11, "as exhibit ZZ/9 shows")))}},
        {"45-redactions",
         {inFile(drawing(words("1 0 0 1 72 400", 12, "telephone 01632 960001") + "0 g 70 396 160 16 re f\n"))}},
    };
}

std::map<std::string, Plant> plantsOfThePlan() {
    return {
        {"13-dates", {inPlan([](BundlePlan& plan) { plan.sections.at(0).items.at(0).date.reset(); })}},
        {"31-date-order", {inPlan([](BundlePlan& plan) {
             std::swap(plan.sections.at(0).items.at(0).date, plan.sections.at(0).items.at(1).date);
         })}},
        {"34-numbers-stay", {moved}},
        {"41-contents",
         {inPlan([](BundlePlan&) {}, [](BundleProfile& profile) { profile.documents = {"chronology"}; })}},
    };
}

std::map<std::string, Plant> plants() {
    std::map<std::string, Plant> all = plantsOfTheFile();
    all.merge(plantsOfTheWhole());
    all.merge(plantsOfThePages());
    all.merge(plantsOfThePlan());
    return all;
}

TEST(PlantedDefects, AreThereForEveryRuleThatAnythingRuns) {
    const std::map<std::string, Plant> all = plants();
    // continued() makes the section of rule 35 itself, and nothing in a file shows a paper copy.
    const Rules without{"35-later-pages", "38-paper-copy"};
    for (const BundleRule& rule : bundleRules()) {
        EXPECT_NE(all.contains(std::string(rule.id)), without.contains(std::string(rule.id))) << rule.id;
    }
    EXPECT_EQ(all.size() + without.size(), bundleRules().size());
}

TEST(PlantedDefects, AreFoundInASoundBundleByNoRule) {
    for (const Verdict& verdict : {inFile([](QPDF&) {})(), againstPlan([](QPDF&) {})(), inPlan([](BundlePlan&) {})()}) {
        for (const Finding& finding : verdict.findings) {
            ADD_FAILURE() << finding.rule << ": " << finding.message;
        }
    }
}

TEST(PlantedDefects, OfInkUnderTheNumberAreNamedWhateverDrewIt) {
    const auto pagesOf = [](const std::string& content) {
        std::vector<std::size_t> pages;
        for (const Finding& finding : inFile(drawing(content))().findings) {
            EXPECT_EQ(finding.rule, "9-number-clear") << finding.message;
            pages.insert(pages.end(), finding.pages.begin(), finding.pages.end());
        }
        return pages;
    };
    const std::vector<std::size_t> found{page + 1};
    EXPECT_EQ(pagesOf("2 w 520 10 m 590 60 l S\n"), found) << "a line";
    EXPECT_EQ(pagesOf("0.4 g 560 25 20 20 re f\n"), found) << "a filled area";
    EXPECT_EQ(pagesOf("2 w 520 10 100 22 re S\n"), found) << "a frame whose edge crosses it";

    EXPECT_EQ(pagesOf("q 60 0 0 60 530 20 cm /I1 Do Q\n"), found) << "a picture";
    EXPECT_EQ(pagesOf("2 w 20 15 555 800 re S\n").size(), 0U) << "a frame round the page";
    EXPECT_EQ(pagesOf("0.9 g 0 0 595 842 re f\n").size(), 0U) << "the colour of the page";
    EXPECT_EQ(pagesOf("1 g 500 0 95 60 re f\n").size(), 0U) << "white";
    EXPECT_EQ(pagesOf("2 w 72 30 m 500 30 l S\n").size(), 0U) << "a rule that ends before it";
}

class PlantedDefect : public testing::TestWithParam<std::string> {};

TEST_P(PlantedDefect, IsNamedByItsRuleAndByNoOther) {
    const Plant plant = plants().at(GetParam());
    Rules found;
    for (const Finding& finding : plant.verdict().findings) {
        found.insert(finding.rule);
        EXPECT_FALSE(finding.message.empty());
        EXPECT_FALSE(finding.cure.empty());
    }
    EXPECT_EQ(found.count(GetParam()), 1U);
    for (const std::string& rule : found) {
        EXPECT_TRUE(rule == GetParam() || plant.companions.contains(rule)) << rule;
    }
}

std::vector<std::string> planted() {
    std::vector<std::string> rules;
    for (const auto& [rule, plant] : plants()) {
        rules.push_back(rule);
    }
    return rules;
}

INSTANTIATE_TEST_SUITE_P(OfRule, PlantedDefect, testing::ValuesIn(planted()),
                         [](const testing::TestParamInfo<std::string>& info) {
                             std::string name = info.param;
                             std::ranges::replace(name, '-', '_');
                             return "R" + name;
                         });

}  // namespace
}  // namespace engross
