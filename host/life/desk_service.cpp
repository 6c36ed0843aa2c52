#include "audit/trail.h"
#include "calendar/service.h"
#include "life/document_desk.h"
#include "life/recipients.h"
#include "life/service_recheck.h"
#include "model/day.h"
#include "model/json.h"
#include "script/source_package.h"
#include "store/type_records.h"
#include "words/format.h"
#include "words/zone.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace engross {
namespace {

// CPR 6.26 asks for the hour; where it is not known the later of the two days is the safe one to count from.
constexpr std::string_view unknownClock = "23:59";
constexpr std::string_view consentSource = "Housing Act 2004 ss.247 and 248 [K]";

ServiceRegime regimeOf(const DocumentLife& life) {
    if (life.regime == "homelessness") {
        return ServiceRegime::Homelessness;
    }
    if (life.regime == "court_document") {
        return ServiceRegime::CourtDocument;
    }
    return ServiceRegime::Statute;
}

const DocumentRecipient* recipientIn(const DocumentFile& file, int number) {
    const auto found = std::ranges::find(file.recipients, number, &DocumentRecipient::number);
    return found == file.recipients.end() ? nullptr : &*found;
}

bool hasSomethingToReturn(const DocumentFile& file, const DocumentService& returned) {
    return std::ranges::any_of(file.services, [&](const DocumentService& service) {
        return service.recipient == returned.recipient && upsets(returned, service);
    });
}

bool everybodyServed(const DocumentFile& file) {
    return std::ranges::all_of(file.recipients, [&](const DocumentRecipient& recipient) {
        return standingService(file.services, recipient.number) != nullptr;
    });
}

/// "electronic" is how a statute calls it; the rules of the calendar give e-mail no day under section 233, and consent
/// under the Housing Act 2004 is what makes it service (GEN-06).
std::optional<ServiceDay> dayOf(const DocumentFile& file, const ServiceFacts& facts, bool consent,
                                const Calendar& calendar) {
    const ServiceRegime regime = regimeOf(file.life);
    if (facts.method == ServiceMethod::Email && regime == ServiceRegime::Statute) {
        return consent ? std::optional(ServiceDay{.day = facts.done->day,
                                                  .basis = ServiceDay::Basis::Deemed,
                                                  .assumed = true,
                                                  .source = consentSource})
                       : std::nullopt;
    }
    return serviceDay(regime, facts, calendar);
}

}  // namespace

std::vector<Diagnostic> DocumentDesk::serviceFaults(const DocumentFile& file, const ServiceAct& act) const {
    std::vector<Diagnostic> faults = statedFaults({.by = act.by, .on = act.on, .note = act.note}, false);
    if (act.on.empty()) {
        faults.push_back(fault("life-day", "life.no_step_day"));
    }
    const DocumentRecipient* recipient = recipientIn(file, act.recipient);
    if (recipient == nullptr) {
        faults.push_back(
            fault("life-recipient", "life.no_recipient",
                  {{"recipient", std::to_string(act.recipient)}, {"count", std::to_string(file.recipients.size())}}));
        return faults;
    }
    const std::string number = std::to_string(act.recipient);
    if (act.returned) {
        if (!hasSomethingToReturn(file, {.recipient = act.recipient, .method = act.method})) {
            faults.push_back(fault("GEN-05", "life.nothing_to_return", {{"recipient", number}}));
        }
        return faults;
    }
    const auto method = serviceMethodFrom(act.method);
    if (!method) {
        faults.push_back(fault("life-method", "life.no_method", {{"method", act.method}}));
        return faults;
    }
    if (recipient->unsafeAddress && goesToTheAddress(act.method)) {
        Diagnostic refusal =
            fault("GEN-10", "life.unsafe_address", {{"recipient", number}, {"method", label(*method, reader_)}});
        refusal.law = Messages::in(reader_).text("life.law.safety");
        faults.push_back(std::move(refusal));
    }
    const std::string signedOn = dayOfMove(file, file.life.isSigned ? "sign" : "approve");
    if (!act.on.empty() && act.on < signedOn) {
        faults.push_back(fault("life-day", "life.before_signature"));
    }
    if (!act.at.empty() && !localTimeFrom(act.on + "T" + act.at)) {
        faults.push_back(fault("life-day", "life.no_clock", {{"clock", act.at}}));
    }
    if (!act.receivedOn.empty() && (!dayFrom(act.receivedOn) || act.receivedOn < act.on || act.receivedOn > today())) {
        faults.push_back(fault("life-day", "life.received_day"));
    }
    return faults;
}

DocumentService DocumentDesk::serviceFrom(const DocumentFile& file, const ServiceAct& act,
                                          std::vector<Diagnostic>& warnings) const {
    DocumentService service{.documentId = file.document.id, .recipient = act.recipient};
    service.stepAt = act.at.empty() ? act.on : act.on + "T" + act.at;
    service.byWhom = act.by;
    service.place = act.place;
    service.receivedBy = act.receivedBy;
    service.receivedOn = act.receivedOn;
    service.tracking = act.tracking;
    service.proofName = act.proofName;
    service.note = act.note;
    service.recordedAt = now_;
    service.recordedBy = actor_.id;
    service.number =
        1 + static_cast<int>(std::ranges::count(file.services, act.recipient, &DocumentService::recipient));
    service.method = act.method;
    if (act.returned) {
        service.result = ServiceResult::Returned;
        return service;
    }
    const DocumentRecipient& recipient = *recipientIn(file, act.recipient);
    const bool consent = !recipient.emailConsent.empty() || !act.emailConsent.empty();
    if (!act.emailConsent.empty()) {
        service.note += (service.note.empty() ? "" : "; ") +
                        Messages::in(reader_).text("life.consent_note", {{"consent", act.emailConsent}});
    }
    ServiceFacts facts;
    facts.method = *serviceMethodFrom(act.method);
    facts.done = localTimeFrom(act.on + "T" + (act.at.empty() ? std::string(unknownClock) : act.at));
    if (!act.receivedOn.empty()) {
        facts.received = dayFrom(act.receivedOn);
    }
    const Calendar& calendar = catalogue_.calendar();
    const auto day = dayOf(file, facts, consent, calendar);
    if (!day) {
        service.result = ServiceResult::NotService;
        const bool email = facts.method == ServiceMethod::Email;
        Diagnostic warning =
            fault(email ? "GEN-06" : "GEN-05", email ? "life.email_consent" : "life.not_service",
                  {{"recipient", std::to_string(act.recipient)}, {"method", label(facts.method, reader_)}});
        warning.severity = Severity::Warning;
        warning.law = Messages::in(reader_).text(email ? "life.law.electronic" : "life.law.service");
        warnings.push_back(std::move(warning));
        return service;
    }
    service.servedOn = isoDay(day->day);
    service.basis = day->basis == ServiceDay::Basis::Proved ? "proved" : "deemed";
    service.isAssumed = day->assumed;
    service.source = day->source;
    if (!calendar.knows(facts.done->day, day->day)) {
        Diagnostic warning = fault("calendar", "life.holidays_unknown");
        warning.severity = Severity::Warning;
        warnings.push_back(std::move(warning));
    }
    return service;
}

void DocumentDesk::leaveTasks(Transaction& transaction, const DocumentFile& file, TaskKind kind,
                              const std::vector<Diagnostic>& findings) const {
    LifeRecords records(transaction);
    std::set<std::string> known;
    for (const TaskRecord& task : records.tasksOf(file.document.id)) {
        if (!task.doneAt) {
            known.insert(task.code + "\n" + task.sentence);
        }
    }
    for (const Diagnostic& finding : findings) {
        if (known.insert(finding.code + "\n" + finding.message).second) {
            records.add(TaskRecord{.id = makeUuid(now_),
                                   .team = file.document.team,
                                   .caseReference = file.document.caseReference,
                                   .documentId = file.document.id,
                                   .kind = kind,
                                   .code = finding.code,
                                   .sentence = finding.message,
                                   .dueOn = today(),
                                   .madeAt = now_});
        }
    }
}

void DocumentDesk::finishTasks(Transaction& transaction, const std::vector<TaskRecord>& tasks,
                               const std::string& sentence, const std::string& by, const std::string& note) const {
    for (const TaskRecord& task : tasks) {
        const bool meant = sentence.empty() ? task.kind != TaskKind::FollowUp : task.sentence == sentence;
        if (meant && !task.doneAt) {
            LifeRecords(transaction).finishTask(task.team, task.id, by, note, now_);
        }
    }
}

std::vector<Diagnostic> DocumentDesk::recheck(const DocumentFile& file, const Request& request) const {
    const DocumentRecord& document = file.document;
    const auto live = catalogue_.closure(request, document.madeAt);
    if (live == document.closure) {
        return recheckService(catalogue_, file, request, reader_);
    }
    const auto kept = database_.snapshot(
        [&](Transaction& transaction) { return TypeRecords(transaction).closure(document.closure); });
    if (kept) {
        // Nothing is drawn here, so that no font is asked for.
        const auto files = readPackage(vault_.get(kept->sources), kept->sources.hex());
        const auto pinned = Catalogue::loadPackage(files, {});
        if (!refuses(pinned->check(request, document.madeAt, reader_).diagnostics)) {
            return recheckService(*pinned, file, request, reader_);
        }
    }
    std::vector<Diagnostic> findings = recheckService(catalogue_, file, request, reader_);
    if (live) {
        for (Diagnostic& finding : findings) {
            finding.hints.push_back(Messages::in(reader_).text("life.type_changed"));
        }
    }
    return findings;
}

LifeAnswer DocumentDesk::serve(const std::string& id, const ServiceAct& act) {
    Opened opened = open(id, act.returned ? LifeVerb::Undeliver : LifeVerb::Serve);
    if (!opened.file) {
        return {.found = false};
    }
    DocumentFile& file = *opened.file;
    LifeAnswer answer{.state = file.document.state, .diagnostics = std::move(opened.faults)};
    if (!refuses(answer.diagnostics)) {
        answer.diagnostics = serviceFaults(file, act);
    }
    if (refuses(answer.diagnostics)) {
        return answer;
    }
    DocumentService service = serviceFrom(file, act, answer.diagnostics);
    if (!act.proof.empty()) {
        service.proof = vault_.put(act.proof);
    }
    file.services.push_back(service);
    const bool last = !act.returned && file.document.state == DocumentState::Issued && everybodyServed(file);
    const LifeVerb verb = act.returned ? LifeVerb::Undeliver : last ? LifeVerb::ServeLast : LifeVerb::Serve;
    // A posted copy may come back after another was handed over.
    const bool stays = act.returned && standingService(file.services, act.recipient) != nullptr;
    answer.state = stays ? file.document.state : *stateAfter(file.document.state, verb, file.life.isSigned);
    if (file.life.request) {
        const auto stored = readJson(vault_.get(*file.life.request));
        const Request request = stored.value ? readRequest(*stored.value).request : Request{};
        answer.findings = recheck(file, request);
    }
    DocumentMove move{.byWhom = act.by, .onDay = act.on, .note = act.note, .object = service.proof};
    move.details = canonicalJson(Object{{"recipient", act.recipient}, {"result", nameOf(service.result)}});
    database_.transaction([&](Transaction& transaction) {
        demandUnmoved(transaction, file);
        LifeRecords(transaction).add(service);
        recordMove(transaction, file.document, verb, answer.state, move);
        leaveTasks(transaction, file, TaskKind::CorrectOrReissue, answer.findings);
        const Diagnostic again = fault("GEN-05", "life.serve_again", {{"recipient", std::to_string(act.recipient)}});
        if (act.returned && !stays) {
            leaveTasks(transaction, file, TaskKind::ServeAgain, {again});
        } else if (service.result == ServiceResult::Served) {
            finishTasks(transaction, file.tasks, again.message, act.by,
                        Messages::in(reader_).text("life.served_again"));
        }
    });
    answer.done = true;
    return answer;
}

}  // namespace engross
