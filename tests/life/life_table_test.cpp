#include "life/life_table.h"

#include <gtest/gtest.h>

#include <set>

namespace engross {
namespace {

using State = DocumentState;
using Verb = LifeVerb;

constexpr std::array states{State::Draft,  State::Checked, State::Approved,   State::Signed,
                            State::Issued, State::Served,  State::Superseded, State::Withdrawn};
constexpr std::array verbs{Verb::Approve,   Verb::SendBack,  Verb::Sign,      Verb::Issue,   Verb::Serve,
                           Verb::ServeLast, Verb::Undeliver, Verb::Supersede, Verb::Withdraw};

TEST(LifeTable, LeadsFromCheckedToServedInTheOrderOfTheWords) {
    EXPECT_EQ(stateAfter(State::Checked, Verb::Approve, true), State::Approved);
    EXPECT_EQ(stateAfter(State::Approved, Verb::Sign, true), State::Signed);
    EXPECT_EQ(stateAfter(State::Signed, Verb::Issue, true), State::Issued);
    EXPECT_EQ(stateAfter(State::Issued, Verb::ServeLast, true), State::Served);
}

TEST(LifeTable, LetsNothingSkipApprovalOrSignature) {
    EXPECT_EQ(stateAfter(State::Checked, Verb::Sign, true), std::nullopt);
    EXPECT_EQ(stateAfter(State::Approved, Verb::Issue, true), std::nullopt);
    EXPECT_EQ(stateAfter(State::Signed, Verb::ServeLast, true), std::nullopt);
    EXPECT_EQ(stateAfter(State::Draft, Verb::Approve, true), std::nullopt);
}

TEST(LifeTable, IssuesADocumentThatNobodySignsAfterApprovalAndNeverSignsIt) {
    EXPECT_EQ(stateAfter(State::Approved, Verb::Issue, false), State::Issued);
    EXPECT_EQ(stateAfter(State::Approved, Verb::Sign, false), std::nullopt);
}

TEST(LifeTable, NamesWhatMustComeFirst) {
    EXPECT_EQ(neededFor(State::Draft, Verb::Approve, true), State::Checked);
    EXPECT_EQ(neededFor(State::Checked, Verb::Sign, true), State::Approved);
    EXPECT_EQ(neededFor(State::Checked, Verb::Serve, true), State::Issued);
    EXPECT_EQ(neededFor(State::Approved, Verb::Issue, true), State::Signed);
    EXPECT_EQ(neededFor(State::Checked, Verb::Issue, false), State::Approved);
}

TEST(LifeTable, SaysWhereAVerbComesTooLateForEver) {
    EXPECT_EQ(neededFor(State::Issued, Verb::Approve, true), std::nullopt);
    EXPECT_EQ(neededFor(State::Served, Verb::Sign, true), std::nullopt);
    EXPECT_EQ(neededFor(State::Withdrawn, Verb::Serve, true), std::nullopt);
}

TEST(LifeTable, EndsWhatIsSupersededOrWithdrawn) {
    for (const Verb verb : verbs) {
        EXPECT_EQ(stateAfter(State::Superseded, verb, true), std::nullopt) << nameOf(verb);
        EXPECT_EQ(stateAfter(State::Withdrawn, verb, true), std::nullopt) << nameOf(verb);
    }
}

TEST(LifeTable, MakesOnlyServiceOrItsReturnPossibleOnceIssued) {
    const std::set<Verb> allowed{Verb::Serve, Verb::ServeLast, Verb::Undeliver, Verb::Supersede, Verb::Withdraw};
    for (const State state : {State::Issued, State::Served}) {
        for (const Verb verb : verbs) {
            EXPECT_TRUE(!stateAfter(state, verb, true) || allowed.contains(verb)) << nameOf(verb);
        }
    }
}

TEST(LifeTable, LocksEverythingFromTheSignatureOn) {
    for (const State state : states) {
        const bool open = state == State::Draft || state == State::Checked || state == State::Approved;
        EXPECT_EQ(isLocked(state), !open) << nameOf(state);
    }
}

TEST(LifeTable, HasOneAnswerForEachQuestion) {
    for (const State state : states) {
        for (const Verb verb : verbs) {
            for (const bool isSigned : {true, false}) {
                std::set<State> targets;
                for (const LifeStep& step : lifeSteps()) {
                    const bool applies =
                        step.forWhich == LifeStep::For::All || (step.forWhich == LifeStep::For::Signed) == isSigned;
                    if (step.verb == verb && step.from == state && applies) {
                        targets.insert(step.to);
                    }
                }
                EXPECT_LE(targets.size(), 1U) << nameOf(verb) << " from " << nameOf(state);
            }
        }
    }
}

}  // namespace
}  // namespace engross
