#include "work/publish.h"

#include "audit/trail.h"
#include "life/document_desk.h"
#include "life/recipients.h"
#include "model/json.h"
#include "model/request.h"
#include "store/records.h"
#include "store/release_records.h"
#include "store/type_records.h"
#include "work/work_error.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <utility>
#include <vector>

namespace engross {
namespace {

namespace fs = std::filesystem;

Value payloadOf(const Job& job) {
    JsonResult read = readJson(job.payload);
    if (!read.value) {
        throw WorkError("job-payload", job.id, "the stored request is not JSON");
    }
    return std::move(*read.value);
}

std::vector<std::string> handlesOf(const Job& job, const Value& payload) {
    if (job.kind == JobKind::Inspection) {
        return {payload.textOr("exhibit", "")};
    }
    std::vector<std::string> handles;
    const Request request = readRequest(payload).request;
    for (const ExhibitReference& reference : request.exhibits) {
        handles.push_back(reference.exhibit);
    }
    // An item may name a handle where its exhibit has no mark.
    for (const BundleSection& section : request.sections) {
        for (const BundleItem& item : section.items) {
            const bool marked =
                std::ranges::find(request.exhibits, item.exhibit, &ExhibitReference::mark) != request.exhibits.end();
            if (!item.exhibit.empty() && !marked) {
                handles.push_back(item.exhibit);
            }
        }
    }
    return handles;
}

std::vector<ReleaseRecord> earlierReleases(Transaction& transaction, const Job& job, const std::string& pack) {
    const Records records{transaction};
    return pack.empty() || !records.pack(job.team, pack) ? std::vector<ReleaseRecord>{} : records.releases(pack);
}

bool isCertificate(const Artefact& artefact) {
    return artefact.mediaType == "application/json";
}

void takeOver(const std::vector<Artefact>& artefacts, const std::string& scratch, Vault& vault) {
    for (const Artefact& artefact : artefacts) {
        const fs::path file = fs::path(scratch) / artefact.hash.hex();
        // A link would let a worker publish any file that the host may read.
        if (fs::symlink_status(file).type() != fs::file_type::regular || vault.adopt(file.string()) != artefact.hash) {
            throw WorkError("worker-answer", "artefact", "its bytes are not those that were announced");
        }
    }
}

std::vector<DocumentRecord> documentsOf(const Job& job, const Outcome& outcome, const Request& request, Instant now) {
    std::vector<DocumentRecord> documents;
    for (const Artefact& artefact : outcome.artefacts) {
        if (isCertificate(artefact) || artefact.recipient > 0) {
            continue;
        }
        documents.push_back(documentOf(artefact, outcome, request, {job.id, job.team, job.closure}, now));
    }
    return documents;
}

void recordRelease(Transaction& transaction, const Job& job, const Outcome& outcome, const Task& task,
                   const std::string& packId, Instant now) {
    Records records{transaction};
    const Artefact& bundle = outcome.artefacts.at(0);
    const auto certificate = std::ranges::find_if(outcome.artefacts, isCertificate);
    std::size_t pages = 0;
    std::vector<ReleaseFile> volumes;
    for (const Artefact& artefact : outcome.artefacts) {
        if (!isCertificate(artefact)) {
            pages += artefact.pages;
            volumes.push_back({.packId = packId,
                               .number = task.release,
                               .volume = static_cast<int>(volumes.size()) + 1,
                               .artefact = artefact.hash,
                               .name = artefact.name,
                               .pages = artefact.pages});
        }
    }
    if (!records.pack(job.team, packId)) {
        records.add(PackRecord{
            .id = packId, .caseReference = job.caseReference, .team = job.team, .title = job.type, .madeAt = now});
    }
    const int number =
        records.addRelease({.packId = packId,
                            .requestId = job.id,
                            .artefact = bundle.hash,
                            .identity = outcome.identity,
                            .name = bundle.name,
                            .pages = pages,
                            .certificate = certificate == outcome.artefacts.end() ? Sha256{} : certificate->hash,
                            .madeAt = now});
    if (number != task.release) {
        throw WorkError("release-taken", packId, "another release came first; this one is made again with its number",
                        Error::Retry::Yes);
    }
    for (const ReleaseFile& volume : volumes.size() > 1 ? volumes : std::vector<ReleaseFile>()) {
        ReleaseRecords(transaction).add(volume);
    }
}

void recordLife(Transaction& transaction, const Job& job, const DocumentRecord& document, MadeDocument made,
                const std::string& worker, Instant now) {
    const std::string person = LifeRecords(transaction).personOfToken(job.caller);
    made.document = document;
    made.author = person.empty() ? job.caller : person;
    const Language reader = languageFrom(made.request.language).value_or(Language::English);
    recordMade(transaction, made, {.team = job.team, .id = worker}, reader, now);
}

bool recordDone(const ClaimedJob& claimed, const std::string& text, const Outcome& outcome, const Task& task,
                Queue& queue, Vault& vault, Instant now, const Catalogue* catalogue) {
    const Job& job = claimed.job;
    const Request request = readRequest(task.request).request;
    const auto documents = documentsOf(job, outcome, request, now);
    // As it was accepted: in the task the secrets are open.
    MadeDocument made{.request = request, .requestObject = vault.put(canonicalJson(payloadOf(job)))};
    made.type = catalogue == nullptr ? nullptr : catalogue->chosen(request, job.submittedAt);
    made.papers = papersOf(outcome, request);
    made.diagnostics = outcome.diagnostics;
    const std::string packId = request.releaseOf.empty() ? makeUuid(now) : request.releaseOf;
    const auto alongside = [&](Transaction& transaction) {
        for (const DocumentRecord& document : documents) {
            Records{transaction}.add(document);
            recordLife(transaction, job, document, made, claimed.claim.worker, now);
            Trail{transaction}.append({.at = now,
                                       .actor = claimed.claim.worker,
                                       .action = "document.made",
                                       .subject = document.id,
                                       .request = job.id,
                                       .details = canonicalJson(Object{{"sha256", document.artefact.hex()}})});
        }
        if (job.lane == Lane::Bundles) {
            recordRelease(transaction, job, outcome, task, packId, now);
        }
    };
    const Completion completion = queue.complete(claimed.claim, text, digestOf(outcome.artefacts), now, alongside);
    if (completion == Completion::Contradicted) {
        throw WorkError("result-contradicted", job.id, "the same request gave other bytes than before");
    }
    return completion != Completion::Lost;
}

/// What the next release of a pack goes on from. A plan that was sent before the newest release was made does not know
/// what that added: its documents would leave the bundle though nobody asked for it.
std::string certificateBefore(const ReleaseRecord& newest, const Job& job, const Vault& vault) {
    if (newest.madeAt > job.submittedAt) {
        throw WorkError("release-newer", newest.packId,
                        "release " + std::to_string(newest.number) +
                            " was made after this request was sent; send a plan that goes on from it");
    }
    if (newest.certificate == Sha256{}) {
        throw WorkError("release-uncertified", newest.packId,
                        "release " + std::to_string(newest.number) +
                            " has no certificate, and its numbers cannot be kept; begin a new pack");
    }
    return vault.localPath(newest.certificate);
}

}  // namespace

Task taskOf(const Job& job, const std::string& scratch, Database& database, const Vault& vault) {
    Task task;
    task.kind = job.kind == JobKind::Request ? Task::Kind::Make : Task::Kind::Inspect;
    task.request = payloadOf(job);
    task.at = job.submittedAt;
    task.closure = job.closure;
    task.scratch = scratch;
    const auto handles = handlesOf(job, task.request);
    std::vector<ExhibitRecord> found;
    std::vector<ReleaseRecord> releases;
    std::optional<ClosureRecord> closure;
    database.snapshot([&](Transaction& transaction) {
        found.clear();
        closure = TypeRecords{transaction}.closure(job.closure);
        for (const std::string& handle : handles) {
            if (const auto exhibit = Records{transaction}.exhibit(job.team, handle)) {
                found.push_back(*exhibit);
            }
        }
        releases = earlierReleases(transaction, job, task.request.textOr("release_of", ""));
    });
    if (closure && vault.has(closure->sources)) {
        task.sources = vault.localPath(closure->sources);
    }
    task.release = static_cast<int>(releases.size()) + 1;
    if (!releases.empty()) {
        task.before = certificateBefore(releases.back(), job, vault);
    }
    for (const ExhibitRecord& exhibit : found) {
        task.exhibits[exhibit.handle] = {
            .name = exhibit.name, .path = vault.localPath(exhibit.hash), .hash = exhibit.hash};
    }
    return task;
}

DocumentRecord documentOf(const Artefact& artefact, const Outcome& outcome, const Request& request, const MadeFor& made,
                          Instant now) {
    return {.id = makeUuid(now),
            .requestId = made.request,
            .type = request.type,
            .typeVersion = outcome.typeVersion,
            .closure = made.closure,
            .caseReference = request.caseRecord.reference,
            .team = made.team,
            .language = request.language,
            .state = request.draft ? DocumentState::Draft : DocumentState::Checked,
            .artefact = artefact.hash,
            .name = artefact.name,
            .mediaType = artefact.mediaType,
            .pages = artefact.pages,
            .madeAt = now};
}

std::vector<DocumentPaper> papersOf(const Outcome& outcome, const Request& request) {
    std::vector<DocumentPaper> papers;
    std::map<std::size_t, int> positions;
    const bool each = request.copy == "each";
    for (const Artefact& artefact : outcome.artefacts) {
        if (isCertificate(artefact)) {
            continue;
        }
        DocumentPaper paper{.recipient = static_cast<int>(artefact.recipient),
                            .position = ++positions[artefact.recipient]};
        paper.kind = artefact.coveringLetter           ? PaperKind::CoveringLetter
                     : artefact.recipient == 0 && each ? PaperKind::FileCopy
                                                       : PaperKind::Copy;
        paper.artefact = artefact.hash;
        paper.name = artefact.name;
        paper.mediaType = artefact.mediaType;
        paper.pages = artefact.pages;
        const Value stored = toValue(artefact);
        if (const Value* contents = stored.find("encloses")) {
            paper.contents = writeJson(*contents);
        }
        papers.push_back(std::move(paper));
    }
    return papers;
}

bool publishOutcome(const ClaimedJob& claimed, const Value& answer, const Task& task, Queue& queue, Vault& vault,
                    Instant now, const Catalogue* catalogue) {
    const Outcome outcome = outcomeFrom(answer);
    const std::string text = writeJson(answer);
    switch (outcome.state) {
        case Outcome::State::Failed:
            return queue.fail(claimed.claim, text, now);
        case Outcome::State::NeedsAttention:
            return queue.needsAttention(claimed.claim, text, now);
        case Outcome::State::Done:
            break;
    }
    if (outcome.artefacts.empty()) {
        throw WorkError("worker-answer", "outcome", "it is done and made nothing");
    }
    takeOver(outcome.artefacts, task.scratch, vault);
    return recordDone(claimed, text, outcome, task, queue, vault, now, catalogue);
}

bool publishInspection(const ClaimedJob& claimed, const Value& answer, Queue& queue, Instant now) {
    const Value* accepted = answer.find("accepted");
    const Value* facts = answer.find("facts");
    if (accepted == nullptr || accepted->boolean() == nullptr || facts == nullptr) {
        throw WorkError("worker-answer", "inspection", "it is not complete");
    }
    const std::string handle = payloadOf(claimed.job).textOr("exhibit", "");
    const Inspection state = *accepted->boolean() ? Inspection::Inspected : Inspection::Refused;
    const std::string mediaType = answer.textOr("media_type", "application/octet-stream");
    const std::string factsText = writeJson(*facts);
    const std::string text = writeJson(answer);
    const auto completion = queue.complete(claimed.claim, text, Sha256::of(text), now, [&](Transaction& transaction) {
        Records{transaction}.setInspection(handle, state, mediaType, factsText);
    });
    return completion != Completion::Lost;
}

std::string failureOutcome(const std::string& code, const std::string& message) {
    Outcome outcome;
    outcome.state = Outcome::State::Failed;
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.message = message;
    outcome.diagnostics.push_back(std::move(diagnostic));
    return writeJson(toValue(outcome));
}

}  // namespace engross
