#pragma once
#include "words/message_table.h"

namespace engross {

/// What the rules of bundles, their profiles and directions say: part of `bundleMessages`.
[[nodiscard]] std::span<const Message> bundleRuleMessages();

}  // namespace engross
