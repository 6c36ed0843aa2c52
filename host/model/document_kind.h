#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// What `kind` of a bundle's item says: one kind of document, or several with commas between them, such as "improvement
/// notice, statement of reasons". Small letters of ASCII, without spaces around them.
[[nodiscard]] std::vector<std::string> kindsIn(std::string_view text);
/// Whether one of them is `kind`, in capitals or not.
[[nodiscard]] bool isOfKind(std::string_view text, std::string_view kind);

}  // namespace engross
