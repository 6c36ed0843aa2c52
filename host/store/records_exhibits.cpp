#include "store/cells.h"
#include "store/records.h"

namespace engross {
namespace {

constexpr std::string_view columns =
    "handle, case_reference, team, name, sha256, size, media_type, inspection, facts, uploaded_by, uploaded_at";

ExhibitRecord exhibitIn(const Row& row) {
    const auto inspection = inspectionFrom(row.text("inspection"));
    if (!inspection) {
        throwDamaged("inspection", row.text("inspection"));
    }
    return {.handle = row.text("handle"),
            .caseReference = row.text("case_reference"),
            .team = row.text("team"),
            .name = row.text("name"),
            .hash = hashIn(row, "sha256"),
            .size = static_cast<std::uint64_t>(row.integer("size")),
            .mediaType = row.text("media_type"),
            .inspection = *inspection,
            .facts = row.text("facts"),
            .uploadedBy = row.text("uploaded_by"),
            .uploadedAt = instantIn(row, "uploaded_at")};
}

}  // namespace

void Records::noteCase(const std::string& team, const std::string& reference, Instant now) {
    transaction_.execute(
        "INSERT INTO cases (team, reference, first_seen_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        {team, reference, toCell(now)});
}

std::vector<CaseSummary> Records::cases(const std::string& team) const {
    std::vector<CaseSummary> found;
    for (const Row& row : transaction_.query(
             "SELECT reference, team, first_seen_at FROM cases WHERE team = $1 ORDER BY reference", {team})) {
        found.push_back({row.text("reference"), row.text("team"), instantIn(row, "first_seen_at")});
    }
    return found;
}

void Records::add(const ExhibitRecord& exhibit) {
    transaction_.execute(
        "INSERT INTO exhibits (" + std::string(columns) + ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        {exhibit.handle, exhibit.caseReference, exhibit.team, exhibit.name, toCell(exhibit.hash),
         static_cast<std::int64_t>(exhibit.size), exhibit.mediaType, std::string(nameOf(exhibit.inspection)),
         exhibit.facts, exhibit.uploadedBy, toCell(exhibit.uploadedAt)});
}

std::optional<ExhibitRecord> Records::exhibit(const std::string& team, const std::string& handle) const {
    const auto rows = transaction_.query(
        "SELECT " + std::string(columns) + " FROM exhibits WHERE team = $1 AND handle = $2", {team, handle});
    return rows.empty() ? std::nullopt : std::optional(exhibitIn(rows.front()));
}

std::vector<ExhibitRecord> Records::exhibits(const std::string& team, const std::string& reference) const {
    std::vector<ExhibitRecord> found;
    for (const Row& row : transaction_.query("SELECT " + std::string(columns) +
                                                 " FROM exhibits WHERE team = $1 AND case_reference = $2 "
                                                 "ORDER BY handle",
                                             {team, reference})) {
        found.push_back(exhibitIn(row));
    }
    return found;
}

bool Records::setInspection(const std::string& handle, Inspection inspection, const std::string& mediaType,
                            const std::string& facts) {
    return transaction_.execute(
               "UPDATE exhibits SET inspection = $2, media_type = $3, facts = $4 "
               "WHERE handle = $1 AND inspection = 'pending'",
               {handle, std::string(nameOf(inspection)), mediaType, facts}) == 1;
}

std::vector<Sha256> Records::namedObjects() const {
    std::vector<Sha256> found;
    for (const Row& row : transaction_.query("SELECT sha256 AS object FROM exhibits UNION "
                                             "SELECT artefact AS object FROM documents UNION "
                                             "SELECT artefact AS object FROM releases UNION "
                                             "SELECT certificate AS object FROM releases WHERE certificate <> '' UNION "
                                             "SELECT request AS object FROM document_lives WHERE request <> '' UNION "
                                             "SELECT object FROM document_moves WHERE object <> '' UNION "
                                             "SELECT artefact AS object FROM document_papers UNION "
                                             "SELECT proof AS object FROM document_services WHERE proof <> '' UNION "
                                             "SELECT sources AS object FROM type_versions UNION "
                                             "SELECT sources AS object FROM closures "
                                             "ORDER BY object")) {
        found.push_back(hashIn(row, "object"));
    }
    return found;
}

}  // namespace engross
