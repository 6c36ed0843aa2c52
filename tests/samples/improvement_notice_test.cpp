#include "refusals.h"

// Expected dates and codes: the table of checks in the enforcement reference, IN-01 to IN-07, GEN, RSN and HHS.
namespace engross::samples {
namespace {

const std::string type = "improvement_notice";

TEST(ImprovementNotice, EachItemOfSection13IsRequired) {
    expectEachIsRequired(type, {{"/hazards/0/category", "s.13(2)(a)"},
                                {"/hazards/0/name", "s.13(2)(b)"},
                                {"/hazards/0/nature", "s.13(2)(b)"},
                                {"/hazards/1/exists_on", "s.13(2)(b)"},
                                {"/hazards/1/works/0/deficiency", "s.13(2)(c)"},
                                {"/hazards/1/works/0/location", "s.13(2)(c)"},
                                {"/hazards/2/action_at", "s.13(2)(d)"},
                                {"/hazards/2/works/1/work", "s.13(2)(d)"},
                                {"/hazards/0/start_on", "s.13(2)(e)"},
                                {"/hazards/0/works/2/complete_on", "s.13(2)(f)"},
                                {"/hazards/0/works", "s.13(2)"},
                                {"/hazards", "s.13(2)"},
                                {"/recipients", "Housing Act 2004"},
                                {"/recipients/0/address", "Housing Act 2004"},
                                {"/recipients/0/capacity", "Housing Act 2004"},
                                {"/recipients/1/planned_on", "Housing Act 2004"},
                                {"/reasons", "s.8"},
                                {"/options", "s.8"},
                                {"/options/3/reason", "s.8"},
                                {"/management_order", "s.11(1)(b)"},
                                {"/entry_notice_at", "s.239"},
                                {"/signatory/authority", "Housing Act 2004"},
                                {"/premises", "Housing Act 2004"}});
}

TEST(ImprovementNotice, WorkMayStartOnThe28thDayAfterServiceAndNotOnThe27th) {
    // The last planned service is on 27 November 2026.
    expectOnly(SampleRequest(type).set("/hazards/1/start_on", "2026-12-24"), "IN-01", "s.13(3)");
    expectAccepted(SampleRequest(type).set("/hazards/1/start_on", "2026-12-25"));
}

TEST(ImprovementNotice, TheLatestServiceOfAllRecipientsCounts) {
    expectAccepted(
        SampleRequest(type).set("/recipients/1/planned_on", "2026-12-01").set("/hazards/1/start_on", "2026-12-29"));
    expectOnly(
        SampleRequest(type).set("/recipients/1/planned_on", "2026-12-01").set("/hazards/1/start_on", "2026-12-28"),
        "IN-01", "s.13(3)");
}

TEST(ImprovementNotice, WorkMayBeCompleteOnTheDayItStartsAndNotBefore) {
    expectOnly(SampleRequest(type).set("/hazards/1/works/0/complete_on", "2027-01-03"), "IN-02", "s.13(2)(f)");
    expectAccepted(SampleRequest(type).set("/hazards/1/works/0/complete_on", "2027-01-04"));
}

TEST(ImprovementNotice, CopiesGoOutWithinSevenDaysBeginningWithService) {
    // Service on 25 November 2026: the seventh day is 1 December.
    expectAccepted(SampleRequest(type).set("/recipients/1/planned_on", "2026-12-01"));
    expectOnly(SampleRequest(type).set("/recipients/1/planned_on", "2026-12-02"), "IN-05", "Sch.1 para 5");
}

TEST(ImprovementNotice, NoticeOfEntryIsGiven24HoursBeforeTheInspection) {
    expectAccepted(SampleRequest(type).set("/entry_notice_at", "2026-11-11T10:00"));
    expectOnly(SampleRequest(type).set("/entry_notice_at", "2026-11-11T10:01"), "ENT-01", "s.239(5)");
}

TEST(ImprovementNotice, IsRefusedWhileAManagementOrderIsInForce) {
    expectOnly(SampleRequest(type).set("/management_order", true), "IN-07", "s.11(1)(b)");
}

TEST(ImprovementNotice, ACategory2HazardBelongsToAnotherNotice) {
    expectOnly(SampleRequest(type).set("/hazards/0/category", "category_2"), "HHS-03", "s.11(1)(a)");
}

TEST(ImprovementNotice, SomebodyMustBeRequiredToAct) {
    SampleRequest request(type);
    request.remove("/recipients/0");
    EXPECT_NE(named(request.faults(), "GEN-01"), nullptr) << told(request.faults());
}

TEST(ImprovementNotice, TheReasonsDealWithEveryKindOfActionOnce) {
    for (const auto* option : {"0", "1", "2", "3", "4", "5", "6"}) {
        const auto faults = SampleRequest(type).remove(std::string("/options/") + option).faults();
        ASSERT_NE(named(faults, "RSN-01-options"), nullptr) << option << told(faults);
        EXPECT_NE(named(faults, "RSN-01-options")->law.find("s.8"), std::string::npos);
    }
    expectOnly(SampleRequest(type).set("/options/1/outcome", "chosen"), "RSN-01-chosen", "s.8");
}

TEST(ImprovementNotice, AnUnlicensedHouseIsServedOnThePersonHavingControlOrTheOfficerIsWarned) {
    const auto faults = SampleRequest(type).set("/recipients/0/capacity", "owner").faults();
    ASSERT_NE(named(faults, "IN-06"), nullptr) << told(faults);
    EXPECT_EQ(named(faults, "IN-06")->severity, Severity::Warning);
    EXPECT_FALSE(refuses(faults)) << told(faults);
}

TEST(ImprovementNotice, GivesTheRightOfAppealInTheWordsOfTheSchedule) {
    const std::string text = SampleRequest(type).text();
    for (const auto* phrase :
         {"within the period of 21 days beginning with the date on which this notice was served on you",
          "a good reason for the failure to appeal before the end of that period, and for any delay since then",
          "ought to take the action concerned or pay the whole or part of the cost of taking that action",
          "serve a copy of your notice of appeal",
          "prohibition order, serving a hazard awareness notice or making a demolition order",
          "served under section 11", "15 December 2026", "section 8", "section 30", "section 49", "section 19"}) {
        EXPECT_NE(text.find(phrase), std::string::npos) << phrase;
    }
}

TEST(ImprovementNotice, PrintsNoDateOfAppealForSomebodyWhoOnlyGetsACopy) {
    const std::string text = SampleRequest(type).text();
    EXPECT_EQ(text.find("17 December 2026"), std::string::npos);
}

TEST(ImprovementNotice, ShowsNobodysHomeAddressToTheOthers) {
    const std::string text = SampleRequest(type).text();
    EXPECT_EQ(text.find("8 Invented Lane"), std::string::npos);
    EXPECT_NE(SampleRequest(type).add("marked_as", "file_copy").text().find("8 Invented Lane"), std::string::npos);
}

}  // namespace
}  // namespace engross::samples
