#pragma once
#include <optional>
#include <string_view>

namespace engross {

/// The text of an entity such as "&pound;"; nothing for one that letters do not use.
[[nodiscard]] std::optional<std::string_view> entityText(std::string_view name);

}  // namespace engross
