#pragma once
#include "pdf/object_writer.h"
#include "type/typesetter.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// The characters of a short text of the host's own making, one by one, as UTF-8; good as long as the text is.
[[nodiscard]] std::vector<std::string_view> labelCharacters(std::string_view text);

/// A face with just the few characters of what a bundle's pages are marked with, embedded once for all of them.
class LabelFont {
public:
    /// Throws std::logic_error where the typesetter's face of that style lacks one of the characters.
    LabelFont(const Typesetter& typesetter, TypeStyle style, const std::set<std::string>& characters);

    /// Embeds the font; answers its object.
    ObjectNumber write(ObjectWriter& file) const;

    /// A text in the codes of the font.
    struct Codes {
        std::string hexadecimal;
        double width = 0;  // in ems
    };
    /// Throws std::out_of_range for a character that the font was not made for: our bug.
    [[nodiscard]] Codes codes(std::string_view text) const;
    [[nodiscard]] double capHeight() const;  // in ems

private:
    struct Code {
        std::string hexadecimal;  // its CID
        double width = 0;         // in ems
    };

    std::shared_ptr<const Face> face_;
    std::vector<SubsetGlyph> glyphs_;
    std::map<std::string, Code, std::less<>> codes_;  // by character
};

}  // namespace engross
