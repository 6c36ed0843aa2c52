#pragma once
#include "pdf/input.h"

#include <optional>
#include <string>
#include <vector>

namespace engross {

/// The element that all of a foreign page's content belongs to, as the structure tree has it.
struct ReadPageElement {
    std::string type;         // "P" or "Figure"
    std::string alternative;  // what is read aloud in its place
    std::string part;         // the title of the element above it
    bool operator==(const ReadPageElement&) const = default;
};

/// How a page of a finished file hangs in its structure tree (ISO 32000-1 14.7), which is what people hear who cannot
/// see it.
struct ReadPageStructure {
    /// Its ids of marked content and the elements of the tree name each other, none is missing on either side, and an
    /// element's page is the page that names it.
    bool sound = true;
    /// The element's type as the content has it that Engross marked as a whole: "P" or "Figure"; empty for a page that
    /// marks its content itself, or does not.
    std::string mark;
    std::optional<ReadPageElement> element;  // of a page that is marked as a whole
    bool unmarked = false;                   // it draws something and says of nothing what it is
    bool operator==(const ReadPageStructure&) const = default;
};

/// Of every page of a file that Engross joined, in order. Throws PdfError where it cannot be read; `name` is what the
/// fault calls it.
[[nodiscard]] std::vector<ReadPageStructure> readStructure(const std::string& path, const std::string& name,
                                                           const PdfLimits& limits = {});

}  // namespace engross
