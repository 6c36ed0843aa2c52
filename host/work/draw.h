#pragma once
#include "layout/block.h"
#include "model/diagnostic.h"
#include "pdf/pdf_canvas.h"
#include "type/typesetter.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace engross {

/// A composition as a finished PDF.
struct Drawing {
    std::string bytes;
    std::size_t pages = 0;
    std::vector<std::pair<std::string, std::size_t>> headings{};  // of the bookmarks, with their pages from 1
};

/// Lays out and writes a composition; title, author and language of the metadata are the composition's. Nothing, and
/// every fault of the text, where it cannot be set. Who needs the composition no more moves it in. The file carries the
/// attachments (flavour a-3a only).
[[nodiscard]] std::optional<Drawing> draw(Composition composition, PdfMetadata metadata,
                                          const std::shared_ptr<const Typesetter>& typesetter,
                                          std::vector<Diagnostic>& faults,
                                          const std::vector<PdfAttachment>& attachments = {});

}  // namespace engross
