#include "layout/line_words.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace engross {
namespace {

// What a piece says beside its place in kept_.
constexpr std::uint32_t fixedSpaces = 1U << 31;
constexpr std::uint32_t spaceBehind = 1U << 30;
constexpr std::uint32_t placeBits = spaceBehind - 1;

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
    const ShapedRun& made = word->runs.at(run);
    const auto [found, fresh] = places_.try_emplace(&made, static_cast<std::uint32_t>(kept_.size()));
    const std::uint32_t place = found->second;
    if (fresh) {
        kept_.push_back({word, static_cast<std::uint32_t>(run)});
    }
    const std::uint32_t fixed = spaces == Spaces::Fixed ? fixedSpaces : 0;
    const bool isSpace = line.space == LineRun::none ? made.text == " " : line.space == place;
    if (isSpace && line.count > 0 && (pieces_.back() & ~placeBits) == fixed) {
        pieces_.back() |= spaceBehind;
        line.space = place;
        return;
    }
    pieces_.push_back(place | fixed);
    ++line.count;
}

std::vector<LineWords::Part> LineWords::partsOf(const LineRun& line) const {
    std::vector<Part> parts;
    parts.reserve(std::size_t{2} * line.count);
    const auto add = [&](std::uint32_t place, std::uint32_t piece) {
        const Kept& kept = kept_.at(place);
        parts.push_back({&kept.word->runs[kept.run], (piece & fixedSpaces) == 0});
    };
    const auto begin = pieces_.begin() + line.first;
    for (auto piece = begin; piece != begin + line.count; ++piece) {
        add(*piece & placeBits, *piece);
        if ((*piece & spaceBehind) != 0) {
            add(line.space, *piece);
        }
    }
    return parts;
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
    const std::vector<Part> parts = partsOf(line);
    for (const Part& part : parts) {
        glyphs += part.run->glyphs.size();
        bytes += part.run->text.size();
    }
    run.glyphs.reserve(glyphs);
    run.text.reserve(bytes);
    for (const Part& part : parts) {
        std::size_t first = run.glyphs.size();
        if (!run.face) {
            run.face = part.run->face;
            run.language = part.run->language;
            run.rightToLeft = part.run->rightToLeft;
        }
        append(run, *part.run);
        for (; extra != 0 && part.grows && first < run.glyphs.size(); ++first) {
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
