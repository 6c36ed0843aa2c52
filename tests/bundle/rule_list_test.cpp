#include "bundle/rule_list.h"

#include "bundle/sample_bundle.h"

#include <gtest/gtest.h>
#include <array>
#include <fstream>
#include <map>
#include <set>

namespace engross {
namespace {

TEST(RuleList, HasEachOfTheFortySevenOnceInTurn) {
    int next = 0;
    for (const BundleRule& rule : bundleRules()) {
        EXPECT_EQ(rule.number, next++) << rule.id;
        EXPECT_EQ(std::string(rule.id).substr(0, std::string(rule.id).find('-')), std::to_string(rule.number));
        EXPECT_EQ(bundleRule(rule.id), &rule);
        EXPECT_EQ(bundleRule(std::to_string(rule.number)), &rule);
    }
    EXPECT_EQ(next, 48);
    EXPECT_EQ(bundleRule("48"), nullptr);
    EXPECT_EQ(bundleRule("26-page"), nullptr);
}

/// Rules that no check of a file or a plan runs, and why.
const std::map<std::string, std::string>& notRun() {
    static const std::map<std::string, std::string> reasons{
        {"34-numbers-stay", "needs the release before: movedNumber() refuses, and 'engross verify' compares two files"},
        {"35-later-pages", "needs the release before: continued() puts later pages into their own section"},
        {"38-paper-copy", "nothing in a PDF shows what was printed from it"}};
    return reasons;
}

TEST(RuleList, SaysOfEachRuleThatIsNotRunWhy) {
    std::set<std::string> waiting;
    for (const BundleRule& rule : bundleRules()) {
        if (rule.evidence == RuleEvidence::Release || rule.evidence == RuleEvidence::Nothing) {
            waiting.insert(std::string(rule.id));
        }
    }
    std::set<std::string> told;
    for (const auto& [rule, why] : notRun()) {
        told.insert(rule);
        EXPECT_GT(why.size(), 20U);
    }
    EXPECT_EQ(waiting, told);
}

TEST(RuleList, TellsEachRuleInBothLanguages) {
    for (const BundleRule& rule : bundleRules()) {
        const std::string key = "bundle.rule." + std::string(rule.id);
        const std::string english = Messages::in(Language::English).text(key);
        EXPECT_FALSE(english.empty());
        EXPECT_NE(english, Messages::in(Language::Welsh).text(key)) << key;
    }
}

TEST(RuleList, StandsInTheDocumentationWithTheSeveritiesOfTheProfiles) {
    std::ifstream file(std::string(ENGROSS_SOURCE_DIR) + "/docs/bundle-rules.md");
    const std::string page{std::istreambuf_iterator<char>(file), {}};
    constexpr std::array<const char*, 7> profiles{"general",     "courts-2021",   "family-27a", "property-chamber",
                                                  "tax-chamber", "supreme-court", "authorities"};
    for (const BundleRule& rule : bundleRules()) {
        const std::string id(rule.id);
        const std::size_t begin = page.find("| " + id + " | ");
        ASSERT_NE(begin, std::string::npos) << id;
        const std::string row = page.substr(begin, page.find('\n', begin) - begin);
        EXPECT_NE(row.find(Messages::in(Language::English).text("bundle.rule." + id) + (rule.promise ? " ¹ |" : " |")),
                  std::string::npos)
            << row;
        std::string severities = "|";
        for (const char* profile : profiles) {
            constexpr std::array<const char*, 4> letters{" – |", " I |", " W |", " E |"};
            severities += letters.at(static_cast<std::size_t>(sampleProfile(profile).rule(id).level));
        }
        EXPECT_TRUE(row.ends_with(severities)) << row << " should end in " << severities;
    }
}

TEST(RuleList, LetsNoDirectionsWaiveWhatMakesABundle) {
    std::set<std::string> promises;
    for (const BundleRule& rule : bundleRules()) {
        if (rule.promise) {
            promises.insert(std::string(rule.id));
        }
    }
    EXPECT_EQ(promises,
              (std::set<std::string>{"0-complete", "1-readable", "2-open", "3-numbered", "4-from-one", "5-labels",
                                     "6-section-numbers", "10-upright", "11-index", "14-links", "16-bookmarks",
                                     "34-numbers-stay", "44-nothing-hidden", "45-redactions"}));
}

}  // namespace
}  // namespace engross
