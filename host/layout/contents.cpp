#include "layout/contents.h"

#include "layout/block_setter.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace engross {
namespace {

constexpr Points levelIndent = mm(7);
constexpr Points wrapIndent = mm(5);  // of the further lines of a title
constexpr const char* dot = ". ";
constexpr std::string_view headingTarget = "heading:";

/// One row to be set: a title, what it leads to and what stands at the right.
struct ContentsEntry {
    Inline title;
    int level = 1;
    std::string target;
    std::string page;          // as given, or
    FlowIndex heading = none;  // the heading whose page it is
};

ContentsEntry entryFor(const ListedHeading& heading, FlowIndex place) {
    ContentsEntry entry{{}, heading.level, std::string(headingTarget) + std::to_string(place), {}, place};
    if (!heading.label.empty()) {
        entry.title.push_back({.text = heading.label + "\u00A0"});
    }
    for (Span span : heading.text) {
        // A heading's own links and notes stay with the heading.
        span.link.clear();
        span.note.clear();
        std::replace(span.text.begin(), span.text.end(), '\n', ' ');
        entry.title.push_back(std::move(span));
    }
    return entry;
}

std::vector<ContentsEntry> entriesOf(const Contents& contents, const std::vector<ListedHeading>& headings) {
    std::vector<ContentsEntry> entries;
    for (const Contents::Row& row : contents.rows) {
        entries.push_back({row.title, row.level, row.target, row.page, none});
    }
    if (!contents.rows.empty()) {
        return entries;
    }
    const auto title =
        std::find_if(headings.begin(), headings.end(), [](const ListedHeading& heading) { return heading.level == 1; });
    for (auto heading = headings.begin(); heading != headings.end(); ++heading) {
        if (heading != title && heading->listed && heading->level <= contents.depth) {
            entries.push_back(entryFor(*heading, static_cast<FlowIndex>(heading - headings.begin())));
        }
    }
    return entries;
}

Points widthOf(const ShapedRun& run, Points size) {
    return run.width * size / 1000;
}

/// A number that ends at the place of the mark, and dots up to it that stand below those of other rows.
void addNumber(Setting& setting, const PageMark& place, const std::string& number, std::vector<Mark>& marks) {
    constexpr std::size_t leastDots = 2;
    Points x = place.right;
    // The space keeps title and number apart when the row is read aloud or copied.
    std::vector<ShapedRun> runs = setting.typesetter.shape("\u00A0" + number, {}, setting.composition.language);
    for (const ShapedRun& run : runs) {
        x -= widthOf(run, place.size);
    }
    const Points pitch = widthOf(setting.typesetter.shape(dot, {}, {}).front(), place.size);
    const Points end = place.right - pitch * std::ceil((place.right - x) / pitch + 0.5);
    const auto dots = static_cast<std::size_t>(std::max((end - place.left) / pitch, 0.0));
    if (dots >= leastDots) {
        std::string leader;
        for (std::size_t i = 0; i < dots; ++i) {
            leader += dot;
        }
        ShapedRun run = setting.typesetter.shape(leader, {}, {}).front();
        const Points from = end - widthOf(run, place.size);
        marks.emplace_back(TextMark{artifactNode, setting.words.add(std::move(run)), from, place.baseline, place.size});
    }
    for (ShapedRun& run : runs) {
        const Points width = widthOf(run, place.size);
        marks.emplace_back(TextMark{place.node, setting.words.add(std::move(run)), x, place.baseline, place.size});
        x += width;
    }
}

/// Sets the rows of one table of contents.
class ContentsSetter {
public:
    ContentsSetter(Setting& setting, Flow& flow, const Column& column)
        : setting_(setting), flow_(flow), column_(column), look_(setting.body()) {
        for (const ShapedRun& run : setting.typesetter.shape("88888", {}, {})) {
            numberWidth_ += widthOf(run, look_.size);
        }
    }

    void set(const std::vector<ContentsEntry>& entries) {
        const auto highest = std::min_element(
            entries.begin(), entries.end(),
            [](const ContentsEntry& left, const ContentsEntry& right) { return left.level < right.level; });
        for (const ContentsEntry& entry : entries) {
            set(entry, std::max(entry.level - highest->level, 0));
        }
    }

private:
    /// The row's element, in a list of its level inside that of the level above.
    [[nodiscard]] NodeId rowOf(int depth) {
        lists_.resize(std::min(lists_.size(), static_cast<std::size_t>(depth) + 1));
        while (lists_.size() <= static_cast<std::size_t>(depth)) {
            lists_.push_back(setting_.node(lists_.empty() ? column_.parent : lists_.back(), Role::TOC));
        }
        return setting_.node(setting_.node(lists_.back(), Role::TOCI), Role::Reference);
    }

    void set(const ContentsEntry& entry, int depth) {
        const Points left = column_.left + depth * setting_.scaled(levelIndent);
        const Points measure = column_.left + column_.width - numberWidth_ - left;
        NodeId owner = rowOf(depth);
        const NodeId link = entry.target.empty() ? artifactNode : setting_.node(owner, Role::Link);
        owner = link == artifactNode ? owner : link;
        TextSetter title(setting_, entry.title, look_, column_.language, owner);
        const Points hang = title.naturalWidth() > measure ? setting_.scaled(wrapIndent) : 0;
        std::vector<SetLine> lines =
            title.lines(measure - hang, Align::Left, FaultPlace{.kind = FaultPlace::Kind::Contents});
        if (lines.empty()) {
            return;
        }
        const Points before = depth == 0 ? setting_.paragraphSpace() / 2 : 0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const Points x = left + (i == 0 ? 0 : hang);
            Strip& strip =
                flow_.add(lines[i].height, i == 0 ? before : 0, i == 0 ? Keep::Free : Keep::Lines, column_.box);
            strip.marks = std::move(lines[i].marks);
            move(strip.marks, x, 0);
            if (i + 1 == lines.size()) {
                finishRow(strip, entry, owner, x + lines[i].width);
            }
            if (link != artifactNode) {
                strip.marks.emplace_back(LinkMark{link, left, 0, column_.left + column_.width - left, strip.height,
                                                  setting_.addLink(entry.target, title.text())});
            }
        }
    }

    void finishRow(Strip& strip, const ContentsEntry& entry, NodeId owner, Points titleEnd) {
        constexpr Points gap = 3;
        const PageMark place{
            owner,     entry.heading, titleEnd + gap, column_.left + column_.width, strip.firstBaseline(look_.size),
            look_.size};
        if (entry.heading != none) {
            strip.marks.emplace_back(place);
        } else if (!entry.page.empty()) {
            addNumber(setting_, place, entry.page, strip.marks);
        }
    }

    Setting& setting_;
    Flow& flow_;
    Column column_;
    TextLook look_;
    Points numberWidth_ = 0;
    std::vector<NodeId> lists_;
};

/// The heading that a target names, or none.
FlowIndex headingOf(const Mark& mark) {
    const auto* target = std::get_if<TargetMark>(&mark);
    const bool heading = target != nullptr && target->name.starts_with(headingTarget);
    return heading ? static_cast<FlowIndex>(std::stoul(target->name.substr(headingTarget.size()))) : none;
}

void number(Setting& setting, const std::map<FlowIndex, std::size_t>& pages, Strip& strip) {
    std::vector<Mark> marks;
    for (Mark& mark : strip.marks) {
        const auto* place = std::get_if<PageMark>(&mark);
        if (place == nullptr) {
            marks.push_back(std::move(mark));
        } else if (const auto page = pages.find(place->heading); page != pages.end()) {
            addNumber(setting, *place, std::to_string(page->second), marks);
        }
    }
    strip.marks = std::move(marks);
}

}  // namespace

void BlockSetter::set(const Contents& contents, const Column& column) {
    ContentsSetter(setting_, flow_, column).set(entriesOf(contents, setting_.numbering.headings()));
    flow_.spaceAfter(setting_.paragraphSpace());
}

void numberContents(Setting& setting, const std::vector<SetPage>& pages, Flow& body) {
    if (setting.numbering.headings().empty()) {
        return;
    }
    std::map<FlowIndex, std::size_t> pageOf;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        for (const PlacedFlow& flow : pages[page].flows) {
            for (const PlacedStrip& placed : flow.filled.strips) {
                for (const Mark& mark : placed.strip->marks) {
                    if (const FlowIndex heading = headingOf(mark); heading != none) {
                        pageOf.emplace(heading, page + 1);
                    }
                }
            }
        }
    }
    for (Strip& strip : body.strips) {
        const bool waits = std::any_of(strip.marks.begin(), strip.marks.end(),
                                       [](const Mark& mark) { return std::holds_alternative<PageMark>(mark); });
        if (waits) {
            number(setting, pageOf, strip);
        }
    }
}

}  // namespace engross
