#include "script/law_reader.h"

#include "model/day.h"

#include <algorithm>
#include <array>

namespace engross {
namespace {

std::vector<ChoiceOption> readChoices(const ScriptNode& node, const std::string& name, ScriptFaults& faults) {
    std::vector<ChoiceOption> choices;
    for (const ScriptNode& item : node.items) {
        const ScriptNode* value = item.is(ScriptNode::Kind::Text) ? &item : item.find("value");
        const ScriptNode* label = item.find("label");
        if (value == nullptr || !value->is(ScriptNode::Kind::Text) ||
            (label != nullptr && !label->is(ScriptNode::Kind::Text))) {
            faults.add(node.line, name, "script.law_choice", {{"name", name}});
            continue;
        }
        choices.push_back({value->text, label == nullptr ? value->text : label->text});
    }
    return choices;
}

std::vector<DatedAmount> readByDate(const ScriptNode& node, const std::string& name, ScriptFaults& faults) {
    std::vector<DatedAmount> entries;
    for (const ScriptNode& item : node.items) {
        Options options(item, node.line, name, faults);
        DatedAmount entry;
        entry.from = options.day("from");
        entry.to = options.day("to");
        const auto value = options.number("value");
        if (!value) {
            options.missing("value");
        }
        entry.value = value.value_or(0);
        entry.law = options.text("law");
        entry.mark = options.text("mark");
        options.finish();
        entries.push_back(std::move(entry));
    }
    return entries;
}

void readHolidays(const ScriptNode& node, LawData& law, ScriptFaults& faults) {
    Options options(node, node.line, "holidays", faults);
    const auto from = options.day("known_from");
    const auto until = options.day("known_until");
    if (!from || !until) {
        faults.add(node.line, "holidays", "script.holidays_range", {});
        return;
    }
    law.calendar.knownFrom = *from;
    law.calendar.knownUntil = *until;
    constexpr std::array<std::pair<const char*, Nation>, 3> nations{{{"england_and_wales", Nation::EnglandAndWales},
                                                                     {"scotland", Nation::Scotland},
                                                                     {"northern_ireland", Nation::NorthernIreland}}};
    for (const auto& [name, nation] : nations) {
        const ScriptNode* list = options.node(name);
        for (const ScriptNode& item : list == nullptr ? std::vector<ScriptNode>{} : list->items) {
            const auto day = item.items.empty() ? std::nullopt : dayFrom(item.items.front().text);
            if (!day) {
                faults.addAtKey(node.line, name, "script.holiday", {{"name", name}});
                continue;
            }
            law.calendar.holidays.push_back(
                {*day, nation, item.items.size() > 1 ? item.items.at(1).text : std::string()});
        }
    }
    law.hasHolidays = true;
    options.finish();
}

}  // namespace

void readLaw(const ScriptNode& declaration, LawData& law, ScriptFaults& faults) {
    if (!declaration.isTagged("law")) {
        faults.add(1, {}, "script.returns_no", {{"what", "law { … }"}});
        return;
    }
    for (const auto& [name, node] : declaration.named) {
        if (law.choices.contains(name) || law.byDate.contains(name) || (node.isTagged("holidays") && law.hasHolidays)) {
            faults.addAtKey(declaration.line, name, "script.law_twice", {{"name", name}});
        } else if (node.isTagged("choices")) {
            law.choices[name] = readChoices(node, name, faults);
        } else if (node.isTagged("by_date")) {
            law.byDate[name] = readByDate(node, name, faults);
        } else if (node.isTagged("holidays")) {
            readHolidays(node, law, faults);
        } else {
            faults.addAtKey(declaration.line, name, "script.law_kind", {{"name", name}});
        }
    }
}

std::vector<std::string> LawData::names() const {
    std::vector<std::string> all;
    std::ranges::transform(choices, std::back_inserter(all), [](const auto& entry) { return entry.first; });
    std::ranges::transform(byDate, std::back_inserter(all), [](const auto& entry) { return entry.first; });
    return all;
}

}  // namespace engross
