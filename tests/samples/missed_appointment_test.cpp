#include "refusals.h"

// Code ENT-01 of the enforcement reference: 24 hours to owner and occupier, hours and not dates.
namespace engross::samples {
namespace {

const std::string type = "missed_appointment";

TEST(MissedAppointment, EachItemOfANoticeOfEntryIsRequired) {
    expectEachIsRequired(type, {{"/premises", "section 239"},
                                {"/missed_at", "section 239"},
                                {"/what_happened", "section 239"},
                                {"/visit_at", "section 239"},
                                {"/reasons", "section 239"},
                                {"/given_at", "s.239(5)"},
                                {"/given_by", "s.239(5)"},
                                {"/authorisation", "s.239"},
                                {"/owner_known", "s.239(5)"},
                                {"/owner_given_at", "s.239(5)"},
                                {"/officer", "section 239"},
                                {"/recipient/address", "section 239"}});
}

TEST(MissedAppointment, TheOccupierHas24HoursToTheMinute) {
    expectAccepted(SampleRequest(type).set("/given_at", "2026-11-11T10:00"));
    expectOnly(SampleRequest(type).set("/given_at", "2026-11-11T10:01"), "ENT-01-occupier", "s.239(5)");
}

TEST(MissedAppointment, TheOwnerHas24HoursToo) {
    expectAccepted(SampleRequest(type).set("/owner_given_at", "2026-11-11T10:00"));
    expectOnly(SampleRequest(type).set("/owner_given_at", "2026-11-11T10:01"), "ENT-01-owner", "s.239(5)");
}

TEST(MissedAppointment, AnInformalLetterNeedsNo24HoursAndThreatensNothing) {
    SampleRequest informal(type);
    informal.set("/uses_power", false).set("/given_at", "2026-11-11T16:00");
    for (const auto* item : {"/authorisation", "/owner_known", "/owner_given_at"}) {
        informal.remove(item);
    }
    expectAccepted(informal);
    const std::string text = informal.text();
    for (const auto* word : {"warrant", "offence", "section 239", "section 241"}) {
        EXPECT_EQ(text.find(word), std::string::npos) << word;
    }
    EXPECT_NE(text.find("Thursday 12 November 2026 at 10am"), std::string::npos);
}

TEST(MissedAppointment, WherePowerIsUsedItSaysSoAndWhatObstructionMeans) {
    const std::string text = SampleRequest(type).text();
    for (const auto* phrase :
         {"section 239(5)", "section 240", "offence to obstruct", "reasonable excuse", "PSH/AUTH/2026/07", "harass"}) {
        EXPECT_NE(text.find(phrase), std::string::npos) << phrase;
    }
}

TEST(MissedAppointment, TheNewVisitIsAfterTheLetterAndTheLetterAfterTheMissedVisit) {
    EXPECT_TRUE(refuses(SampleRequest(type).set("/given_at", "2026-11-05T10:29").faults()));
    EXPECT_TRUE(refuses(SampleRequest(type).set("/visit_at", "2026-11-09T10:59").faults()));
}

TEST(MissedAppointment, CanBeWrittenInWelsh) {
    const auto* summary = catalogue().find(type);
    ASSERT_NE(summary, nullptr);
    EXPECT_EQ(summary->languages, (std::vector<std::string>{"en", "cy"}));
}

TEST(AccessAppointment, TheExampleOfTheStyleGuideWorksAsWritten) {
    const std::string text = SampleRequest("access_appointment").text();
    EXPECT_NE(text.find("on Thursday 5 November 2026 at 10.30am"), std::string::npos) << text;
    EXPECT_NE(text.find("offence to obstruct"), std::string::npos);
    const auto late = SampleRequest("access_appointment").set("/given_at", "2026-11-04T10:31").faults();
    ASSERT_EQ(late.size(), 1U) << told(late);
    EXPECT_NE(late.front().law.find("s.239(5)"), std::string::npos);
}

}  // namespace
}  // namespace engross::samples
