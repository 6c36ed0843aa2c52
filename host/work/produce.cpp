#include "work/produce.h"

#include "model/json.h"
#include "words/messages.h"
#include "work/draw.h"
#include "work/errands.h"
#include "work/produce_parts.h"
#include "work/scratch.h"
#include "work/version.h"

#include <cctype>
#include <filesystem>
#include <utility>

namespace engross {
namespace {

Diagnostic missingExhibit(std::size_t index, const std::string& mark, Language reader) {
    Diagnostic diagnostic;
    diagnostic.code = "exhibit-missing";
    diagnostic.where.pointer = pointerTo(pointerTo("/exhibits", index), "exhibit");
    diagnostic.message = Messages::in(reader).text("work.exhibit_missing", {{"mark", mark}});
    diagnostic.hints.push_back(Messages::in(reader).text("work.exhibit_missing.hint"));
    return diagnostic;
}

Language readerOf(const Request& request) {
    return languageFrom(request.language).value_or(Language::English);
}

void append(std::vector<Diagnostic>& to, const std::vector<Diagnostic>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

/// The file within the e-mail goes to the shelf, or why there is none.
void takeAttachment(const ExhibitReference& reference, std::size_t index, const Workshop& workshop, Language reader,
                    const ResolvedExhibit& mail, ExhibitShelf& shelf) {
    const std::string output =
        (std::filesystem::path(workshop.scratch) / ("attachment-" + std::to_string(index))).string();
    Looked looked =
        Errands(workshop.errandProgram).attachment(mail.path, mail.name, reference.attachment, output, reader);
    if (looked.refusal) {
        looked.refusal->where.pointer = pointerTo(pointerTo("/exhibits", index), "attachment");
        shelf.missing.push_back(std::move(*looked.refusal));
        return;
    }
    shelf.byMark[reference.mark] = {looked.facts.textOr("name", mail.name), output, hashFile(output)};
}

}  // namespace

ExhibitShelf resolveExhibits(const Request& request, const Workshop& workshop, Language reader) {
    ExhibitShelf shelf;
    for (std::size_t index = 0; index < request.exhibits.size(); ++index) {
        const ExhibitReference& reference = request.exhibits.at(index);
        auto found = workshop.exhibits
                         ? workshop.exhibits(reference.exhibit.empty() ? reference.file : reference.exhibit)
                         : std::nullopt;
        if (found && reference.attachment > 0) {
            takeAttachment(reference, index, workshop, reader, *found, shelf);
        } else if (found) {
            shelf.byMark[reference.mark] = std::move(*found);
        } else if (!workshop.standIns) {
            shelf.missing.push_back(missingExhibit(index, reference.mark, reader));
        }
    }
    return shelf;
}

Sha256 identityOf(const Sha256& closure, const Request& request, const ExhibitShelf& shelf) {
    Sha256Hasher hasher;
    hasher.addField(closure.hex());
    hasher.addField(canonicalJson(toValue(request)));
    for (const auto& [mark, exhibit] : shelf.byMark) {
        hasher.addField(mark);
        hasher.addField(exhibit.hash.hex());
    }
    return hasher.finish();
}

std::string artefactName(std::string_view type, std::string_view caseReference) {
    std::string name{type};
    if (!caseReference.empty()) {
        name.append("-").append(caseReference);
    }
    for (char& character : name) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte >= 0x80 || (std::isalnum(byte) == 0 && character != '-' && character != '.')) {
            character = '-';
        }
    }
    return name + ".pdf";
}

PdfMetadata metadataOf(const TypeSummary& type, const Sha256& closure, const Sha256& identity, Instant now) {
    PdfMetadata metadata;
    metadata.made = now;
    metadata.identity = identity;
    metadata.provenance = {{"type", type.id},
                           {"version", std::to_string(type.version)},
                           {"closure", closure.hex()},
                           {"engine", std::string(engineVersion())}};
    return metadata;
}

Outcome produce(const Request& request, const Workshop& workshop, Instant now) {
    const Language reader = readerOf(request);
    Outcome outcome;
    const CheckResult check = workshop.catalogue->check(request, now, reader);
    outcome.diagnostics = check.diagnostics;
    const ExhibitShelf shelf = resolveExhibits(request, workshop, reader);
    append(outcome.diagnostics, shelf.missing);
    const TypeSummary* type = workshop.catalogue->chosen(request, now);
    const auto closure = workshop.catalogue->closure(request, now);
    if (check.checked == nullptr || type == nullptr || !closure) {
        return outcome;
    }
    outcome.typeVersion = type->version;
    if (!shelf.missing.empty() && !type->isBundle) {
        outcome.state = Outcome::State::NeedsAttention;
        return outcome;
    }
    workshop.progress(0.05);
    outcome.identity = identityOf(*closure, request, shelf);
    const Order order{.request = request,
                      .workshop = workshop,
                      .type = *type,
                      .checked = *check.checked,
                      .shelf = shelf,
                      .closure = *closure,
                      .now = now};
    if (type->isBundle) {
        makeBundle(order, outcome);
    } else {
        makeDocument(order, outcome);
    }
    return outcome;
}

}  // namespace engross
