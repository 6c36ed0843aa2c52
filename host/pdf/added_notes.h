#pragma once
#include <string_view>

namespace engross {

/// Whether a content stream is notes as AdditionWriter writes them and nothing else: small boxed words, and at most one
/// line of small print. Whoever puts other words, larger or more of them, behind the mark of our notes has changed what
/// the page shows. `userUnit` is the page's.
[[nodiscard]] bool isAddedNotes(std::string_view content, double userUnit);

}  // namespace engross
