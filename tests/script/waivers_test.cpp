#include "script/written_sources.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

using test::letterRequest;
using test::letterScript;
using test::said;
using test::testDay;
using test::WrittenSources;

const std::string checks =
    "  fields = { a = boolean {}, b = boolean {}, c = boolean {}, d = boolean {}, e = boolean {} },\n"
    "  checks = {\n"
    "    is_true { \"a\", mark = \"V\", code = \"READ\" },\n"
    "    is_true { \"b\", mark = \"K\", code = \"KNOWN\" },\n"
    "    is_true { \"c\", mark = \"V\", waive = \"legal\", code = \"CHOICE\" },\n"
    "    is_true { \"d\", mark = \"K\", waive = \"never\", code = \"NEVER\" },\n"
    "    is_true { \"e\", mark = \"V\", waive = \"manager\", code = \"TONIGHT\" },\n"
    "  },\n";

Waiver waiver(const std::string& check, const std::string& as = "legal") {
    return {.check = check,
            .as = as,
            .name = "L. Lawyer",
            .post = "Principal Solicitor",
            .on = "2026-11-20",
            .until = "2027-05-31",
            .reason = "the source was read against the statute today"};
}

class Waivers : public testing::Test {
protected:
    Waivers() {
        sources_.write("scripts/letter/t.lua", letterScript("t", checks));
    }
    /// The result of a case in which the field is wrong, and all others right.
    CheckResult with(const std::string& wrong, std::vector<Waiver> waivers, Instant now = testDay) const {
        Object facts;
        for (const char* name : {"a", "b", "c", "d", "e"}) {
            facts.set(name, name != wrong);
        }
        Request request = letterRequest("t", std::move(facts));
        request.waivers = std::move(waivers);
        return sources_.load()->check(request, now);
    }
    static std::string codes(const CheckResult& result) {
        std::string all;
        for (const Diagnostic& one : result.diagnostics) {
            all += (all.empty() ? "" : " ") + one.code + (one.severity == Severity::Warning ? "~" : "");
        }
        return all;
    }
    WrittenSources sources_;
};

TEST_F(Waivers, ALegalSignOffLetsPassWhatRestsOnAnUnreadSourceAndStaysOnTheRecord) {
    EXPECT_EQ(with("b", {}).checked, nullptr);
    const CheckResult result = with("b", {waiver("KNOWN")});
    ASSERT_NE(result.checked, nullptr) << said(result.diagnostics);
    ASSERT_EQ(codes(result), "KNOWN~");
    ASSERT_EQ(result.diagnostics.front().hints.size(), 1U);
    const std::string& record = result.diagnostics.front().hints.front();
    for (const char* part : {"L. Lawyer", "Principal Solicitor", "2026", "read against the statute"}) {
        EXPECT_NE(record.find(part), std::string::npos) << record;
    }
}

TEST_F(Waivers, WhatTheStatuteWasReadToSayIsNotWaived) {
    EXPECT_EQ(with("a", {waiver("READ")}).checked, nullptr);
    EXPECT_EQ(codes(with("a", {waiver("READ")})), "READ waiver.not_allowed");
    EXPECT_NE(with("c", {waiver("CHOICE")}).checked, nullptr) << "where the law leaves a choice it is";
    EXPECT_EQ(codes(with("d", {waiver("NEVER")})), "NEVER waiver.not_allowed");
}

TEST_F(Waivers, AManagerMayOverrideInAnEmergencyOnlyWhereTheTypeSaysSoAndLeavesAFollowUp) {
    EXPECT_EQ(codes(with("b", {waiver("KNOWN", "manager")})), "KNOWN waiver.not_allowed");
    const CheckResult result = with("e", {waiver("TONIGHT", "manager")});
    ASSERT_NE(result.checked, nullptr) << said(result.diagnostics);
    ASSERT_EQ(result.diagnostics.front().hints.size(), 2U);
    EXPECT_NE(result.diagnostics.front().hints.back().find("follow-up"), std::string::npos);
}

TEST_F(Waivers, CountBetweenTheirDaysOnly) {
    const auto on = [](int year, unsigned month, unsigned day) {
        return Instant{
            std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day)) +
            std::chrono::hours(12)};
    };
    EXPECT_EQ(codes(with("b", {waiver("KNOWN")}, on(2026, 11, 19))), "KNOWN waiver.not_in_force");
    EXPECT_NE(with("b", {waiver("KNOWN")}, on(2026, 11, 20)).checked, nullptr);
    EXPECT_NE(with("b", {waiver("KNOWN")}, on(2027, 5, 31)).checked, nullptr);
    EXPECT_EQ(codes(with("b", {waiver("KNOWN")}, on(2027, 6, 1))), "KNOWN waiver.not_in_force");
}

TEST_F(Waivers, NeedANameAndAReasonInWords) {
    Waiver thin = waiver("KNOWN");
    thin.reason = "ok";
    EXPECT_EQ(codes(with("b", {thin})), "KNOWN waiver.no_reason");
    Waiver nameless = waiver("KNOWN");
    nameless.name.clear();
    EXPECT_EQ(codes(with("b", {nameless})), "KNOWN waiver.no_reason");
}

TEST_F(Waivers, OfNoSuchCheckAreRefusedAndOfOneThatHoldsAreTold) {
    EXPECT_EQ(codes(with("b", {waiver("KNOWM")})), "KNOWN waiver.unknown");
    EXPECT_EQ(codes(with("", {waiver("KNOWN")})), "waiver.unneeded~");
}

TEST_F(Waivers, NeverReachFieldsThatAreMissing) {
    Request request = letterRequest("t", {{"a", true}});
    request.waivers = {waiver("KNOWN"), waiver("field.missing")};
    const CheckResult result = sources_.load()->check(request, testDay);
    EXPECT_EQ(result.checked, nullptr);
    EXPECT_NE(codes(result).find("waiver.unknown"), std::string::npos) << codes(result);
}

TEST(ShippedWaivers, RightsOfAppealTruthAndReasonsAreNobodysToWaive) {
    const std::string root = ENGROSS_SOURCE_DIR;
    const auto catalogue = Catalogue::load({root + "/plugins", root + "/scripts", root + "/templates"}, {});
    std::string open;
    for (const std::string& id : catalogue->ids()) {
        const TypeSummary* type = catalogue->find(id);
        ASSERT_NE(type, nullptr) << id;
        for (const CheckSummary& check : type->checks) {
            const bool guarded = check.law.find("203(4)") != std::string::npos ||
                                 check.law.find("203(5)") != std::string::npos ||
                                 check.sentence.find("statement-of-truth") != std::string::npos ||
                                 check.sentence.find("caution") != std::string::npos;
            if (guarded && check.waiver != "never") {
                open += id + " " + check.code + "\n";
            }
            EXPECT_TRUE(check.waiver == "never" || check.waiver == "legal" || check.waiver == "manager") << check.code;
        }
    }
    EXPECT_EQ(open, "");
}

TEST_F(Waivers, OfACodeThatSeveralChecksShareTheStrictestSaysWhoMayGiveThem) {
    sources_.write("scripts/letter/t.lua",
                   letterScript("t",
                                "  fields = { a = boolean {}, b = boolean {}, c = boolean {}, d = boolean {}, "
                                "e = boolean {} },\n"
                                "  checks = { is_true { \"a\", mark = \"V\", waive = \"manager\", code = \"ONE\" },\n"
                                "    is_true { \"b\", mark = \"V\", code = \"ONE\" },\n"
                                "    is_true { \"c\", waive = \"manager\", code = \"TWO\" },\n"
                                "    is_true { \"d\", mark = \"K\", code = \"TWO\" } },\n"));
    EXPECT_EQ(with("b", {waiver("ONE", "manager")}).checked, nullptr)
        << "what is read of a statute is waived by nobody";
    EXPECT_EQ(with("b", {waiver("ONE")}).checked, nullptr);
    EXPECT_EQ(with("d", {waiver("TWO", "manager")}).checked, nullptr);
    EXPECT_NE(with("d", {waiver("TWO")}).checked, nullptr);
}

}  // namespace
}  // namespace engross
