#include "refusals.h"

// PD 32 paragraphs 17 to 20, PD 22 paragraph 2.2; codes WS-01 to WS-05, R50, R51.
namespace engross::samples {
namespace {

const std::string type = "witness_statement";

// Prescribed since 6 April 2020, quoted from the reference and not from our clause.
const std::string statementOfTruth =
    "I believe that the facts stated in this witness statement are true. I understand that proceedings for contempt of "
    "court may be brought against anyone who makes, or causes to be made, a false statement in a document verified by "
    "a "
    "statement of truth without an honest belief in its truth.";

TEST(WitnessStatement, SaysTheStatementOfTruthLetterForLetter) {
    EXPECT_NE(SampleRequest(type).text().find(statementOfTruth), std::string::npos);
}

TEST(WitnessStatement, EachItemOfTheHeadingAndTheOpeningIsRequired) {
    expectEachIsRequired(type, {{"/court", "PD 32"},
                                {"/court_ref", "PD 32"},
                                {"/parties", "PD 32"},
                                {"/on_behalf_of", "PD 32"},
                                {"/witness/name", "PD 32"},
                                {"/witness/address", "PD 32"},
                                {"/witness/occupation", "PD 32"},
                                {"/statement_number", "PD 32"},
                                {"/made_for", "PD 32"},
                                {"/how_prepared", "PD 32"},
                                {"/own_language", "PD 32"},
                                {"/evidence", "PD 32"},
                                {"/evidence/0/paragraphs", "PD 32"},
                                {"/exhibits/0/description", "PD 32"},
                                {"/sources", "PD 32"}});
}

TEST(WitnessStatement, EveryExhibitIsMentionedAndEveryMentionIsAnExhibit) {
    SampleRequest unmentioned(type);
    unmentioned.set("/evidence/1/paragraphs/5", "I wrote my report on 16 November 2026.");
    EXPECT_NE(named(unmentioned.faults(), "WS-04"), nullptr) << told(unmentioned.faults());

    SampleRequest unlisted(type);
    unlisted.set("/evidence/1/paragraphs/5", "I refer to the inspection report marked DO/3 and the plan marked DO/9.");
    EXPECT_NE(named(unlisted.faults(), "WS-04"), nullptr) << told(unlisted.faults());
}

TEST(WitnessStatement, MarksRunOnWithoutAGapUnderOneSetOfInitials) {
    SampleRequest gap(type);
    gap.set("/exhibits/3/mark", "DO/5").set("/evidence/2/paragraphs/1", "I refer to the notice marked DO/5.");
    EXPECT_NE(named(gap.faults(), "R51"), nullptr) << told(gap.faults());

    SampleRequest stranger(type);
    stranger.set("/exhibits/3/mark", "XY/4").set("/evidence/2/paragraphs/1", "I refer to the notice marked XY/4.");
    EXPECT_NE(named(stranger.faults(), "R51"), nullptr) << told(stranger.faults());
}

TEST(WitnessStatement, ALaterStatementGoesOnWithTheMarksOfTheFirst) {
    SampleRequest second(type);
    second.set("/statement_number", 2);
    for (int i = 0; i < 4; ++i) {
        second.set("/exhibits/" + std::to_string(i) + "/mark", "DO/" + std::to_string(5 + i));
    }
    second.set("/evidence/0/paragraphs/3", "I refer to the letter marked DO/5.")
        .set("/evidence/1/paragraphs/4", "I refer to the photographs marked DO/6.")
        .set("/evidence/1/paragraphs/5", "I refer to the report marked DO/7.")
        .set("/evidence/2/paragraphs/1", "I refer to the notice marked DO/8.");
    expectAccepted(second);
}

TEST(WitnessStatement, IsInTheWitnesssOwnLanguage) {
    expectOnly(SampleRequest(type).set("/own_language", false), "R50-language", "PD 32");
}

TEST(WitnessStatement, CarriesTheCornerMarkAndLeavesTheDateOpenUntilItIsSigned) {
    const std::string open = SampleRequest(type).text();
    for (const auto* phrase : {"Respondent", "D. Officer", "DO/1", "DO/4", "Mr B. Sample", "ANY/00AB/HIN/2026/0017",
                               "in my own words", "my sources are"}) {
        EXPECT_NE(open.find(phrase), std::string::npos) << phrase;
    }
    EXPECT_EQ(open.find("9 February 2027"), std::string::npos);
    EXPECT_NE(SampleRequest(type).add("signed_on", "2027-02-09").text().find("9 February 2027"), std::string::npos);
}

TEST(WitnessStatement, TheOldStatementOfTruthIsNotForStatementsSignedBefore6April2020) {
    const auto faults = SampleRequest(type).add("signed_on", "2020-04-05").faults();
    EXPECT_TRUE(refuses(faults)) << told(faults);
    expectAccepted(SampleRequest(type).add("signed_on", "2020-04-06"));
}

}  // namespace
}  // namespace engross::samples
