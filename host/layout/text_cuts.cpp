#include "layout/text_setter.h"

#include <algorithm>
#include <utility>

namespace engross {
namespace {

constexpr std::string_view fixedSpace = "\u00A0";
constexpr Points rounding = 0.01;

bool isHexDigit(char byte) {
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

/// Groups of eight, as digests are printed and compared.
void partDigest(std::string_view text, std::vector<std::size_t>& ends) {
    constexpr std::size_t shortest = 16;
    constexpr std::size_t group = 8;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = begin;
        while (end < text.size() && isHexDigit(text[end])) {
            ++end;
        }
        for (std::size_t part = begin + group; end - begin >= shortest && part < end; part += group) {
            ends.push_back(part);
        }
        begin = end + 1;
    }
}

/// An address of the web or of mail goes on after "/" and before its other signs, so that none of them seems to end
/// the sentence.
void partAddress(std::string_view text, std::vector<std::size_t>& ends) {
    const bool address = text.find('@') != std::string_view::npos || text.find("://") != std::string_view::npos ||
                         text.starts_with("www.");
    for (std::size_t at = 1; address && at + 1 < text.size(); ++at) {
        const bool afterSlash = text[at - 1] == '/' && text[at] != '/';
        if (afterSlash || std::string_view(".@?&=_#").find(text[at]) != std::string_view::npos) {
            ends.push_back(at);
        }
    }
}

/// Where a text that has no room may be parted and still be read as it is: offsets, rising, the last its end.
std::vector<std::size_t> partsOf(std::string_view text) {
    std::vector<std::size_t> ends;
    for (std::size_t at = text.find(fixedSpace); at != std::string_view::npos; at = text.find(fixedSpace, at + 1)) {
        ends.push_back(at);
        ends.push_back(at + fixedSpace.size());
    }
    partDigest(text, ends);
    partAddress(text, ends);
    ends.push_back(text.size());
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    if (ends.front() == 0) {
        ends.erase(ends.begin());
    }
    return ends;
}

}  // namespace

Points TextSetter::widestPart() {
    Points widest = 0;
    for (const Segment& segment : std::vector<Segment>(segments_)) {
        const std::size_t atomsBefore = atoms_.size();
        for (const Segment& part : parted(segment)) {
            widest = std::max(widest, part.item.width);
        }
        atoms_.resize(atomsBefore);
    }
    return widest;
}

void TextSetter::cutWideWords(Points measure, const FaultPlace& place) {
    if (widestWord() <= measure + rounding) {
        return;
    }
    std::vector<Segment> cut;
    for (const Segment& segment : std::exchange(segments_, {})) {
        if (segment.item.width <= measure + rounding) {
            cut.push_back(segment);
            continue;
        }
        for (const Segment& part : parted(segment)) {
            if (part.item.width <= measure + rounding) {
                cut.push_back(part);
            } else {
                setting_.faults.add(LayoutFault::WordTooWide, {}, place);
                cutWideWord(part, measure, cut);
            }
        }
    }
    segments_ = std::move(cut);
}

/// "section 11", an e-mail address or a digest is better parted than cut. Atoms of the parts go to the end of the
/// list.
std::vector<TextSetter::Segment> TextSetter::parted(const Segment& segment) {
    std::vector<Segment> parts;
    Segment part;
    part.first = atoms_.size();
    const auto close = [&] {
        part.end = atoms_.size();
        parts.push_back(std::exchange(part, {}));
        part.first = atoms_.size();
    };
    for (std::size_t i = segment.first; i < segment.spaces; ++i) {
        const Atom atom = atoms_[i];
        const std::string_view text = std::string_view(text_).substr(atom.begin, atom.end - atom.begin);
        const bool blank = stretches_[atom.stretch].blank > 0;
        std::size_t begin = 0;
        for (const std::size_t end : blank ? std::vector<std::size_t>{text.size()} : partsOf(text)) {
            const bool space = !blank && text.substr(begin, end - begin) == fixedSpace;
            addAtom(atom.begin + begin, atom.begin + end, atom.stretch);
            part.item.width += space ? 0 : atoms_.back().width;
            part.spaces = space ? atoms_.size() - 1 : atoms_.size();
            part.item.space = space ? atoms_.back().width : 0;
            part.item.poor = !space;
            begin = end;
            if (space || end < text.size()) {
                const bool spaceNext = !space && text.compare(end, fixedSpace.size(), fixedSpace) == 0;
                if (!spaceNext) {
                    close();
                }
            }
        }
    }
    if (part.first == atoms_.size() && !parts.empty()) {
        part = parts.back();
        parts.pop_back();
    }
    for (std::size_t i = segment.spaces; i < segment.end; ++i) {
        atoms_.push_back(Atom(atoms_[i]));
    }
    part.item.space += segment.item.space;
    part.item.mandatory = segment.item.mandatory;
    part.item.poor = segment.item.poor;
    close();
    return parts;
}

/// Cuts a word into as many characters as fit a line each. The pieces' atoms go to the end of the list.
void TextSetter::cutWideWord(const Segment& segment, Points measure, std::vector<Segment>& cut) {
    Segment piece;
    piece.first = atoms_.size();
    const auto close = [&] {
        piece.spaces = piece.end = atoms_.size();
        piece.item.poor = true;
        cut.push_back(piece);
        piece = {};
        piece.first = atoms_.size();
    };
    for (std::size_t i = segment.first; i < segment.spaces; ++i) {
        const Atom atom = atoms_[i];
        const std::string_view text = std::string_view(text_).substr(atom.begin, atom.end - atom.begin);
        std::size_t begin = 0;
        for (const std::size_t end : characterEnds(text)) {
            addAtom(atom.begin + begin, atom.begin + end, atom.stretch);
            begin = end;
            if (piece.item.width + atoms_.back().width > measure && piece.first + 1 < atoms_.size()) {
                const Atom overhang = std::move(atoms_.back());
                atoms_.pop_back();
                close();
                atoms_.push_back(overhang);
            }
            piece.item.width += atoms_.back().width;
        }
    }
    piece.spaces = atoms_.size();
    for (std::size_t i = segment.spaces; i < segment.end; ++i) {
        atoms_.push_back(Atom(atoms_[i]));
    }
    piece.end = atoms_.size();
    piece.item.space = segment.item.space;
    piece.item.mandatory = segment.item.mandatory;
    piece.item.poor = segment.item.poor;
    cut.push_back(piece);
}

}  // namespace engross
