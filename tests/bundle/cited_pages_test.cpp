#include "bundle/cited_pages.h"

#include "bundle/lines_of_words.h"
#include "bundle/release.h"
#include "bundle/searched_documents.h"
#include "words/messages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>
#include <set>

namespace engross {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::year_month_day firstDay{2026y / 3 / 2d};

Instant middayOf(int day) {
    return Instant{std::chrono::sys_days{firstDay}} + std::chrono::hours{24 * day + 12};
}

std::chrono::year_month_day dayAfter(int days) {
    return std::chrono::sys_days{firstDay} + std::chrono::days{days};
}

PlannedItem paper(const std::string& name, int day, const std::string& mark) {
    PlannedItem item;
    item.title = "Paper called " + name;
    item.date = dayAfter(day);
    item.mark = mark;
    item.hash = Sha256::of(name);
    return item;
}

/// A pack whose releases follow each other, and what its documents say of each other's pages.
class CitedPagesTest : public testing::Test {
protected:
    CitedPagesTest() {
        asked.sections.push_back({.title = "Evidence", .items = {}, .where = {}});
        asked.dividers = false;
        add("statement", 2);
        add("lease", 10, "AB/1");
        add("survey", 5, "AB/2");
        release(0);
    }
    void add(const std::string& name, std::size_t pages, const std::string& mark = {}, int day = -1) {
        asked.sections.front().items.push_back(paper(name, day, mark));
        pagesOf[Sha256::of(name)] = pages;
    }
    PlannedItem& item(const std::string& name) {
        auto& items = asked.sections.front().items;
        return *std::ranges::find(items, "Paper called " + name, &PlannedItem::title);
    }
    /// Made at noon of the day; numbered afresh where that is ordered.
    void release(int day, bool afresh = false) {
        asked.made = middayOf(day);
        LaterRelease later;
        later.plan = asked;
        if (before) {
            later = afresh ? renumbered(asked, *before, Renumbering{}) : continued(asked, *before);
        }
        PartCounts counts;
        for (const NumberedPart& part : partsOf(later.plan)) {
            const bool document = part.kind == PartKind::Document;
            const auto was = document && before && !afresh ? later.was.at(part.section).at(part.item) : std::nullopt;
            counts.push_back(!document ? 1
                             : was     ? pagesBefore(*before, *was)
                                       : pagesOf.at(later.plan.sections.at(part.section).items.at(part.item).hash));
        }
        before = bundleReleaseFrom(toValue(BundleRelease{later.plan, counts, identityOf(later.plan)}));
        ASSERT_TRUE(before.has_value());
    }
    [[nodiscard]] PlanPlace placeOf(const std::string& name) const {
        for (std::size_t s = 0; s < before->plan.sections.size(); ++s) {
            const auto& items = before->plan.sections[s].items;
            const auto found = std::ranges::find(items, "Paper called " + name, &PlannedItem::title);
            if (found != items.end()) {
                return {s, static_cast<std::size_t>(found - items.begin())};
            }
        }
        throw std::logic_error("there is no " + name);
    }
    /// "page 14>16": the number in the words of the document, and the page that it leads to; "?" where nobody can know.
    [[nodiscard]] std::string says(const std::string& name, const std::string& line) const {
        const Numbering numbering(before->plan, before->counts);
        const CitedPages cited(before->plan, numbering, placeOf(name));
        std::string all;
        for (const FoundReference& found :
             referencesOn(1, wordsIn({line}), ExhibitMarks(before->plan), numbering, cited, WhichBundle::Unsure)) {
            const auto page = pageOfTarget(numbering, found.target);
            EXPECT_TRUE(found.was.empty() || (page && numbering.label(*page) != found.was));
            all += (all.empty() ? "" : " | ") + found.words + ">" +
                   (page ? numbering.label(*page) : std::string(found.unsure ? "?" : ""));
        }
        return all;
    }

    BundlePlan asked;
    std::map<Sha256, std::size_t> pagesOf;
    std::optional<BundleRelease> before;
};

// Release 1: cover 1, index 2, statement 3–4, lease 5–14, survey 15–19.
TEST_F(CitedPagesTest, LeadToWhereThePageIsSinceNumbersWereGivenAfresh) {
    EXPECT_EQ(says("statement", "see page 14 of the hearing bundle"), "page 14>14");
    std::swap(asked.sections.front().items[1], asked.sections.front().items[2]);
    release(10, true);  // concordance 3, statement 4–5, survey 6–10, lease 11–20
    EXPECT_EQ(says("statement", "page 14 of the hearing bundle and page 15 of the hearing bundle"),
              "page 14>20 | page 15>6");
    EXPECT_EQ(says("statement", "exhibit AB/1"), "AB/1>11");
    add("letter", 1, "AB/3", 5);
    release(20);
    EXPECT_EQ(says("statement", "page 14 of the hearing bundle"), "page 14>20") << "and in every release that follows";
}

TEST_F(CitedPagesTest, LeadNowhereWhereThePageWasTheIndexOrItsDocumentWentOrWasReplaced) {
    asked.sections.front().items.pop_back();
    item("lease").hash = Sha256::of("lease again");
    pagesOf[Sha256::of("lease again")] = 10;
    release(10, true);
    EXPECT_EQ(says("statement", "page 2 of the hearing bundle"), "page 2>?");
    EXPECT_EQ(says("statement", "page 16 of the hearing bundle"), "page 16>?") << "withdrawn";
    EXPECT_EQ(says("statement", "page 9 of the hearing bundle"), "page 9>?") << "what stands there is another paper";
    EXPECT_EQ(says("statement", "page 3 of the hearing bundle"), "page 3>4") << "itself";
}

TEST_F(CitedPagesTest, AreOfTheNumbersThatStoodWhenTheDocumentWasSigned) {
    std::swap(asked.sections.front().items[1], asked.sections.front().items[2]);
    add("came with it", 1, "AB/3", 40);
    release(10, true);
    add("signed before", 1, "AB/4", 9);
    add("signed after", 1, "AB/5", 11);
    add("signed that day", 1, "AB/6", 10);
    add("undated", 1, "AB/7");
    item("undated").date.reset();
    release(20);
    const std::string words = "page 14 of the hearing bundle";
    EXPECT_EQ(says("came with it", words), "page 14>20") << "it was there before the release was, whatever its date";
    EXPECT_EQ(says("signed before", words), "page 14>20");
    EXPECT_EQ(says("signed after", words), "page 14>14");
    EXPECT_EQ(says("signed that day", words), "page 14>?");
    EXPECT_EQ(says("undated", words), "page 14>?");
}

TEST_F(CitedPagesTest, LeadWhereBothNumberingsAgree) {
    release(10, true);  // the concordance puts everything one page back
    add("undated", 1, "AB/7");
    item("undated").date.reset();
    release(20);
    EXPECT_EQ(says("undated", "page 14 of the hearing bundle"), "page 14>?");
    EXPECT_EQ(says("statement", "page 13 of the hearing bundle"), "page 13>14");
}

TEST_F(CitedPagesTest, AreNotGuessedOfWhatStoodBeforeAnEarlierRenumbering) {
    release(10, true);
    std::swap(asked.sections.front().items[1], asked.sections.front().items[2]);
    add("later", 1, "AB/4", 15);
    release(20);
    release(30, true);
    EXPECT_EQ(says("statement", "page 14 of the hearing bundle"), "page 14>?") << "two concordances back";
    EXPECT_NE(says("later", "page 14 of the hearing bundle"), "page 14>?") << "it speaks of the last numbers but one";
}

TEST_F(CitedPagesTest, AreToldWithBothNumbers) {
    std::swap(asked.sections.front().items[1], asked.sections.front().items[2]);
    release(10, true);
    const Numbering numbering(before->plan, before->counts);
    SearchedDocument document;
    document.first = 4;
    document.references = referencesOn(1, wordsIn({"page 14 of the hearing bundle, page 2 of the hearing bundle"}),
                                       ExhibitMarks(before->plan), numbering,
                                       {before->plan, numbering, placeOf("statement")}, WhichBundle::Unsure);
    const Value report = referencesValue({document}, numbering);
    const Value& linked = report.list()->front().find("linked")->list()->front();
    EXPECT_EQ(linked.textOr("was", ""), "14");
    EXPECT_EQ(linked.textOr("to", ""), "20");
    EXPECT_EQ(report.list()->front().find("not_found")->list()->front().textOr("why", ""), "renumbered");
    const auto laid = laidLinks({document}, numbering);
    ASSERT_EQ(laid.size(), 2U);
    EXPECT_EQ(laid[0], (LaidLink{"4", "page:20", "20", "page 14"}));
    EXPECT_EQ(laid[1], (LaidLink{"4", "", "", "page 2"}));
}

/// Any chain of releases: what each page shows is known here by name and page, whatever its number.
class ReferenceChain {
public:
    explicit ReferenceChain(std::uint32_t seed) : random_(seed) {
        asked_.numbering = pick(0, 2) == 0 ? PageNumbering::Sections : PageNumbering::OneRun;
        asked_.letter = asked_.numbering == PageNumbering::OneRun && pick(0, 2) == 0 ? "B" : "";
        asked_.dividers = pick(0, 1) == 0;
        for (const char* title : {"One", "Two", "Three"}) {
            asked_.sections.push_back({.title = title, .items = {}, .where = {}});
            for (std::size_t i = pick(1, 4); i > 0; --i) {
                addPaper();
            }
        }
        if (pick(0, 1) == 0) {
            asked_.volumes = {1 + pick(0, 1)};
            asked_.commonIndex = true;
        }
    }
    void run() {
        makeRelease(false);
        for (int step = 0; step < 6; ++step) {
            change();
            makeRelease(pick(0, 2) == 0);
            checkAll();
        }
    }
    [[nodiscard]] std::size_t followed() const {
        return followed_;
    }
    [[nodiscard]] std::size_t moved() const {
        return moved_;
    }

private:
    /// What a statement says, and the page that was meant.
    struct Citation {
        std::string label;
        std::string shows;
        int era = 0;
    };
    struct Statement {
        std::vector<Citation> pages;
        std::vector<std::string> marks;
    };

    std::size_t pick(std::size_t least, std::size_t most) {
        return std::uniform_int_distribution<std::size_t>(least, most)(random_);
    }

    PlannedItem& addPaper() {
        const std::string name = "no " + std::to_string(++names_);
        auto& items = asked_.sections.at(pick(0, asked_.sections.size() - 1)).items;
        items.push_back(paper(name, day_ + 5, "AB/" + std::to_string(names_)));
        pagesOf_[items.back().hash] = pick(1, 6);
        return items.back();
    }

    void change() {
        for (std::size_t changes = pick(1, 3); changes > 0; --changes) {
            auto& items = asked_.sections.at(pick(0, asked_.sections.size() - 1)).items;
            switch (items.empty() ? 0 : pick(0, 4)) {
                case 1:
                    items.erase(items.begin() + static_cast<std::ptrdiff_t>(pick(0, items.size() - 1)));
                    break;
                case 2: {
                    PlannedItem& item = items.at(pick(0, items.size() - 1));
                    item.hash = Sha256::of("again " + std::to_string(++names_));
                    pagesOf_[item.hash] = pick(1, 6);
                    break;
                }
                case 3:
                    putBehind(addPaper());
                    break;
                default:
                    sign(addPaper());
            }
        }
    }

    void putBehind(PlannedItem& item) {
        const Numbering numbers(release_->plan, release_->counts);
        const NumberedPart& part = numbers.parts().at(pick(0, numbers.parts().size() - 1));
        const auto& items = release_->plan.sections.at(part.section).items;
        const bool taken = part.kind == PartKind::Document && part.item + 1 < items.size() &&
                           !items.at(part.item + 1).afterPage.empty();
        if (part.kind == PartKind::Document && !taken && between_.insert(part.first).second) {
            item.afterPage = numbers.label(part.first + part.pages - 1);
        }
    }

    /// A statement, five days after the newest release: it gives pages of that, and marks.
    void sign(const PlannedItem& item) {
        const Numbering numbers(release_->plan, release_->counts);
        Statement statement;
        for (std::size_t i = 0; i < 6; ++i) {
            const PageNumber page = pick(1, numbers.pages());
            if (numbers.label(page).find_first_of("0123456789") != std::string::npos) {
                statement.pages.push_back({numbers.label(page), shown_.at(page - 1), era_});
            }
        }
        statement.marks = {"AB/" + std::to_string(pick(1, names_)), "AB/" + std::to_string(pick(1, names_))};
        statements_[item.hash] = statement;
    }

    void makeRelease(bool afresh) {
        day_ += 10;
        asked_.made = middayOf(day_);
        LaterRelease later;
        later.plan = asked_;
        if (release_) {
            later = afresh ? renumbered(asked_, *release_, Renumbering{}) : continued(asked_, *release_);
            ASSERT_TRUE(later.faults.empty());
        }
        const bool continues = release_ && !afresh;
        era_ += release_ && afresh ? 1 : 0;
        PartCounts counts;
        for (const NumberedPart& part : partsOf(later.plan)) {
            const bool document = part.kind == PartKind::Document;
            const auto was = document && continues ? later.was.at(part.section).at(part.item) : std::nullopt;
            counts.push_back(!document ? 1
                             : was     ? pagesBefore(*release_, *was)
                                       : pagesOf_.at(later.plan.sections.at(part.section).items.at(part.item).hash));
        }
        release_ = bundleReleaseFrom(toValue(BundleRelease{later.plan, counts, identityOf(later.plan)}));
        ASSERT_TRUE(release_.has_value());
        between_.clear();
        lookAtPages();
    }

    void lookAtPages() {
        const Numbering numbers(release_->plan, release_->counts);
        shown_.assign(numbers.pages(), "of no document");
        for (const NumberedPart& part : numbers.parts()) {
            for (std::size_t page = 0; part.kind == PartKind::Document && page < part.pages; ++page) {
                const PlannedItem& item = release_->plan.sections.at(part.section).items.at(part.item);
                shown_.at(part.first + page - 1) =
                    item.standing == Standing::Present ? item.hash.hex() + " " + std::to_string(page) : "a sheet";
            }
        }
    }

    void checkAll() {
        const Numbering numbers(release_->plan, release_->counts);
        for (const NumberedPart& part : numbers.parts()) {
            if (part.kind != PartKind::Document) {
                continue;
            }
            const PlannedItem& item = release_->plan.sections.at(part.section).items.at(part.item);
            const auto found = statements_.find(item.hash);
            if (item.standing == Standing::Present && found != statements_.end()) {
                check(found->second, {part.section, part.item}, numbers);
            }
        }
    }

    void check(const Statement& statement, PlanPlace place, const Numbering& numbers) {
        const CitedPages cited(release_->plan, numbers, place);
        const ExhibitMarks marks(release_->plan);
        const auto only = [&](const std::string& line) {
            const auto all = referencesOn(1, wordsIn({line}), marks, numbers, cited, WhichBundle::Unsure);
            EXPECT_EQ(all.size(), 1U) << line;
            return all.empty() ? FoundReference{} : all.front();
        };
        for (const Citation& citation : statement.pages) {
            const FoundReference one = only("page " + citation.label + " of the hearing bundle");
            const auto page = pageOfTarget(numbers, one.target);
            const bool stands = std::ranges::find(shown_, citation.shows) != shown_.end();
            if (page && era_ == citation.era) {
                EXPECT_EQ(numbers.label(*page), citation.label) << "it bears the number that is named";
            } else if (page) {
                EXPECT_EQ(shown_.at(*page - 1), citation.shows)
                    << "it shows what stood under number " << citation.label << ", now " << numbers.label(*page)
                    << ", era " << citation.era << " of " << era_ << ", release " << release_->plan.release;
                EXPECT_EQ(one.was.empty(), numbers.label(*page) == citation.label);
                ++moved_;
            } else {
                EXPECT_TRUE(one.unsure) << citation.label;
                EXPECT_NE(era_, citation.era) << "a number that stands is never lost";
                EXPECT_TRUE(era_ > citation.era + 1 || !stands || citation.shows.size() < 20 || !keptThrough(citation))
                    << citation.label << " is known through the concordance";
            }
            followed_ += page ? 1U : 0U;
        }
        for (const std::string& mark : statement.marks) {
            checkMark(mark, only("exhibit " + mark), numbers);
        }
    }

    /// Whether what stood on the page still stood there when pages were numbered afresh.
    [[nodiscard]] bool keptThrough(const Citation& citation) const {
        const auto& former = release_->plan.renumbered->former;
        return std::ranges::any_of(former, [&](const FormerPlace& place) {
            return place.now && !place.changed && !place.sheets &&
                   citation.shows.starts_with(
                       release_->plan.sections.at(place.now->section).items.at(place.now->item).hash.hex());
        });
    }

    void checkMark(const std::string& mark, const FoundReference& one, const Numbering& numbers) {
        const auto page = pageOfTarget(numbers, one.target);
        std::string wanted;
        for (const auto& section : asked_.sections) {
            for (const PlannedItem& item : section.items) {
                wanted = item.mark == mark ? item.hash.hex() + " 0" : wanted;
            }
        }
        if (!wanted.empty()) {
            ASSERT_TRUE(page.has_value()) << mark;
            EXPECT_EQ(shown_.at(*page - 1), wanted) << mark;
            ++followed_;
        } else if (page) {
            EXPECT_EQ(shown_.at(*page - 1), "a sheet") << mark << " was withdrawn, and a sheet says so";
        }
        if (page) {
            const std::size_t volume = numbers.volumeOfPage(*page);
            const auto& labels = numbers.volume(volume).labels();
            EXPECT_NE(std::ranges::find(labels, numbers.label(*page)), labels.end()) << "in the volume it is sent to";
        }
    }

    std::mt19937 random_;
    BundlePlan asked_;
    std::optional<BundleRelease> release_;
    std::map<Sha256, std::size_t> pagesOf_;
    std::map<Sha256, Statement> statements_;
    std::vector<std::string> shown_;  // by page of the newest release
    std::set<PageNumber> between_;
    std::size_t names_ = 0;
    std::size_t followed_ = 0;
    std::size_t moved_ = 0;
    int day_ = 0;
    int era_ = 0;
};

TEST(ReferenceChains, LeadToThePageThatBearsTheNumberOrMarkTheyNameThroughAnyReleases) {
    const std::uint32_t chains = std::getenv("ENGROSS_SOAK") == nullptr ? 150 : 5000;
    std::size_t followed = 0;
    std::size_t moved = 0;
    for (std::uint32_t seed = 1; seed <= chains && !testing::Test::HasFailure(); ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        ReferenceChain chain(seed);
        chain.run();
        followed += chain.followed();
        moved += chain.moved();
    }
    EXPECT_GT(followed, chains * 10) << "or the test proves nothing";
    EXPECT_GT(moved, chains) << "through concordances too";
}

}  // namespace
}  // namespace engross
