#pragma once
#include <string_view>

namespace engross {

/// The program's version: "0.1.0".
[[nodiscard]] std::string_view engineVersion() noexcept;
/// The commit it was built from, "unknown" outside a checkout.
[[nodiscard]] std::string_view engineCommit() noexcept;

}  // namespace engross
