#include "layout/text_setter.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace engross {
namespace {

bool isWebLink(const std::string& link) {
    return link.find("://") != std::string::npos || link.starts_with("mailto:");
}

}  // namespace

/// Makes one line of atoms: puts them in visual order, joins their runs and marks their links.
class TextSetter::LineMaker {
public:
    LineMaker(const TextSetter& setter, Points measure, Align align)
        : setter_(setter), words_(setter.setting_.words), measure_(measure), align_(align) {}

    /// The line is as wide as its measure, if its spaces can bear that; no wider in any case.
    void justify(bool full) {
        justified_ = true;
        full_ = full;
    }

    /// The first `words` atoms are the line's words, the others the space after its last.
    [[nodiscard]] SetLine make(const std::vector<std::size_t>& atoms, std::size_t words) {
        Points width = 0;
        Points space = 0;
        for (std::size_t i = 0; i < atoms.size(); ++i) {
            (i < words ? width : space) += setter_.atoms_[atoms[i]].width;
        }
        if (justified_) {
            spread({atoms.begin(), atoms.begin() + static_cast<std::ptrdiff_t>(words)}, width);
        }
        line_.width = width + extra_ * static_cast<double>(gaps_);
        x_ = start(line_.width) - (setter_.base_ == Direction::RightToLeft ? space : 0);
        if (setter_.levels_.empty()) {
            for (std::size_t i = 0; i < atoms.size(); ++i) {
                place(setter_.atoms_[atoms[i]], i < words);
            }
        } else {
            for (const std::size_t i : visualOrder(levelsOf(atoms, words))) {
                place(setter_.atoms_[atoms[i]], i < words);
            }
        }
        finish();
        return std::move(line_);
    }

private:
    [[nodiscard]] Points start(Points width) const {
        const bool withText = align_ == Align::Left || align_ == Align::Justified;
        const bool flushRight = withText ? setter_.base_ == Direction::RightToLeft : align_ != Align::Centre;
        return align_ == Align::Centre ? (measure_ - width) / 2 : flushRight ? measure_ - width : 0;
    }

    [[nodiscard]] std::vector<std::uint8_t> levelsOf(const std::vector<std::size_t>& atoms, std::size_t words) const {
        std::vector<std::uint8_t> levels;
        for (std::size_t i = 0; i < atoms.size(); ++i) {
            // UAX 9 rule L1: the space at the end of a line goes the way of the paragraph.
            const std::uint8_t base = setter_.base_ == Direction::RightToLeft ? 1 : 0;
            levels.push_back(i < words ? setter_.atoms_[atoms[i]].level : base);
        }
        return levels;
    }

    /// Decides what each space of the line gains or loses. A line whose spaces would be wider than half an em stays
    /// ragged: a river is worse.
    void spread(std::span<const std::size_t> words, Points width) {
        for (const std::size_t atom : words) {
            for (const ShapedRun& run : setter_.atoms_[atom].word->runs) {
                const bool blank = setter_.stretches_[setter_.atoms_[atom].stretch].blank > 0;
                gaps_ += blank ? 0U
                               : static_cast<std::size_t>(
                                     std::count_if(run.glyphs.begin(), run.glyphs.end(),
                                                   [&run](const ShapedGlyph& glyph) { return isGap(run, glyph); }));
            }
        }
        const Points missing = measure_ - width;
        if (gaps_ == 0 || (missing > 0 && !full_)) {
            return;
        }
        constexpr double widest = 0.5;
        extra_ = missing / static_cast<double>(gaps_);
        extra_ = extra_ > widest * setter_.look_.size ? 0 : extra_;
    }

    void place(const Atom& atom, bool linked) {
        const Stretch& stretch = setter_.stretches_[atom.stretch];
        if (stretch.note != none && (notes_.empty() || notes_.back() != stretch.note)) {
            notes_.push_back(stretch.note);
        }
        if (stretch.blank > 0) {
            rules_.emplace_back(x_, x_ + atom.width);
        }
        const bool grows = extra_ != 0 && linked && stretch.blank <= 0;
        const double growth = extra_ * 1000 / stretch.size;
        for (std::size_t i = 0; i < atom.word->runs.size(); ++i) {
            const ShapedRun& run = atom.word->runs[i];
            if (!continues(stretch, run)) {
                const LineRun line = words_.begin(extra_ == 0 ? 0 : growth, owed_);
                texts_.emplace_back(Text{atom.begin, &run, {stretch.node, line, x_, -stretch.rise, stretch.size}});
            }
            Text& text = texts_.back();
            text.begin = std::min(text.begin, atom.begin);
            const auto spaces = grows ? LineWords::Spaces::Grow : LineWords::Spaces::Fixed;
            words_.extend(text.mark.run, atom.word, i, spaces);
            Points width = run.width * stretch.size / 1000;
            for (std::size_t k = 0; grows && k < run.glyphs.size(); ++k) {
                width += isGap(run, run.glyphs[k]) ? nextWidening(growth, owed_) * stretch.size / 1000 : 0;
            }
            if (linked && !stretch.link.empty()) {
                markLink(stretch, width);
            }
            x_ += width;
        }
    }

    /// Whether a run goes on where the last one ended, in the same look.
    [[nodiscard]] bool continues(const Stretch& stretch, const ShapedRun& run) const {
        if (texts_.empty()) {
            return false;
        }
        const TextMark& last = texts_.back().mark;
        const ShapedRun& before = *texts_.back().run;
        return last.node == stretch.node && last.size == stretch.size && before.face == run.face &&
               before.rightToLeft == run.rightToLeft && before.language == run.language;
    }

    void markLink(const Stretch& stretch, Points width) {
        if (!links_.empty() && links_.back().node == stretch.node &&
            links_.back().x + links_.back().width > x_ - 0.01) {
            links_.back().width += width;
            return;
        }
        links_.push_back({stretch.node, x_, 0, width, 0, setter_.setting_.addLink(stretch.link, stretch.description)});
    }

    /// The line's height is the leading, and more where a face of another script needs it.
    void finish() {
        const TextLook& look = setter_.look_;
        const FaceMetrics& own = setter_.setting_.typesetter.face({}).metrics();
        Points above = look.leading / 2 + (own.ascent + own.descent) / 2.0 * look.size / 1000;
        Points below = look.leading - above;
        const Points allowance = 0.15 * look.size;  // what may reach into the lines around it
        for (const auto& [begin, run, text] : texts_) {
            const FaceMetrics& metrics = run->face->metrics();
            const Points rise = -text.baseline;
            above = std::max(above, rise + metrics.ascent * text.size / 1000 - allowance);
            below = std::max(below, -rise - metrics.descent * text.size / 1000 - allowance);
        }
        line_.height = above + below;
        // Set in visual order, drawn in the order of reading: that is what is read aloud and copied.
        std::stable_sort(texts_.begin(), texts_.end(),
                         [](const Text& left, const Text& right) { return left.begin < right.begin; });
        for (auto& [begin, run, text] : texts_) {
            text.baseline += above;
            line_.marks.emplace_back(text);
        }
        for (const auto& [from, to] : rules_) {
            constexpr Points depth = 2.5;
            line_.marks.emplace_back(RuleMark{artifactNode, RuleInk::Black, from, to, above + depth, hairline});
        }
        for (LinkMark& link : links_) {
            if (isWebLink(link.text->target)) {
                constexpr Points depth = 1.5;
                line_.marks.emplace_back(
                    RuleMark{link.node, RuleInk::Black, link.x, link.x + link.width, above + depth, hairline});
            }
            link.height = line_.height;
            line_.marks.emplace_back(link);
        }
        for (const FlowIndex note : notes_) {
            line_.marks.emplace_back(NoteMark{note});
        }
    }

    /// A run at its place, with the byte of the text that it begins at.
    struct Text {
        std::size_t begin = 0;
        const ShapedRun* run = nullptr;  // its first piece
        TextMark mark;
    };

    const TextSetter& setter_;
    LineWords& words_;
    Points measure_;
    Align align_;
    bool justified_ = false;
    bool full_ = false;
    Points extra_ = 0;  // for each space
    std::size_t gaps_ = 0;
    double owed_ = 0;  // thousandths of an em
    Points x_ = 0;
    SetLine line_;
    std::vector<std::pair<Points, Points>> rules_;
    std::vector<Text> texts_;
    std::vector<LinkMark> links_;
    std::vector<FlowIndex> notes_;
};

std::vector<SetLine> TextSetter::lines(Points measure, Align align, const FaultPlace& place, LineShape shape) {
    cutWideWords(measure, place);
    std::vector<LineItem> items;
    items.reserve(segments_.size());
    for (const Segment& segment : segments_) {
        items.push_back(segment.item);
    }
    const bool justified = align == Align::Justified && shape == LineShape::Ragged;
    if (justified) {
        shape = LineShape::Justified;
    }
    const std::vector<std::size_t> ends = breakLines(items, measure, shape);
    std::vector<SetLine> lines;
    lines.reserve(ends.size());
    std::vector<std::size_t> atoms;
    std::size_t first = 0;
    for (const std::size_t end : ends) {
        atoms.clear();
        for (std::size_t i = first; i < end; ++i) {
            for (std::size_t atom = segments_[i].first; atom < segments_[i].end; ++atom) {
                atoms.push_back(atom);
            }
        }
        const std::size_t words = atoms.size() - (segments_[end - 1].end - segments_[end - 1].spaces);
        // The space at a line's end is drawn, so that copied text keeps its words apart.
        if (end == segments_.size() || words == 0) {
            atoms.resize(words);
        }
        LineMaker maker(*this, measure, align);
        if (justified) {
            maker.justify(end < segments_.size() && !segments_[end - 1].item.mandatory);
        }
        lines.push_back(maker.make(atoms, words));
        first = end;
    }
    return lines;
}

}  // namespace engross
