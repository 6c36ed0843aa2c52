#include "bundle/comparison.h"

#include "bundle/sample_bundle.h"

#include <gtest/gtest.h>
#include <filesystem>
#include <fstream>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

namespace engross {
namespace {

using Kind = BundleComparison::Kind;

PdfFingerprint release(int number, const std::vector<std::string>& pages) {
    PdfFingerprint file;
    file.file = Sha256::of("file " + std::to_string(number));
    for (const auto& page : pages) {
        file.pages.push_back(Sha256::of(page));
        file.labels.push_back(std::to_string(file.pages.size()));
    }
    file.navigation = Sha256::of(std::to_string(pages.size()));
    file.provenance = {{"pack", "p"}, {"identity", "i" + std::to_string(number)}, {"release", std::to_string(number)}};
    return file;
}

TEST(BundleComparison, KnowsAFileThatWasSavedAnew) {
    const PdfFingerprint first = release(1, {"cover", "index", "notice"});
    PdfFingerprint saved = first;
    EXPECT_EQ(compareBundles(first, saved).kind, Kind::SameFile);
    saved.file = Sha256::of("saved by another program");
    EXPECT_EQ(compareBundles(first, saved).kind, Kind::SameRelease);
}

TEST(BundleComparison, NamesThePageThatWasAltered) {
    const BundleComparison found = compareBundles(release(1, {"cover", "index", "notice"}), [] {
        PdfFingerprint other = release(1, {"cover", "index", "another notice"});
        other.file = Sha256::of("altered");
        return other;
    }());
    EXPECT_EQ(found.kind, Kind::Altered);
    EXPECT_EQ(found.changed, (std::vector<std::size_t>{3}));
}

TEST(BundleComparison, TellsLinksAndMarginNotesFromWhatAPageShows) {
    const auto file = [](int number, const std::string& links, const std::string& notes, const std::string& content) {
        PdfFingerprint print = release(number, {"cover", "statement " + links + notes + content});
        print.contents = {Sha256::of("cover"), Sha256::of(content)};
        print.notes = {Sha256::of(""), Sha256::of(notes)};
        return print;
    };
    const PdfFingerprint first = file(1, "to 4", "[4]", "words");
    const BundleComparison links = compareBundles(first, file(2, "to 9", "[4]", "words"));
    EXPECT_EQ(links.relinked, std::vector<std::size_t>{2});
    EXPECT_TRUE(links.changed.empty() && links.noted.empty());
    const BundleComparison notes = compareBundles(first, file(2, "to 9", "[9]", "words"));
    EXPECT_EQ(notes.noted, std::vector<std::size_t>{2});
    const BundleComparison words = compareBundles(first, file(2, "to 9", "[9]", "other words"));
    EXPECT_EQ(words.changed, std::vector<std::size_t>{2});
    PdfFingerprint altered = file(1, "to 9", "[4]", "words");
    altered.file = Sha256::of("altered");
    EXPECT_EQ(compareBundles(first, altered).kind, Kind::Altered) << "a link was moved in the same release";
}

TEST(BundleComparison, KnowsALaterReleaseWhicheverIsNamedFirst) {
    const PdfFingerprint first = release(1, {"cover", "index", "notice"});
    const PdfFingerprint second = release(2, {"cover 2", "index", "notice", "divider", "letter"});
    const BundleComparison found = compareBundles(second, first);
    EXPECT_EQ(found.kind, Kind::LaterRelease);
    EXPECT_FALSE(found.secondIsLater);
    EXPECT_EQ(found.added, 2U);
    EXPECT_EQ(found.changed, (std::vector<std::size_t>{1}));
}

TEST(BundleComparison, NamesTwoReleasesThatBothCallThemselvesTheSame) {
    PdfFingerprint other = release(2, {"cover", "index", "another notice"});
    other.provenance["identity"] = "made upon release 1 by somebody else";
    other.file = Sha256::of("fork");
    EXPECT_EQ(compareBundles(release(2, {"cover", "index", "notice"}), other).kind, Kind::Forked);
}

TEST(BundleComparison, DoesNotCompareDifferentVolumesOfDifferentReleases) {
    const auto volume = [](int number, const char* which) {
        PdfFingerprint file = release(number, {"cover", std::string("page of ") + which});
        file.provenance["volume"] = which;
        file.file = Sha256::of(std::to_string(number) + which);
        return file;
    };
    EXPECT_EQ(compareBundles(volume(1, "1 of 2"), volume(2, "2 of 3")).kind, Kind::OtherVolumes);
    EXPECT_EQ(compareBundles(volume(1, "1 of 2"), volume(1, "2 of 2")).kind, Kind::OtherVolume);
    EXPECT_EQ(compareBundles(release(1, {"cover"}), volume(2, "1 of 2")).kind, Kind::LaterRelease);
    EXPECT_EQ(compareBundles(volume(1, "1 of 2"), volume(2, "1 of 3")).kind, Kind::LaterRelease);
}

TEST(BundleComparison, DoesNotCallAReleaseThatMovedNumbersALaterOne) {
    const PdfFingerprint first = release(1, {"cover", "index", "notice"});
    PdfFingerprint second = release(2, {"cover", "index", "letter", "notice"});
    second.labels.at(2) = "2a";
    const BundleComparison found = compareBundles(first, second);
    EXPECT_EQ(found.kind, Kind::Altered);
    EXPECT_EQ(found.moved, (std::vector<std::size_t>{3}));
}

TEST(BundleComparison, FollowsPagesThroughANumberingThatWasGivenAfresh) {
    const auto withContents = [](PdfFingerprint file, const std::vector<std::string>& contents) {
        for (const auto& content : contents) {
            file.contents.push_back(Sha256::of(content));
        }
        return file;
    };
    const PdfFingerprint first = withContents(release(2, {"a", "b", "c", "d"}), {"cover", "notice", "letter", "plan"});
    PdfFingerprint second = withContents(release(3, {"p", "q", "r", "s"}), {"cover 3", "plan", "photo", "notice"});
    second.provenance["numbering"] = "3";
    const BundleComparison found = compareBundles(second, first);
    EXPECT_EQ(found.kind, Kind::Renumbered);
    EXPECT_FALSE(found.secondIsLater);
    EXPECT_EQ(found.moves, (std::vector<PageMove>{{"2", "4"}, {"4", "2"}}));
    EXPECT_EQ(found.gone, (std::vector<std::size_t>{1, 3}));
    EXPECT_EQ(found.added, 2U);
}

TEST(BundleComparison, DoesNotBelieveAnEarlierReleaseThatSaysItWasNumberedAfresh) {
    PdfFingerprint first = release(2, {"a", "b"});
    first.provenance["numbering"] = "2";
    PdfFingerprint second = release(3, {"a", "c"});
    second.labels.at(1) = "9";
    EXPECT_EQ(compareBundles(first, second).kind, Kind::Altered);
}

TEST(BundleComparison, KnowsAnotherVolumeOfTheSameRelease) {
    PdfFingerprint first = release(1, {"a", "b"});
    first.provenance["volume"] = "1 of 2";
    PdfFingerprint second = release(1, {"c", "d"});
    second.file = Sha256::of("volume 2");
    second.labels = {"3", "4"};
    second.provenance["volume"] = "2 of 2";
    EXPECT_EQ(compareBundles(first, second).kind, Kind::OtherVolume);
}

TEST(BundleComparison, TellsPagesByTheirPrintedNumbers) {
    const PdfFingerprint first = release(1, {"cover", "index", "notice"});
    PdfFingerprint second = release(2, {"cover 2", "index", "letter", "notice"});
    second.labels = {"1", "2", "2A", "3"};
    const BundleComparison found = compareBundles(first, second);
    EXPECT_EQ(found.kind, Kind::LaterRelease);
    EXPECT_EQ(found.changed, (std::vector<std::size_t>{1}));
    EXPECT_EQ(found.added, 1U);
}

TEST(BundleComparison, DoesNotRelateBundlesOfTwoPacksOrOfNone) {
    const PdfFingerprint first = release(1, {"cover"});
    PdfFingerprint other = release(1, {"another cover"});
    other.file = Sha256::of("other");
    other.provenance["pack"] = "q";
    EXPECT_EQ(compareBundles(first, other).kind, Kind::Unrelated);
    other.provenance.clear();
    EXPECT_EQ(compareBundles(first, other).kind, Kind::Unrelated);
}

class FingerprintOfABundle : public testing::Test {
protected:
    void SetUp() override {
        folder_ = std::filesystem::temp_directory_path() / ("engross-print-" + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_);
        const BundlePlan plan = samplePlan();
        const PageSources sources = sampleSources(plan, [&plan](std::size_t s, std::size_t i) {
            return sampleDocument(plan.sections.at(s).items.at(i).title, 2);
        });
        const Settled settled = settle(plan, sources);
        const auto linker = makeLinker(Typesetter::standard());
        ASSERT_TRUE(
            assemble(plan, *settled.numbering, sources, *linker, folder_.string(), path("bundle"), sampleProfile())
                .verdict.passed());
    }
    void TearDown() override {
        std::filesystem::remove_all(folder_);
    }

    [[nodiscard]] std::string path(const std::string& name) const {
        return (folder_ / (name + ".pdf")).string();
    }

    /// Saves the bundle anew through libqpdf, after a change.
    std::string saved(const std::string& name, const std::function<void(QPDF&)>& change) {
        QPDF pdf;
        pdf.processFile(path("bundle").c_str());
        change(pdf);
        QPDFWriter writer(pdf, path(name).c_str());
        writer.setObjectStreamMode(qpdf_o_disable);
        writer.setCompressStreams(false);
        writer.write();
        return path(name);
    }

    std::filesystem::path folder_;
};

TEST_F(FingerprintOfABundle, SurvivesBeingSavedAnewByAnotherProgram) {
    const std::string other = saved("saved", [](QPDF&) {});
    const BundleComparison found =
        compareBundles(fingerprintOf(path("bundle"), "bundle"), fingerprintOf(other, "saved"));
    EXPECT_EQ(found.kind, Kind::SameRelease);
}

TEST_F(FingerprintOfABundle, TellsThePageWhoseWordsWereChanged) {
    const std::string other = saved("words", [](QPDF& pdf) {
        QPDFObjectHandle page = pdf.getAllPages().at(5);
        page.replaceKey("/Contents", QPDFObjectHandle::newStream(&pdf, "q Q"));
    });
    const BundleComparison found =
        compareBundles(fingerprintOf(path("bundle"), "bundle"), fingerprintOf(other, "words"));
    EXPECT_EQ(found.kind, Kind::Altered);
    EXPECT_EQ(found.changed, (std::vector<std::size_t>{6}));
}

TEST_F(FingerprintOfABundle, TellsALinkThatLeadsElsewhere) {
    const std::string other = saved("link", [](QPDF& pdf) {
        QPDFObjectHandle index = pdf.getAllPages().at(1);
        QPDFObjectHandle link = index.getKey("/Annots").getArrayItem(0);
        link.getKey("/Dest").setArrayItem(0, pdf.getAllPages().at(0));
    });
    const BundleComparison found =
        compareBundles(fingerprintOf(path("bundle"), "bundle"), fingerprintOf(other, "link"));
    EXPECT_EQ(found.kind, Kind::Altered);
    EXPECT_EQ(found.relinked, (std::vector<std::size_t>{2}));
    EXPECT_TRUE(found.changed.empty()) << "it shows what it showed";
}

TEST_F(FingerprintOfABundle, TellsALabelThatWasShifted) {
    const std::string other = saved("label", [](QPDF& pdf) {
        pdf.getRoot().replaceKey("/PageLabels", QPDFObjectHandle::parse("<< /Nums [0 << /S /D /St 7 >>] >>"));
    });
    const BundleComparison found =
        compareBundles(fingerprintOf(path("bundle"), "bundle"), fingerprintOf(other, "label"));
    EXPECT_EQ(found.kind, Kind::Altered);
    EXPECT_TRUE(found.navigationDiffers);
    EXPECT_FALSE(found.moved.empty());
}

TEST_F(FingerprintOfABundle, KnowsWhatTheBundleSaysOfItself) {
    const PdfFingerprint file = fingerprintOf(path("bundle"), "bundle");
    EXPECT_EQ(file.provenance.at("identity"), identityOf(samplePlan()).hex());
    EXPECT_EQ(file.provenance.at("pack"), file.provenance.at("identity"));
    EXPECT_EQ(file.provenance.at("release"), "1");
    EXPECT_EQ(file.pages.size(), file.labels.size());
}

}  // namespace
}  // namespace engross
