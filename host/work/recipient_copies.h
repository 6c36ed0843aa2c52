#pragma once
#include "work/draw.h"
#include "work/produce_parts.h"
#include "work/request_pictures.h"

namespace engross {

/// What a document encloses in its own file, by its bookmarks: each enclosure of its type with its pages.
[[nodiscard]] std::vector<ArtefactPart> enclosuresIn(const Drawing& drawing, const TypeSummary& type);

/// For `options.copy = "each"`: a service copy for each recipient, in that recipient's language where the type has it,
/// and a covering letter for each who gets a copy only. No copy shows the address of another recipient (GEN-10). All
/// of them, or none and every fault. The file copy stands among the artefacts already.
[[nodiscard]] bool makeCopies(const Order& order, RequestPictures& pictures, const PdfMetadata& metadata,
                              Outcome& outcome);

}  // namespace engross
