#include "layout/setting.h"

#include "model/ascii.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace engross {
namespace {

constexpr Points designSize = 12;
constexpr Points smallestTable = 10.5;
constexpr Points smallestLargePrint = 16;  // RNIB, of every word
constexpr double closeLeading = 4.0 / 3;

/// Relative luminance, WCAG 2.2.
double luminance(const Colour& colour) {
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

}  // namespace

Setting::Setting(const Composition& document, const Typesetter& faces)
    : composition(document),
      style(document.style),
      typesetter(faces),
      numbering(document, faults),
      accent(accentColour(document.style.accent, faults)) {
    nodes.emplace_back();
    setBody();
}

NodeId Setting::node(NodeId parent, Role role, ElementAttributes attributes) {
    if (parent == artifactNode) {
        return artifactNode;
    }
    LayoutNode& made = nodes.emplace_back();
    made.parent = parent;
    made.role = role;
    const bool plain = attributes.alternative.empty() && attributes.language.empty() && attributes.actualText.empty() &&
                       attributes.scope == HeaderScope::None && attributes.labels == ListLabels::None &&
                       attributes.columnSpan == 1 && attributes.rowSpan == 1;
    if (!plain) {
        made.attributes = std::make_unique<const ElementAttributes>(std::move(attributes));
    }
    return static_cast<NodeId>(nodes.size() - 1);
}

NodeId Setting::nodeWithinText(NodeId parent, Role role, ElementAttributes attributes) {
    const NodeId made = node(parent, role, std::move(attributes));
    if (made != artifactNode) {
        nodes[made].withinText = true;
    }
    return made;
}

FlowIndex Setting::addNote(const Inline& text, const std::string& language, NodeId owner) {
    const bool holdsBlocks = nodes[owner].role == Role::TD || nodes[owner].role == Role::TH;
    const NodeId parent = holdsBlocks ? owner : nodes[owner].parent;
    notes.push_back({text, language, node(parent, Role::Note, inLanguage(language, composition.language))});
    return static_cast<FlowIndex>(notes.size() - 1);
}

const LinkText* Setting::addLink(std::string target, std::string description) {
    return &links.emplace_back(LinkText{std::move(target), std::move(description)});
}

void Setting::setBody() {
    inFrame_ = false;
    if (style.largePrint <= 0) {
        setSize(style.bodySize, style.leading, 1);
        return;
    }
    // RNIB: large print is 16 points or more; 16 on 22, 18 on 24.
    constexpr Points largeLead = 6;
    setSize(style.largePrint, style.largePrint + largeLead, style.largePrint / style.bodySize);
}

void Setting::setFrame(Points size) {
    inFrame_ = true;
    const Points own = size > 0 ? size : style.bodySize;
    setSize(own, own * style.leading / style.bodySize, 1);
}

void Setting::setSize(Points size, Points leading, double growth) {
    size_ = size;
    leading_ = leading;
    growth_ = growth;
    numberedLefts.clear();
}

TextLook Setting::body(Points size) const {
    if (size <= 0) {
        return {size_, leading_, false, false};
    }
    return {legible(size), legible(size) * std::min(closeLeading, leading_ / size_), false, false};
}

TextLook Setting::table(Points size) const {
    const Points actual = std::max({smallestTable, size > 0 ? enlarged(size) : scaled(smallestTable), legible(0)});
    return {actual, actual * closeLeading, false, false};
}

TextLook Setting::heading(int level) const {
    constexpr Points secondSize = 14;
    const Points size = level == 1 ? scaled(style.titleSize) : level == 2 ? scaled(secondSize) : size_;
    constexpr double leading = 1.3;
    return {size, size * leading, true, level >= 4};
}

Points Setting::scaled(Points length) const {
    return length * size_ / designSize;
}

Points Setting::enlarged(Points length) const {
    return length * growth_;
}

Points Setting::legible(Points size) const {
    const bool large = style.largePrint > 0 && !inFrame_;
    return std::max(enlarged(size), large ? smallestLargePrint : 0);
}

Points Setting::paragraphSpace() const {
    return enlarged(style.paragraphSpace);
}

Points Setting::numberIndent() const {
    return enlarged(style.numberIndent);
}

Align Setting::alignmentOf(Align asked) const {
    // RNIB: large print is not justified.
    return asked == Align::Left && style.justified && !inFrame_ && style.largePrint <= 0 ? Align::Justified : asked;
}

Column Column::indented(Points indent) const {
    Column column = *this;
    column.left += indent;
    column.width -= indent;
    return column;
}

Column Column::inside(NodeId element) const {
    Column column = *this;
    column.parent = element;
    return column;
}

Colour accentColour(const std::string& text, FaultList& faults) {
    double parts[3] = {0, 0, 0};
    bool readable = text.size() == 7 && text.front() == '#';
    for (std::size_t i = 0; readable && i < 3; ++i) {
        const int high = hexDigit(text[1 + 2 * i]);
        const int low = hexDigit(text[2 + 2 * i]);
        readable = high >= 0 && low >= 0;
        parts[i] = (high * 16 + low) / 255.0;
    }
    if (!readable) {
        faults.add(LayoutFault::AccentContrast, text);
        return black;
    }
    const Colour colour{parts[0], parts[1], parts[2]};
    if (1.05 / (luminance(colour) + 0.05) < 4.5) {
        faults.add(LayoutFault::AccentContrast, text);
    }
    return colour;
}

ElementAttributes inLanguage(const std::string& own, const std::string& around) {
    ElementAttributes attributes;
    if (!own.empty() && own != around) {
        attributes.language = own;
    }
    return attributes;
}

}  // namespace engross
