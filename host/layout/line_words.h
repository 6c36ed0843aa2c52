#pragma once
#include "type/typesetter.h"

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

namespace engross {

/// A run of a line as the shaped words that it is made of: a line of some ninety characters takes two hundred bytes so,
/// where its glyphs would take three thousand.
struct LineRun {
    std::vector<std::uint32_t> pieces = {};  // of LineWords, in visual order
    double extra = 0;  // what each space that may grow gains, in thousandths of an em; negative where it loses
    double owed = 0;   // what was rounded off before
};

/// The words of one document, each kept once for as long as its pages are.
class LineWords {
public:
    LineWords();

    /// Whether the spaces of a piece grow with their line: not those of a line to write on, nor at a line's end.
    enum class Spaces { Grow, Fixed };

    [[nodiscard]] std::uint32_t add(const std::shared_ptr<const ShapedWord>& word, std::size_t run, Spaces spaces);
    [[nodiscard]] LineRun add(ShapedRun run);
    /// The run that the pieces make.
    [[nodiscard]] ShapedRun join(const LineRun& line) const;

private:
    struct Kept {
        std::shared_ptr<const ShapedWord> word;
        std::uint32_t run = 0;
    };
    std::vector<Kept> kept_;
    std::unordered_map<const ShapedRun*, std::uint32_t> places_;
};

/// Whether a glyph is a space that a justified line may widen.
[[nodiscard]] bool isGap(const ShapedRun& run, const ShapedGlyph& glyph);

/// What one more space gains, in whole thousandths; what is rounded off goes to the next.
[[nodiscard]] double nextWidening(double extra, double& owed);

}  // namespace engross
