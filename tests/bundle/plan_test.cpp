#include "bundle/plan_check.h"

#include "bundle/sample_bundle.h"
#include "bundle/title_rules.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

std::vector<std::string> codesOf(const BundlePlan& plan) {
    std::vector<std::string> codes;
    for (const auto& fault : checkPlan(plan, sampleProfile()).faults) {
        EXPECT_FALSE(fault.message.empty());
        EXPECT_FALSE(fault.hints.empty());
        codes.push_back(fault.code);
    }
    return codes;
}

using Codes = std::vector<std::string>;

TEST(BundlePlan, OfADecentCouncilHasNoFault) {
    EXPECT_EQ(codesOf(samplePlan()), Codes());
}

TEST(BundlePlan, NamesTitlesThatTellAJudgeNothing) {
    BundlePlan plan = samplePlan();
    plan.sections.at(0).items.at(0).title = "";
    plan.sections.at(0).items.at(1).title = "final-notice.pdf";
    plan.sections.at(1).items.at(0).title = "Scan 001";
    plan.sections.at(1).items.at(1).title = "Document 3";
    EXPECT_EQ(codesOf(plan), (Codes{"bundle-title-empty", "bundle-title-file-name", "bundle-title-says-nothing",
                                    "bundle-title-says-nothing"}));
    EXPECT_TRUE(refuses(checkPlan(plan, sampleProfile()).faults));
}

TEST(BundlePlan, NamesTwoDocumentsOfOneTitleAndDay) {
    BundlePlan plan = samplePlan();
    plan.sections.at(1).items.at(0) = plan.sections.at(0).items.at(0);
    plan.sections.at(1).items.at(0).title = "IMPROVEMENT NOTICE";
    plan.sections.at(1).items.at(0).hash = Sha256::of("another copy");
    EXPECT_EQ(codesOf(plan).at(0), "bundle-title-repeated");
}

TEST(BundlePlan, RefusesAMarkOfTwoDocuments) {
    BundlePlan plan = samplePlan();
    plan.sections.at(0).items.at(0).mark = "AB/1";
    plan.sections.at(1).items.at(0).mark = "CD/1";
    plan.sections.at(1).items.at(0).marks = {"AB/1"};
    EXPECT_EQ(codesOf(plan), Codes{"bundle-mark-repeated"});
    EXPECT_TRUE(refuses(checkPlan(plan, sampleProfile()).faults));
    plan.sections.at(0).items.at(0).standing = Standing::Withdrawn;
    EXPECT_EQ(codesOf(plan), Codes()) << "what left the bundle keeps its mark";
}

TEST(BundlePlan, LetsOneTitleStandForTwoDays) {
    BundlePlan plan = samplePlan();
    plan.sections.at(1).items.at(1).title = "Gas safety record";
    EXPECT_EQ(codesOf(plan), Codes());
}

TEST(BundlePlan, WarnsOfTheUndatedTheDisorderedTheDoubleAndTheEmpty) {
    BundlePlan plan = samplePlan();
    std::swap(plan.sections.at(0).items.at(0), plan.sections.at(0).items.at(2));
    plan.sections.at(1).items.at(0).date.reset();
    plan.sections.at(1).items.at(1).hash = plan.sections.at(1).items.at(0).hash;
    plan.sections.push_back({"Authorities", {}, {}});
    EXPECT_EQ(codesOf(plan), (Codes{"bundle-date-order", "bundle-date-order", "bundle-undated", "bundle-twice",
                                    "bundle-empty-section"}));
    EXPECT_FALSE(refuses(checkPlan(plan, sampleProfile()).faults));
}

TEST(BundlePlan, WithoutAnyDocumentIsRefused) {
    EXPECT_EQ(codesOf(BundlePlan{}), Codes{"bundle-empty"});
}

TEST(Title, IsJudgedByWhatItTells) {
    for (const char* name : {"IMG_2041", "DSC-0001", "report final.docx", "Screenshot (3)", "gas.PDF"}) {
        EXPECT_EQ(judgeTitle(name), TitleFault::FileName) << name;
    }
    for (const char* name : {"scan001", "SCAN", "Documents", "attachment 2", "12", "Dogfen 4", "untitled"}) {
        EXPECT_EQ(judgeTitle(name), TitleFault::SaysNothing) << name;
    }
    for (const char* name : {"Scan of the signed tenancy agreement", "Photographs of the kitchen",
                             "Document bundle of "
                             "the applicant",
                             "Imgrund report"}) {
        EXPECT_EQ(judgeTitle(name), TitleFault::None) << name;
    }
    EXPECT_EQ(judgeTitle(" \t"), TitleFault::Empty);
}

TEST(Identity, ChangesWithEverythingThatDecidesTheBundle) {
    const Sha256 before = identityOf(samplePlan());
    EXPECT_EQ(before, identityOf(samplePlan()));
    const auto changed = [&before](const std::function<void(BundlePlan&)>& change) {
        BundlePlan plan = samplePlan();
        change(plan);
        return identityOf(plan) != before;
    };
    EXPECT_TRUE(changed([](BundlePlan& plan) { plan.release = 2; }));
    EXPECT_TRUE(changed([](BundlePlan& plan) { plan.closure = "x"; }));
    EXPECT_TRUE(changed([](BundlePlan& plan) { plan.sections.at(0).items.at(0).hash = Sha256::of("other bytes"); }));
    EXPECT_TRUE(changed([](BundlePlan& plan) { std::swap(plan.sections.at(0), plan.sections.at(1)); }));
    EXPECT_TRUE(changed([](BundlePlan& plan) { plan.sections.at(1).items.at(1).date.reset(); }));
    EXPECT_EQ(shortIdentity(before).size(), 8U);
}

TEST(SectionLetter, GoesOnAfterZ) {
    EXPECT_EQ(sectionLetter(0), "A");
    EXPECT_EQ(sectionLetter(7) + sectionLetter(8), "HJ");
    EXPECT_EQ(sectionLetter(12) + sectionLetter(13), "NP");
    EXPECT_EQ(sectionLetter(23), "Z");
    EXPECT_EQ(sectionLetter(24), "AA");
    EXPECT_EQ(sectionLetter(25), "AB");
}

}  // namespace
}  // namespace engross
