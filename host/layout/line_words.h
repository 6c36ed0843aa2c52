#pragma once
#include "type/typesetter.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <unordered_map>
#include <vector>

namespace engross {

/// A run of a line as the shaped words that it is made of: a line of some ninety characters takes sixty bytes so, where
/// its glyphs would take three thousand.
struct LineRun {
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    std::uint32_t first = 0;  // its pieces, of LineWords: each a word, most with the space behind it
    std::uint32_t count = 0;
    std::uint32_t spread = 0;    // of LineWords; 0 where no space grows
    std::uint32_t space = none;  // of LineWords: what stands behind those pieces
};

/// The words of one document, each kept once for as long as its pages are.
class LineWords {
public:
    LineWords();

    /// Whether the spaces of a piece grow with their line: not those of a line to write on, nor at a line's end.
    enum class Spaces { Grow, Fixed };

    /// An empty run. Each space in it that may grow gains `extra` thousandths of an em, fewer than none where it loses;
    /// `owed` was rounded off before.
    [[nodiscard]] LineRun begin(double extra, double owed);
    /// Adds a run of a word to the line that was begun last, in visual order.
    void extend(LineRun& line, const std::shared_ptr<const ShapedWord>& word, std::size_t run, Spaces spaces);
    /// A line of one run.
    [[nodiscard]] LineRun add(ShapedRun run);
    /// The run that the pieces make.
    [[nodiscard]] ShapedRun join(const LineRun& line) const;

private:
    struct Kept {
        std::shared_ptr<const ShapedWord> word;
        std::uint32_t run = 0;
    };
    struct Spread {
        double extra = 0;
        double owed = 0;
    };
    /// A run of a line, and whether its spaces grow.
    struct Part {
        const ShapedRun* run = nullptr;
        bool grows = false;
    };
    [[nodiscard]] std::vector<Part> partsOf(const LineRun& line) const;

    std::vector<Kept> kept_;
    std::deque<std::uint32_t> pieces_;  // of kept_, line after line
    std::vector<Spread> spreads_{1};    // the first is that of lines whose spaces are as they are
    std::unordered_map<const ShapedRun*, std::uint32_t> places_;
};

/// Whether a glyph is a space that a justified line may widen.
[[nodiscard]] bool isGap(const ShapedRun& run, const ShapedGlyph& glyph);

/// What one more space gains, in whole thousandths; what is rounded off goes to the next.
[[nodiscard]] double nextWidening(double extra, double& owed);

}  // namespace engross
