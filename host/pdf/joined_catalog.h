#pragma once
#include "pdf/linker.h"
#include "pdf/placed_pages.h"

#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// A layer of a joined file: an optional content group and whether it is off by default.
struct JoinedLayer {
    ObjectNumber object = 0;
    bool hidden = false;
};

/// "/PageLabels…": exactly these labels, one a page (ISO 32000-1 12.4.2).
[[nodiscard]] std::string pageLabelsEntry(const std::vector<std::string>& labels, ObjectWriter& file);

/// "/Names…" with the plan's targets, so that an address such as bundle.pdf#doc:7 opens there; nothing without targets.
[[nodiscard]] std::string targetsEntry(const std::map<std::string, PageNumber>& targets, const PlacedPages& pages,
                                       ObjectWriter& file);

/// "/OCProperties…": what was hidden stays hidden, and no reader offers to show it; nothing without layers.
[[nodiscard]] std::string layersEntry(const std::vector<JoinedLayer>& layers);

/// "/Metadata…/Lang…": title, author, language, dates and provenance. A bundle holds foreign pages, so it claims no
/// standard for all of them.
[[nodiscard]] std::string metadataEntry(const PdfMetadata& metadata, ObjectWriter& file);

}  // namespace engross
