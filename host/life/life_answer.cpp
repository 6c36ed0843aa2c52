#include "life/life_answer.h"

#include "calendar/service.h"
#include "life/life_table.h"
#include "model/json.h"

#include <algorithm>

namespace engross {
namespace {

Value readStored(const std::string& text) {
    return readJson(text).value.value_or(Value{});
}

Value optionalHash(const std::optional<Sha256>& hash) {
    return hash ? Value(hash->hex()) : Value(nullptr);
}

Value orNull(const std::string& text) {
    return text.empty() ? Value(nullptr) : Value(text);
}

Value toValue(const DocumentMove& move) {
    Object value{{"verb", move.verb},
                 {"from", nameOf(move.from)},
                 {"to", nameOf(move.to)},
                 {"by", move.byWhom},
                 {"on", orNull(move.onDay)},
                 {"note", orNull(move.note)},
                 {"sha256", optionalHash(move.object)},
                 {"recorded_at", isoTime(move.recordedAt)}};
    if (move.details != "{}") {
        value.set("details", readStored(move.details));
    }
    return Value(std::move(value));
}

Value toValue(const DocumentService& service) {
    return Object{{"number", service.number},
                  {"result", nameOf(service.result)},
                  {"method", orNull(service.method)},
                  {"at", service.stepAt},
                  {"by", service.byWhom},
                  {"place", orNull(service.place)},
                  {"received_by", orNull(service.receivedBy)},
                  {"received_on", orNull(service.receivedOn)},
                  {"tracking", orNull(service.tracking)},
                  {"proof", optionalHash(service.proof)},
                  {"proof_name", orNull(service.proofName)},
                  {"note", orNull(service.note)},
                  {"served_on", orNull(service.servedOn)},
                  {"basis", orNull(service.basis)},
                  {"assumed", service.isAssumed},
                  {"source", orNull(service.source)},
                  {"recorded_at", isoTime(service.recordedAt)}};
}

Value paperValue(const DocumentPaper& paper) {
    return Object{{"kind", nameOf(paper.kind)},
                  {"name", paper.name},
                  {"sha256", paper.artefact.hex()},
                  {"media_type", paper.mediaType},
                  {"pages", static_cast<std::int64_t>(paper.pages)},
                  {"encloses", readStored(paper.contents)},
                  {"href", "/api/v1/documents/" + paper.documentId + "/papers/" + paper.artefact.hex()}};
}

List envelopeOf(const DocumentFile& file, int recipient) {
    List papers;
    for (const DocumentPaper& paper : file.papers) {
        if (paper.recipient == recipient) {
            papers.push_back(paperValue(paper));
        }
    }
    return papers;
}

std::int64_t pagesIn(const DocumentFile& file, int recipient) {
    std::int64_t pages = 0;
    for (const DocumentPaper& paper : file.papers) {
        pages += paper.recipient == recipient ? static_cast<std::int64_t>(paper.pages) : 0;
    }
    return pages;
}

Value recipientValue(const DocumentFile& file, const DocumentRecipient& recipient) {
    List address;
    std::ranges::copy(recipient.address, std::back_inserter(address));
    List services;
    for (const DocumentService& service : file.services) {
        if (service.recipient == recipient.number) {
            services.push_back(toValue(service));
        }
    }
    const DocumentService* standing = standingService(file.services, recipient.number);
    return Object{{"number", recipient.number},
                  {"name", recipient.name},
                  {"capacity", recipient.capacity},
                  {"copy", recipient.isCopy},
                  {"address", std::move(address)},
                  {"unsafe_address", recipient.unsafeAddress},
                  {"language", orNull(recipient.language)},
                  {"email_consent", orNull(recipient.emailConsent)},
                  {"planned", Object{{"method", orNull(recipient.method)}, {"on", orNull(recipient.plannedOn)}}},
                  {"envelope", envelopeOf(file, recipient.number)},
                  {"envelope_pages", pagesIn(file, recipient.number)},
                  {"served_on", standing == nullptr ? Value(nullptr) : Value(standing->servedOn)},
                  {"services", std::move(services)}};
}

}  // namespace

std::optional<DocumentFile> documentFile(Transaction& transaction, const std::string& team, const std::string& id) {
    const auto document = Records(transaction).document(team, id);
    if (!document) {
        return std::nullopt;
    }
    const LifeRecords records(transaction);
    return DocumentFile{.document = *document,
                        .life = records.life(id).value_or(DocumentLife{.documentId = id, .title = document->type}),
                        .moves = records.moves(id),
                        .recipients = records.recipients(id),
                        .papers = records.papers(id),
                        .services = records.services(id),
                        .tasks = records.tasksOf(id)};
}

std::string dayOfMove(const DocumentFile& file, std::string_view verb) {
    const auto found = std::ranges::find_if(file.moves.rbegin(), file.moves.rend(),
                                            [&](const DocumentMove& move) { return move.verb == verb; });
    return found == file.moves.rend() ? std::string() : found->onDay;
}

bool upsets(const DocumentService& returned, const DocumentService& earlier) {
    if (earlier.result == ServiceResult::Returned) {
        return false;
    }
    const bool handedOver =
        earlier.method == nameOf(ServiceMethod::Hand) || earlier.method == nameOf(ServiceMethod::HeldForCollection);
    return returned.method.empty() ? !handedOver : earlier.method == returned.method;
}

bool cameBack(const DocumentService& service, const std::vector<DocumentService>& services) {
    return std::ranges::any_of(services, [&](const DocumentService& later) {
        return later.recipient == service.recipient && later.number > service.number &&
               later.result == ServiceResult::Returned && upsets(later, service);
    });
}

const DocumentService* standingService(const std::vector<DocumentService>& services, int recipient) {
    const auto found = std::ranges::find_if(services.rbegin(), services.rend(), [&](const DocumentService& service) {
        return service.recipient == recipient && service.result == ServiceResult::Served &&
               !cameBack(service, services);
    });
    return found == services.rend() ? nullptr : &*found;
}

Value toValue(const TaskRecord& task) {
    return Object{{"id", task.id},
                  {"document", task.documentId},
                  {"case_ref", task.caseReference},
                  {"kind", nameOf(task.kind)},
                  {"code", task.code},
                  {"sentence", task.sentence},
                  {"due_on", orNull(task.dueOn)},
                  {"made_at", isoTime(task.madeAt)},
                  {"done_at", task.doneAt ? Value(isoTime(*task.doneAt)) : Value(nullptr)},
                  {"done_by", orNull(task.doneBy)},
                  {"note", orNull(task.note)}};
}

Value toValue(const DocumentFile& file) {
    List moves;
    std::ranges::transform(file.moves, std::back_inserter(moves),
                           [](const DocumentMove& move) { return toValue(move); });
    List recipients;
    std::ranges::transform(file.recipients, std::back_inserter(recipients),
                           [&](const DocumentRecipient& recipient) { return recipientValue(file, recipient); });
    List tasks;
    std::ranges::transform(file.tasks, std::back_inserter(tasks), [](const TaskRecord& task) { return toValue(task); });
    const DocumentRecord& document = file.document;
    return Object{{"id", document.id},
                  {"type", document.type},
                  {"type_version", document.typeVersion},
                  {"title", file.life.title},
                  {"law", orNull(file.life.law)},
                  {"case_ref", document.caseReference},
                  {"language", document.language},
                  {"state", nameOf(document.state)},
                  {"locked", isLocked(document.state)},
                  {"version", file.life.version},
                  {"supersedes", orNull(file.life.supersedes)},
                  {"superseded_by", orNull(file.life.supersededBy)},
                  {"author", file.life.author},
                  {"provision", orNull(file.life.provision)},
                  {"closure", document.closure.hex()},
                  {"sha256", document.artefact.hex()},
                  {"name", document.name},
                  {"pages", static_cast<std::int64_t>(document.pages)},
                  {"made_at", isoTime(document.madeAt)},
                  {"request", optionalHash(file.life.request)},
                  {"file_copy", envelopeOf(file, 0)},
                  {"recipients", std::move(recipients)},
                  {"moves", std::move(moves)},
                  {"tasks", std::move(tasks)}};
}

}  // namespace engross
