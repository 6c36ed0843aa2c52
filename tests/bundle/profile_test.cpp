#include "bundle/profile.h"

#include "bundle/plan_check.h"
#include "bundle/sample_bundle.h"
#include "model/json.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <iterator>

namespace engross {
namespace {

using namespace std::chrono;
using Level = ProfileRule::Level;

const Day today{2026y / November / 20d};

Value json(std::string_view text) {
    return readJson(text).value.value();
}

std::vector<std::string> messagesOf(const std::vector<Diagnostic>& faults) {
    std::vector<std::string> messages;
    std::transform(faults.begin(), faults.end(), std::back_inserter(messages),
                   [](const Diagnostic& fault) { return fault.message; });
    return messages;
}

/// With plain spaces for fixed ones.
std::string plain(std::string text) {
    for (std::size_t at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0")) {
        text.replace(at, 2, " ");
    }
    return text;
}

bool has(const std::vector<Diagnostic>& faults, const std::string& words) {
    return std::any_of(faults.begin(), faults.end(), [&words](const Diagnostic& fault) {
        return plain(fault.message).find(words) != std::string::npos;
    });
}

TEST(Profiles, OfTheFolderHaveNoFaultAndSpeakOfEveryRule) {
    const ProfileSet set = readProfiles(profileTexts());
    EXPECT_EQ(messagesOf(set.faults), std::vector<std::string>());
    EXPECT_GE(set.profiles.size(), 9U);
    for (const auto& [name, profile] : set.profiles) {
        EXPECT_EQ(profile.rules.size(), bundleRules().size()) << name;
        EXPECT_FALSE(profile.titleWelsh.empty()) << name;
        EXPECT_EQ(profile.title.find("ompliant"), std::string::npos) << name;
        EXPECT_EQ(profile.rule("38-paper-copy").level, Level::Off) << name;
        for (const BundleRule& rule : bundleRules()) {
            EXPECT_TRUE(!rule.promise || profile.rule(rule.id).level == Level::Error) << name << " " << rule.id;
        }
    }
}

TEST(Profiles, AreStillFoundByTheNamesThatTheyHad) {
    const ProfileSet set = readProfiles(profileTexts());
    ASSERT_NE(set.find("tribunal-directions"), nullptr);
    EXPECT_EQ(set.find("tribunal-directions")->name, "property-chamber");
    EXPECT_EQ(set.find("family-2026")->name, "family-27a");
    EXPECT_EQ(set.find("family-27a")->parameter("26-page-cap", "most"), 350);
    EXPECT_EQ(set.find("family-27a")->numbering, "sections");
    EXPECT_EQ(set.find("family-27a-financial")->numbering, "continuous");
    EXPECT_EQ(set.find("nobody"), nullptr);
}

TEST(Profiles, TellEveryFaultOfAFileWithItsLine) {
    const ProfileSet set = readProfiles({{"own", "profiles/own.json", R"({
  "title": {"en": "Ours"},
  "source": "practice",
  "numbring": "continuous",
  "landscape": "sideways",
  "rules": {
    "3-numbered": {"severity": "warning"},
    "26-page-cap": {"severity": "grave", "most": 0, "least": 4},
    "99-none": {"severity": "error"}
  }
})"}});
    EXPECT_EQ(set.find("own"), nullptr);
    for (const char* words : {"'cy' is missing", "nothing is called 'numbring'", "'landscape' should be one of",
                              "rule 3-numbered is what a bundle must be", "'severity' should be one of",
                              "'most' should be a number above nought", "nothing is called 'least'",
                              "nothing is called '99-none'", "says nothing of: 0-complete, 1-readable"}) {
        EXPECT_TRUE(has(set.faults, words)) << words;
    }
    for (const Diagnostic& fault : set.faults) {
        EXPECT_EQ(fault.where.file, "profiles/own.json");
        if (fault.message.find("numbring") != std::string::npos) {
            EXPECT_EQ(fault.where.line, 4U);
            EXPECT_EQ(fault.where.column, 3U);
            EXPECT_EQ(fault.hints, std::vector<std::string>{"did you mean 'numbering'?"});
        }
    }
}

TEST(Profiles, ThatExtendEachOtherOrNobodyAreFaults) {
    const ProfileSet ring =
        readProfiles({{"a", "a.json", R"({"extends": "b"})"}, {"b", "b.json", R"({"extends": "a"})"}});
    EXPECT_TRUE(has(ring.faults, "leads back to itself"));
    EXPECT_TRUE(ring.profiles.empty());
    const ProfileSet none = readProfiles({{"a", "a.json", R"({"extends": "generl"})"}, {"general", "g.json", "{"}});
    EXPECT_TRUE(has(none.faults, "there is no such profile"));
    EXPECT_EQ(none.faults.size(), 2U);
}

TEST(Directions, SetCapsAndSwitchesAndAreTheSourceOfThem) {
    BundleProfile profile = sampleProfile("property-chamber");
    const Sha256 before = profile.hash;
    EXPECT_EQ(profile.rule("26-page-cap").level, Level::Off);
    const auto faults = direct(profile, json(R"({"by": "Judge A. Example", "on": "2026-09-01", "pages_at_most": 400,
        "megabytes_at_most": 20, "numbering": "sections", "landscape": "turned-clockwise", "later_pages": "suffixes",
        "sections": ["The notice"], "documents": ["chronology"], "file_by": "2026-11-01"})"),
                               today, Language::English);
    EXPECT_EQ(messagesOf(faults), std::vector<std::string>());
    EXPECT_EQ(profile.parameter("26-page-cap", "most"), 400);
    EXPECT_EQ(profile.rule("26-page-cap").level, Level::Error);
    EXPECT_EQ(plain(profile.rule("26-page-cap").source), "directions of Judge A. Example, 1 September 2026");
    EXPECT_EQ(profile.numbering, "sections");
    EXPECT_EQ(profile.landscape, BundleProfile::Landscape::TurnedClockwise);
    EXPECT_EQ(profile.laterPages, BundleProfile::LaterPages::Suffixes);
    EXPECT_NE(profile.hash, before);

    BundlePlan plan = samplePlan();
    plan.made = sys_days{today};
    const PlanVerdict verdict = checkPlan(plan, profile);
    EXPECT_TRUE(has(verdict.faults, "nothing in the bundle is the 'chronology'"));
    EXPECT_TRUE(has(verdict.faults, "a section 'The notice', and there is none"));
    EXPECT_TRUE(has(verdict.faults, "was to be filed by 1 November 2026"));
    EXPECT_FALSE(verdict.verdict.passed());
}

TEST(Directions, TellAllTheirFaultsAtOnceWithPointers) {
    BundleProfile profile = sampleProfile("property-chamber");
    const auto faults = direct(profile, json(R"({"on": "1 May", "pages_at_mots": 400, "waive": [
        {"rule": "26", "why": "leave was given"},
        {"rule": "3", "on": "2026-01-01", "by": "Judge A. Example", "why": "numbers are not wanted here"},
        {"rule": "27-siz", "why": "another channel was agreed", "on": "2026-01-01", "by": "X"},
        {"rule": "25", "why": "yes", "on": "2026-01-01", "by": "X"},
        {"rule": "23", "why": "plans are finer than that", "on": "2026-01-01", "until": "2026-06-30", "by": "X"},
        {"rule": "31", "why": "the sections follow the issues", "on": "2026-01-01", "by": "X"},
        {"rule": "31", "why": "the sections follow the issues", "on": "2026-01-01", "by": "X"},
        {"rule": "22", "why": "it opens as they like it", "on": "2026-12-01", "by": "X"}]})"),
                               today, Language::English);
    for (const char* words :
         {"'by' is missing", "'on' should be a day", "nothing is called 'pages_at_mots'",
          "rule 3-numbered is what a bundle must be, and no directions waive it", "there is no rule '27-siz'",
          "the waiver of rule 25 gives no reason", "rule 31-date-order is waived twice",
          "the waiver of rule 23 ended on 30 June 2026", "the waiver of rule 22 counts from 1 December 2026 only"}) {
        EXPECT_TRUE(has(faults, words)) << words;
    }
    EXPECT_TRUE(std::any_of(faults.begin(), faults.end(), [](const Diagnostic& fault) {
        return fault.where.pointer == "/directions/waive/4/until";
    }));
}

TEST(Directions, WaiveARuleAndTheWaiverStaysWithTheFinding) {
    BundleProfile profile = sampleProfile("property-chamber");
    const auto faults = direct(profile, json(R"({"by": "Judge A. Example", "on": "2026-09-01", "waive": [
        {"rule": "31", "why": "the sections follow the issues, not the dates"},
        {"rule": "12", "why": "titles are agreed between the parties"}]})"),
                               today, Language::English);
    ASSERT_TRUE(faults.empty());
    BundlePlan plan = samplePlan();
    plan.made = sys_days{today};
    std::swap(plan.sections.at(0).items.at(0), plan.sections.at(0).items.at(2));
    plan.sections.at(1).items.at(0).title = "Scan 001";
    PlanVerdict verdict = checkPlan(plan, profile);
    EXPECT_FALSE(refuses(verdict.faults));
    EXPECT_TRUE(verdict.verdict.passed());
    EXPECT_EQ(plain(verdict.faults.back().hints.back()),
              "waived by Judge A. Example on 1 September 2026: titles are agreed between the parties");
    ASSERT_TRUE(verdict.verdict.findings.back().waived);
    EXPECT_EQ(verdict.verdict.findings.back().waived->on, "2026-09-01");
    EXPECT_NE(writeJson(toValue(verdict.verdict)).find(R"("waived":{"by":"Judge A. Example","on":"2026-09-01")"),
              std::string::npos);

    const PlanVerdict unneeded = checkPlan(samplePlan(), profile);
    EXPECT_TRUE(has(unneeded.faults, "rule 31-date-order is waived, and nothing breaks it"));
}

TEST(Directions, SayThatAFileIsLateAndThatAnOrderedSwitchIsOff) {
    BundleProfile profile = sampleProfile("supreme-court");
    EXPECT_TRUE(profile.subNumbered);
    ASSERT_TRUE(direct(profile, json(R"({"by": "Judge A. Example", "on": "2026-09-01", "file_by": "2026-11-19",
        "sub_numbered": false})"),
                       today, Language::English)
                    .empty());
    EXPECT_TRUE(profile.late);
    EXPECT_FALSE(profile.subNumbered);
}

TEST(RequiredDocuments, AreFoundByKindAndSuggestedByTitle) {
    BundleProfile profile = sampleProfile("property-chamber");
    ASSERT_TRUE(direct(profile, json(R"({"by": "Judge A. Example", "on": "2026-09-01",
        "documents": ["improvement notice", "certificate of service"]})"),
                       today, Language::English)
                    .empty());
    BundlePlan plan = samplePlan();
    plan.sections.at(0).items.at(1).kind = "Certificate of service";
    const PlanVerdict verdict = checkPlan(plan, profile);
    ASSERT_EQ(verdict.faults.size(), 1U);
    EXPECT_EQ(verdict.faults.at(0).code, "bundle-kind-by-title");
    EXPECT_EQ(verdict.faults.at(0).severity, Severity::Warning);
    EXPECT_EQ(verdict.faults.at(0).message,
              "nothing says that it is the 'improvement notice' that is asked for; 'Improvement notice' looks like it");
}

}  // namespace
}  // namespace engross
