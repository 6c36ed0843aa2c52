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

enum class Direction { LeftToRight, RightToLeft };

/// A word, shaped in one direction: its runs in visual order, each of one face and script.
struct ShapedWord {
    std::vector<ShapedRun> runs;
    double width = 0;                  // thousandths of an em
    std::vector<std::string> missing;  // "U+XXXX", each once
};

/// A stretch of text of small capitals: the capitals to be set and whether they stand for small letters.
struct SmallCapitals {
    std::string text;
    bool small = false;
    bool operator==(const SmallCapitals&) const = default;
};

/// Shapes text with a family of faces and its fallbacks. Immutable but for its caches; safe for all threads.
class Typesetter {
public:
    /// The default family (Liberation Sans) and its fallbacks (Noto, Droid for Han) by their Debian paths. Fallback
    /// faces are loaded when a character first needs them. Throws FontError where the family itself is missing.
    [[nodiscard]] static std::shared_ptr<const Typesetter> standard();

    /// The same with another family in place of the default one; its fallbacks are unchanged. Empty for the default.
    /// Throws FontError for one that is not among installedFamilies().
    [[nodiscard]] static std::shared_ptr<const Typesetter> of(const std::string& family);

    virtual ~Typesetter() = default;
    /// Shapes text, one run for each stretch of one face, script and direction, in visual order. `language` is BCP 47;
    /// it also decides the direction of the whole (UAX 9, higher-level protocol). A character that no face has comes
    /// out as .notdef and is named by `missingCharacters`.
    [[nodiscard]] virtual std::vector<ShapedRun> shape(std::string_view text, TypeStyle style,
                                                       std::string_view language) const = 0;
    /// Shapes a short text in one direction and keeps the result for the next time, within a bound. A line set from
    /// words is as wide as their widths together.
    [[nodiscard]] virtual std::shared_ptr<const ShapedWord> word(std::string_view text, TypeStyle style,
                                                                 std::string_view language,
                                                                 Direction direction) const = 0;
    /// UAX 14 break opportunities of a paragraph, in order; the end of the text is one. A short reference with slashes
    /// (EN/2026/0142) stays whole.
    [[nodiscard]] virtual std::vector<BreakOpportunity> breaks(std::string_view text,
                                                               std::string_view language) const = 0;
    /// Characters of the text that no face has, as "U+XXXX", each once, in order.
    [[nodiscard]] virtual std::vector<std::string> missingCharacters(std::string_view text) const = 0;
    /// Every file that can reach a page, for the closure hash: the families that a house style may choose among them.
    [[nodiscard]] virtual std::vector<std::string> fontFiles() const = 0;
    [[nodiscard]] virtual const Face& face(TypeStyle style) const = 0;
};

/// Where a word that is too long for its line may be cut: after each character as a reader sees it (UAX 29 grapheme
/// clusters), the end included. Offsets are bytes.
[[nodiscard]] std::vector<std::size_t> characterEnds(std::string_view text);

/// Whether the language (BCP 47) is written from right to left.
[[nodiscard]] bool isRightToLeft(std::string_view language);

/// Whether any character could be set from right to left; where none is, levels() need not be asked.
[[nodiscard]] bool mayNeedBidi(std::string_view text) noexcept;

/// The embedding level of every byte of a paragraph (UAX 9 rules P2 to I2); odd levels run from right to left.
[[nodiscard]] std::vector<std::uint8_t> bidiLevels(std::string_view paragraph, Direction base);

/// The places of a line's pieces in visual order, by their levels (UAX 9 rule L2).
[[nodiscard]] std::vector<std::size_t> visualOrder(const std::vector<std::uint8_t>& levels);

/// Cuts text into stretches to be set as full and as small capitals.
[[nodiscard]] std::vector<SmallCapitals> smallCapitals(std::string_view text, std::string_view language);

}  // namespace engross
