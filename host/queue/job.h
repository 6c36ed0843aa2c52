#pragma once
#include "model/identifier.h"
#include "model/sha256.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// `Waiting` is a batch parent whose parts are not all final.
enum class JobState { Queued, Running, Waiting, NeedsAttention, Done, Failed, Cancelled, Quarantined };
[[nodiscard]] std::string_view nameOf(JobState state) noexcept;
[[nodiscard]] std::optional<JobState> jobStateFrom(std::string_view name);
/// Whether nothing will ever happen to such a job again.
[[nodiscard]] bool isFinal(JobState state) noexcept;

/// Workers are kept for each lane, so that a bundle of 2,000 pages never holds up a one-page letter.
enum class Lane { Letters, Bundles, Inspections };
[[nodiscard]] std::string_view nameOf(Lane lane) noexcept;
[[nodiscard]] std::optional<Lane> laneFrom(std::string_view name);

/// `Request` makes what a person asked for; `Inspection` looks at an uploaded exhibit.
enum class JobKind { Request, Inspection };
[[nodiscard]] std::string_view nameOf(JobKind kind) noexcept;
[[nodiscard]] std::optional<JobKind> jobKindFrom(std::string_view name);

/// A job as it is handed in.
struct NewJob {
    std::string id{};  // a UUID, made by the caller: submitting the same id twice is submitting it once
    JobKind kind = JobKind::Request;
    Lane lane = Lane::Letters;
    int priority = 5;    // 0 is first
    std::string type{};  // the document type; empty for an inspection
    std::string caseReference{};
    std::string team{};
    std::string caller{};          // whose token it came with
    std::string payload{};         // JSON
    Sha256 closure{};              // pinned: what the work is made with
    std::string idempotencyKey{};  // of the caller; empty for none
    Sha256 bodyHash{};             // what the key was sent with
};

struct Job {
    std::string id{};
    JobKind kind = JobKind::Request;
    Lane lane = Lane::Letters;
    int priority = 5;
    std::string type{};
    std::string caseReference{};
    std::string team{};
    std::string caller{};
    std::string payload{};
    Sha256 closure{};
    JobState state = JobState::Queued;
    std::int64_t token = 0;  // rises with every claim
    std::string worker{};    // who holds or last held it
    std::optional<Instant> leaseUntil{};
    double progress = 0;  // 0 to 1
    int attempts = 0;     // how often it was claimed
    int crashes = 0;
    Instant submittedAt{};
    Instant stateSince{};
    Instant runAt{};                 // not claimed before
    std::string note{};              // why it is where it is: an error's code, never a person's data
    std::string lastWords{};         // of the worker that died last
    std::string outcome{};           // JSON, once final or needing attention
    std::optional<Sha256> result{};  // digest of what was made
    std::int64_t version = 0;        // rises with every change that a reader can see
    std::chrono::milliseconds waited{};
    std::chrono::milliseconds worked{};

    /// Time spent queued, and time spent running, until `now`.
    [[nodiscard]] std::chrono::milliseconds waiting(Instant now) const;
    [[nodiscard]] std::chrono::milliseconds working(Instant now) const;
};

/// The right to change a running job. A later claim of the same job has a higher token and ends this one.
struct Claim {
    std::string jobId{};
    std::int64_t token = 0;
    std::string worker{};
    bool operator==(const Claim&) const = default;
};

struct ClaimedJob {
    Claim claim{};
    Job job{};
};

}  // namespace engross
