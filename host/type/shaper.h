#pragma once
#include "type/family.h"

namespace engross {

/// Shapes text in one direction: cut by face and script, each cut shaped with kerning and ligatures, in visual order.
/// The text becomes NFC.
[[nodiscard]] ShapedWord shapeStretch(std::string_view text, TypeStyle style, std::string_view language,
                                      Direction direction, const FaceFamily& family);

}  // namespace engross
