#include "bundle/read_back.h"

#include "bundle/sample_bundle.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <functional>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace engross {
namespace {

/// A finished bundle of the sample plan, made once for all sabotage.
class BundleFile {
public:
    BundleFile() : plan(samplePlan()) {
        const PageSources sources = sampleSources(plan, [this](std::size_t section, std::size_t item) {
            return sampleDocument(plan.sections.at(section).items.at(item).title, 1 + (section + item) % 3);
        });
        Settled settled = settle(plan, sources);
        numbering = settled.numbering;
        assembled = assemble(plan, *numbering, sources, *makeLinker(Typesetter::standard()), folder.path(), path(),
                             sampleProfile());
    }

    [[nodiscard]] std::string path() const {
        return folder.path("EN-2026-0142 bundle A.pdf");
    }

    /// Checks a copy after somebody changed it.
    [[nodiscard]] Verdict after(
        const std::function<void(QPDF&)>& sabotage,
        const std::function<void(QPDFWriter&)>& writing = [](QPDFWriter&) {}) const {
        const std::string copy = folder.path("EN-2026-0142 sabotaged.pdf");
        QPDF pdf;
        pdf.processFile(path().c_str());
        sabotage(pdf);
        QPDFWriter writer(pdf, copy.c_str());
        writer.setObjectStreamMode(qpdf_o_generate);
        writing(writer);
        writer.write();
        return readBack(copy, plan, *numbering, sampleProfile());
    }

    TestFolder folder;
    BundlePlan plan;
    std::optional<Numbering> numbering;
    Assembled assembled;
};

const BundleFile& bundleFile() {
    static const BundleFile file;
    return file;
}

std::set<std::string> errorsOf(const Verdict& verdict) {
    std::set<std::string> rules;
    for (const auto& finding : verdict.findings) {
        EXPECT_FALSE(finding.message.empty());
        EXPECT_FALSE(finding.cure.empty());
        if (finding.severity == Severity::Error) {
            rules.insert(finding.rule);
        }
    }
    return rules;
}

using Rules = std::set<std::string>;

QPDFObjectHandle pageOf(QPDF& pdf, std::size_t index) {
    return pdf.getAllPages().at(index);
}

QPDFObjectHandle lastStreamOf(QPDFObjectHandle page) {
    QPDFObjectHandle contents = page.getKey("/Contents");
    return contents.getArrayItem(contents.getArrayNItems() - 1);
}

std::string textOf(QPDFObjectHandle stream) {
    const auto bytes = stream.getStreamData();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

void setText(QPDFObjectHandle stream, const std::string& text) {
    stream.replaceStreamData(text, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
}

TEST(ReadBack, PassesAnUntouchedBundleAndSaysWhatItLookedAt) {
    const Verdict& verdict = bundleFile().assembled.verdict;
    for (const auto& finding : verdict.findings) {
        ADD_FAILURE() << finding.rule << ": " << finding.message;
    }
    EXPECT_TRUE(verdict.passed());
    EXPECT_EQ(verdict.pages, bundleFile().numbering->pages());
    EXPECT_GE(verdict.rulesRun.size(), 14U);
}

TEST(ReadBack, NamesALaidLinkThatIsLostOrLeadsElsewhere) {
    const Numbering& numbering = *bundleFile().numbering;
    const std::string goal = numbering.label(numbering.targets().at("doc:1"));
    const auto errors = [&](const LaidLink& laid) {
        return errorsOf(readBack(bundleFile().path(), bundleFile().plan, numbering, sampleProfile(), Depth::Structure,
                                 [](double) {}, {laid}));
    };
    EXPECT_EQ(errors({"2", "doc:1", goal}), std::set<std::string>()) << "the index has such a link";
    EXPECT_EQ(errors({"2", "doc:1", "1"}), std::set<std::string>{"14-links"});
    EXPECT_EQ(errors({goal, "doc:1", goal}), std::set<std::string>{"14-links"}) << "a page without it";
    EXPECT_EQ(errors({"999", "doc:1", goal}), std::set<std::string>()) << "a page of another volume";
}

TEST(ReadBack, NamesAStampThatIsOneOff) {
    const Verdict verdict = bundleFile().after([](QPDF& pdf) {
        std::vector<QPDFObjectHandle> pages = pdf.getAllPages();
        setText(lastStreamOf(pages.at(4)), textOf(lastStreamOf(pages.at(5))));
    });
    EXPECT_EQ(errorsOf(verdict), (Rules{"3-numbered", "4-from-one", "5-labels"}));
    EXPECT_EQ(verdict.findings.at(0).pages, std::vector<std::size_t>{5});
}

TEST(ReadBack, NamesAStampThatIsGone) {
    const Verdict verdict = bundleFile().after([](QPDF& pdf) { setText(lastStreamOf(pageOf(pdf, 6)), "Q\n"); });
    EXPECT_EQ(errorsOf(verdict), Rules{"3-numbered"});
}

TEST(ReadBack, NamesAPageThatWasTurnedAfterItWasNumbered) {
    const Verdict verdict =
        bundleFile().after([](QPDF& pdf) { pageOf(pdf, 3).replaceKey("/Rotate", QPDFObjectHandle::newInteger(90)); });
    EXPECT_EQ(errorsOf(verdict), Rules{"10-upright"});
}

TEST(ReadBack, NamesALabelThatIsShifted) {
    const Verdict verdict = bundleFile().after([](QPDF& pdf) {
        pdf.getRoot().replaceKey("/PageLabels", QPDFObjectHandle::parse("<< /Nums [0 << /S /D /St 2 >>] >>"));
    });
    EXPECT_TRUE(errorsOf(verdict).count("5-labels"));
}

TEST(ReadBack, NamesALinkThatWasMoved) {
    const Verdict moved = bundleFile().after([](QPDF& pdf) {
        std::vector<QPDFObjectHandle> pages = pdf.getAllPages();
        pages.at(1).getKey("/Annots").getArrayItem(1).getKey("/Dest").setArrayItem(0, pages.at(0));
    });
    EXPECT_EQ(errorsOf(moved), Rules{"14-links"});
    const Verdict outside = bundleFile().after([](QPDF& pdf) {
        pageOf(pdf, 1).getKey("/Annots").getArrayItem(2).replaceKey("/Rect",
                                                                    QPDFObjectHandle::parse("[700 700 900 720]"));
    });
    EXPECT_EQ(errorsOf(outside), Rules{"14-links"});
}

TEST(ReadBack, NamesALinkThatIsGone) {
    const Verdict verdict = bundleFile().after([](QPDF& pdf) { pageOf(pdf, 1).getKey("/Annots").eraseItem(3); });
    EXPECT_EQ(errorsOf(verdict), Rules{"14-links"});
}

TEST(ReadBack, NamesABookmarkThatWasDroppedOrMoved) {
    const Verdict dropped = bundleFile().after([](QPDF& pdf) {
        QPDFObjectHandle section = pdf.getRoot().getKey("/Outlines").getKey("/First").getKey("/Next");
        section.replaceKey("/First", section.getKey("/First").getKey("/Next"));
    });
    EXPECT_EQ(errorsOf(dropped), Rules{"16-bookmarks"});
    const Verdict moved = bundleFile().after([](QPDF& pdf) {
        QPDFObjectHandle section = pdf.getRoot().getKey("/Outlines").getKey("/First").getKey("/Next");
        section.getKey("/First").getKey("/Dest").setArrayItem(0, pageOf(pdf, 8));
    });
    EXPECT_EQ(errorsOf(moved), Rules{"16-bookmarks"});
}

TEST(ReadBack, NamesAPageThatIsLost) {
    const Verdict verdict = bundleFile().after([](QPDF& pdf) {
        QPDFPageDocumentHelper helper(pdf);
        helper.removePage(helper.getAllPages().back());
    });
    EXPECT_TRUE(errorsOf(verdict).count("0-complete"));
}

TEST(ReadBack, NamesAScriptThatWasPutBack) {
    const Verdict verdict = bundleFile().after([](QPDF& pdf) {
        pdf.getRoot().replaceKey("/AA", QPDFObjectHandle::parse("<< /WC << /S /JavaScript /JS (x) >> >>"));
    });
    EXPECT_EQ(errorsOf(verdict), Rules{"44-nothing-hidden"});
}

TEST(ReadBack, NamesALock) {
    const Verdict locked = bundleFile().after(
        [](QPDF&) {},
        [](QPDFWriter& writer) {
            writer.setR6EncryptionParameters("", "owner", true, false, false, false, false, false, qpdf_r3p_none, true);
        });
    EXPECT_EQ(errorsOf(locked), Rules{"2-open"});
}

TEST(ReadBack, NamesAFileOfAnotherRelease) {
    BundlePlan plan = bundleFile().plan;
    plan.release = 2;
    const Verdict verdict = readBack(bundleFile().path(), plan, *bundleFile().numbering, sampleProfile());
    EXPECT_EQ(errorsOf(verdict), Rules{"0-complete"});
}

TEST(ReadBack, OfAFileThatIsNoneIsAVerdict) {
    const Verdict verdict = readBack("/dev/null", bundleFile().plan, *bundleFile().numbering, sampleProfile());
    EXPECT_EQ(errorsOf(verdict), Rules{"1-readable"});
}

TEST(CheckBundle, PassesOursAsAFileOfAnybody) {
    const Verdict verdict = checkBundle(bundleFile().path(), sampleProfile(), Language::English);
    for (const auto& finding : verdict.findings) {
        ADD_FAILURE() << finding.rule << ": " << finding.message;
    }
    EXPECT_TRUE(verdict.passed());
}

/// What is found in a copy that somebody changed, as a file of anybody: the rules, of whatever severity.
Rules foundIn(const std::string& name, const std::function<void(QPDF&)>& sabotage,
              const BundleProfile& profile = sampleProfile()) {
    const std::string copy = bundleFile().folder.path(name);
    QPDF pdf;
    pdf.processFile(bundleFile().path().c_str());
    sabotage(pdf);
    QPDFWriter writer(pdf, copy.c_str());
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.write();
    Rules rules;
    for (const auto& finding : checkBundle(copy, profile, Language::English).findings) {
        rules.insert(finding.rule);
    }
    return rules;
}

constexpr const char* goodName = "EN-2026-0142 copy A.pdf";

QPDFObjectHandle firstDocumentMark(QPDF& pdf) {
    return pdf.getRoot().getKey("/Outlines").getKey("/First").getKey("/Next").getKey("/First");
}

TEST(CheckBundle, FindsNothingInACopy) {
    EXPECT_EQ(foundIn(goodName, [](QPDF&) {}), Rules());
}

TEST(CheckBundle, NamesEachPlantedFaultByItsRule) {
    EXPECT_EQ(foundIn(goodName,
                      [](QPDF& pdf) {
                          QPDFObjectHandle link = pageOf(pdf, 1).getKey("/Annots").getArrayItem(1);
                          link.replaceKey("/A", QPDFObjectHandle::parse("<< /S /URI /URI (https://example.org) >>"));
                      }),
              Rules{"15-link-objects"});
    EXPECT_EQ(foundIn(goodName,
                      [](QPDF& pdf) {
                          firstDocumentMark(pdf).replaceKey("/Title",
                                                            QPDFObjectHandle::newString("Improvement notice"));
                      }),
              Rules{"17-bookmark-text"});
    EXPECT_EQ(foundIn(goodName,
                      [](QPDF& pdf) {
                          firstDocumentMark(pdf).replaceKey("/Title", QPDFObjectHandle::newString("1. scan001 [4]"));
                      }),
              Rules({"12-titles"}));
    EXPECT_EQ(foundIn(goodName,
                      [](QPDF& pdf) {
                          firstDocumentMark(pdf).replaceKey(
                              "/Title", QPDFObjectHandle::newString("1. RP v Barnsley MBC [2025] UKUT 46 (AAC) [4]"));
                      }),
              Rules{"32-authorities"});
    EXPECT_EQ(foundIn(goodName, [](QPDF& pdf) { pdf.getRoot().removeKey("/OpenAction"); }), Rules{"22-opening"});
    EXPECT_EQ(foundIn(goodName,
                      [](QPDF& pdf) {
                          pageOf(pdf, 0).replaceKey("/MediaBox", QPDFObjectHandle::parse("[0 0 612 792]"));
                          pageOf(pdf, 0).removeKey("/CropBox");
                      })
                  .count("25-paper"),
              1U);
    EXPECT_EQ(foundIn("final.pdf", [](QPDF&) {}), Rules{"29-file-name"});
    EXPECT_EQ(foundIn("IMG_2041.pdf", [](QPDF&) {}), Rules{"29-file-name"});
    EXPECT_EQ(foundIn(goodName,
                      [](QPDF& pdf) {
                          pdf.getTrailer().getKey("/Info").replaceKey("/Title",
                                                                      QPDFObjectHandle::newString("letter.docx"));
                      }),
              Rules{"43-identity"});
    EXPECT_EQ(foundIn(goodName,
                      [](QPDF& pdf) {
                          pageOf(pdf, 2).getKey("/Annots").isArray()
                              ? static_cast<void>(0)
                              : pageOf(pdf, 2).replaceKey("/Annots", QPDFObjectHandle::newArray());
                          pageOf(pdf, 2).getKey("/Annots").appendItem(QPDFObjectHandle::parse(
                              "<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (look) >>"));
                      }),
              Rules{"44-nothing-hidden"});
}

TEST(CheckBundle, AsksForWhatTheProfileAdds) {
    BundleProfile profile = sampleProfile();
    profile.rules.at("28-volumes") = {ProfileRule::Level::Information, "", "", {{"most", 0.001}}};
    profile.rules.at("33-core-bundle") = {ProfileRule::Level::Information, "", "", {{"most", 2}}};
    profile.rules.at("27-size") = {ProfileRule::Level::Warning, "", "", {{"most", 0.001}}};
    profile.fileBy = Day{};
    profile.late = true;
    EXPECT_EQ(foundIn(
                  goodName, [](QPDF&) {}, profile),
              Rules({"27-size", "28-volumes", "33-core-bundle", "46-deadline"}));
}

TEST(CheckWhole, CountsThePagesOfAllVolumes) {
    const BundleProfile family = sampleProfile("family-27a");
    EXPECT_TRUE(checkWhole(350, family, Language::English).passed());
    EXPECT_EQ(errorsOf(checkWhole(700, family, Language::English)), Rules{"26-page-cap"});
}

TEST(CheckBundle, CountsPagesWhereTheProfileHasACap) {
    BundleProfile profile = sampleProfile();
    profile.rules.at("26-page-cap") = {ProfileRule::Level::Error, "PD 27A", "S", {{"most", 3}}};
    const Verdict verdict = checkBundle(bundleFile().path(), profile, Language::Welsh);
    EXPECT_EQ(errorsOf(verdict), Rules{"26-page-cap"});
    EXPECT_EQ(verdict.findings.back().source, "PD 27A [S]");
}

TEST(Settle, LaysTheIndexOutAgainUntilItsOwnLengthIsRight) {
    BundlePlan plan = samplePlan();
    for (int i = 0; i < 90; ++i) {
        PlannedItem item = plan.sections.at(1).items.at(0);
        item.title = "Statement of witness number " + std::to_string(i) + " about the state of the house";
        item.mark.clear();
        plan.sections.at(1).items.push_back(item);
    }
    const PageSources sources =
        sampleSources(plan, [](std::size_t, std::size_t) { return filePages("unused.pdf", 2); });
    const Settled settled = settle(plan, sources);
    ASSERT_TRUE(settled.numbering);
    EXPECT_GE(settled.numbering->parts().at(1).pages, 3U);
    EXPECT_EQ(settled.numbering->parts().at(1).pages, sources.at(1)->pageCount(*settled.numbering));
}

TEST(Settle, NamesPagesThatNeverComeToRest) {
    class Restless : public PageSource {
    public:
        std::size_t pageCount(const Numbering& /*numbering*/) override {
            return 1 + ++asked_ % 2;
        }
        std::string file(const Numbering& /*numbering*/, const std::string& /*folder*/) override {
            return {};
        }
        [[nodiscard]] bool ours() const override {
            return true;
        }

    private:
        std::size_t asked_ = 0;
    };
    const BundlePlan plan = samplePlan();
    PageSources sources = sampleSources(plan, [](std::size_t, std::size_t) { return filePages("unused.pdf", 2); });
    sources.front() = std::make_unique<Restless>();
    const Settled settled = settle(plan, sources);
    EXPECT_FALSE(settled.numbering);
    ASSERT_EQ(settled.faults.size(), 1U);
    EXPECT_EQ(settled.faults.at(0).code, "bundle-unsettled");
}

}  // namespace
}  // namespace engross
