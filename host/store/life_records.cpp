#include "store/life_records.h"

#include "model/json.h"
#include "store/cells.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace engross {
namespace {

constexpr std::array<std::string_view, 3> paperNames{"file_copy", "copy", "covering_letter"};
constexpr std::array<std::string_view, 3> resultNames{"served", "not_service", "returned"};

constexpr std::string_view lifeColumns =
    "document_id, version, supersedes, superseded_by, author, title, law, provision, regime, is_signed, is_served, "
    "request";
constexpr std::string_view moveColumns =
    "document_id, number, verb, from_state, to_state, by_whom, on_day, note, object, details, recorded_at, recorded_by";
constexpr std::string_view recipientColumns =
    "document_id, number, name, capacity, address, method, planned_on, is_copy, unsafe_address, language, "
    "email_consent";
constexpr std::string_view paperColumns =
    "document_id, recipient, position, kind, artefact, name, media_type, pages, contents";
constexpr std::string_view serviceColumns =
    "document_id, recipient, number, result, method, step_at, by_whom, place, received_by, received_on, tracking, "
    "proof, proof_name, note, served_on, basis, is_assumed, source, recorded_at, recorded_by";

Cell cellOf(const std::optional<Sha256>& hash) {
    return hash ? toCell(*hash) : Cell{std::string()};
}

std::optional<Sha256> hashIfAny(const Row& row, std::string_view column) {
    return row.text(column).empty() ? std::nullopt : std::optional(hashIn(row, column));
}

template <typename Kind, std::size_t count>
Kind kindIn(const Row& row, std::string_view column, const std::array<std::string_view, count>& names) {
    const auto found = std::ranges::find(names, row.text(column));
    if (found == names.end()) {
        throwDamaged(column, row.text(column));
    }
    return static_cast<Kind>(found - names.begin());
}

DocumentState stateIn(const Row& row, std::string_view column) {
    const auto state = documentStateFrom(row.text(column));
    if (!state) {
        throwDamaged(column, row.text(column));
    }
    return *state;
}

/// "$1, $2, …" for as many cells.
std::string places(std::size_t count) {
    std::string text;
    for (std::size_t index = 1; index <= count; ++index) {
        text += (index == 1 ? "$" : ", $") + std::to_string(index);
    }
    return text;
}

void insert(Transaction& transaction, std::string_view table, std::string_view columns, const Cells& cells) {
    transaction.execute(
        "INSERT INTO " + std::string(table) + " (" + std::string(columns) + ") VALUES (" + places(cells.size()) + ")",
        cells);
}

template <typename Read>
auto all(Transaction& transaction, std::string_view columns, std::string_view rest, const Cells& cells, Read read) {
    std::vector<decltype(read(std::declval<const Row&>()))> found;
    const auto rows = transaction.query("SELECT " + std::string(columns) + " FROM " + std::string(rest), cells);
    std::ranges::transform(rows, std::back_inserter(found), read);
    return found;
}

int nextNumber(Transaction& transaction, std::string_view table, std::string_view condition, const Cells& cells) {
    const auto rows = transaction.query(
        "SELECT COALESCE(MAX(number), 0) + 1 AS next FROM " + std::string(table) + " WHERE " + std::string(condition),
        cells);
    return static_cast<int>(rows.at(0).integer("next"));
}

DocumentLife lifeIn(const Row& row) {
    return {.documentId = row.text("document_id"),
            .version = static_cast<int>(row.integer("version")),
            .supersedes = row.text("supersedes"),
            .supersededBy = row.text("superseded_by"),
            .author = row.text("author"),
            .title = row.text("title"),
            .law = row.text("law"),
            .provision = row.text("provision"),
            .regime = row.text("regime"),
            .isSigned = row.integer("is_signed") == 1,
            .isServed = row.integer("is_served") == 1,
            .request = hashIfAny(row, "request")};
}

DocumentMove moveIn(const Row& row) {
    return {.documentId = row.text("document_id"),
            .number = static_cast<int>(row.integer("number")),
            .verb = row.text("verb"),
            .from = stateIn(row, "from_state"),
            .to = stateIn(row, "to_state"),
            .byWhom = row.text("by_whom"),
            .onDay = row.text("on_day"),
            .note = row.text("note"),
            .object = hashIfAny(row, "object"),
            .details = row.text("details"),
            .recordedAt = instantIn(row, "recorded_at"),
            .recordedBy = row.text("recorded_by")};
}

std::vector<std::string> linesIn(const Row& row, std::string_view column) {
    const JsonResult read = readJson(row.text(column));
    if (!read.value || read.value->list() == nullptr) {
        throwDamaged(column, row.text(column));
    }
    std::vector<std::string> lines;
    for (const Value& line : *read.value->list()) {
        lines.push_back(line.text() == nullptr ? std::string() : *line.text());
    }
    return lines;
}

std::string textOf(const std::vector<std::string>& lines) {
    List list;
    std::ranges::copy(lines, std::back_inserter(list));
    return writeJson(Value(std::move(list)));
}

DocumentRecipient recipientIn(const Row& row) {
    return {.documentId = row.text("document_id"),
            .number = static_cast<int>(row.integer("number")),
            .name = row.text("name"),
            .capacity = row.text("capacity"),
            .address = linesIn(row, "address"),
            .method = row.text("method"),
            .plannedOn = row.text("planned_on"),
            .isCopy = row.integer("is_copy") == 1,
            .unsafeAddress = row.integer("unsafe_address") == 1,
            .language = row.text("language"),
            .emailConsent = row.text("email_consent")};
}

DocumentPaper paperIn(const Row& row) {
    return {.documentId = row.text("document_id"),
            .recipient = static_cast<int>(row.integer("recipient")),
            .position = static_cast<int>(row.integer("position")),
            .kind = kindIn<PaperKind>(row, "kind", paperNames),
            .artefact = hashIn(row, "artefact"),
            .name = row.text("name"),
            .mediaType = row.text("media_type"),
            .pages = static_cast<std::size_t>(row.integer("pages")),
            .contents = row.text("contents")};
}

DocumentService serviceIn(const Row& row) {
    return {.documentId = row.text("document_id"),
            .recipient = static_cast<int>(row.integer("recipient")),
            .number = static_cast<int>(row.integer("number")),
            .result = kindIn<ServiceResult>(row, "result", resultNames),
            .method = row.text("method"),
            .stepAt = row.text("step_at"),
            .byWhom = row.text("by_whom"),
            .place = row.text("place"),
            .receivedBy = row.text("received_by"),
            .receivedOn = row.text("received_on"),
            .tracking = row.text("tracking"),
            .proof = hashIfAny(row, "proof"),
            .proofName = row.text("proof_name"),
            .note = row.text("note"),
            .servedOn = row.text("served_on"),
            .basis = row.text("basis"),
            .isAssumed = row.integer("is_assumed") == 1,
            .source = row.text("source"),
            .recordedAt = instantIn(row, "recorded_at"),
            .recordedBy = row.text("recorded_by")};
}

}  // namespace

std::string_view nameOf(PaperKind kind) noexcept {
    return paperNames[static_cast<std::size_t>(kind)];
}

std::string_view nameOf(ServiceResult result) noexcept {
    return resultNames[static_cast<std::size_t>(result)];
}

LifeRecords::LifeRecords(Transaction& transaction) : transaction_(transaction) {}

void LifeRecords::add(const DocumentLife& life) {
    insert(transaction_, "document_lives", lifeColumns,
           {life.documentId, std::int64_t{life.version}, life.supersedes, life.supersededBy, life.author, life.title,
            life.law, life.provision, life.regime, std::int64_t{life.isSigned}, std::int64_t{life.isServed},
            cellOf(life.request)});
}

std::optional<DocumentLife> LifeRecords::life(const std::string& documentId) const {
    auto found = all(transaction_, lifeColumns, "document_lives WHERE document_id = $1", {documentId}, lifeIn);
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

bool LifeRecords::setSupersededBy(const std::string& documentId, const std::string& successor) {
    return transaction_.execute(
               "UPDATE document_lives SET superseded_by = $2 WHERE document_id = $1 AND superseded_by = ''",
               {documentId, successor}) == 1;
}

std::vector<std::string> LifeRecords::successors(const std::string& documentId) const {
    return all(transaction_, "document_id", "document_lives WHERE supersedes = $1 ORDER BY document_id", {documentId},
               [](const Row& row) { return row.text("document_id"); });
}

int LifeRecords::add(const DocumentMove& move) {
    const int number = nextNumber(transaction_, "document_moves", "document_id = $1", {move.documentId});
    insert(transaction_, "document_moves", moveColumns,
           {move.documentId, std::int64_t{number}, move.verb, std::string(nameOf(move.from)),
            std::string(nameOf(move.to)), move.byWhom, move.onDay, move.note, cellOf(move.object), move.details,
            toCell(move.recordedAt), move.recordedBy});
    return number;
}

std::vector<DocumentMove> LifeRecords::moves(const std::string& documentId) const {
    return all(transaction_, moveColumns, "document_moves WHERE document_id = $1 ORDER BY number", {documentId},
               moveIn);
}

void LifeRecords::add(const DocumentRecipient& recipient) {
    insert(transaction_, "document_recipients", recipientColumns,
           {recipient.documentId, std::int64_t{recipient.number}, recipient.name, recipient.capacity,
            textOf(recipient.address), recipient.method, recipient.plannedOn, std::int64_t{recipient.isCopy},
            std::int64_t{recipient.unsafeAddress}, recipient.language, recipient.emailConsent});
}

std::vector<DocumentRecipient> LifeRecords::recipients(const std::string& documentId) const {
    return all(transaction_, recipientColumns, "document_recipients WHERE document_id = $1 ORDER BY number",
               {documentId}, recipientIn);
}

void LifeRecords::add(const DocumentPaper& paper) {
    insert(
        transaction_, "document_papers", paperColumns,
        {paper.documentId, std::int64_t{paper.recipient}, std::int64_t{paper.position}, std::string(nameOf(paper.kind)),
         toCell(paper.artefact), paper.name, paper.mediaType, static_cast<std::int64_t>(paper.pages), paper.contents});
}

std::vector<DocumentPaper> LifeRecords::papers(const std::string& documentId) const {
    return all(transaction_, paperColumns, "document_papers WHERE document_id = $1 ORDER BY recipient, position",
               {documentId}, paperIn);
}

int LifeRecords::add(const DocumentService& service) {
    const int number = nextNumber(transaction_, "document_services", "document_id = $1 AND recipient = $2",
                                  {service.documentId, std::int64_t{service.recipient}});
    insert(transaction_, "document_services", serviceColumns,
           {service.documentId,
            std::int64_t{service.recipient},
            std::int64_t{number},
            std::string(nameOf(service.result)),
            service.method,
            service.stepAt,
            service.byWhom,
            service.place,
            service.receivedBy,
            service.receivedOn,
            service.tracking,
            cellOf(service.proof),
            service.proofName,
            service.note,
            service.servedOn,
            service.basis,
            std::int64_t{service.isAssumed},
            service.source,
            toCell(service.recordedAt),
            service.recordedBy});
    return number;
}

std::vector<DocumentService> LifeRecords::services(const std::string& documentId) const {
    return all(transaction_, serviceColumns, "document_services WHERE document_id = $1 ORDER BY recipient, number",
               {documentId}, serviceIn);
}

}  // namespace engross
