#include "store/cells.h"
#include "store/records.h"

#include <algorithm>
#include <iterator>

namespace engross {
namespace {

constexpr std::string_view documentColumns =
    "id, request_id, type, type_version, closure, case_reference, team, language, state, artefact, name, media_type, "
    "pages, made_at";

DocumentRecord documentIn(const Row& row) {
    const auto state = documentStateFrom(row.text("state"));
    if (!state) {
        throwDamaged("state", row.text("state"));
    }
    return {.id = row.text("id"),
            .requestId = row.text("request_id"),
            .type = row.text("type"),
            .typeVersion = static_cast<int>(row.integer("type_version")),
            .closure = hashIn(row, "closure"),
            .caseReference = row.text("case_reference"),
            .team = row.text("team"),
            .language = row.text("language"),
            .state = *state,
            .artefact = hashIn(row, "artefact"),
            .name = row.text("name"),
            .mediaType = row.text("media_type"),
            .pages = static_cast<std::size_t>(row.integer("pages")),
            .madeAt = instantIn(row, "made_at")};
}

std::vector<DocumentRecord> documentsIn(const std::vector<Row>& rows) {
    std::vector<DocumentRecord> found;
    std::ranges::transform(rows, std::back_inserter(found), documentIn);
    return found;
}

PackRecord packIn(const Row& row) {
    return {.id = row.text("id"),
            .caseReference = row.text("case_reference"),
            .team = row.text("team"),
            .title = row.text("title"),
            .madeAt = instantIn(row, "made_at")};
}

ReleaseRecord releaseIn(const Row& row) {
    return {.packId = row.text("pack_id"),
            .number = static_cast<int>(row.integer("number")),
            .requestId = row.text("request_id"),
            .artefact = hashIn(row, "artefact"),
            .identity = hashIn(row, "identity_sha256"),
            .name = row.text("name"),
            .pages = static_cast<std::size_t>(row.integer("pages")),
            .certificate = row.text("certificate").empty() ? Sha256{} : hashIn(row, "certificate"),
            .madeAt = instantIn(row, "made_at")};
}

}  // namespace

void Records::add(const DocumentRecord& document) {
    transaction_.execute("INSERT INTO documents (" + std::string(documentColumns) +
                             ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
                         {document.id, document.requestId, document.type, std::int64_t{document.typeVersion},
                          toCell(document.closure), document.caseReference, document.team, document.language,
                          std::string(nameOf(document.state)), toCell(document.artefact), document.name,
                          document.mediaType, static_cast<std::int64_t>(document.pages), toCell(document.madeAt)});
}

std::optional<DocumentRecord> Records::document(const std::string& team, const std::string& id) const {
    const auto rows = transaction_.query(
        "SELECT " + std::string(documentColumns) + " FROM documents WHERE team = $1 AND id = $2", {team, id});
    return rows.empty() ? std::nullopt : std::optional(documentIn(rows.front()));
}

std::vector<DocumentRecord> Records::documents(const std::string& team, const std::string& reference) const {
    return documentsIn(transaction_.query("SELECT " + std::string(documentColumns) +
                                              " FROM documents WHERE team = $1 AND case_reference = $2 ORDER BY id",
                                          {team, reference}));
}

std::vector<DocumentRecord> Records::documentsOf(const std::string& requestId) const {
    return documentsIn(transaction_.query(
        "SELECT " + std::string(documentColumns) + " FROM documents WHERE request_id = $1 ORDER BY id", {requestId}));
}

bool Records::move(const std::string& documentId, DocumentState from, DocumentState to) {
    return transaction_.execute("UPDATE documents SET state = $3 WHERE id = $1 AND state = $2",
                                {documentId, std::string(nameOf(from)), std::string(nameOf(to))}) == 1;
}

void Records::add(const PackRecord& pack) {
    transaction_.execute(
        "INSERT INTO packs (id, case_reference, team, title, last_release, made_at) VALUES ($1, $2, $3, $4, 0, $5)",
        {pack.id, pack.caseReference, pack.team, pack.title, toCell(pack.madeAt)});
}

std::optional<PackRecord> Records::pack(const std::string& team, const std::string& id) const {
    const auto rows = transaction_.query(
        "SELECT id, case_reference, team, title, made_at FROM packs WHERE team = $1 AND id = $2", {team, id});
    return rows.empty() ? std::nullopt : std::optional(packIn(rows.front()));
}

std::vector<PackRecord> Records::packs(const std::string& team, const std::string& reference) const {
    std::vector<PackRecord> found;
    for (const Row& row : transaction_.query("SELECT id, case_reference, team, title, made_at FROM packs "
                                             "WHERE team = $1 AND case_reference = $2 ORDER BY id",
                                             {team, reference})) {
        found.push_back(packIn(row));
    }
    return found;
}

int Records::addRelease(const ReleaseRecord& release) {
    const auto rows = transaction_.query(
        "UPDATE packs SET last_release = last_release + 1 WHERE id = $1 RETURNING last_release", {release.packId});
    if (rows.empty()) {
        throw StoreError("store-constraint", "pack " + release.packId, "there is no such pack to release");
    }
    const std::int64_t number = rows.front().integer("last_release");
    transaction_.execute(
        "INSERT INTO releases (pack_id, number, request_id, artefact, identity_sha256, name, pages, certificate, "
        "made_at) "
        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        {release.packId, number, release.requestId, toCell(release.artefact), toCell(release.identity), release.name,
         static_cast<std::int64_t>(release.pages),
         release.certificate == Sha256{} ? Cell{std::string()} : toCell(release.certificate), toCell(release.madeAt)});
    return static_cast<int>(number);
}

std::vector<ReleaseRecord> Records::releases(const std::string& packId) const {
    std::vector<ReleaseRecord> found;
    for (const Row& row : transaction_.query(
             "SELECT pack_id, number, request_id, artefact, identity_sha256, name, pages, certificate, made_at FROM "
             "releases "
             "WHERE pack_id = $1 ORDER BY number",
             {packId})) {
        found.push_back(releaseIn(row));
    }
    return found;
}

}  // namespace engross
