#include "layout/line_words.h"

#include <algorithm>
#include <cassert>
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
    const auto joined = static_cast<std::ptrdiff_t>(run.glyphs.size());
    run.glyphs.insert(run.glyphs.end(), next.glyphs.begin(), next.glyphs.end());
    if (!run.rightToLeft) {
        std::for_each(run.glyphs.begin() + joined, run.glyphs.end(),
                      [shift](ShapedGlyph& glyph) { glyph.cluster += shift; });
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

LineRun LineWords::begin(double extra, double owed) {
    LineRun line{.first = static_cast<std::uint32_t>(pieces_.size())};
    if (extra != 0) {
        line.spread = static_cast<std::uint32_t>(spreads_.size());
        spreads_.push_back({extra, owed});
    }
    return line;
}

void LineWords::extend(LineRun& line, const std::shared_ptr<const ShapedWord>& word, std::size_t run, Spaces spaces) {
    assert(line.first + line.count == pieces_.size());
    const auto [place, fresh] = places_.try_emplace(&word->runs.at(run), static_cast<std::uint32_t>(kept_.size()));
    if (fresh) {
        kept_.push_back({word, static_cast<std::uint32_t>(run)});
    }
    pieces_.push_back(place->second | (spaces == Spaces::Fixed ? fixedSpaces : 0));
    ++line.count;
}

LineRun LineWords::add(ShapedRun run) {
    auto word = std::make_shared<ShapedWord>();
    word->runs.push_back(std::move(run));
    LineRun line = begin(0, 0);
    extend(line, std::move(word), 0, Spaces::Fixed);
    return line;
}

ShapedRun LineWords::join(const LineRun& line) const {
    ShapedRun run;
    const double extra = spreads_.at(line.spread).extra;
    double owed = spreads_.at(line.spread).owed;
    std::size_t glyphs = 0;
    std::size_t bytes = 0;
    const auto begin = pieces_.begin() + line.first;
    const auto end = begin + line.count;
    for (auto piece = begin; piece != end; ++piece) {
        const Kept& kept = kept_.at(*piece & ~fixedSpaces);
        glyphs += kept.word->runs[kept.run].glyphs.size();
        bytes += kept.word->runs[kept.run].text.size();
    }
    run.glyphs.reserve(glyphs);
    run.text.reserve(bytes);
    for (auto piece = begin; piece != end; ++piece) {
        const Kept& kept = kept_.at(*piece & ~fixedSpaces);
        const ShapedRun& next = kept.word->runs[kept.run];
        std::size_t first = run.glyphs.size();
        if (!run.face) {
            run.face = next.face;
            run.language = next.language;
            run.rightToLeft = next.rightToLeft;
        }
        append(run, next);
        for (; extra != 0 && (*piece & fixedSpaces) == 0 && first < run.glyphs.size(); ++first) {
            ShapedGlyph& glyph = run.glyphs[first];
            if (isGap(run, glyph)) {
                const double given = nextWidening(extra, owed);
                glyph.advance += given;
                run.width += given;
            }
        }
    }
    return run;
}

}  // namespace engross
