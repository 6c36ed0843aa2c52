#pragma once
#include "queue/job.h"
#include "queue/transitions.h"
#include "store/database.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// Boot id, process id and random bits: no two workers ever share one, whatever their machines are called.
[[nodiscard]] std::string makeWorkerIdentity();

struct QueueSettings {
    std::chrono::milliseconds lease = std::chrono::seconds{20};  // renewed by the host every 5 s
    int crashLimit = 3;
    std::chrono::milliseconds crashDelay = std::chrono::seconds{1};  // times the crashes so far
    int crowd = 50;  // a caller with so many jobs waiting in a lane lets others go first with those that follow
};

/// A change of state, as it is told to the witness.
struct JobChange {
    std::string jobId{};
    Verb verb{};
    JobState from{};
    JobState to{};
    std::string actor{};  // the worker, the caller, or "rescuer"
    std::string caseReference{};
    std::string note{};
};

struct Submission {
    enum class Kind { Accepted, Known, KeyReused };
    Kind kind{};
    std::string id{};  // of the job that was made now (Accepted) or with the same key and body before (Known)
};

enum class Completion {
    Recorded,
    AlreadyRecorded,  // the same result was recorded before: nothing changed
    Contradicted,     // another result was recorded before: an alarm, for output is deterministic
    Lost              // the claim no longer holds
};

/// How a worker process came to its end, as seen by the host that started it.
enum class Death {
    OfItself,  // a crash: counted
    ByTheHost  // the host sent the signal (deadline, shutdown): not counted
};

struct LaneDepth {
    Lane lane{};
    std::int64_t queued = 0;
    std::int64_t running = 0;
    std::optional<Instant> oldest{};  // since when the longest waiting job has been due
};

/// The durable queue (docs/queue.md). Every change is one transaction, guarded by the job's state and token; whoever
/// lost the claim changes nothing and is told so. Safe for all threads and for many hosts on one store.
/// Throws StoreError; the job is then as it was before the call.
class Queue {
public:
    /// Runs inside the change's own transaction.
    using Alongside = std::function<void(Transaction&)>;
    using Witness = std::function<void(Transaction&, const JobChange&, Instant now)>;

    /// The database must outlive the queue. `witness` hears of every change of state, inside its transaction.
    explicit Queue(Database& database, QueueSettings settings = {}, Witness witness = {});
    [[nodiscard]] const QueueSettings& settings() const noexcept;

    /// On disk when it returns. `alongside` runs only where the job is new.
    [[nodiscard]] Submission submit(const NewJob& job, Instant now, const Alongside& alongside = {});
    /// As above, as part of a transaction that the caller holds.
    [[nodiscard]] Submission submit(Transaction& transaction, const NewJob& job, Instant now) const;

    /// What `submit` would answer to a key of the caller that was used before; nothing for a new one.
    [[nodiscard]] std::optional<Submission> known(const std::string& caller, const std::string& key,
                                                  const Sha256& bodyHash);

    /// At most `limit` due jobs of the lanes, the most urgent first, now running under new leases.
    [[nodiscard]] std::vector<ClaimedJob> claim(const std::string& worker, const std::vector<Lane>& lanes,
                                                std::size_t limit, Instant now);

    /// Each answers whether the claim still held; where it did not, nothing changed and the worker must stop.
    [[nodiscard]] bool heartbeat(const Claim& claim, Instant now);
    /// `share` from 0 to 1; renews the lease as well.
    [[nodiscard]] bool progress(const Claim& claim, double share, Instant now);
    [[nodiscard]] bool fail(const Claim& claim, const std::string& outcome, Instant now,
                            const Alongside& alongside = {});
    [[nodiscard]] bool needsAttention(const Claim& claim, const std::string& outcome, Instant now,
                                      const Alongside& alongside = {});
    /// Back into the queue for another try not before `delay`: a stopping host, a full disk. `note` says why.
    [[nodiscard]] bool handBack(const Claim& claim, const std::string& note, std::chrono::milliseconds delay,
                                Instant now);
    /// Called only by the living host that saw its worker process end. After the last allowed crash the job is
    /// quarantined. A lost lease (power cut, killed host) is no crash: `rescue` sees to it.
    [[nodiscard]] bool died(const Claim& claim, Death death, const std::string& lastWords, Instant now);

    /// Done, with the digest of what was made. `alongside` (documents, releases) runs only when it is recorded now.
    [[nodiscard]] Completion complete(const Claim& claim, const std::string& outcome, const Sha256& result, Instant now,
                                      const Alongside& alongside = {});

    /// Puts back every running job whose lease is over and answers their ids.
    std::vector<std::string> rescue(Instant now);

    /// From every state that is not final; false where there is no such job or it is final. The holder's next
    /// heartbeat is refused, and it ends its worker's process group.
    [[nodiscard]] bool cancel(const std::string& id, const std::string& actor, Instant now,
                              const Alongside& alongside = {});
    /// A person's answer to what needed attention: the job runs again with the new payload.
    [[nodiscard]] bool answer(const std::string& id, const std::string& payload, const std::string& actor, Instant now,
                              const Alongside& alongside = {});

    [[nodiscard]] std::optional<Job> find(const std::string& id);
    /// Requests (not inspections) of a team, newest first and without their payload; of one case where `reference` is
    /// not empty.
    [[nodiscard]] std::vector<Job> list(const std::string& team, const std::string& reference, std::size_t limit);
    [[nodiscard]] std::vector<LaneDepth> depths();

private:
    struct Change;
    bool move(Transaction& transaction, const Job& before, std::int64_t token, const Change& change, Instant now) const;
    bool end(const Claim& claim, const Change& change, Instant now, const Alongside& alongside);
    bool decide(const std::string& id, const Change& change, Instant now, const Alongside& alongside);

    Database& database_;
    QueueSettings settings_;
    Witness witness_;
};

}  // namespace engross
