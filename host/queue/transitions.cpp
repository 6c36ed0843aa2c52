#include "queue/transitions.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace engross {
namespace {

using enum JobState;

constexpr std::array table{
    Transition{Queued, Running, Verb::Claim, Guard::Due, Who::Worker},
    Transition{Running, Running, Verb::Heartbeat, Guard::Token, Who::Host},
    Transition{Running, Running, Verb::Progress, Guard::Token, Who::Worker},
    Transition{Running, Done, Verb::Complete, Guard::Token, Who::Worker},
    Transition{Running, Failed, Verb::Fail, Guard::Token, Who::Worker},
    Transition{Running, NeedsAttention, Verb::AskAPerson, Guard::Token, Who::Worker},
    Transition{Running, Queued, Verb::HandBack, Guard::Token, Who::Host},
    Transition{Running, Queued, Verb::Crash, Guard::FewCrashes, Who::Host},
    Transition{Running, Quarantined, Verb::Quarantine, Guard::LastCrash, Who::Host},
    Transition{Running, Queued, Verb::Rescue, Guard::LeaseOver, Who::Rescuer},
    Transition{NeedsAttention, Queued, Verb::Answer, Guard::AsRead, Who::Person},
    Transition{Queued, Cancelled, Verb::Cancel, Guard::AsRead, Who::Person},
    Transition{Running, Cancelled, Verb::Cancel, Guard::AsRead, Who::Person},
    Transition{Waiting, Cancelled, Verb::Cancel, Guard::AsRead, Who::Person},
    Transition{NeedsAttention, Cancelled, Verb::Cancel, Guard::AsRead, Who::Person},
};

constexpr std::array<std::string_view, 12> verbNames{"claim",      "heartbeat",    "progress",  "complete",
                                                     "fail",       "ask_a_person", "hand_back", "crash",
                                                     "quarantine", "rescue",       "answer",    "cancel"};

}  // namespace

std::string_view nameOf(Verb verb) noexcept {
    return verbNames[static_cast<std::size_t>(verb)];
}

std::span<const Transition> transitions() noexcept {
    return table;
}

const Transition* transition(Verb verb, JobState from) noexcept {
    const auto* found =
        std::ranges::find_if(table, [&](const Transition& row) { return row.verb == verb && row.from == from; });
    return found == table.end() ? nullptr : &*found;
}

}  // namespace engross
