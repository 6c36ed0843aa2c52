#include "audit/trail.h"

#include "store/cells.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace engross {
namespace {

constexpr std::string_view checkpointStart = "engross-trail 1 ";
constexpr std::size_t batch = 1000;
constexpr std::string_view columns = "number, at, actor, action, subject, request, details, previous, hash";
// SQLite lets a hand from outside put a cell of any kind anywhere: read as what it should be, it is a broken record.
constexpr std::string_view columnsRead =
    "CAST(number AS BIGINT) AS number, CAST(at AS BIGINT) AS at, CAST(actor AS TEXT) AS actor, "
    "CAST(action AS TEXT) AS action, CAST(subject AS TEXT) AS subject, CAST(request AS TEXT) AS request, "
    "CAST(details AS TEXT) AS details, CAST(previous AS TEXT) AS previous, CAST(hash AS TEXT) AS hash";
constexpr std::string_view endQuery =
    "SELECT CAST(number AS BIGINT) AS number, CAST(hash AS TEXT) AS hash FROM trail_end WHERE id = 1";

TrailRecord recordIn(const Row& row) {
    return {.number = row.integer("number"),
            .entry = {.at = instantIn(row, "at"),
                      .actor = row.text("actor"),
                      .action = row.text("action"),
                      .subject = row.text("subject"),
                      .request = row.text("request"),
                      .details = row.text("details")},
            .previous = Sha256::fromHex(row.text("previous")).value_or(Sha256{}),
            .hash = Sha256::fromHex(row.text("hash")).value_or(Sha256{})};
}

/// Walks the chain record by record until the first that does not fit.
class Walk {
public:
    Walk(Transaction& transaction, const std::vector<Checkpoint>& checkpoints)
        : transaction_(transaction), checkpoints_(checkpoints) {}

    [[nodiscard]] std::optional<TrailBreak> step(const TrailRecord& record) {
        const std::int64_t expected = last_.number + 1;
        if (record.number != expected) {
            return record.number > expected ? TrailBreak{TrailBreak::Kind::Missing, expected}
                                            : TrailBreak{TrailBreak::Kind::Added, record.number};
        }
        if (trailHash(record.previous, record.entry) != record.hash) {
            return TrailBreak{TrailBreak::Kind::Altered, record.number};
        }
        if (record.previous != last_.hash) {
            return wrongPredecessor(record);
        }
        last_ = {record.number, record.hash};
        return againstCheckpoints();
    }

    [[nodiscard]] std::optional<TrailBreak> finish() const {
        const auto rows = transaction_.query(endQuery);
        if (rows.empty()) {
            return TrailBreak{TrailBreak::Kind::Missing, last_.number + 1};
        }
        const Checkpoint end{rows.front().integer("number"),
                             Sha256::fromHex(rows.front().text("hash")).value_or(Sha256{})};
        const bool longerOnce = std::ranges::any_of(
            checkpoints_, [&](const Checkpoint& checkpoint) { return checkpoint.number > last_.number; });
        if (end.number > last_.number || longerOnce) {
            return TrailBreak{TrailBreak::Kind::Missing, last_.number + 1};
        }
        if (end.number < last_.number) {
            return TrailBreak{TrailBreak::Kind::Added, end.number + 1};
        }
        return end.hash == last_.hash ? std::nullopt
                                      : std::optional(TrailBreak{TrailBreak::Kind::Altered, last_.number});
    }

    [[nodiscard]] std::int64_t records() const noexcept {
        return last_.number;
    }

private:
    // A record that fits behind the last one but stands elsewhere was moved; where there is none, the last one was
    // rewritten, with a hash to match.
    [[nodiscard]] TrailBreak wrongPredecessor(const TrailRecord& record) const {
        const auto successors =
            transaction_.query("SELECT number FROM trail WHERE previous = $1", {toCell(last_.hash)});
        return successors.empty() ? TrailBreak{TrailBreak::Kind::Altered, std::max<std::int64_t>(1, last_.number)}
                                  : TrailBreak{TrailBreak::Kind::Reordered, record.number};
    }

    [[nodiscard]] std::optional<TrailBreak> againstCheckpoints() const {
        const bool differs = std::ranges::any_of(checkpoints_, [&](const Checkpoint& checkpoint) {
            return checkpoint.number == last_.number && checkpoint.hash != last_.hash;
        });
        return differs ? std::optional(TrailBreak{TrailBreak::Kind::Altered, last_.number}) : std::nullopt;
    }

    Transaction& transaction_;
    const std::vector<Checkpoint>& checkpoints_;
    Checkpoint last_;
};

}  // namespace

Sha256 trailHash(const Sha256& previous, const TrailEntry& entry) {
    Sha256Hasher hasher;
    const auto& bytes = previous.bytes();
    hasher.addField({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    hasher.addField(std::to_string(entry.at.time_since_epoch().count()));
    hasher.addField(entry.actor);
    hasher.addField(entry.action);
    hasher.addField(entry.subject);
    hasher.addField(entry.request);
    hasher.addField(entry.details);
    return hasher.finish();
}

std::string toText(const Checkpoint& checkpoint) {
    return std::string(checkpointStart) + std::to_string(checkpoint.number) + " " + checkpoint.hash.hex();
}

std::optional<Checkpoint> checkpointFrom(std::string_view text) {
    if (!text.starts_with(checkpointStart)) {
        return std::nullopt;
    }
    text.remove_prefix(checkpointStart.size());
    Checkpoint checkpoint;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), checkpoint.number);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (fault != std::errc() || checkpoint.number < 0 || !text.starts_with(' ')) {
        return std::nullopt;
    }
    const auto hash = Sha256::fromHex(text.substr(1));
    if (!hash) {
        return std::nullopt;
    }
    checkpoint.hash = *hash;
    return checkpoint;
}

std::string_view nameOf(TrailBreak::Kind kind) noexcept {
    constexpr std::array<std::string_view, 4> names{"altered", "missing", "reordered", "added"};
    return names[static_cast<std::size_t>(kind)];
}

Trail::Trail(Transaction& transaction) : transaction_(transaction) {}

void Trail::append(const TrailEntry& entry) {
    // The row of the end is taken first, so that writers queue up behind each other for the length of a transaction.
    const auto end = transaction_.query("UPDATE trail_end SET number = number + 1 WHERE id = 1 RETURNING number, hash");
    if (end.empty()) {
        throw StoreError("store-damaged", "audit trail", "its end is not recorded; run 'audit verify'");
    }
    const std::int64_t number = end.front().integer("number");
    const Sha256 previous = hashIn(end.front(), "hash");
    const Sha256 hash = trailHash(previous, entry);
    transaction_.execute("INSERT INTO trail (" + std::string(columns) + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                         {number, toCell(entry.at), entry.actor, entry.action, entry.subject, entry.request,
                          entry.details, toCell(previous), toCell(hash)});
    transaction_.execute("UPDATE trail_end SET hash = $1 WHERE id = 1", {toCell(hash)});
}

TrailVerdict Trail::verify(const std::vector<Checkpoint>& checkpoints) const {
    Walk walk(transaction_, checkpoints);
    std::int64_t next = std::numeric_limits<std::int64_t>::min();
    for (;;) {
        const auto found = records(next, batch);
        for (const TrailRecord& record : found) {
            if (const auto broken = walk.step(record)) {
                return {walk.records(), broken};
            }
        }
        if (found.size() < batch) {
            return {walk.records(), walk.finish()};
        }
        next = found.back().number + 1;
    }
}

Checkpoint Trail::checkpoint() const {
    const auto rows = transaction_.query(endQuery);
    if (rows.empty()) {
        throw StoreError("store-damaged", "audit trail", "its end is not recorded; run 'audit verify'");
    }
    return {rows.front().integer("number"), hashIn(rows.front(), "hash")};
}

std::vector<TrailRecord> Trail::records(std::int64_t first, std::size_t limit) const {
    std::vector<TrailRecord> found;
    for (const Row& row : transaction_.query("SELECT " + std::string(columnsRead) +
                                                 " FROM trail WHERE trail.number >= $1 ORDER BY trail.number LIMIT $2",
                                             {first, static_cast<std::int64_t>(limit)})) {
        found.push_back(recordIn(row));
    }
    return found;
}

}  // namespace engross
