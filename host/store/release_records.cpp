#include "store/release_records.h"

#include "store/cells.h"

#include <algorithm>
#include <iterator>

namespace engross {
namespace {

constexpr std::size_t leastDigits = 8;
constexpr const char* givenColumns =
    "id, team, case_reference, pack, number, identity_sha256, given_to, method, given_on, by_whom, volume, note, "
    "recorded_at, recorded_by";
// A pack is told by the identity of its first release, as its certificates tell it.
constexpr const char* knownReleases =
    "SELECT first.identity_sha256 AS pack, releases.number AS number, releases.identity_sha256 AS identity_sha256, "
    "packs.case_reference AS case_reference, releases.name AS name, releases.made_at AS made_at "
    "FROM releases JOIN packs ON packs.id = releases.pack_id "
    "JOIN releases first ON first.pack_id = releases.pack_id AND first.number = 1 WHERE packs.team = $1 ";

ReleaseGiven givenIn(const Row& row) {
    return {.id = row.text("id"),
            .team = row.text("team"),
            .caseReference = row.text("case_reference"),
            .pack = hashIn(row, "pack"),
            .number = static_cast<int>(row.integer("number")),
            .identity = hashIn(row, "identity_sha256"),
            .to = row.text("given_to"),
            .method = row.text("method"),
            .onDay = row.text("given_on"),
            .byWhom = row.text("by_whom"),
            .volume = static_cast<int>(row.integer("volume")),
            .note = row.text("note"),
            .recordedAt = instantIn(row, "recorded_at"),
            .recordedBy = row.text("recorded_by")};
}

KnownRelease knownIn(const Row& row) {
    return {.pack = hashIn(row, "pack"),
            .number = static_cast<int>(row.integer("number")),
            .identity = hashIn(row, "identity_sha256"),
            .caseReference = row.text("case_reference"),
            .name = row.text("name"),
            .madeAt = instantIn(row, "made_at")};
}

/// What an identity that begins so is at least and at most; nothing where that says too little to find one.
struct IdentityRange {
    std::string least;
    std::string most;
};
std::optional<IdentityRange> rangeOf(std::string_view identity) {
    const bool hexadecimal = std::ranges::all_of(
        identity, [](char digit) { return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f'); });
    if (identity.size() < leastDigits || !hexadecimal) {
        return std::nullopt;
    }
    return IdentityRange{std::string(identity), std::string(identity) + "g"};
}

template <typename Made>
std::vector<Made> all(const std::vector<Row>& rows, Made (*read)(const Row&)) {
    std::vector<Made> made;
    std::ranges::transform(rows, std::back_inserter(made), read);
    return made;
}

}  // namespace

ReleaseRecords::ReleaseRecords(Transaction& transaction) : transaction_(transaction) {}

void ReleaseRecords::add(const ReleaseGiven& given) {
    transaction_.execute("INSERT INTO releases_given (" + std::string(givenColumns) +
                             ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
                         {given.id, given.team, given.caseReference, toCell(given.pack), std::int64_t{given.number},
                          toCell(given.identity), given.to, given.method, given.onDay, given.byWhom,
                          std::int64_t{given.volume}, given.note, toCell(given.recordedAt), given.recordedBy});
}

std::vector<ReleaseGiven> ReleaseRecords::givenOf(const std::string& team, const Sha256& pack) const {
    return all(
        transaction_.query("SELECT " + std::string(givenColumns) +
                               " FROM releases_given WHERE team = $1 AND pack = $2 ORDER BY number, given_on, id",
                           {team, toCell(pack)}),
        givenIn);
}

std::vector<ReleaseGiven> ReleaseRecords::givenWith(const std::string& team, std::string_view identity) const {
    const auto range = rangeOf(identity);
    return !range ? std::vector<ReleaseGiven>()
                  : all(transaction_.query("SELECT " + std::string(givenColumns) +
                                               " FROM releases_given WHERE team = $1 AND identity_sha256 >= $2 AND "
                                               "identity_sha256 < $3 ORDER BY number, given_on, id",
                                           {team, range->least, range->most}),
                        givenIn);
}

std::vector<KnownRelease> ReleaseRecords::releasesWith(const std::string& team, std::string_view identity) const {
    const auto range = rangeOf(identity);
    return !range ? std::vector<KnownRelease>()
                  : all(transaction_.query(std::string(knownReleases) +
                                               "AND releases.identity_sha256 >= $2 AND releases.identity_sha256 < $3 "
                                               "ORDER BY releases.number",
                                           {team, range->least, range->most}),
                        knownIn);
}

std::optional<KnownRelease> ReleaseRecords::release(const std::string& team, const std::string& packId,
                                                    int number) const {
    const auto rows =
        transaction_.query(std::string(knownReleases) + "AND releases.pack_id = $2 AND releases.number = $3",
                           {team, packId, std::int64_t{number}});
    return rows.empty() ? std::nullopt : std::optional(knownIn(rows.front()));
}

void ReleaseRecords::add(const ReleaseFile& file) {
    transaction_.execute(
        "INSERT INTO release_files (pack_id, number, volume, artefact, name, pages) VALUES ($1, $2, $3, $4, $5, $6)",
        {file.packId, std::int64_t{file.number}, std::int64_t{file.volume}, toCell(file.artefact), file.name,
         static_cast<std::int64_t>(file.pages)});
}

std::vector<ReleaseFile> ReleaseRecords::files(const std::string& packId, int number) const {
    std::vector<ReleaseFile> found;
    for (const Row& row : transaction_.query("SELECT pack_id, number, volume, artefact, name, pages FROM release_files "
                                             "WHERE pack_id = $1 AND number = $2 ORDER BY volume",
                                             {packId, std::int64_t{number}})) {
        found.push_back({.packId = row.text("pack_id"),
                         .number = static_cast<int>(row.integer("number")),
                         .volume = static_cast<int>(row.integer("volume")),
                         .artefact = hashIn(row, "artefact"),
                         .name = row.text("name"),
                         .pages = static_cast<std::size_t>(row.integer("pages"))});
    }
    return found;
}

}  // namespace engross
