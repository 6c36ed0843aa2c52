#pragma once
#include "model/identifier.h"
#include "model/sha256.h"
#include "store/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// Something that happened. Holds identifiers, never names, addresses or evidence.
struct TrailEntry {
    Instant at{};
    std::string actor{};    // a token's or worker's id
    std::string action{};   // "request.submitted", "artefact.downloaded"
    std::string subject{};  // what it was done to: a request, an exhibit's handle, a document
    std::string request{};  // correlation id of the call that caused it; may be empty
    std::string details{};  // canonical JSON; may be empty
    bool operator==(const TrailEntry&) const = default;
};

struct TrailRecord {
    std::int64_t number = 0;  // 1, 2, 3 … without a gap
    TrailEntry entry{};
    Sha256 previous{};  // hash of the record before; 32 zero bytes for the first
    Sha256 hash{};
    bool operator==(const TrailRecord&) const = default;
};

/// SHA-256 over `previous` and the entry's fields, each with its length before it (8 bytes, big-endian); the time is
/// written as decimal milliseconds since 1970.
[[nodiscard]] Sha256 trailHash(const Sha256& previous, const TrailEntry& entry);

/// The end of the trail at some moment. Kept away from the machine, it shows later whether anything before it was
/// rewritten, and it costs one line.
struct Checkpoint {
    std::int64_t number = 0;
    Sha256 hash{};
    bool operator==(const Checkpoint&) const = default;
};
/// "engross-trail 1 <number> <hash>"
[[nodiscard]] std::string toText(const Checkpoint& checkpoint);
[[nodiscard]] std::optional<Checkpoint> checkpointFrom(std::string_view text);

/// The first place at which the trail is not what was written.
struct TrailBreak {
    enum class Kind { Altered, Missing, Reordered, Added };
    Kind kind{};
    std::int64_t number = 0;
    bool operator==(const TrailBreak&) const = default;
};
[[nodiscard]] std::string_view nameOf(TrailBreak::Kind kind) noexcept;

struct TrailVerdict {
    std::int64_t records = 0;  // that were read and found whole
    std::optional<TrailBreak> firstBreak{};
};

/// The trail of who did and saw what: records chained by hash, within the transaction it was made with.
class Trail {
public:
    explicit Trail(Transaction& transaction);

    /// Kept or lost together with everything else in the transaction.
    void append(const TrailEntry& entry);
    /// Reads every record, and compares with checkpoints from outside where there are any.
    [[nodiscard]] TrailVerdict verify(const std::vector<Checkpoint>& checkpoints = {}) const;
    [[nodiscard]] Checkpoint checkpoint() const;
    /// Records from number `first` on, at most `limit`.
    [[nodiscard]] std::vector<TrailRecord> records(std::int64_t first, std::size_t limit) const;

private:
    Transaction& transaction_;
};

}  // namespace engross
