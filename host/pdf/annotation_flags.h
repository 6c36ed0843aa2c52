#pragma once

namespace engross {

/// Flags of an annotation that no reader shows on a screen: invisible, hidden, no view (ISO 32000-1 table 165).
constexpr int neverShown = 1 | 2 | 32;

}  // namespace engross
