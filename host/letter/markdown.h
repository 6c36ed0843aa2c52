#pragma once
#include "letter/chunk.h"
#include "letter/faults.h"
#include "letter/nodes.h"

namespace engross {

/// Reads the Markdown of a chunk: paragraphs, headings, lists, tables, block quotes, rules, strong, emphasis and links.
/// Everything else that Markdown has is a fault. Tags stay as TagPiece and HoleNode.
[[nodiscard]] Nodes readMarkdown(const Chunk& chunk, const SourceText& source, const std::vector<Tag>& tags,
                                 Faults& faults);

}  // namespace engross
