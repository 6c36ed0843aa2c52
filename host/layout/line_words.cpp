#include "layout/line_words.h"

#include <cmath>
#include <utility>

namespace engross {
namespace {

constexpr std::uint32_t fixedSpaces = 1U << 31;

void append(ShapedRun& run, const ShapedRun& next) {
    // Of two neighbours that run from right to left, the one on the right is read first.
    const auto shift = static_cast<std::uint32_t>(run.rightToLeft ? next.text.size() : run.text.size());
    if (run.rightToLeft) {
        for (ShapedGlyph& glyph : run.glyphs) {
            glyph.cluster += shift;
        }
        run.text.insert(0, next.text);
    } else {
        run.text += next.text;
    }
    for (ShapedGlyph glyph : next.glyphs) {
        glyph.cluster += run.rightToLeft ? 0 : shift;
        run.glyphs.push_back(glyph);
    }
    run.width += next.width;
}

}  // namespace

LineWords::LineWords() {
    constexpr std::size_t wordsOfALetter = 512;
    places_.reserve(wordsOfALetter);
    kept_.reserve(wordsOfALetter / 2);
}

bool isGap(const ShapedRun& run, const ShapedGlyph& glyph) {
    return run.text[glyph.cluster] == ' ' || run.text.compare(glyph.cluster, 2, "\u00A0") == 0;
}

double nextWidening(double extra, double& owed) {
    owed += extra;
    const double given = std::round(owed);
    owed -= given;
    return given;
}

std::uint32_t LineWords::add(const std::shared_ptr<const ShapedWord>& word, std::size_t run, Spaces spaces) {
    const auto [place, fresh] = places_.try_emplace(&word->runs.at(run), static_cast<std::uint32_t>(kept_.size()));
    if (fresh) {
        kept_.push_back({word, static_cast<std::uint32_t>(run)});
    }
    return place->second | (spaces == Spaces::Fixed ? fixedSpaces : 0);
}

LineRun LineWords::add(ShapedRun run) {
    auto word = std::make_shared<ShapedWord>();
    word->runs.push_back(std::move(run));
    return {{add(std::shared_ptr<const ShapedWord>(std::move(word)), 0, Spaces::Fixed)}};
}

ShapedRun LineWords::join(const LineRun& line) const {
    ShapedRun run;
    double owed = line.owed;
    std::size_t glyphs = 0;
    std::size_t bytes = 0;
    for (const std::uint32_t piece : line.pieces) {
        const Kept& kept = kept_.at(piece & ~fixedSpaces);
        glyphs += kept.word->runs[kept.run].glyphs.size();
        bytes += kept.word->runs[kept.run].text.size();
    }
    run.glyphs.reserve(glyphs);
    run.text.reserve(bytes);
    for (const std::uint32_t piece : line.pieces) {
        const Kept& kept = kept_.at(piece & ~fixedSpaces);
        const ShapedRun& next = kept.word->runs[kept.run];
        std::size_t first = run.glyphs.size();
        if (!run.face) {
            run.face = next.face;
            run.language = next.language;
            run.rightToLeft = next.rightToLeft;
        }
        append(run, next);
        for (; line.extra != 0 && (piece & fixedSpaces) == 0 && first < run.glyphs.size(); ++first) {
            ShapedGlyph& glyph = run.glyphs[first];
            if (isGap(run, glyph)) {
                const double given = nextWidening(line.extra, owed);
                glyph.advance += given;
                run.width += given;
            }
        }
    }
    return run;
}

}  // namespace engross
