#include "bundle/release.h"

#include "bundle/page_numbers.h"
#include "bundle/sample_bundle.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace engross {
namespace {

using namespace std::chrono;

BundleRelease firstRelease() {
    const BundlePlan plan = samplePlan();
    return {plan, {1, 1, 1, 8, 1, 3, 1, 4, 2}, identityOf(plan)};
}

PlannedItem document(const std::string& title, Day day, const std::string& bytes) {
    PlannedItem item;
    item.title = title;
    item.date = day;
    item.hash = Sha256::of(bytes);
    return item;
}

TEST(Release, KeepsEveryDocumentInItsPlaceWhateverTheOrderAskedFor) {
    BundlePlan asked = samplePlan();
    std::ranges::reverse(asked.sections);
    std::ranges::reverse(asked.sections.at(1).items);
    const LaterRelease later = continued(asked, firstRelease());
    EXPECT_EQ(later.plan.release, 2);
    ASSERT_EQ(later.plan.sections.size(), 2U);
    for (std::size_t s = 0; s < 2; ++s) {
        for (std::size_t i = 0; i < later.plan.sections.at(s).items.size(); ++i) {
            EXPECT_EQ(later.plan.sections.at(s).items.at(i).title, samplePlan().sections.at(s).items.at(i).title);
        }
    }
    EXPECT_EQ(later.asked.at(0).at(0), (PlanPlace{1, 2}));
    EXPECT_TRUE(changesIn(later.plan, 2).empty());
}

TEST(Release, PutsWhatIsNewInASectionAtTheEndInOrderOfDates) {
    BundlePlan asked = samplePlan();
    asked.sections.at(0).items.push_back(document("Letter from the tenant", 2026y / April / 9d, "letter"));
    asked.sections.at(1).items.insert(asked.sections.at(1).items.begin(),
                                      document("Damp survey", 2026y / April / 2d, "survey"));
    const LaterRelease later = continued(asked, firstRelease());
    ASSERT_EQ(later.plan.sections.size(), 3U);
    const PlannedSection& added = later.plan.sections.at(2);
    EXPECT_EQ(added.title, "Added in release 2");
    EXPECT_EQ(added.addedIn, 2);
    ASSERT_EQ(added.items.size(), 2U);
    EXPECT_EQ(added.items.at(0).title, "Damp survey");
    EXPECT_EQ(later.asked.at(2).at(0), (PlanPlace{1, 0}));
}

TEST(Release, LeavesSheetsWhereADocumentIsWithdrawn) {
    BundlePlan asked = samplePlan();
    asked.sections.at(0).items.erase(asked.sections.at(0).items.begin());
    const LaterRelease later = continued(asked, firstRelease());
    const PlannedItem& gone = later.plan.sections.at(0).items.at(0);
    EXPECT_EQ(gone.standing, Standing::Withdrawn);
    EXPECT_EQ(gone.changedIn, 2);
    EXPECT_FALSE(later.asked.at(0).at(0));
    EXPECT_EQ(changesIn(later.plan, 2), (std::vector<ReleaseChange>{{ReleaseChange::Kind::Withdrawn, {0, 0}}}));
}

TEST(Release, LeadsFromAReplacedDocumentToWhatReplacesIt) {
    BundlePlan asked = samplePlan();
    asked.sections.at(1).items.at(0).hash = Sha256::of("a better scan");
    const LaterRelease later = continued(asked, firstRelease());
    const PlannedItem& old = later.plan.sections.at(1).items.at(0);
    EXPECT_EQ(old.standing, Standing::Replaced);
    EXPECT_EQ(old.replacement, (PlanPlace{2, 0}));
    const Numbering numbering(later.plan, {1, 1, 1, 8, 1, 3, 1, 4, 2, 1, 5});
    EXPECT_EQ(numbering.targets().at("exhibit:AB/1"), 24U);
    EXPECT_EQ(rowsOf(later.plan, numbering).at(5).date, "replaced: see 24");
    EXPECT_EQ(bookmarksOf(later.plan, numbering).at(2).children.at(0).title,
              "4. Gas safety record, 2 Feb 2026 (no longer in use) [17]");
}

TEST(Release, TellsAReplacementByTitleAndDateWhereThereIsNoMark) {
    BundlePlan asked = samplePlan();
    asked.sections.at(0).items.at(1).hash = Sha256::of("with the proof of posting");
    const LaterRelease later = continued(asked, firstRelease());
    EXPECT_EQ(later.plan.sections.at(0).items.at(1).standing, Standing::Replaced);
    EXPECT_EQ(changesIn(later.plan, 2).size(), 2U);
}

TEST(Release, TakesANewTitleOfTheSameBytes) {
    BundlePlan asked = samplePlan();
    asked.sections.at(0).items.at(1).title = "Certificate of service on the owner";
    const LaterRelease later = continued(asked, firstRelease());
    EXPECT_EQ(later.plan.sections.size(), 2U);
    EXPECT_EQ(later.plan.sections.at(0).items.at(1).title, "Certificate of service on the owner");
}

TEST(Release, NamesTheFirstPartWhosePagesWouldMove) {
    const BundleRelease before = firstRelease();
    const LaterRelease later = continued(before.plan, before);
    EXPECT_FALSE(movedNumber(later, Numbering(later.plan, before.counts), before));
    PartCounts grown = before.counts;
    grown.at(5) = 4;
    const auto fault = movedNumber(later, Numbering(later.plan, grown), before);
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->code, "bundle-number-moved");
    EXPECT_EQ(fault->message,
              "'Notice of appeal to the tribunal' has 4 pages and had 3 in release 1: every number after page 13 "
              "would move");
}

TEST(Release, SaysThatALetterBeforeTheNumberMovesThemAll) {
    const BundleRelease before = firstRelease();
    LaterRelease lettered = continued(before.plan, before);
    lettered.plan.letter = "B";
    EXPECT_TRUE(movedNumber(lettered, Numbering(lettered.plan, before.counts), before));
}

TEST(Release, LeavesRowsOutOfTheIndexThatHaveNoRoom) {
    const auto row = [](bool section, int addedIn) {
        BundleRow made;
        made.section = section;
        made.addedIn = addedIn;
        return made;
    };
    const BundleRow old = row(false, 1);
    const BundleRow added = row(false, 2);
    const BundleRow section = row(true, 2);
    EXPECT_TRUE(standsInIndex(old, LaterRows::None));
    EXPECT_TRUE(standsInIndex(added, LaterRows::All));
    EXPECT_FALSE(standsInIndex(added, LaterRows::Sections));
    EXPECT_TRUE(standsInIndex(section, LaterRows::Sections));
    EXPECT_FALSE(standsInIndex(section, LaterRows::None));
}

TEST(Release, ReadsItsCertificateBack) {
    BundlePlan asked = samplePlan();
    asked.sections.at(1).items.at(0).hash = Sha256::of("a better scan");
    asked.sections.at(0).items.pop_back();
    const LaterRelease later = continued(asked, firstRelease());
    const BundleRelease release{later.plan, {1, 1, 1, 8, 1, 3, 1, 4, 2, 1, 5}, identityOf(later.plan)};
    const auto read = bundleReleaseFrom(toValue(release));
    ASSERT_TRUE(read);
    EXPECT_EQ(toValue(*read), toValue(release));
    EXPECT_EQ(read->counts, release.counts);
    EXPECT_EQ(continued(asked, *read).plan.sections.at(1), continued(asked, release).plan.sections.at(1));
}

TEST(Release, RefusesACertificateThatDoesNotAddUp) {
    const Value sound = toValue(firstRelease());
    ASSERT_TRUE(bundleReleaseFrom(sound));
    EXPECT_FALSE(bundleReleaseFrom(Value{}));
    const auto spoilt = [&](const char* name, Value value) {
        Value copy = sound;
        copy.object()->set(name, std::move(value));
        return bundleReleaseFrom(copy);
    };
    EXPECT_FALSE(spoilt("release", 0));
    EXPECT_FALSE(spoilt("release", -4));
    EXPECT_FALSE(spoilt("identity", "abc"));
    EXPECT_FALSE(spoilt("sections", "none"));
    EXPECT_FALSE(spoilt("cover", Object{{"first", 2}, {"pages", 1}}));
    EXPECT_FALSE(spoilt("index", Object{{"first", 2}, {"pages", 2}}));
    EXPECT_FALSE(spoilt("dividers", false));
    EXPECT_FALSE(spoilt("numbering", "roman"));
    EXPECT_FALSE(spoilt("renumbered", Object{{"release", 1}}));
    EXPECT_FALSE(spoilt("index", Object{{"first", 2}, {"pages", 0}}));
    EXPECT_FALSE(spoilt("letter", "B")) << "it printed other numbers";
}

TEST(Release, PutsADocumentBehindAPageWhereThatIsChosen) {
    BundlePlan asked = samplePlan();
    PlannedItem between = document("Letter that was left out", 2026y / March / 5d, "letter");
    between.afterPage = "15";
    asked.sections.at(1).items.push_back(between);
    const LaterRelease later = continued(asked, firstRelease());
    EXPECT_TRUE(later.faults.empty());
    ASSERT_EQ(later.plan.sections.at(0).items.size(), 4U);
    EXPECT_EQ(later.plan.sections.at(0).items.at(3).title, "Letter that was left out");
    EXPECT_EQ(later.asked.at(0).at(3), (PlanPlace{1, 2}));
    EXPECT_EQ(later.plan.sections.size(), 3U) << "what came between is listed on a divider at the end";
    EXPECT_EQ(changesIn(later.plan, 2), (std::vector<ReleaseChange>{{ReleaseChange::Kind::Added, {0, 3}}}));
    const Numbering numbering(later.plan, {1, 1, 1, 8, 1, 3, 2, 1, 4, 2, 1});
    EXPECT_FALSE(movedNumber(later, numbering, firstRelease()));
    EXPECT_EQ(numbering.label(16), "15A");
    EXPECT_EQ(numbering.label(17), "15B");
    EXPECT_EQ(numbering.label(18), "16");
    EXPECT_EQ(rowsOf(later.plan, numbering).at(4).addedIn, 2);
}

TEST(Release, RefusesAPageBehindWhichNothingCanBePut) {
    for (const char* page : {"7", "99", "1"}) {
        BundlePlan asked = samplePlan();
        PlannedItem between = document("Letter that was left out", 2026y / March / 5d, "letter");
        between.afterPage = page;
        asked.sections.at(1).items.push_back(between);
        const LaterRelease later = continued(asked, firstRelease());
        ASSERT_EQ(later.faults.size(), 1U) << page;
        EXPECT_EQ(later.faults.front().code, "bundle-after-page");
    }
}

Renumbering order() {
    Renumbering renumbering;
    renumbering.orderedBy = "Tribunal Judge A. Example";
    renumbering.on = "2026-05-04";
    renumbering.reason = "the bundle had grown from the back";
    return renumbering;
}

TEST(Renumbered, SaysOfEveryDocumentWhereItsPagesAre) {
    BundlePlan asked = samplePlan();
    std::swap(asked.sections.at(0), asked.sections.at(1));
    asked.sections.at(1).items.erase(asked.sections.at(1).items.begin());
    asked.sections.at(0).items.at(1).hash = Sha256::of("a better scan");
    const LaterRelease later = renumbered(asked, firstRelease(), order());
    EXPECT_EQ(later.plan.release, 2);
    EXPECT_EQ(later.plan.pack, firstRelease().identity.hex());
    ASSERT_TRUE(later.plan.renumbered);
    EXPECT_EQ(later.plan.renumbered->before, 1);
    const Numbering numbering(later.plan, {1, 1, 1, 1, 4, 3, 1, 1, 3});
    EXPECT_EQ(numbering.targets().at("concordance"), 3U);
    const auto rows = concordanceOf(later.plan, numbering);
    ASSERT_EQ(rows.size(), 5U);
    EXPECT_EQ(rows.at(0), (ConcordanceRow{"Improvement notice", "4–11", "no longer in the bundle", ""}));
    EXPECT_EQ(rows.at(1), (ConcordanceRow{"Certificate of service", "12", "13", "doc:3"}));
    EXPECT_EQ(rows.at(2), (ConcordanceRow{"Notice of appeal to the tribunal", "13–15", "14–16", "doc:4"}));
    EXPECT_EQ(rows.at(3), (ConcordanceRow{"Gas safety record", "17–20", "5–8", "doc:1"}));
    EXPECT_EQ(rows.at(4),
              (ConcordanceRow{"Photographs of the kitchen ceiling", "21–22", "9–11 (a new version)", "doc:2"}));
}

TEST(Renumbered, KeepsItsConcordanceInLaterReleases) {
    const LaterRelease second = renumbered(samplePlan(), firstRelease(), order());
    const BundleRelease release{second.plan, {1, 1, 1, 1, 8, 1, 3, 1, 4, 2}, identityOf(second.plan)};
    const auto read = bundleReleaseFrom(toValue(release));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->plan.renumbered, release.plan.renumbered);
    EXPECT_EQ(toValue(*read), toValue(release));
    BundlePlan asked = samplePlan();
    asked.sections.at(0).items.push_back(document("Late letter", 2026y / May / 9d, "late"));
    const LaterRelease third = continued(asked, *read);
    const Numbering numbering(third.plan, {1, 1, 1, 1, 8, 1, 3, 1, 4, 2, 1, 5});
    EXPECT_FALSE(movedNumber(third, numbering, *read));
    EXPECT_EQ(concordanceOf(third.plan, numbering),
              concordanceOf(release.plan, Numbering(release.plan, release.counts)));
}

TEST(Renumbered, KeepsTheLetterOfTheBundleUnlessTheOrderGivesAnother) {
    BundleRelease before = firstRelease();
    before.plan.letter = "B";
    BundlePlan asked = samplePlan();
    EXPECT_EQ(renumbered(asked, before, order()).plan.letter, "B");
    asked.letter = "C";
    EXPECT_EQ(renumbered(asked, before, order()).plan.letter, "C");
}

TEST(Renumbered, ChangesTheIdentityWithTheOrder) {
    Renumbering other = order();
    other.orderedBy = "Tribunal Judge B. Sample";
    EXPECT_NE(identityOf(renumbered(samplePlan(), firstRelease(), order()).plan),
              identityOf(renumbered(samplePlan(), firstRelease(), other).plan));
}

/// A pack that documents join, leave and change at random, release after release.
class Chain {
public:
    explicit Chain(unsigned seed) : random_(seed) {
        asked_ = samplePlan();
        asked_.numbering = seed % 2 == 0 ? PageNumbering::Sections : PageNumbering::OneRun;
        pages_ = {1, 2, 1, 8, 1, 3, 1, 4, 2};
        release_ = {asked_, pages_, identityOf(asked_)};
        remember();
    }

    void next() {
        change();
        if (pick(0, 9) == 0) {
            renumber();
            return;
        }
        putBetween();
        const LaterRelease later = continued(asked_, release_);
        EXPECT_TRUE(later.faults.empty());
        const BundleRelease before = std::move(release_);
        release_ = {later.plan, countsAfter(later, before), identityOf(later.plan)};
        check(before, later);
        remember();
    }

private:
    /// What stood keeps its pages; what is new has some.
    PartCounts countsAfter(const LaterRelease& later, const BundleRelease& before) {
        PartCounts counts;
        const Numbering earlier(before.plan, before.counts);
        auto front = earlier.parts().begin();
        for (const NumberedPart& part : partsOf(later.plan)) {
            if (part.kind == PartKind::Document) {
                const auto was = later.was.at(part.section).at(part.item);
                counts.push_back(was ? pagesBefore(before, *was) : pick(1, 9));
            } else if (part.kind == PartKind::Divider) {
                counts.push_back(1);
            } else {
                counts.push_back(front++->pages);
            }
        }
        return counts;
    }

    /// Now and then a new document stands behind the last page of one that was there.
    void putBetween() {
        const Numbering numbering(release_.plan, release_.counts);
        const NumberedPart& part = numbering.parts().at(pick(0, numbering.parts().size() - 1));
        const auto& items = release_.plan.sections.at(part.section).items;
        const bool taken = part.kind == PartKind::Document && part.item + 1 < items.size() &&
                           !items.at(part.item + 1).afterPage.empty();
        if (part.kind != PartKind::Document || taken || pick(0, 1) == 0) {
            return;
        }
        const std::string name = "between " + std::to_string(++names_);
        PlannedItem between = document("Paper called " + name, 2026y / May / 2d, name);
        between.afterPage = numbering.label(part.first + part.pages - 1);
        asked_.sections.front().items.push_back(between);
    }

    /// Every page of the release before is in the concordance once, and what is still there is found.
    void renumber() {
        const Numbering earlier(release_.plan, release_.counts);
        const LaterRelease later = renumbered(asked_, release_, Renumbering{});
        PartCounts counts;
        for (const NumberedPart& part : partsOf(later.plan)) {
            counts.push_back(part.kind == PartKind::Document ? pick(1, 9) : 1);
        }
        std::size_t pages = 0;
        std::size_t found = 0;
        for (const FormerPlace& former : later.plan.renumbered->former) {
            pages += former.pages;
            found += former.now ? 1U : 0U;
        }
        std::size_t documents = 0;
        for (const NumberedPart& part : earlier.parts()) {
            documents += part.kind == PartKind::Document ? part.pages : 0;
        }
        EXPECT_EQ(pages, documents);
        std::size_t present = 0;
        for (const auto& section : release_.plan.sections) {
            present += static_cast<std::size_t>(std::ranges::count_if(section.items, [&](const PlannedItem& item) {
                return item.standing == Standing::Present && stillAsked(item.hash);
            }));
        }
        EXPECT_GE(found, present);
        release_ = {later.plan, counts, identityOf(later.plan)};
        EXPECT_EQ(toValue(*bundleReleaseFrom(toValue(release_))), toValue(release_));
        remember();
    }

    [[nodiscard]] bool stillAsked(const Sha256& hash) const {
        return std::ranges::any_of(asked_.sections, [&](const PlannedSection& section) {
            return std::ranges::any_of(section.items, [&](const PlannedItem& item) { return item.hash == hash; });
        });
    }

    std::size_t pick(std::size_t least, std::size_t most) {
        return std::uniform_int_distribution<std::size_t>(least, most)(random_);
    }

    void change() {
        for (std::size_t changes = pick(0, 4); changes > 0; --changes) {
            auto& items = asked_.sections.at(pick(0, asked_.sections.size() - 1)).items;
            const std::string name = "document " + std::to_string(++names_);
            const std::size_t kind = pick(0, 2);
            if (kind == 0 || items.empty()) {
                items.push_back(document("Paper called " + name, 2026y / May / 1d, name));
            } else if (kind == 1) {
                items.at(pick(0, items.size() - 1)).hash = Sha256::of(name);
            } else {
                items.erase(items.begin() + static_cast<std::ptrdiff_t>(pick(0, items.size() - 1)));
            }
        }
    }

    void check(const BundleRelease& before, const LaterRelease& later) {
        const Numbering numbering(release_.plan, release_.counts);
        EXPECT_FALSE(movedNumber(later, numbering, before));
        const std::set<std::string> labels(numbering.labels().begin(), numbering.labels().end());
        EXPECT_EQ(labels.size(), numbering.pages()) << "a number stands on two pages";
        EXPECT_TRUE(runOf(numbering.labels(), release_.plan.numbering).outOfTurn.empty());
        std::size_t askedFor = 0;
        std::map<Sha256, std::string> present;
        for (std::size_t s = 0; s < release_.plan.sections.size(); ++s) {
            for (std::size_t i = 0; i < release_.plan.sections[s].items.size(); ++i) {
                const PlannedItem& item = release_.plan.sections[s].items[i];
                EXPECT_EQ(item.standing == Standing::Present, later.asked.at(s).at(i).has_value());
                askedFor += later.asked.at(s).at(i) ? 1U : 0U;
                const std::string& page = numbering.label(firstPageOf(numbering, {s, i}));
                if (item.standing == Standing::Present) {
                    present[item.hash] = page;
                }
            }
        }
        std::size_t wanted = 0;
        for (const auto& section : asked_.sections) {
            wanted += section.items.size();
        }
        EXPECT_EQ(askedFor, wanted);
        for (const auto& [hash, page] : given_) {
            EXPECT_TRUE(!present.contains(hash) || present.at(hash) == page);
        }
        EXPECT_EQ(toValue(*bundleReleaseFrom(toValue(release_))), toValue(release_));
    }

    /// The first page of what is there now: it may go, but never to another page.
    void remember() {
        given_.clear();
        const Numbering numbering(release_.plan, release_.counts);
        for (std::size_t s = 0; s < release_.plan.sections.size(); ++s) {
            for (std::size_t i = 0; i < release_.plan.sections[s].items.size(); ++i) {
                const PlannedItem& item = release_.plan.sections[s].items[i];
                if (item.standing == Standing::Present) {
                    given_[item.hash] = numbering.label(firstPageOf(numbering, {s, i}));
                }
            }
        }
    }

    std::mt19937 random_;
    BundlePlan asked_;
    PartCounts pages_;
    BundleRelease release_;
    std::map<Sha256, std::string> given_;
    int names_ = 0;
};

TEST(Release, NeverMovesANumberInRandomChainsOfReleases) {
    for (unsigned seed = 1; seed <= 40; ++seed) {
        Chain chain(seed);
        for (int release = 0; release < 12; ++release) {
            chain.next();
        }
    }
}

}  // namespace
}  // namespace engross
