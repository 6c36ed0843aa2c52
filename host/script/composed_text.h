#pragma once
#include "layout/block.h"

#include <string>
#include <vector>

namespace engross {

/// The words of a composition in reading order, one line a block: frames of the first page, headers, the body, footers.
/// Fixed spaces are plain ones. For tests of types and for differences of wording; what it looks like is the layout's.
[[nodiscard]] std::vector<std::string> composedLines(const Composition& composition);

/// The lines as one text with single spaces, as a phrase is looked for in it.
[[nodiscard]] std::string composedText(const Composition& composition);

/// A text with every run of white space, fixed spaces among them, as one space.
[[nodiscard]] std::string plainSpaced(std::string_view text);

}  // namespace engross
