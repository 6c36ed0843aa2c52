#include "life/recipients.h"
#include "pdf/gate.h"
#include "words/messages.h"
#include "work/archive_request.h"
#include "work/draw.h"
#include "work/produce_parts.h"
#include "work/profiles.h"
#include "work/recipient_copies.h"
#include "work/request_pictures.h"

#include <utility>

namespace engross {

namespace {

/// Every document passes what drawn documents must, and one that is to be sent what its type asks for beyond that.
bool passesGates(const Order& order, const std::string& bytes, Outcome& outcome) {
    std::vector<Verdict> verdicts{checkDrawn(bytes)};
    for (const std::string& gate : order.request.draft ? std::vector<std::string>() : order.type.gates) {
        verdicts.push_back(checkPdfBytes(bytes, gate));
    }
    outcome.verdict = verdicts.front();
    for (std::size_t index = 0; index < verdicts.size(); ++index) {
        const Verdict& verdict = verdicts[index];
        if (!verdict.passed()) {
            const auto refusals = refusalsOf(verdict);
            outcome.diagnostics.insert(outcome.diagnostics.end(), refusals.begin(), refusals.end());
        }
        if (index > 0) {
            outcome.verdict.profile += " " + verdict.profile;
            outcome.verdict.rulesRun.insert(outcome.verdict.rulesRun.end(), verdict.rulesRun.begin(),
                                            verdict.rulesRun.end());
            outcome.verdict.findings.insert(outcome.verdict.findings.end(), verdict.findings.begin(),
                                            verdict.findings.end());
        }
    }
    return outcome.verdict.passed();
}

}  // namespace

std::string artefactName(const Order& order) {
    std::string name = artefactName(order.type.id, order.request.caseRecord.reference);
    if (order.request.draft) {
        name.insert(name.size() - std::string_view(".pdf").size(), "-DRAFT");
    }
    return name;
}

void makeDocument(const Order& order, Outcome& outcome) {
    const auto archive = archiveOf(order, outcome.diagnostics);
    const auto attachments =
        archive == ArchiveFlavour::A3a ? attachmentsOf(order, outcome.diagnostics) : std::vector<PdfAttachment>();
    const Language reader = languageFrom(order.request.language).value_or(Language::English);
    const auto unsafe = unsafeRecipients(order.request, order.type, reader);
    outcome.diagnostics.insert(outcome.diagnostics.end(), unsafe.begin(), unsafe.end());
    if (refuses(outcome.diagnostics)) {
        return;
    }
    RequestPictures pictures{order.shelf, order.workshop, reader};
    Part part;
    part.images = &pictures;
    auto composition = order.workshop.catalogue->compose(order.checked, part, outcome.diagnostics);
    if (!composition || refuses(outcome.diagnostics)) {
        return;
    }
    if (order.request.draft && composition->style.mark.empty()) {
        const Language language = languageFrom(composition->language).value_or(Language::English);
        composition->style.mark = Messages::in(language).text("work.draft_mark");
    }
    order.workshop.progress(0.3);
    PdfMetadata metadata = metadataOf(order.type, order.closure, outcome.identity, order.now);
    metadata.archive = *archive;
    const auto drawing =
        draw(std::move(*composition), metadata, order.workshop.typesetter, outcome.diagnostics, attachments);
    if (!drawing) {
        return;
    }
    order.workshop.progress(0.6);
    if (!passesGates(order, drawing->bytes, outcome)) {
        return;
    }
    order.workshop.progress(0.9);
    const Sha256 hash = order.workshop.vault->put(drawing->bytes);
    outcome.artefacts.push_back({.hash = hash,
                                 .name = artefactName(order),
                                 .pages = drawing->pages,
                                 .parts = enclosuresIn(*drawing, order.type)});
    if (order.request.copy == "each" && !makeCopies(order, pictures, metadata, outcome)) {
        outcome.artefacts.clear();
        return;
    }
    outcome.state = Outcome::State::Done;
    order.workshop.progress(1);
}

}  // namespace engross
