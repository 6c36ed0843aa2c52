#include "refusals.h"

// Codes: the homelessness reference, R03, R23 to R31, R55; dates from its vectors R57.
namespace engross::samples {
namespace {

const std::string type = "review_upheld";

TEST(ReviewUpheld, EachItemOfADecisionUnderSection203IsRequired) {
    expectEachIsRequired(type, {{"/decision", "s.203"},
                                {"/meaning", "s.203"},
                                {"/issues", "s.203(4)"},
                                {"/issues/0/reasons", "s.203(4)"},
                                {"/issues/0/conclusion", "s.203"},
                                {"/review_of", "s.202"},
                                {"/original/decided_on", "s.202"},
                                {"/original/summary", "s.202"},
                                {"/original/maker", "reg. 8"},
                                {"/original/grade", "reg. 8"},
                                {"/reviewer", "Housing Act 1996"},
                                {"/reviewer_grade", "reg. 8"},
                                {"/reviewer_involved", "reg. 8"},
                                {"/request_on", "s.202"},
                                {"/representations", "reg. 7"},
                                {"/irregularity", "reg. 7"},
                                {"/irregularity_reason", "reg. 7"},
                                {"/minded_to", "reg. 7"},
                                {"/minded_to/sent_on", "reg. 7"},
                                {"/minded_to/answer", "reg. 7"},
                                {"/code_version", "s.182"},
                                {"/notified_by", "s.203"}});
}

TEST(ReviewUpheld, TheReviewerIsSeniorAndWasNotInvolved) {
    expectOnly(SampleRequest(type).set("/reviewer_involved", true), "R26-involved", "reg. 8(2)");
    expectOnly(SampleRequest(type).set("/reviewer_grade", 8), "R26-senior", "reg. 8(2)");
    expectAccepted(SampleRequest(type).set("/reviewer_grade", 9));
}

TEST(ReviewUpheld, AnIrregularityNeedsAMindedToLetterThatGaveReasonsAndBothWaysToAnswer) {
    expectOnly(SampleRequest(type).set("/minded_to/gave_reasons", false), "R28-reasons", "reg. 7(2)");
    expectOnly(SampleRequest(type).set("/minded_to/offered_both", false), "R28-both", "reg. 7(2)");
    expectOnly(SampleRequest(type).set("/minded_to/sent_on", "2026-10-22"), "R27-order", "reg. 7(2)");
    expectAccepted(SampleRequest(type).set("/irregularity", false).remove("/minded_to"));
}

TEST(ReviewUpheld, WaitsUntilTheTimeForRepresentationsHasPassedUnlessTheyCame) {
    SampleRequest silent(type);
    silent.remove("/minded_to/replied_on");
    expectAccepted(silent);
    silent.set("/minded_to/reply_by", "2026-11-23");
    expectOnly(silent, "R27-window", "reg. 7(2)");
}

TEST(ReviewUpheld, WarnsAfterTheEighthWeekAndNotOnItsLastDay) {
    // R57: a request on 2 November 2026 is due on 27 December.
    SampleRequest request(type);
    request.set("/request_on", "2026-11-02").set("/dated_on", "2026-12-27");
    EXPECT_TRUE(request.faults().empty()) << told(request.faults());
    request.set("/dated_on", "2026-12-28");
    expectOnly(request, "R31", "s.204(1)(b)");
    EXPECT_FALSE(refuses(request.faults()));
}

TEST(ReviewUpheld, TheThreeWeekClockStartsAgainWithRepresentationsAndTheEightWeekClockDoesNot) {
    SampleRequest request(type);
    request.set("/review_of", "relief_steps")
        .set("/request_on", "2026-11-02")
        .set("/minded_to/replied_on", "2026-11-18");
    request.set("/dated_on", "2026-12-08");
    EXPECT_TRUE(request.faults().empty()) << told(request.faults());
    request.set("/dated_on", "2026-12-09");
    expectOnly(request, "R31", "reg. 9");
    request.set("/review_of", "duty_owed");
    EXPECT_TRUE(request.faults().empty()) << told(request.faults());
}

TEST(ReviewUpheld, ALongerPeriodIsAgreedBeforeTheOldOneEnds) {
    // The request of 23 October 2026 is due on 17 December.
    const auto extended = [](const char* agreed) {
        SampleRequest request(type);
        request.set("/dated_on", "2027-01-05");
        request.add("extension", Object{{"agreed_on", agreed}, {"until_day", "2027-01-08"}});
        return request;
    };
    expectAccepted(extended("2026-12-17"));
    expectOnly(extended("2026-12-18"), "R25", "reg. 9(1)");
}

TEST(ReviewUpheld, GivesTheRightOfAppealInTheWordsOfTheAct) {
    const std::string text = SampleRequest(type).text();
    for (const auto* phrase :
         {"you may appeal to the county court on any point of law",
          "within 21 days of your being notified of this decision",
          "good reason for you to be unable to bring the appeal in time",
          "good reason for your failure to bring the appeal in time and for any delay in applying for permission",
          "section 204A", "not involved in the original decision", "due regard"}) {
        EXPECT_NE(text.find(phrase), std::string::npos) << phrase;
    }
}

TEST(ReviewUpheld, PrintsADateOfAppealOnlyWhereTheLetterIsHandedOverOrEmailed) {
    // R57: notified on 2 November 2026, last day 23 November; so notified on 23 November, 14 December.
    EXPECT_NE(SampleRequest(type).text().find("14 December 2026"), std::string::npos);
    EXPECT_NE(SampleRequest(type).set("/notified_by", "handed_over").text().find("14 December 2026"),
              std::string::npos);
    EXPECT_EQ(SampleRequest(type).set("/notified_by", "posted").text().find("14 December 2026"), std::string::npos);
    EXPECT_EQ(SampleRequest(type).set("/notified_by", "collection").text().find("14 December 2026"), std::string::npos);
}

TEST(ReviewUpheld, WarnsWhereTheEqualityDutyHasNoFactsAndPrintsNoBareRecital) {
    SampleRequest request(type);
    request.remove("/equality");
    expectOnly(request, "R55", "Equality Act 2010");
    EXPECT_FALSE(refuses(request.faults()));
    EXPECT_EQ(request.text().find("due regard"), std::string::npos);
}

TEST(ReviewUpheld, BoxAndConclusionSayTheSameDecision) {
    const std::string text = SampleRequest(type).text();
    const std::string decision = "I uphold the decision that you do not have a priority need.";
    const auto first = text.find(decision);
    ASSERT_NE(first, std::string::npos);
    EXPECT_NE(text.find(decision, first + 1), std::string::npos);
}

}  // namespace
}  // namespace engross::samples
