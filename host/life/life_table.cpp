#include "life/life_table.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <vector>

namespace engross {
namespace {

using State = DocumentState;
using Verb = LifeVerb;
using For = LifeStep::For;

constexpr std::array<std::string_view, 9> verbNames{"approve", "send_back", "sign",      "issue",   "serve",
                                                    "serve",   "undeliver", "supersede", "withdraw"};

constexpr std::array steps{
    LifeStep{Verb::Approve, State::Checked, State::Approved},
    LifeStep{Verb::SendBack, State::Approved, State::Checked},
    LifeStep{Verb::Sign, State::Approved, State::Signed, For::Signed},
    LifeStep{Verb::Issue, State::Signed, State::Issued, For::Signed},
    LifeStep{Verb::Issue, State::Approved, State::Issued, For::Unsigned},
    LifeStep{Verb::Serve, State::Issued, State::Issued},
    LifeStep{Verb::ServeLast, State::Issued, State::Served},
    LifeStep{Verb::Serve, State::Served, State::Served},  // again, by a safer method
    LifeStep{Verb::Undeliver, State::Issued, State::Issued},
    LifeStep{Verb::Undeliver, State::Served, State::Issued},
    LifeStep{Verb::Supersede, State::Draft, State::Superseded},
    LifeStep{Verb::Supersede, State::Checked, State::Superseded},
    LifeStep{Verb::Supersede, State::Approved, State::Superseded},
    LifeStep{Verb::Supersede, State::Signed, State::Superseded},
    LifeStep{Verb::Supersede, State::Issued, State::Superseded},
    LifeStep{Verb::Supersede, State::Served, State::Superseded},
    LifeStep{Verb::Withdraw, State::Draft, State::Withdrawn},
    LifeStep{Verb::Withdraw, State::Checked, State::Withdrawn},
    LifeStep{Verb::Withdraw, State::Approved, State::Withdrawn},
    LifeStep{Verb::Withdraw, State::Signed, State::Withdrawn},
    LifeStep{Verb::Withdraw, State::Issued, State::Withdrawn},
    LifeStep{Verb::Withdraw, State::Served, State::Withdrawn},
};

bool applies(const LifeStep& step, bool isSigned) {
    return step.forWhich == For::All || (step.forWhich == For::Signed) == isSigned;
}

/// Steps that lead on: going back and coming back are no way to a later state.
bool leadsOn(const LifeStep& step) {
    return step.verb == Verb::Approve || step.verb == Verb::Sign || step.verb == Verb::Issue ||
           step.verb == Verb::ServeLast;
}

std::set<State> reachableFrom(State state, bool isSigned) {
    std::set<State> reached{state};
    // A draft is made again without `draft`, and is then checked.
    if (state == State::Draft) {
        reached.insert(State::Checked);
    }
    for (bool more = true; more;) {
        more = false;
        for (const LifeStep& step : steps) {
            if (leadsOn(step) && applies(step, isSigned) && reached.contains(step.from)) {
                more = reached.insert(step.to).second || more;
            }
        }
    }
    return reached;
}

}  // namespace

std::string_view nameOf(LifeVerb verb) noexcept {
    return verbNames[static_cast<std::size_t>(verb)];
}

std::span<const LifeStep> lifeSteps() noexcept {
    return steps;
}

std::optional<DocumentState> stateAfter(DocumentState state, LifeVerb verb, bool isSigned) {
    const auto* const found = std::ranges::find_if(steps, [&](const LifeStep& step) {
        return step.verb == verb && step.from == state && applies(step, isSigned);
    });
    return found == steps.end() ? std::nullopt : std::optional(found->to);
}

std::optional<DocumentState> neededFor(DocumentState state, LifeVerb verb, bool isSigned) {
    const auto reached = reachableFrom(state, isSigned);
    const auto* const found = std::ranges::find_if(steps, [&](const LifeStep& step) {
        return step.verb == verb && step.from != state && applies(step, isSigned) && reached.contains(step.from);
    });
    return found == steps.end() ? std::nullopt : std::optional(found->from);
}

bool isLocked(DocumentState state) noexcept {
    return state != State::Draft && state != State::Checked && state != State::Approved;
}

}  // namespace engross
