#include "audit/trail.h"
#include "life/document_desk.h"
#include "life/recipients.h"
#include "model/day.h"
#include "model/json.h"
#include "words/format.h"
#include "words/zone.h"

#include <algorithm>

namespace engross {
namespace {

std::string declaredBy(const MadeDocument& made, std::string_view name) {
    if (made.type == nullptr) {
        return {};
    }
    const auto found = made.type->declared.find(std::string(name));
    return found == made.type->declared.end() ? std::string() : found->second;
}

std::string regimeOf(const MadeDocument& made) {
    if (const std::string said = declaredBy(made, "service_regime"); !said.empty()) {
        return said;
    }
    return made.type != nullptr && made.type->family == "review_decision" ? "homelessness" : "statute";
}

/// A follow-up for each waiver of a manager: what was missing is still to be supplied by the day on which it ends.
void leaveFollowUps(LifeRecords& records, const MadeDocument& made, Language reader, Instant now) {
    for (const Waiver& waiver : made.request.waivers) {
        if (waiver.as != "manager") {
            continue;
        }
        const auto fault = std::ranges::find_if(
            made.diagnostics, [&](const Diagnostic& diagnostic) { return diagnostic.code == waiver.check; });
        const std::string what = fault == made.diagnostics.end() ? waiver.check : fault->message;
        records.add(TaskRecord{.id = makeUuid(now),
                               .team = made.document.team,
                               .caseReference = made.document.caseReference,
                               .documentId = made.document.id,
                               .kind = TaskKind::FollowUp,
                               .code = waiver.check,
                               .sentence = Messages::in(reader).text(
                                   "life.follow_up", {{"fault", what}, {"name", waiver.name}, {"post", waiver.post}}),
                               .dueOn = waiver.until,
                               .madeAt = now,
                               .note = waiver.reason});
    }
}

/// A version that was never signed ends when the next one is made; a locked one stands until that is issued.
void supersedeUnlocked(Transaction& transaction, const MadeDocument& made, const DocumentRecord& before,
                       const LifeActor& actor, Language reader, Instant now) {
    if (isLocked(before.state) || !Records(transaction).move(before.id, before.state, DocumentState::Superseded)) {
        return;
    }
    LifeRecords records(transaction);
    records.setSupersededBy(before.id, made.document.id);
    records.add(DocumentMove{.documentId = before.id,
                             .verb = std::string(nameOf(LifeVerb::Supersede)),
                             .from = before.state,
                             .to = DocumentState::Superseded,
                             .byWhom = made.author,
                             .onDay = isoDay(localTimeOf(now).day),
                             .note = Messages::in(reader).text("life.superseded_by", {{"id", made.document.id}}),
                             .recordedAt = now,
                             .recordedBy = actor.id});
    Trail(transaction)
        .append({.at = now,
                 .actor = actor.id,
                 .action = "document.supersede",
                 .subject = before.id,
                 .request = {},
                 .details = canonicalJson(Object{{"by", made.document.id}})});
}

}  // namespace

void recordMade(Transaction& transaction, const MadeDocument& made, const LifeActor& actor, Language reader,
                Instant now) {
    LifeRecords records(transaction);
    DocumentLife life{.documentId = made.document.id,
                      .author = made.author,
                      .title = made.type == nullptr ? made.document.type : made.type->title,
                      .law = made.type == nullptr ? std::string() : made.type->law,
                      .provision = declaredBy(made, "provision"),
                      .regime = regimeOf(made),
                      .request = made.requestObject};
    std::vector<DocumentRecipient> recipients;
    if (made.type != nullptr) {
        life.isSigned = made.type->schema.find("signatory") != nullptr ||
                        made.type->schema.find("witness") != nullptr || made.type->schema.find("reviewer") != nullptr;
        recipients = recipientsOf(made.request, *made.type);
        life.isServed = !recipients.empty();
    }
    const auto before = Records(transaction).document(made.document.team, made.request.supersedes);
    if (before) {
        life.supersedes = before->id;
        life.version = records.life(before->id).value_or(DocumentLife{}).version + 1;
    }
    records.add(life);
    for (DocumentRecipient& recipient : recipients) {
        recipient.documentId = made.document.id;
        records.add(recipient);
    }
    for (DocumentPaper paper : made.papers) {
        paper.documentId = made.document.id;
        records.add(paper);
    }
    leaveFollowUps(records, made, reader, now);
    if (before) {
        supersedeUnlocked(transaction, made, *before, actor, reader, now);
    }
}

std::vector<Diagnostic> successionFaults(Transaction& transaction, const std::string& team, const Request& request,
                                         Language reader) {
    if (request.supersedes.empty()) {
        return {};
    }
    const Messages& messages = Messages::in(reader);
    const auto refusal = [&](std::string_view key, Messages::Values values = {}) {
        Diagnostic fault{.code = "GEN-09"};
        fault.where.pointer = "/options/supersedes";
        fault.message = messages.text(key, values);
        return fault;
    };
    const auto before = Records(transaction).document(team, request.supersedes);
    if (!before || before->caseReference != request.caseRecord.reference) {
        return {refusal("life.supersedes_unknown")};
    }
    if (before->type != request.type) {
        return {refusal("life.supersedes_type", {{"type", before->type}})};
    }
    if (before->state == DocumentState::Superseded || before->state == DocumentState::Withdrawn) {
        return {refusal("life.supersedes_ended",
                        {{"state", messages.text("life.state." + std::string(nameOf(before->state)))}})};
    }
    return {};
}

}  // namespace engross
