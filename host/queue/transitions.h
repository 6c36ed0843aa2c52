#pragma once
#include "queue/job.h"

#include <span>
#include <string_view>

namespace engross {

/// What can be done to a job that exists.
enum class Verb {
    Claim,
    Heartbeat,
    Progress,
    Complete,
    Fail,
    AskAPerson,
    HandBack,
    Crash,
    Quarantine,
    Rescue,
    Answer,
    Cancel
};
[[nodiscard]] std::string_view nameOf(Verb verb) noexcept;

/// What must hold beside the state. `Token`: the claim's token is the job's. `LeaseOver`: the lease ended, and the
/// token is the one that was read. `Due`: its time to run has come. `FewCrashes` and `LastCrash`: the token, and the
/// count of crashes with this one is below, or has reached, the limit. `AsRead`: state and token are those just read.
enum class Guard { Due, Token, FewCrashes, LastCrash, LeaseOver, AsRead };

enum class Who { Worker, Host, Rescuer, Person };

struct Transition {
    JobState from;
    JobState to;
    Verb verb;
    Guard guard;
    Who who;
    bool operator==(const Transition&) const = default;
};

/// Every change of state there is. The queue refuses whatever is not in it.
[[nodiscard]] std::span<const Transition> transitions() noexcept;

/// The row for doing `verb` to a job in `from`, or nullptr.
[[nodiscard]] const Transition* transition(Verb verb, JobState from) noexcept;

}  // namespace engross
