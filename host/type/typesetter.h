#pragma once
#include "type/face.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

enum class Weight { Regular, Bold };
enum class Slope { Upright, Italic };

struct TypeStyle {
    Weight weight = Weight::Regular;
    Slope slope = Slope::Upright;
    bool operator==(const TypeStyle&) const = default;
};

/// Where a line may end. Offsets are bytes into the text.
struct BreakOpportunity {
    std::size_t offset = 0;
    bool mandatory = false;
};

/// Shapes text with a family of faces and its fallbacks. Immutable but for its caches; safe for all threads.
class Typesetter {
public:
    /// The default family (Liberation Sans) and its fallbacks (Noto, Droid for Han) by their Debian paths. Fallback
    /// faces are loaded when a character first needs them. Throws FontError where the family itself is missing.
    [[nodiscard]] static std::shared_ptr<const Typesetter> standard();

    virtual ~Typesetter() = default;
    /// Shapes text, one run for each stretch of one face, script and direction, in visual order. `language` is BCP 47.
    /// A character that no face has comes out as .notdef and is named by `missingCharacters`.
    [[nodiscard]] virtual std::vector<ShapedRun> shape(std::string_view text, TypeStyle style,
                                                       std::string_view language) const = 0;
    /// UAX 14 break opportunities of a paragraph, in order; the end of the text is one.
    [[nodiscard]] virtual std::vector<BreakOpportunity> breaks(std::string_view text,
                                                               std::string_view language) const = 0;
    /// Characters of the text that no face has, as "U+XXXX".
    [[nodiscard]] virtual std::vector<std::string> missingCharacters(std::string_view text) const = 0;
    /// Every file that can reach a page, for the closure hash.
    [[nodiscard]] virtual std::vector<std::string> fontFiles() const = 0;
    [[nodiscard]] virtual const Face& face(TypeStyle style) const = 0;
};

}  // namespace engross
