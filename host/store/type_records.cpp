#include "store/type_records.h"

#include "store/cells.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

namespace engross {
namespace {

constexpr std::array kinds{TypeMoveKind::Published, TypeMoveKind::Withdrawn, TypeMoveKind::Restored};

TypeMoveKind kindIn(const Row& row) {
    const std::string& text = row.text("move");
    const auto found = std::ranges::find(kinds, text, [](TypeMoveKind kind) { return nameOf(kind); });
    if (found == kinds.end()) {
        throwDamaged("move", text);
    }
    return *found;
}

TypeVersion versionIn(const Row& row) {
    return {.type = row.text("type_id"),
            .version = static_cast<int>(row.integer("version")),
            .title = row.text("title"),
            .inForceFrom = row.text("in_force_from"),
            .inForceUntil = row.text("in_force_until"),
            .sources = hashIn(row, "sources"),
            .tests = static_cast<int>(row.integer("tests")),
            .signedOffBy = row.text("signed_off_by"),
            .signedOffPost = row.text("signed_off_post"),
            .note = row.text("note"),
            .publishedBy = row.text("published_by"),
            .publishedAt = instantIn(row, "published_at")};
}

TypeMove moveIn(const Row& row) {
    return {.number = row.integer("number"),
            .type = row.text("type_id"),
            .version = static_cast<int>(row.integer("version")),
            .kind = kindIn(row),
            .byWhom = row.text("by_whom"),
            .reason = row.text("reason"),
            .movedAt = instantIn(row, "moved_at")};
}

}  // namespace

std::string_view nameOf(TypeMoveKind kind) noexcept {
    static constexpr std::array<std::string_view, 3> names{"published", "withdrawn", "restored"};
    return names.at(static_cast<std::size_t>(kind));
}

TypeRecords::TypeRecords(Transaction& transaction) : transaction_(transaction) {}

bool TypeRecords::publish(const TypeVersion& version) {
    const bool added =
        transaction_.execute(
            "INSERT INTO type_versions (type_id, version, title, in_force_from, in_force_until, sources, tests, "
            "signed_off_by, signed_off_post, note, published_by, published_at) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING",
            {version.type, std::int64_t{version.version}, version.title, version.inForceFrom, version.inForceUntil,
             toCell(version.sources), std::int64_t{version.tests}, version.signedOffBy, version.signedOffPost,
             version.note, version.publishedBy, toCell(version.publishedAt)}) == 1;
    if (added) {
        add(TypeMove{.type = version.type,
                     .version = version.version,
                     .kind = TypeMoveKind::Published,
                     .byWhom = version.publishedBy,
                     .reason = version.note,
                     .movedAt = version.publishedAt});
    }
    return added;
}

void TypeRecords::add(const TypeMove& move) {
    transaction_.execute(
        "INSERT INTO type_moves (number, type_id, version, move, by_whom, reason, moved_at) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7)",
        {newestMove() + 1, move.type, std::int64_t{move.version}, std::string(nameOf(move.kind)), move.byWhom,
         move.reason, toCell(move.movedAt)});
}

std::vector<TypeVersion> TypeRecords::versions(const std::string& type) const {
    std::vector<TypeVersion> found;
    std::ranges::transform(
        transaction_.query("SELECT * FROM type_versions WHERE type_id = $1 OR $1 = '' ORDER BY type_id, version DESC",
                           {type}),
        std::back_inserter(found), versionIn);
    return found;
}

std::vector<TypeVersion> TypeRecords::inUse(const std::string& type) const {
    std::set<std::pair<std::string, std::int64_t>> out;
    for (const Row& row : transaction_.query("SELECT type_id, version, move FROM type_moves ORDER BY number")) {
        const std::pair version{row.text("type_id"), row.integer("version")};
        if (kindIn(row) == TypeMoveKind::Withdrawn) {
            out.insert(version);
        } else {
            out.erase(version);
        }
    }
    std::vector<TypeVersion> all = versions(type);
    std::erase_if(all, [&out](const TypeVersion& one) { return out.contains({one.type, one.version}); });
    return all;
}

std::vector<TypeMove> TypeRecords::moves(const std::string& type) const {
    std::vector<TypeMove> found;
    std::ranges::transform(transaction_.query("SELECT * FROM type_moves WHERE type_id = $1 ORDER BY number", {type}),
                           std::back_inserter(found), moveIn);
    return found;
}

std::int64_t TypeRecords::newestMove() const {
    const auto rows = transaction_.query("SELECT number FROM type_moves ORDER BY number DESC LIMIT 1");
    return rows.empty() ? 0 : rows.front().integer("number");
}

void TypeRecords::note(const ClosureRecord& closure) {
    const auto added = transaction_.execute(
        "INSERT INTO closures (closure, type_id, version, engine, sources, first_used_at) VALUES ($1, $2, $3, $4, $5, "
        "$6) "
        "ON CONFLICT DO NOTHING",
        {toCell(closure.closure), closure.type, std::int64_t{closure.version}, closure.engine, toCell(closure.sources),
         toCell(closure.firstUsedAt)});
    for (const ClosureUse& use : added == 1 ? closure.uses : std::vector<ClosureUse>{}) {
        transaction_.execute(
            "INSERT INTO closure_uses (closure, kind, name, sha256) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            {toCell(closure.closure), use.kind, use.name, toCell(use.hash)});
    }
    for (const auto& [type, version] : added == 1 ? closure.made : std::vector<std::pair<std::string, int>>{}) {
        transaction_.execute("INSERT INTO closure_types (closure, type_id, version) VALUES ($1, $2, $3)",
                             {toCell(closure.closure), type, std::int64_t{version}});
    }
}

std::optional<ClosureRecord> TypeRecords::closure(const Sha256& closure) const {
    const auto rows = transaction_.query("SELECT * FROM closures WHERE closure = $1", {toCell(closure)});
    if (rows.empty()) {
        return std::nullopt;
    }
    const Row& row = rows.front();
    ClosureRecord record{.closure = closure,
                         .type = row.text("type_id"),
                         .version = static_cast<int>(row.integer("version")),
                         .engine = row.text("engine"),
                         .sources = hashIn(row, "sources"),
                         .uses = {},
                         .made = {},
                         .firstUsedAt = instantIn(row, "first_used_at")};
    for (const Row& use : transaction_.query(
             "SELECT kind, name, sha256 FROM closure_uses WHERE closure = $1 ORDER BY kind, name", {toCell(closure)})) {
        record.uses.push_back({use.text("kind"), use.text("name"), hashIn(use, "sha256")});
    }
    for (const Row& made :
         transaction_.query("SELECT type_id, version FROM closure_types WHERE closure = $1 ORDER BY type_id, version",
                            {toCell(closure)})) {
        record.made.emplace_back(made.text("type_id"), static_cast<int>(made.integer("version")));
    }
    return record;
}

std::vector<DocumentUse> TypeRecords::documentsUsing(const std::string& name, int version) const {
    std::vector<DocumentUse> found;
    for (const Row& row :
         transaction_.query("SELECT id, type, type_version, case_reference, team, closure, made_at FROM documents "
                            "WHERE ((type = $1 OR closure IN (SELECT closure FROM closure_uses WHERE name = $1)) "
                            "AND (type_version = $2 OR $2 = 0)) OR closure IN (SELECT closure FROM closure_types "
                            "WHERE type_id = $1 AND (version = $2 OR $2 = 0)) ORDER BY made_at DESC, id DESC",
                            {name, std::int64_t{version}})) {
        found.push_back({.document = row.text("id"),
                         .type = row.text("type"),
                         .version = static_cast<int>(row.integer("type_version")),
                         .caseReference = row.text("case_reference"),
                         .team = row.text("team"),
                         .closure = hashIn(row, "closure"),
                         .madeAt = instantIn(row, "made_at")});
    }
    return found;
}

}  // namespace engross
