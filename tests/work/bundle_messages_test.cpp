#include "work/bundle_messages.h"

#include "work/work_error.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

using namespace std::chrono;

/// Nothing in it is what it would be of itself.
BundlePlan fullPlan() {
    PlannedItem item{.title = "Gas safety record – cegin",
                     .date = Day{2026y / March / 2d},
                     .mark = "AB/1",
                     .hash = Sha256::of("a"),
                     .where = {.pointer = "/sections/0/items/0"},
                     .standing = Standing::Replaced,
                     .changedIn = 2,
                     .replacement = PlanPlace{1, 0},
                     .afterPage = "45",
                     .addedIn = 3,
                     .kind = "gas record",
                     .marks = {"DO/2"}};
    PlannedItem undated;
    undated.title = "Letter";
    undated.hash = Sha256::of("b");
    BundlePlan plan;
    plan.title = "Hearing bundle";
    plan.author = "Example Council";
    plan.language = Language::Welsh;
    plan.letter = "B";
    plan.sections = {{"Evidence", {item}, {.pointer = "/sections/0"}, 1}, {"Added in release 2", {undated}, {}, 2}};
    plan.dividers = false;
    plan.numbering = PageNumbering::Sections;
    plan.renumbered = Renumbering{.orderedBy = "Judge A. Example",
                                  .on = "2026-03-04",
                                  .reason = "one order of reading",
                                  .release = 3,
                                  .before = 2,
                                  .identity = Sha256::of("c"),
                                  .madeOn = "2027-03-02",
                                  .former = {{"Gas record", "12", "15", 4, true, true, true, PlanPlace{0, 0}},
                                             {"Letter", "16", "16", 1, false, false, true, std::nullopt}}};
    plan.volumes = {1};
    plan.commonIndex = true;
    plan.profile = "family-27a";
    plan.release = 3;
    plan.pack = Sha256::of("d").hex();
    plan.laterRows = LaterRows::Sections;
    plan.inputs = Sha256::of("e");
    plan.closure = Sha256::of("f").hex();
    plan.made = Instant{milliseconds{1'790'000'000'123}};
    return plan;
}

BundleProfile fullProfile() {
    BundleProfile profile;
    profile.name = "family-27a";
    profile.formerly = {"family-2026"};
    profile.title = "Family";
    profile.titleWelsh = "Teulu";
    profile.source = "PD 27A";
    profile.numbering = "sections";
    profile.landscape = BundleProfile::Landscape::TurnedClockwise;
    profile.laterPages = BundleProfile::LaterPages::Suffixes;
    profile.authorities = true;
    profile.subNumbered = true;
    profile.deep = true;
    profile.contents = {"chronology"};
    profile.rules["26-page-cap"] = {ProfileRule::Level::Error, "PD 27A", "S", {{"most", 350}}};
    profile.rules["23-dots"] = {ProfileRule::Level::Off, "", "", {{"most", 299.5}, {"least", 0.001}}};
    profile.numberingDirected = true;
    profile.directedBy = "Judge A. Example";
    profile.directedOn = "2026-03-04";
    profile.fileBy = Day{2026y / March / 20d};
    profile.late = true;
    profile.sections = {"Evidence"};
    profile.documents = {"proof of service"};
    profile.waivers = {{"23-dots", {"Judge A. Example", "2026-03-04", "2027-01-01", "plans need it"}, "/waive/0"}};
    profile.protectedTerms = {"12 Example Close"};
    profile.hash = Sha256::of("g");
    return profile;
}

TEST(BundleMessages, APlanComesAsItWasSent) {
    const BundlePlan plan = fullPlan();
    EXPECT_EQ(planFrom(messageOf(plan)), plan);
    EXPECT_EQ(planFrom(messageOf(BundlePlan{})), BundlePlan{});
    EXPECT_EQ(identityOf(planFrom(messageOf(plan))), identityOf(plan));
    const PartCounts counts{1, 2, 3};
    EXPECT_EQ(countsFrom(messageOf(counts)), counts);
}

TEST(BundleMessages, AProfileComesAsItWasSent) {
    EXPECT_EQ(profileFrom(messageOf(fullProfile())), fullProfile());
    EXPECT_EQ(profileFrom(messageOf(BundleProfile{})), BundleProfile{});
}

TEST(BundleMessages, LaidLinksComeAsTheyWereSent) {
    const std::vector<LaidLink> laid{{"12", "exhibit:AB/3", "41"}, {"B 3", "page:93", "B 93"}};
    EXPECT_EQ(laidLinksFrom(messageOf(laid)), laid);
    EXPECT_THROW((void)laidLinksFrom(Value{}), WorkError);
}

TEST(BundleMessages, AVerdictComesAsItWasSent) {
    const Verdict verdict{
        .profile = "courts-2021",
        .pages = 7,
        .rulesRun = {"1-readable", "18-searchable"},
        .findings = {
            {.rule = "18-searchable", .pages = {1, 3}, .message = "m", .cure = "c", .source = "s"},
            {.rule = "39-legible", .severity = Severity::Warning, .note = true, .message = "n", .cure = "d"},
            {.rule = "26-page-cap",
             .severity = Severity::Error,
             .waived = RuleWaived{"Judge A. Example", "2026-03-04", "2027-01-01", "leave was given"},
             .message = "o",
             .cure = "e"},
            {.rule = "9-number-clear", .severity = Severity::Warning, .message = "p", .cure = "f"},
        }};
    EXPECT_EQ(verdictFrom(toValue(verdict)), verdict);
}

TEST(BundleMessages, AFingerprintComesAsItWasSent) {
    const PdfFingerprint print{.file = Sha256::of("a"),
                               .pages = {Sha256::of("b")},
                               .contents = {Sha256::of("c")},
                               .notes = {Sha256::of("n")},
                               .labels = {"1", "2"},
                               .navigation = Sha256::of("d"),
                               .provenance = {{"release", "2"}}};
    EXPECT_EQ(fingerprintFrom(messageOf(print)), print);
}

TEST(BundleMessages, WhatIsNoneIsRefused) {
    EXPECT_THROW((void)planFrom(Object{}), WorkError);
    EXPECT_THROW((void)profileFrom(Object{{"name", 7}}), WorkError);
    EXPECT_THROW((void)verdictFrom(Object{{"profile", "p"}, {"pages", -1}}), WorkError);
    EXPECT_THROW((void)fingerprintFrom(Object{{"file", "xyz"}}), WorkError);
    EXPECT_THROW((void)countsFrom(Value(List{-1})), WorkError);
}

}  // namespace
}  // namespace engross
