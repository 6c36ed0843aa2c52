#include "words/messages.h"
#include "work/draw.h"
#include "work/produce_parts.h"
#include "work/profiles.h"

#include <utility>

namespace engross {

void makeDocument(const Order& order, Outcome& outcome) {
    auto composition = order.workshop.catalogue->compose(order.checked, Part{}, outcome.diagnostics);
    if (!composition || refuses(outcome.diagnostics)) {
        return;
    }
    if (order.request.draft && composition->style.mark.empty()) {
        const Language language = languageFrom(composition->language).value_or(Language::English);
        composition->style.mark = Messages::in(language).text("work.draft_mark");
    }
    order.workshop.progress(0.3);
    const auto drawing = draw(*composition, metadataOf(order.type, order.closure, outcome.identity, order.now),
                              order.workshop.typesetter, outcome.diagnostics);
    if (!drawing) {
        return;
    }
    order.workshop.progress(0.6);
    outcome.verdict = checkDrawn(drawing->bytes);
    if (!outcome.verdict.passed()) {
        const auto refusals = refusalsOf(outcome.verdict);
        outcome.diagnostics.insert(outcome.diagnostics.end(), refusals.begin(), refusals.end());
        return;
    }
    order.workshop.progress(0.9);
    const Sha256 hash = order.workshop.vault->put(drawing->bytes);
    outcome.artefacts.push_back({.hash = hash,
                                 .name = artefactName(order.type.id, order.request.caseRecord.reference),
                                 .pages = drawing->pages});
    outcome.state = Outcome::State::Done;
    order.workshop.progress(1);
}

}  // namespace engross
