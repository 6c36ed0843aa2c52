#pragma once
#include <string>
#include <string_view>

namespace engross {

/// A text as it is searched: its letters and digits in small letters, without accents, ligatures taken apart ("ﬁ" is
/// "fi"), soft hyphens and joiners gone. Every other sign is one space, and two spaces never stand together.
[[nodiscard]] std::u32string searchText(std::string_view text);

}  // namespace engross
