#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace engross {

/// What an ICC profile says of itself (ICC.1:2004-10 7.2).
struct ColourProfile {
    int version = 0;      // the major number: 2 or 4
    int components = 0;   // of a colour: 1 grey, 3 RGB, 4 CMYK
    bool output = false;  // of a display or a printer: it may stand in an output intent
};

/// Nothing where the bytes are no sound profile: signature, size, a table of tags that stays inside, a kind and a
/// colour space that a PDF may use (ISO 32000-1 8.6.5.5).
[[nodiscard]] std::optional<ColourProfile> readColourProfile(std::string_view bytes);

/// What ink on coated paper looks like, for CMYK pictures that do not say what their inks are: the sixteen full
/// overprints of the characterisation data FOGRA39L, with straight lines between them. A version 2 profile of the class
/// "input device".
[[nodiscard]] const std::string& inkProfile();

}  // namespace engross
