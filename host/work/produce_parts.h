#pragma once
#include "pdf/pdf_canvas.h"
#include "work/produce.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// The exhibits of a request by their marks, and what is to be said of those that are not there.
struct ExhibitShelf {
    std::map<std::string, ResolvedExhibit> byMark;
    std::vector<Diagnostic> missing;
};
[[nodiscard]] ExhibitShelf resolveExhibits(const Request& request, const Workshop& workshop, Language reader);

/// SHA-256 of closure, canonical request and exhibits.
[[nodiscard]] Sha256 identityOf(const Sha256& closure, const Request& request, const ExhibitShelf& shelf);

/// "improvement-notice-EN-2026-0142.pdf": what a file system and a header take without escaping.
[[nodiscard]] std::string artefactName(std::string_view type, std::string_view caseReference);

struct Order;
/// The same for what an order makes; the name of a draft ends in "-DRAFT".
[[nodiscard]] std::string artefactName(const Order& order);

[[nodiscard]] PdfMetadata metadataOf(const TypeSummary& type, const Sha256& closure, const Sha256& identity,
                                     Instant now);

/// What `produce` knows when it has checked the request.
struct Order {
    const Request& request;
    const Workshop& workshop;
    const TypeSummary& type;
    const CheckedCase& checked;
    const ExhibitShelf& shelf;
    Sha256 closure;
    Instant now;
};

/// Draws the document and checks it; its artefact goes to the vault.
void makeDocument(const Order& order, Outcome& outcome);

/// Makes the bundle's own pages and documents, joins everything and reads the file back.
void makeBundle(const Order& order, Outcome& outcome);

}  // namespace engross
