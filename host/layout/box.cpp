#include "layout/block_setter.h"

namespace engross {
namespace {

constexpr Points boxPad = 10;

/// The rule below the last row of a table: the box itself ends there.
void dropLastRule(Strip& strip) {
    std::erase_if(strip.marks, [&](const Mark& mark) {
        const auto* rule = std::get_if<RuleMark>(&mark);
        return rule != nullptr && strip.table != none && rule->y == strip.height;
    });
}

constexpr Points signatureSpace = mm(18);
constexpr Points signatureRule = mm(70);

}  // namespace

void BlockSetter::set(const BoxBlock& box, const Column& column) {
    if (box.content.empty()) {
        return;
    }
    Column own = column.inside(setting_.node(column.parent, Role::Div));
    own.left += boxPad;
    own.width -= 2 * boxPad;
    own.box = static_cast<FlowIndex>(flow_.boxes.size());
    own.place = {.kind = FaultPlace::Kind::Box};
    flow_.boxes.push_back({box.look, column.box, column.left, column.width, boxPad});

    const std::size_t first = flow_.strips.size();
    flow_.add(boxPad, setting_.paragraphSpace(), Keep::Free, own.box);
    flow_.closeUp();
    flow_.keepNext(Keep::Always);
    set(box.content, own);
    if (flow_.strips.size() > first + 1) {
        dropLastRule(flow_.strips.back());
    }
    flow_.spaceAfter(0);
    flow_.keepNext(Keep::Always);
    flow_.closeUp();
    flow_.add(boxPad, 0, Keep::Always, own.box);
    const std::vector<std::size_t> splits = box.whole ? std::vector<std::size_t>{} : splitsFrom(first, column);
    keepFrom(first, Keep::Together);
    for (const std::size_t split : splits) {
        flow_.strips[split].keep = Keep::Split;
    }
    flow_.spaceAfter(setting_.paragraphSpace() + setting_.scaled(4));
}

/// Where a box taller than a third of a page may be split: between paragraphs, three lines or more from either end.
std::vector<std::size_t> BlockSetter::splitsFrom(std::size_t first, const Column& column) const {
    Points height = 0;
    for (std::size_t i = first; i < flow_.strips.size(); ++i) {
        height += flow_.strips[i].before + flow_.strips[i].height;
    }
    constexpr double tall = 1.0 / 3;
    constexpr std::size_t leastLines = 3;
    if (height <= tall * column.height) {
        return {};
    }
    std::vector<std::size_t> splits;
    // The first and the last strip are the box's own padding.
    for (std::size_t i = first + 1 + leastLines; i + 1 + leastLines <= flow_.strips.size(); ++i) {
        if (flow_.strips[i].keep <= Keep::Split && flow_.strips[i].before > 0) {
            splits.push_back(i);
        }
    }
    return splits;
}

/// What a signature cannot part from may be no more than "Yours sincerely": some of the text before that comes along,
/// so that nobody signs a page that says nothing.
void BlockSetter::keepCompany() {
    for (std::size_t i = flow_.strips.size(); i-- > 1;) {
        Strip& strip = flow_.strips[i];
        if (strip.keep == Keep::Free) {
            strip.keep = Keep::WithNext;
            return;
        }
    }
}

void BlockSetter::set(const SignatureBlock& signature, const Column& column) {
    const TextLook look = setting_.body();
    const std::size_t first = flow_.strips.size();
    const auto addText = [&](const Inline& text, Points before) {
        TextSetter setter(setting_, text, look, column.language, setting_.node(column.parent, Role::P));
        return setter.empty()
                   ? flow_.strips.size()
                   : addLines(setter.lines(column.width, Align::Left, FaultPlace{.kind = FaultPlace::Kind::Signature}),
                              before, column);
    };
    const auto rule = [&](Strip& strip, Points y, Points from) {
        strip.marks.emplace_back(
            RuleMark{artifactNode, RuleInk::Black, column.left + from, column.left + signatureRule, y, hairline});
    };
    keepCompany();
    flow_.keepNext(Keep::Always);
    if (!signature.label.empty()) {
        addText({{.text = signature.label}}, 0);
    }
    Strip& space = flow_.add(signatureSpace, 0, Keep::Always, column.box);
    if (!signature.label.empty()) {
        rule(space, signatureSpace - 4, 0);
    }
    for (const Inline& line : signature.lines) {
        addText(line, 0);
    }
    if (signature.dateLine) {
        constexpr Points dateSpace = 14;
        const std::size_t date = addText({{.text = signature.dateLabel}}, dateSpace);
        if (date == flow_.strips.size()) {
            flow_.add(look.leading, dateSpace, Keep::Always, column.box);
        }
        const TextSetter label(setting_, {{.text = signature.dateLabel}}, look, column.language, artifactNode);
        rule(flow_.strips[date], look.leading - 2, label.empty() ? 0 : label.naturalWidth() + 8);
    }
    keepFrom(first, Keep::Always);
    flow_.spaceAfter(setting_.paragraphSpace());
}

}  // namespace engross
