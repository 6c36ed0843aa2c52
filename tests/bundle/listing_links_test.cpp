#include "bundle/plan_rules.h"
#include "bundle/sample_bundle.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

/// The first volume of two: cover, index of both, index, divider, documents; read as if it had been written.
class ListingLinks : public testing::Test {
protected:
    ListingLinks() {
        plan.volumes = {1};
        plan.commonIndex = true;
        plan.renumbered = Renumbering{.orderedBy = "Judge A. Example",
                                      .on = "2027-03-01",
                                      .reason = "One order of reading.",
                                      .release = 2,
                                      .before = 1,
                                      .identity = {},
                                      .former = {}};
        for (const PlanPlace place : {PlanPlace{1, 1}, PlanPlace{0, 2}, PlanPlace{0, 0}}) {
            plan.renumbered->former.push_back(
                {.title = "was elsewhere", .first = "9", .last = "9", .pages = 1, .now = place});
        }
    }

    /// Links of a row, twice: its cells are boxes of their own.
    static void link(ReadPage& page, const std::string& goal) {
        ReadLink link;
        if (goal.find(':') == std::string::npos) {
            link.page = std::stoul(goal);
        } else {
            link.file = "bundle-volume-2.pdf";
            link.target = goal;
        }
        page.links.push_back(link);
        page.links.push_back(link);
    }

    /// What the read-back says of links where those of the common index and the concordance lead there.
    std::string findings(const std::vector<std::string>& common, const std::vector<std::string>& concordance) {
        const Numbering numbering = Numbering(plan, PartCounts(partCount(plan), 1)).volume(0);
        PdfReading reading;
        reading.places = numbering.targets();
        reading.pages.resize(numbering.pages());
        for (const NumberedPart& part : numbering.parts()) {
            const auto& goals = part.kind == PartKind::CommonIndex   ? common
                                : part.kind == PartKind::Concordance ? concordance
                                                                     : std::vector<std::string>();
            for (const std::string& goal : goals) {
                link(reading.pages.at(part.first - 1), goal);
            }
        }
        Verdict verdict;
        const BundleProfile profile = sampleProfile();
        Findings found(verdict, profile, Language::English);
        checkAgainstPlan(reading, plan, numbering, found);
        std::string all;
        for (const Finding& finding : verdict.findings) {
            // The index of the volume has no links in this file, and the file no named places.
            if (finding.rule == "14-links" && finding.pages != std::vector<std::size_t>{3} &&
                finding.message.find("the name by which") == std::string::npos) {
                all += (all.empty() ? "" : " | ") + finding.message;
            }
        }
        return all;
    }

    BundlePlan plan = samplePlan();
    // Pages: 1 cover, 2 common index, 3 index, 4 concordance, 5 divider, 6, 7 and 8 documents.
    std::vector<std::string> common{"3", "5", "6", "7", "8", "index:2", "section:B", "doc:4", "doc:5"};
    std::vector<std::string> concordance{"doc:5", "8", "6"};
};

TEST_F(ListingLinks, ThatLeadWhereTheirRowsSayAreSilent) {
    EXPECT_EQ(findings(common, concordance), "");
}

TEST_F(ListingLinks, ThatWereMovedToAnotherKnownPageAreNamed) {
    concordance = {"doc:5", "7", "6"};
    EXPECT_NE(findings(common, concordance), "") << "a row of the concordance leads to another document";
    concordance = {"doc:5", "8", "6"};
    common.at(3) = "8";
    EXPECT_NE(findings(common, concordance), "") << "a row of the common index leads to the next document";
    common.at(3) = "5";
    EXPECT_NE(findings(common, concordance), "") << "and to one before it";
}

TEST_F(ListingLinks, ThatNameAnotherPlaceOfAnotherVolumeAreNamed) {
    common.back() = "doc:4";
    EXPECT_NE(findings(common, concordance), "");
    common.back() = "doc:5";
    concordance.front() = "doc:4";
    EXPECT_NE(findings(common, concordance), "");
    concordance.front() = "doc:5";
    common.at(5) = "section:B";
    EXPECT_NE(findings(common, concordance), "") << "the heading of the volume";
}

TEST_F(ListingLinks, ThatAreMissingAreNamed) {
    common.erase(common.begin() + 2);
    concordance.pop_back();
    const std::string found = findings(common, concordance);
    EXPECT_NE(found.find('|'), std::string::npos) << found;
}

}  // namespace
}  // namespace engross
