#include "model/json.h"
#include "work/publish.h"
#include "work/recipient_copies.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

Artefact artefact(const std::string& bytes, std::size_t recipient, bool letter = false) {
    Artefact made;
    made.hash = Sha256::of(bytes);
    made.name = bytes + ".pdf";
    made.pages = 3;
    made.recipient = recipient;
    made.coveringLetter = letter;
    return made;
}

Outcome withCopies() {
    Outcome outcome;
    outcome.state = Outcome::State::Done;
    outcome.artefacts = {artefact("file", 0), artefact("copy-1", 1), artefact("letter-2", 2, true),
                         artefact("copy-2", 2)};
    outcome.artefacts.back().parts = {{.title = "Schedule 1", .firstPage = 2, .pages = 2}};
    return outcome;
}

TEST(Papers, StandInEachEnvelopeWithTheLetterInFront) {
    Request request;
    request.copy = "each";
    const auto papers = papersOf(withCopies(), request);
    ASSERT_EQ(papers.size(), 4U);
    EXPECT_EQ(papers.at(0).kind, PaperKind::FileCopy);
    EXPECT_EQ(papers.at(0).recipient, 0);
    EXPECT_EQ(papers.at(1).kind, PaperKind::Copy);
    EXPECT_EQ(papers.at(2).kind, PaperKind::CoveringLetter);
    EXPECT_EQ(papers.at(2).position, 1);
    EXPECT_EQ(papers.at(3).position, 2);
    EXPECT_EQ(papers.at(3).contents, R"([{"title":"Schedule 1","first_page":2,"pages":2}])");
}

TEST(Papers, OfAnOrdinaryRequestAreItsOneFile) {
    Outcome outcome;
    outcome.artefacts = {artefact("letter", 0)};
    const auto papers = papersOf(outcome, Request{});
    ASSERT_EQ(papers.size(), 1U);
    EXPECT_EQ(papers.front().kind, PaperKind::Copy);
}

TEST(Papers, ComeBackFromAWorkersAnswerAsTheyWere) {
    const Outcome outcome = outcomeFrom(toValue(withCopies()));
    ASSERT_EQ(outcome.artefacts.size(), 4U);
    EXPECT_EQ(outcome.artefacts.at(1).recipient, 1U);
    EXPECT_FALSE(outcome.artefacts.at(1).coveringLetter);
    EXPECT_TRUE(outcome.artefacts.at(2).coveringLetter);
    EXPECT_EQ(outcome.artefacts.at(3).parts, withCopies().artefacts.at(3).parts);
}

TEST(Papers, CountTheTwoPagesOfAScheduleFromItsHeadingToTheNext) {
    TypeSummary type;
    type.enclosures = {"Schedule 1: hazards", "Schedule 2: works", "Plan"};
    const Drawing drawing{.bytes = {},
                          .pages = 9,
                          .headings = {{"Improvement notice", 1},
                                       {"Enclosed with this notice", 3},
                                       {"Schedule 1:\u00a0hazards", 4},
                                       {"Schedule 2: works", 6}}};
    EXPECT_EQ(enclosuresIn(drawing, type),
              (std::vector<ArtefactPart>{{.title = "Schedule 1: hazards", .firstPage = 4, .pages = 2},
                                         {.title = "Schedule 2: works", .firstPage = 6, .pages = 4}}));
}

}  // namespace
}  // namespace engross
