#include "layout/footnotes.h"

#include "layout/block_setter.h"

#include <algorithm>
#include <utility>

namespace engross {
namespace {

constexpr Points ruleWidth = mm(40);
constexpr Points aboveRule = 10;
constexpr Points belowRule = 5;
constexpr Points labelGap = 4;
constexpr Points betweenNotes = 3;

std::vector<Strip> setNote(Setting& setting, std::size_t index, Points indent, const Column& column) {
    const FootNote note = setting.notes[index];
    const TextLook look = setting.table(0);
    const std::string number = std::to_string(index + 1);
    TextSetter label(setting, {{.text = number}}, look, note.language, setting.node(note.node, Role::Lbl));
    TextSetter text(setting, note.text, look, note.language, setting.node(note.node, Role::P));
    std::vector<Strip> lines;
    for (SetLine& line :
         text.lines(column.width - indent, Align::Left, FaultPlace{.kind = FaultPlace::Kind::Footnote})) {
        Strip& strip = lines.emplace_back();
        strip.height = line.height;
        strip.marks = std::move(line.marks);
        move(strip.marks, indent, 0);
    }
    if (lines.empty()) {
        lines.emplace_back().height = look.leading;
    }
    auto& marks = lines.front().marks;
    SetLine hanging =
        std::move(label.lines(indent, Align::Left, FaultPlace{.kind = FaultPlace::Kind::Footnote}).front());
    const Points own = Strip{.marks = hanging.marks}.firstBaseline(0);
    move(hanging.marks, 0, lines.front().firstBaseline(own) - own);
    marks.insert(marks.begin(), hanging.marks.begin(), hanging.marks.end());
    marks.insert(marks.begin(), TargetMark{"note:" + number});
    lines.back().height += betweenNotes;
    return lines;
}

}  // namespace

FootLines setNotes(Setting& setting, const Column& column) {
    FootLines made;
    if (setting.notes.empty()) {
        return made;
    }
    made.rule.height = aboveRule + belowRule;
    made.rule.marks.emplace_back(RuleMark{artifactNode, RuleInk::Grey, 0, ruleWidth, aboveRule, hairline});
    const std::string last = std::to_string(setting.notes.size());
    const TextSetter longest(setting, {{.text = last}}, setting.table(0), {}, artifactNode);
    const Points indent = std::max(setting.scaled(mm(5)), longest.naturalWidth() + labelGap);
    for (std::size_t i = 0; i < setting.notes.size(); ++i) {
        made.notes.push_back(setNote(setting, i, indent, column));
    }
    return made;
}

}  // namespace engross
