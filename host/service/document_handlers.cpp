#include "life/document_desk.h"
#include "model/json.h"
#include "service/body.h"
#include "service/downloads.h"
#include "service/handlers.h"
#include "service/record.h"
#include "service/step_body.h"

#include <algorithm>

namespace engross {
namespace {

/// What a handler of a step works with for the length of a call.
struct Desk {
    std::shared_ptr<const Catalogue> catalogue;
    LifeActor actor;
    DocumentDesk desk;
};

Desk deskFor(const Context& context, const Call& call) {
    auto catalogue = context.parts.catalogue();
    LifeActor actor = actorOf(context, call);
    const Catalogue& types = *catalogue;
    return {std::move(catalogue), actor,
            DocumentDesk(context.parts.database, context.parts.vault, types, actor, call.language, call.now)};
}

Answer told(const Context& context, const Call& call, const Desk& room, const LifeAnswer& answer) {
    if (!answer.found) {
        return notFound(call);
    }
    if (!answer.done) {
        return problem(call, 422, "step-refused", answer.diagnostics);
    }
    const auto list = [](const std::vector<Diagnostic>& diagnostics) {
        List values;
        std::ranges::transform(diagnostics, std::back_inserter(values),
                               [](const Diagnostic& diagnostic) { return toValue(diagnostic); });
        return values;
    };
    const std::string& id = call.part("id");
    recordSeen(context, call, "document.seen", id);
    return json(200, Object{{"document", toValue(*room.desk.file(id))},
                            {"diagnostics", list(answer.diagnostics)},
                            {"findings", list(answer.findings)}});
}

using Move = LifeAnswer (DocumentDesk::*)(const std::string&, const StatedStep&);

template <Move move>
Answer step(const Context& context, const Call& call) {
    const StepBody body = readStep(context, call);
    if (body.refusal) {
        return *body.refusal;
    }
    Desk room = deskFor(context, call);
    return told(context, call, room, (room.desk.*move)(call.part("id"), body.step));
}

/// The upload of the case that a body names; nothing where the team has none such for this document's case.
std::optional<ExhibitRecord> uploadOf(const Context& context, const Call& call, const std::string& handle) {
    return context.parts.database.snapshot([&](Transaction& transaction) -> std::optional<ExhibitRecord> {
        const Records records(transaction);
        const auto document = records.document(call.principal.team, call.part("id"));
        const auto exhibit = records.exhibit(call.principal.team, handle);
        const bool theirs = document && exhibit && exhibit->caseReference == document->caseReference;
        return theirs ? exhibit : std::nullopt;
    });
}

Answer unknownUpload(const Call& call, const char* field) {
    Diagnostic fault{.code = "exhibit-unknown"};
    fault.where.pointer = pointerTo("", field);
    fault.message = Messages::in(call.language).text("service.fault.exhibit-unknown");
    return problem(call, 422, "step-refused", {fault});
}

}  // namespace

Answer approveDocument(const Context& context, const Call& call) {
    return step<&DocumentDesk::approve>(context, call);
}

Answer sendBackDocument(const Context& context, const Call& call) {
    return step<&DocumentDesk::sendBack>(context, call);
}

Answer issueDocument(const Context& context, const Call& call) {
    return step<&DocumentDesk::issue>(context, call);
}

Answer withdrawDocument(const Context& context, const Call& call) {
    return step<&DocumentDesk::withdraw>(context, call);
}

Answer signDocument(const Context& context, const Call& call) {
    const StepBody body = readStep(context, call);
    if (body.refusal) {
        return *body.refusal;
    }
    Signing signing{.step = body.step, .comparedBy = body.value.textOr("compared_by", "")};
    if (const std::string handle = body.value.textOr("scan", ""); !handle.empty()) {
        const auto upload = uploadOf(context, call, handle);
        if (!upload) {
            return unknownUpload(call, "scan");
        }
        signing.scan = context.parts.vault.localPath(upload->hash);
    }
    Desk room = deskFor(context, call);
    return told(context, call, room, room.desk.sign(call.part("id"), signing));
}

Answer serveDocument(const Context& context, const Call& call) {
    const StepBody body = readStep(context, call);
    if (body.refusal) {
        return *body.refusal;
    }
    const Value& value = body.value;
    const Value* recipient = value.find("recipient");
    const Value* returned = value.find("returned");
    ServiceAct act{.recipient = recipient == nullptr || recipient->integer() == nullptr
                                    ? 0
                                    : static_cast<int>(std::clamp<std::int64_t>(*recipient->integer(), 0, 100'000)),
                   .returned = returned != nullptr && returned->boolean() != nullptr && *returned->boolean()};
    act.method = value.textOr("method", "");
    act.on = body.step.on;
    act.at = value.textOr("at", "");
    act.by = body.step.by;
    act.place = value.textOr("place", "");
    act.receivedBy = value.textOr("received_by", "");
    act.receivedOn = value.textOr("received_on", "");
    act.tracking = value.textOr("tracking", "");
    act.emailConsent = value.textOr("consent", "");
    act.note = body.step.note;
    if (const std::string handle = value.textOr("proof", ""); !handle.empty()) {
        const auto upload = uploadOf(context, call, handle);
        if (!upload) {
            return unknownUpload(call, "proof");
        }
        act.proof = context.parts.vault.get(upload->hash);
        act.proofName = upload->name;
    }
    Desk room = deskFor(context, call);
    return told(context, call, room, room.desk.serve(call.part("id"), act));
}

Answer listDocuments(const Context& context, const Call& call) {
    const std::string reference = call.queried("case_ref");
    if (reference.empty()) {
        return problem(call, 400, "case-ref-missing");
    }
    List documents;
    context.parts.database.snapshot([&](Transaction& transaction) {
        documents.clear();
        for (const DocumentRecord& document : Records(transaction).documents(call.principal.team, reference)) {
            documents.push_back(Object{{"id", document.id},
                                       {"type", document.type},
                                       {"request", document.requestId},
                                       {"state", nameOf(document.state)},
                                       {"made_at", isoTime(document.madeAt)},
                                       {"href", "/api/v1/documents/" + document.id}});
        }
    });
    recordSeen(context, call, "documents.listed", reference);
    return json(200, Object{{"documents", std::move(documents)}});
}

Answer showDocument(const Context& context, const Call& call) {
    const auto file = context.parts.database.snapshot(
        [&](Transaction& transaction) { return documentFile(transaction, call.principal.team, call.part("id")); });
    if (!file) {
        return notFound(call);
    }
    recordSeen(context, call, "document.seen", file->document.id);
    return json(200, toValue(*file)).with("Cache-Control", "private, no-store");
}

Answer downloadPaper(const Context& context, const Call& call) {
    const auto hash = Sha256::fromHex(call.part("sha256"));
    const auto file = context.parts.database.snapshot(
        [&](Transaction& transaction) { return documentFile(transaction, call.principal.team, call.part("id")); });
    if (!file || !hash) {
        return notFound(call);
    }
    const auto paper = std::ranges::find(file->papers, *hash, &DocumentPaper::artefact);
    if (paper == file->papers.end()) {
        return notFound(call);
    }
    Answer answer = download(call, context.parts.vault, *hash, paper->name, paper->mediaType);
    if (answer.file && call.method != "HEAD") {
        recordSeen(context, call, "artefact.downloaded", file->document.id, {{"sha256", hash->hex()}});
    }
    return answer;
}

}  // namespace engross
