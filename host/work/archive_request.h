#pragma once
#include "pdf/archive.h"
#include "work/produce_parts.h"

#include <optional>
#include <vector>

namespace engross {

/// How a document is to be kept: what `profile` of a request for a document names ("a-1b", "a-2a", "a-3a"), or a-2a.
/// Nothing, and a diagnostic, where it names something else.
[[nodiscard]] std::optional<ArchiveFlavour> archiveOf(const Order& order, std::vector<Diagnostic>& faults);

/// The exhibits of a request that asks for a-3a, as files that the document carries, in the order of their marks.
/// None, and a diagnostic, where all together are too large.
[[nodiscard]] std::vector<PdfAttachment> attachmentsOf(const Order& order, std::vector<Diagnostic>& faults);

}  // namespace engross
