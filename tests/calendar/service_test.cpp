#include "calendar/service.h"

#include "calendar/holidays.h"
#include "model/day.h"

#include <gtest/gtest.h>

#include <vector>

namespace engross {
namespace {

using Method = ServiceMethod;
using Regime = ServiceRegime;
using Basis = ServiceDay::Basis;

const std::vector<Method> allMethods{Method::Hand,
                                     Method::LeftAtAddress,
                                     Method::Affixed,
                                     Method::FirstClassPost,
                                     Method::SecondClassPost,
                                     Method::DocumentExchange,
                                     Method::Fax,
                                     Method::Email,
                                     Method::HeldForCollection};

LocalTime at(std::string_view text) {
    return localTimeFrom(text).value();
}

/// The deemed day, or "none".
std::string deemed(Regime regime, Method method, std::string_view step) {
    const auto result = deemedService(regime, method, at(step), statedCalendar());
    return result ? isoDay(result->day) : "none";
}

TEST(Service, ByHandOrLeftOrAffixedIsServedThatDay) {
    // enforcement 0.3, local authority notices and s.246: also on a Sunday
    for (const Method method : {Method::Hand, Method::LeftAtAddress, Method::Affixed}) {
        EXPECT_EQ(deemed(Regime::Statute, method, "2026-11-22T20:00"), "2026-11-22");
        EXPECT_FALSE(deemedService(Regime::Statute, method, at("2026-11-22T20:00"), statedCalendar())->assumed);
    }
}

TEST(Service, ByPostIsAssumedInTheOrdinaryCourse) {
    // enforcement 0.3, ordinary course: first class second, second class fourth working day after posting
    EXPECT_EQ(deemed(Regime::Statute, Method::FirstClassPost, "2026-11-23T16:00"), "2026-11-25");
    EXPECT_EQ(deemed(Regime::Statute, Method::FirstClassPost, "2026-11-20T16:00"), "2026-11-24");
    EXPECT_EQ(deemed(Regime::Statute, Method::SecondClassPost, "2026-11-20T16:00"), "2026-11-26");
    EXPECT_EQ(deemed(Regime::Statute, Method::FirstClassPost, "2026-12-24T09:00"), "2026-12-30");
    EXPECT_EQ(deemed(Regime::Statute, Method::SecondClassPost, "2026-12-24T09:00"), "2027-01-04");
    const auto post = deemedService(Regime::Statute, Method::FirstClassPost, at("2026-11-23T16:00"), statedCalendar());
    EXPECT_TRUE(post->assumed);
    EXPECT_NE(post->source.find("Interpretation Act 1978 s.7"), std::string_view::npos);
}

TEST(Service, EmailIsNoMethodOfSection233) {
    // enforcement 0.3, last line of the table; GEN-06
    EXPECT_EQ(deemed(Regime::Statute, Method::Email, "2026-11-23T10:00"), "none");
}

TEST(Service, OfCourtDocumentsFollowsTheTableOfTheRule) {
    // enforcement 0.3, CPR 6.26; homelessness 1.3
    for (const Method post : {Method::FirstClassPost, Method::DocumentExchange}) {
        EXPECT_EQ(deemed(Regime::CourtDocument, post, "2026-11-23T18:00"), "2026-11-25");
        EXPECT_EQ(deemed(Regime::CourtDocument, post, "2026-11-20T18:00"), "2026-11-23");  // Friday to Sunday
        EXPECT_EQ(deemed(Regime::CourtDocument, post, "2026-12-24T10:00"), "2026-12-29");
    }
    for (const Method sameDay : {Method::Hand, Method::LeftAtAddress, Method::Fax, Method::Email}) {
        EXPECT_EQ(deemed(Regime::CourtDocument, sameDay, "2026-11-23T16:29"), "2026-11-23");
        EXPECT_EQ(deemed(Regime::CourtDocument, sameDay, "2026-11-23T16:30"), "2026-11-24");
        EXPECT_EQ(deemed(Regime::CourtDocument, sameDay, "2026-11-21T10:00"), "2026-11-23");
        EXPECT_EQ(deemed(Regime::CourtDocument, sameDay, "2026-12-24T17:00"), "2026-12-29");
    }
    EXPECT_EQ(deemed(Regime::CourtDocument, Method::SecondClassPost, "2026-11-23T10:00"), "none");
}

TEST(Service, OfAClaimFormIsTheSecondBusinessDayAfterTheStep) {
    // homelessness 1.3, CPR 6.14: posted Friday, Tuesday; R53
    EXPECT_EQ(deemed(Regime::ClaimForm, Method::FirstClassPost, "2026-11-20T10:00"), "2026-11-24");
    EXPECT_EQ(deemed(Regime::ClaimForm, Method::Email, "2026-12-24T10:00"), "2026-12-30");
    EXPECT_EQ(deemed(Regime::ClaimForm, Method::SecondClassPost, "2026-11-20T10:00"), "none");
}

TEST(Service, OfAHazardDocumentIsTheDayItIsSent) {
    // homelessness 1.3, SI 2025/1042 reg 10: no deemed delay
    for (const Method method : {Method::Hand, Method::LeftAtAddress, Method::FirstClassPost, Method::Email}) {
        EXPECT_EQ(deemed(Regime::SocialHomeHazard, method, "2026-11-21T23:00"), "2026-11-21");
    }
    EXPECT_EQ(deemed(Regime::SocialHomeHazard, Method::SecondClassPost, "2026-11-20T10:00"), "none");
}

TEST(Service, OfAHomelessnessDecisionIsOnlyAssumedUntilReceiptIsKnown) {
    // homelessness 1.3: no deemed-post date in the Act; practice dates
    const auto post =
        deemedService(Regime::Homelessness, Method::FirstClassPost, at("2026-11-20T10:00"), statedCalendar());
    EXPECT_EQ(isoDay(post->day), "2026-11-24");
    EXPECT_TRUE(post->assumed);
    EXPECT_EQ(deemed(Regime::Homelessness, Method::HeldForCollection, "2026-11-20T10:00"), "none");
    const ServiceFacts facts{.method = Method::FirstClassPost,
                             .planned = at("2026-11-19T10:00"),
                             .done = at("2026-11-20T10:00"),
                             .received = day("2026-11-27")};
    const auto received = serviceDay(Regime::Homelessness, facts, statedCalendar());
    EXPECT_EQ(isoDay(received->day), "2026-11-27");
    EXPECT_EQ(received->basis, Basis::Proved);
    EXPECT_FALSE(received->assumed);
}

TEST(Service, CountsFromProvedBeforeDeemedBeforePlanned) {
    ServiceFacts facts{.method = Method::FirstClassPost, .planned = at("2026-11-19T10:00"), .done = {}, .received = {}};
    EXPECT_EQ(serviceDay(Regime::Statute, facts, statedCalendar())->basis, Basis::Planned);
    EXPECT_EQ(isoDay(serviceDay(Regime::Statute, facts, statedCalendar())->day), "2026-11-23");
    facts.done = at("2026-11-20T10:00");
    EXPECT_EQ(serviceDay(Regime::Statute, facts, statedCalendar())->basis, Basis::Deemed);
    EXPECT_EQ(isoDay(serviceDay(Regime::Statute, facts, statedCalendar())->day), "2026-11-24");
    facts.received = day("2026-11-26");
    EXPECT_EQ(serviceDay(Regime::Statute, facts, statedCalendar())->basis, Basis::Proved);
    EXPECT_EQ(isoDay(serviceDay(Regime::Statute, facts, statedCalendar())->day), "2026-11-26");
    EXPECT_FALSE(serviceDay(Regime::Statute, {}, statedCalendar()).has_value());
}

TEST(Service, ANoticeSentByEmailIsNotServedBecauseItWasRead) {
    // enforcement 0.3: e-mail is no method of s.233
    const ServiceFacts facts{
        .method = Method::Email, .planned = {}, .done = at("2026-11-20T10:00"), .received = day("2026-11-20")};
    EXPECT_FALSE(serviceDay(Regime::Statute, facts, statedCalendar()).has_value());
    EXPECT_TRUE(serviceDay(Regime::Homelessness, facts, statedCalendar()).has_value());
}

TEST(Service, ProofNamesTheProvisionOfItsMethod) {
    // enforcement 0.3: s.7 of the Interpretation Act is about the post
    ServiceFacts facts{.method = Method::Hand, .planned = {}, .done = {}, .received = day("2026-11-20")};
    EXPECT_EQ(serviceDay(Regime::Statute, facts, statedCalendar())->source, "Local Government Act 1972 s.233");
    facts.method = Method::SecondClassPost;
    EXPECT_EQ(serviceDay(Regime::Statute, facts, statedCalendar())->source, "Interpretation Act 1978 s.7");
}

TEST(Service, UnderTheCourtRulesTheDeemedDayStands) {
    const ServiceFacts facts{
        .method = Method::FirstClassPost, .planned = {}, .done = at("2026-11-23T10:00"), .received = day("2026-11-27")};
    EXPECT_EQ(isoDay(serviceDay(Regime::CourtDocument, facts, statedCalendar())->day), "2026-11-25");
}

TEST(Service, IsNeverDeemedBeforeTheStepAndAlwaysNamesItsSource) {
    // homelessness R53: not earlier than the step date
    for (const Regime regime :
         {Regime::Statute, Regime::CourtDocument, Regime::ClaimForm, Regime::Homelessness, Regime::SocialHomeHazard}) {
        for (const Method method : allMethods) {
            for (auto step = std::chrono::sys_days(day("2026-12-01")); step < std::chrono::sys_days(day("2027-02-01"));
                 step += std::chrono::days(1)) {
                const LocalTime time{.day = step, .clock = std::chrono::hours(15)};
                const auto result = deemedService(regime, method, time, statedCalendar());
                if (result) {
                    EXPECT_GE(result->day, time.day);
                    EXPECT_FALSE(result->source.empty());
                }
            }
        }
    }
}

TEST(Service, MethodsHaveNamesAndWords) {
    for (const Method method : allMethods) {
        EXPECT_EQ(serviceMethodFrom(nameOf(method)), method);
        EXPECT_FALSE(label(method, Language::English).empty());
        EXPECT_NE(label(method, Language::English), label(method, Language::Welsh));
    }
    EXPECT_FALSE(serviceMethodFrom("pigeon").has_value());
}

}  // namespace
}  // namespace engross
