#pragma once
#include <string_view>

namespace engross {

/// What one pass over a decoded content stream tells (ISO 32000-1 7.8.2).
struct ContentScan {
    /// Every q has its Q, every BT its ET and every marked sequence its end, in order, and no token is broken: other
    /// streams can be put before and after it.
    bool regular = true;
    bool showsText = false;
    bool drawsObjects = false;  // Do: a picture or a form
    bool hasMarkedIds = false;  // /MCID: ids of the source's own structure tree
};

[[nodiscard]] ContentScan scanContent(std::string_view decoded);

}  // namespace engross
