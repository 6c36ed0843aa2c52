#include "layout/block_setter.h"

#include <algorithm>
#include <utility>

namespace engross {
namespace {

constexpr Points labelGap = 4;
constexpr Points bulletIndent = mm(6);

std::string labelOf(const ListBlock& list, std::size_t index) {
    return list.ordered ? std::to_string(index + 1) + "." : "\u2022";
}

/// Whether every item is one paragraph: such a list is set closer.
bool isSimple(const ListBlock& list) {
    return std::all_of(list.items.begin(), list.items.end(), [](const Blocks& item) {
        return item.size() <= 1 && (item.empty() || std::holds_alternative<Paragraph>(item.front().content));
    });
}

}  // namespace

void BlockSetter::set(const ListBlock& list, const Column& column) {
    if (list.items.empty()) {
        return;
    }
    ElementAttributes attributes;
    attributes.labels = list.ordered ? ListLabels::Decimal : ListLabels::Bullets;
    const NodeId element = setting_.node(column.parent, Role::L, attributes);
    const TextSetter longest(setting_, {{.text = labelOf(list, list.items.size() - 1)}}, setting_.body(),
                             column.language, artifactNode);
    const Points indent = std::max(setting_.scaled(bulletIndent), longest.naturalWidth() + labelGap);
    const Points between = setting_.paragraphSpace() / (isSimple(list) ? 2 : 1);
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const NodeId item = setting_.node(element, Role::LI);
        const NodeId label = setting_.node(item, Role::Lbl);
        const NodeId body = setting_.node(item, Role::LBody);
        Column own = column.indented(indent).inside(body);
        own.place = {.kind = FaultPlace::Kind::List};
        if (i > 0) {
            flow_.spaceAfter(between);
        }
        const std::size_t first = flow_.strips.size();
        set(list.items[i], own);
        if (flow_.strips.size() == first) {
            flow_.add(setting_.body().leading, 0, Keep::Free, column.box);
        }
        putLabel(first, {{.text = labelOf(list, i)}}, setting_.body(), label, column.left, column);
        if (const auto* text = list.items[i].empty() ? nullptr : std::get_if<Paragraph>(&list.items[i].front().content);
            text != nullptr && list.ordered) {
            markParagraph(first, text->id, column);
        }
    }
    flow_.spaceAfter(setting_.paragraphSpace());
}

}  // namespace engross
