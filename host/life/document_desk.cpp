#include "life/document_desk.h"

#include "audit/trail.h"
#include "life/delegations.h"
#include "model/day.h"
#include "model/json.h"
#include "words/format.h"
#include "words/zone.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

namespace engross {
namespace {

std::string stateWord(DocumentState state, const Messages& messages) {
    return messages.text("life.state." + std::string(nameOf(state)));
}

std::string verbWord(LifeVerb verb, const Messages& messages) {
    return messages.text("life.verb." + std::string(nameOf(verb)));
}

std::string bytesOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

DocumentDesk::DocumentDesk(Database& database, Vault& vault, const Catalogue& catalogue, LifeActor actor,
                           Language reader, Instant now)
    : database_(database), vault_(vault), catalogue_(catalogue), actor_(std::move(actor)), reader_(reader), now_(now) {}

std::string DocumentDesk::today() const {
    return isoDay(localTimeOf(now_).day);
}

Diagnostic DocumentDesk::fault(std::string_view code, std::string_view key, Messages::Values values) const {
    const Messages& messages = Messages::in(reader_);
    Diagnostic diagnostic{.code = std::string(code)};
    diagnostic.message = messages.text(key, values);
    if (const std::string hint = std::string(key) + ".hint"; messages.has(hint)) {
        diagnostic.hints.push_back(messages.text(hint, values));
    }
    return diagnostic;
}

std::string DocumentDesk::dayOfStep(const StatedStep& step) const {
    return step.on.empty() ? today() : step.on;
}

std::optional<DocumentFile> DocumentDesk::file(const std::string& id) const {
    return database_.snapshot([&](Transaction& transaction) { return documentFile(transaction, actor_.team, id); });
}

DocumentDesk::Opened DocumentDesk::open(const std::string& id, LifeVerb verb) const {
    Opened opened{.file = file(id), .faults = {}};
    if (!opened.file) {
        return opened;
    }
    const DocumentState state = opened.file->document.state;
    const bool isSigned = opened.file->life.isSigned;
    if (stateAfter(state, verb, isSigned)) {
        return opened;
    }
    const Messages& messages = Messages::in(reader_);
    const auto needed = neededFor(state, verb, isSigned);
    const std::string is = stateWord(state, messages);
    const std::string what = verbWord(verb, messages);
    if (needed) {
        opened.faults.push_back(fault("life-order", "life.too_early",
                                      {{"verb", what}, {"state", is}, {"needed", stateWord(*needed, messages)}}));
    } else {
        opened.faults.push_back(
            fault(isLocked(state) ? "GEN-09" : "life-order", "life.too_late", {{"verb", what}, {"state", is}}));
    }
    return opened;
}

std::vector<Diagnostic> DocumentDesk::statedFaults(const StatedStep& step, bool noteNeeded) const {
    std::vector<Diagnostic> faults;
    if (step.by.empty()) {
        faults.push_back(fault("life-who", "life.no_name"));
    }
    if (!step.on.empty() && !dayFrom(step.on)) {
        faults.push_back(fault("life-day", "life.no_day", {{"day", step.on}}));
    } else if (step.on > today()) {
        faults.push_back(fault("life-day", "life.future", {{"day", longDate(*dayFrom(step.on), reader_)}}));
    }
    if (noteNeeded && step.note.find(' ') == std::string::npos) {
        faults.push_back(fault("life-reason", "life.no_reason"));
    }
    return faults;
}

void DocumentDesk::demandUnmoved(Transaction& transaction, const DocumentFile& file) {
    // Not every step changes the state: of two records of service neither would see the other.
    if (LifeRecords(transaction).moves(file.document.id).size() != file.moves.size()) {
        throw StoreError("store-conflict", file.document.id, "somebody else moved the document at the same time",
                         Error::Retry::Yes);
    }
}

void DocumentDesk::recordMove(Transaction& transaction, const DocumentRecord& document, LifeVerb verb, DocumentState to,
                              DocumentMove move) const {
    if (!Records(transaction).move(document.id, document.state, to)) {
        throw StoreError("store-conflict", document.id, "somebody else moved the document at the same time",
                         Error::Retry::Yes);
    }
    move.documentId = document.id;
    move.verb = nameOf(verb);
    move.from = document.state;
    move.to = to;
    move.recordedAt = now_;
    move.recordedBy = actor_.id;
    Object details{{"from", nameOf(document.state)}, {"to", nameOf(to)}};
    if (move.object) {
        details.set("sha256", move.object->hex());
    }
    LifeRecords(transaction).add(move);
    Trail(transaction)
        .append({.at = now_,
                 .actor = actor_.id,
                 .action = "document." + move.verb,
                 .subject = document.id,
                 .request = {},
                 .details = canonicalJson(Value(std::move(details)))});
}

LifeAnswer DocumentDesk::record(const DocumentFile& file, LifeVerb verb, const StatedStep& step, DocumentMove extra) {
    extra.byWhom = step.by;
    extra.onDay = dayOfStep(step);
    extra.note = step.note;
    const DocumentState to = *stateAfter(file.document.state, verb, file.life.isSigned);
    database_.transaction([&](Transaction& transaction) {
        demandUnmoved(transaction, file);
        recordMove(transaction, file.document, verb, to, extra);
    });
    return {.done = true, .state = to};
}

std::vector<Diagnostic> DocumentDesk::registerFaults(const DocumentFile& file, const std::string& day) const {
    if (file.life.provision.empty()) {
        return {};
    }
    Request request;
    if (file.life.request) {
        const auto stored = readJson(vault_.get(*file.life.request));
        request = stored.value ? readRequest(*stored.value).request : Request{};
    }
    // The provision is the document's own: its type may have changed since, or be gone.
    const TypeSummary* known = catalogue_.find(file.document.type);
    TypeSummary type = known == nullptr ? TypeSummary{} : *known;
    type.declared["provision"] = file.life.provision;
    auto question = questionOf(request, type, *dayFrom(day));
    question->day = *dayFrom(day);
    const auto entries =
        database_.snapshot([&](Transaction& transaction) { return LifeRecords(transaction).delegations(actor_.team); });
    return findSignatory(entries, *question, reader_).faults;
}

std::vector<Diagnostic> DocumentDesk::approvalFaults(const DocumentFile& file, const StatedStep& step) const {
    std::vector<Diagnostic> faults = registerFaults(file, dayOfStep(step));
    // A document remembers its author by person, by token or, on the command line, by name.
    const std::string& author = file.life.author;
    const bool own = namesTheSame(step.by, author) || actor_.id == author || actor_.person == author;
    if (!actor_.person.empty() && !namesTheSame(step.by, actor_.name)) {
        faults.push_back(fault("life-who", "life.other_name", {{"name", actor_.name}}));
    }
    if (dayOfStep(step) < isoDay(localTimeOf(file.document.madeAt).day)) {
        faults.push_back(fault("life-day", "life.before_made"));
    }
    if (file.life.provision.empty() || author.empty() || !own) {
        return faults;
    }
    const auto entries =
        database_.snapshot([&](Transaction& transaction) { return LifeRecords(transaction).delegations(actor_.team); });
    const bool second = std::ranges::any_of(entries, [&](const DelegationEntry& entry) {
        return entry.secondPerson && namesTheSame(entry.provision, file.life.provision);
    });
    if (second) {
        Diagnostic refusal = fault("life-second-person", "life.second_person", {{"provision", file.life.provision}});
        refusal.law = Messages::in(reader_).text("life.law.delegation");
        faults.push_back(std::move(refusal));
    }
    return faults;
}

LifeAnswer DocumentDesk::approve(const std::string& id, const StatedStep& step) {
    Opened opened = open(id, LifeVerb::Approve);
    if (!opened.file) {
        return {.found = false};
    }
    std::vector<Diagnostic> faults = std::move(opened.faults);
    std::ranges::move(statedFaults(step, false), std::back_inserter(faults));
    if (faults.empty()) {
        faults = approvalFaults(*opened.file, step);
    }
    if (refuses(faults)) {
        return {.state = opened.file->document.state, .diagnostics = std::move(faults)};
    }
    return record(*opened.file, LifeVerb::Approve, step);
}

LifeAnswer DocumentDesk::sendBack(const std::string& id, const StatedStep& step) {
    Opened opened = open(id, LifeVerb::SendBack);
    if (!opened.file) {
        return {.found = false};
    }
    std::vector<Diagnostic> faults = std::move(opened.faults);
    std::ranges::move(statedFaults(step, true), std::back_inserter(faults));
    if (refuses(faults)) {
        return {.state = opened.file->document.state, .diagnostics = std::move(faults)};
    }
    return record(*opened.file, LifeVerb::SendBack, step);
}

LifeAnswer DocumentDesk::sign(const std::string& id, const Signing& signing) {
    Opened opened = open(id, LifeVerb::Sign);
    if (!opened.file) {
        return {.found = false};
    }
    LifeAnswer answer{.state = opened.file->document.state, .diagnostics = std::move(opened.faults)};
    std::ranges::move(statedFaults(signing.step, signing.scan.empty()), std::back_inserter(answer.diagnostics));
    if (refuses(answer.diagnostics)) {
        return answer;
    }
    const std::string day = dayOfStep(signing.step);
    if (day < dayOfMove(*opened.file, "approve")) {
        answer.diagnostics.push_back(fault("life-day", "life.before_approval"));
    }
    std::ranges::move(registerFaults(*opened.file, day), std::back_inserter(answer.diagnostics));
    DocumentMove move;
    const std::string scan = signing.scan.empty() ? std::string() : bytesOf(signing.scan);
    if (!signing.scan.empty() && Sha256::of(scan) == opened.file->document.artefact) {
        answer.diagnostics.push_back(fault("scan-unsigned", "life.scan_unsigned"));
    } else if (!signing.scan.empty()) {
        const ScanComparison comparison = compareScan(vault_.localPath(opened.file->document.artefact), signing.scan);
        if (!comparison.samePages()) {
            answer.diagnostics.push_back(comparison.readable
                                             ? fault("scan-pages", "life.scan_pages",
                                                     {{"approved", std::to_string(comparison.approvedPages)},
                                                      {"scanned", std::to_string(comparison.scannedPages)}})
                                             : fault("scan-unreadable", "life.scan_unreadable"));
        } else if (comparison.needsEyes()) {
            Diagnostic seen =
                fault("scan-differs", signing.comparedBy.empty() ? "life.scan_differs" : "life.scan_compared",
                      {{"name", signing.comparedBy}});
            seen.severity = signing.comparedBy.empty() ? Severity::Error : Severity::Warning;
            const auto lines = describe(comparison, reader_);
            seen.hints.insert(seen.hints.begin(), lines.begin(), lines.end());
            answer.diagnostics.push_back(std::move(seen));
        }
        Object details{{"comparison", toValue(comparison)}};
        if (!signing.comparedBy.empty()) {
            details.set("compared_by", signing.comparedBy);
        }
        move.details = canonicalJson(Value(std::move(details)));
    }
    if (refuses(answer.diagnostics)) {
        return answer;
    }
    if (!signing.scan.empty()) {
        move.object = vault_.put(scan);
    }
    LifeAnswer done = record(*opened.file, LifeVerb::Sign, signing.step, std::move(move));
    done.diagnostics = std::move(answer.diagnostics);
    return done;
}

LifeAnswer DocumentDesk::issue(const std::string& id, const StatedStep& step) {
    Opened opened = open(id, LifeVerb::Issue);
    if (!opened.file) {
        return {.found = false};
    }
    LifeAnswer answer{.state = opened.file->document.state, .diagnostics = std::move(opened.faults)};
    std::ranges::move(statedFaults(step, false), std::back_inserter(answer.diagnostics));
    if (refuses(answer.diagnostics)) {
        return answer;
    }
    const DocumentFile& file = *opened.file;
    DocumentMove move{.byWhom = step.by, .onDay = dayOfStep(step), .note = step.note};
    if (move.onDay < dayOfMove(file, file.life.isSigned ? "sign" : "approve")) {
        answer.diagnostics.push_back(fault("life-day", "life.before_issue"));
    }
    const auto before = this->file(file.life.supersedes);
    const auto other = before ? this->file(before->life.supersededBy) : std::nullopt;
    if (other && other->document.id != id && other->document.state != DocumentState::Withdrawn) {
        answer.diagnostics.push_back(fault("GEN-09", "life.other_successor", {{"id", other->document.id}}));
    }
    if (refuses(answer.diagnostics)) {
        return answer;
    }
    const DocumentState to = *stateAfter(file.document.state, LifeVerb::Issue, file.life.isSigned);
    database_.transaction([&](Transaction& transaction) {
        demandUnmoved(transaction, file);
        recordMove(transaction, file.document, LifeVerb::Issue, to, move);
        if (!before) {
            return;
        }
        demandUnmoved(transaction, *before);
        if (!stateAfter(before->document.state, LifeVerb::Supersede, true)) {
            return;
        }
        DocumentMove end = move;
        end.note = Messages::in(reader_).text("life.superseded_by", {{"id", file.document.id}});
        recordMove(transaction, before->document, LifeVerb::Supersede, DocumentState::Superseded, end);
        LifeRecords records(transaction);
        records.setSupersededBy(before->document.id, file.document.id);
        finishTasks(transaction, records.tasksOf(before->document.id), "", step.by, end.note);
    });
    answer.done = true;
    answer.state = to;
    return answer;
}

LifeAnswer DocumentDesk::withdraw(const std::string& id, const StatedStep& step) {
    Opened opened = open(id, LifeVerb::Withdraw);
    if (!opened.file) {
        return {.found = false};
    }
    std::vector<Diagnostic> faults = std::move(opened.faults);
    std::ranges::move(statedFaults(step, true), std::back_inserter(faults));
    if (refuses(faults)) {
        return {.state = opened.file->document.state, .diagnostics = std::move(faults)};
    }
    return record(*opened.file, LifeVerb::Withdraw, step);
}

}  // namespace engross
