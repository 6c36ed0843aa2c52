#include "script/field_reader.h"

#include "script/case_values.h"
#include "script/constructors.h"
#include "script/datum.h"

#include <algorithm>
#include <array>

namespace engross {
namespace {

std::optional<FieldKind> kindNamed(std::string_view name) {
    for (int index = 0; index <= static_cast<int>(FieldKind::Rows); ++index) {
        const auto kind = static_cast<FieldKind>(index);
        if (nameOf(kind) == name) {
            return kind;
        }
    }
    return std::nullopt;
}

std::string spaced(std::string name) {
    std::ranges::replace(name, '_', ' ');
    if (!name.empty() && name.front() >= 'a' && name.front() <= 'z') {
        name.front() = static_cast<char>(name.front() - 'a' + 'A');
    }
    return name;
}

class FieldReader {
public:
    FieldReader(const LawData& law, ScriptFaults& faults) : law_(law), faults_(faults) {}

    // NOLINTNEXTLINE(misc-no-recursion): a node is no deeper than its reader allowed
    Field read(const std::string& name, const ScriptNode& node, std::size_t near, ReadFields* top) {
        Field field;
        field.name = name;
        field.label = spaced(name);
        const std::size_t line = node.line != 0 ? node.line : near;
        const auto kind = node.is(ScriptNode::Kind::Tagged) ? kindNamed(node.tag) : std::nullopt;
        if (!kind) {
            faults_.addAtKey(near, name, "script.not_a_kind", {{"name", name}, {"found", described(node)}},
                             nearest(node.tag, kindNames()));
            return field;
        }
        field.kind = *kind;
        const bool group = field.kind == FieldKind::Record || field.kind == FieldKind::Rows;
        const ScriptNode plain = group ? withoutMembers(node) : ScriptNode{};
        Options options(group ? plain : node, line, name, faults_);
        readCommon(field, options, top);
        if (field.kind == FieldKind::List) {
            readElement(field, options, line);
        } else if (group) {
            readMembers(field, node, options, line);
        } else {
            field.members = standardMembers(field.kind);
            readNeeds(field, options);
        }
        if (field.kind == FieldKind::Choice) {
            readChoices(field, options);
        }
        options.finish();
        return field;
    }

private:
    static std::vector<std::string> kindNames() {
        std::vector<std::string> names;
        for (int index = 0; index <= static_cast<int>(FieldKind::Rows); ++index) {
            names.emplace_back(nameOf(static_cast<FieldKind>(index)));
        }
        return names;
    }

    /// In a group, what is a kind of field is a member and everything else is an option.
    static ScriptNode withoutMembers(const ScriptNode& node) {
        ScriptNode plain = node;
        std::erase_if(plain.named, [](const auto& entry) { return entry.second.is(ScriptNode::Kind::Tagged); });
        return plain;
    }

    void readCommon(Field& field, Options& options, ReadFields* top) {
        if (const std::string label = options.text("label"); !label.empty()) {
            field.label = label;
        }
        field.hint = options.text("hint");
        field.law = options.text("law");
        if (const std::string mark = options.text("mark"); !mark.empty()) {
            field.law += " [" + mark + "]";
        }
        field.optional = options.flag("optional");
        field.requiredWhen = options.text("required_when");
        field.after = options.text("after");
        field.min = bound(field, options, "min");
        field.max = bound(field, options, "max");
        if (const ScriptNode* example = options.node("example")) {
            field.example = valueFrom(*example);
        }
        if (top != nullptr) {
            if (const Value value = standardValue(field.kind, options); !value.isNull()) {
                top->defaults[field.name] = value;
            }
        }
    }

    static Value standardValue(FieldKind kind, Options& options) {
        if (!options.has("default")) {
            options.alsoKnown("default");
            return nullptr;
        }
        if (kind == FieldKind::Boolean) {
            return options.flag("default");
        }
        if (kind == FieldKind::Number) {
            const auto number = options.number("default");
            return number ? valueFrom(*options.node("default")) : Value();
        }
        const std::string text = options.text("default");
        return text.empty() ? Value() : Value(text);
    }

    /// Days as bounds are kept as days since 1970.
    static std::optional<double> bound(const Field& field, Options& options, std::string_view name) {
        if (field.kind != FieldKind::Date) {
            return options.number(name);
        }
        const auto day = options.day(name);
        return day ? std::optional<double>(static_cast<double>(std::chrono::sys_days(*day).time_since_epoch().count()))
                   : std::nullopt;
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    void readElement(Field& field, Options& options, std::size_t line) {
        const ScriptNode* of = options.node("of");
        if (of == nullptr) {
            options.missing("of");
            return;
        }
        Field element = read(field.name, *of, line, nullptr);
        if (element.label == spaced(field.name)) {
            element.label = field.label;
        }
        field.members.push_back(std::move(element));
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    void readMembers(Field& field, const ScriptNode& node, Options& options, std::size_t line) {
        const ScriptNode* more = options.node("members");
        for (const auto* entry : inSourceOrder(node, line, faults_.source())) {
            if (entry->second.is(ScriptNode::Kind::Tagged)) {
                field.members.push_back(read(entry->first, entry->second, line, nullptr));
            }
        }
        if (more != nullptr) {
            for (const auto* entry : inSourceOrder(*more, line, faults_.source())) {
                field.members.push_back(read(entry->first, entry->second, line, nullptr));
            }
        }
        if (field.members.empty()) {
            options.missing("members");
        }
    }

    void readNeeds(Field& field, Options& options) {
        for (const std::string& need : options.texts("needs")) {
            const auto member = std::ranges::find(field.members, need, &Field::name);
            if (member != field.members.end()) {
                member->optional = false;
                continue;
            }
            std::vector<std::string> names;
            std::ranges::transform(field.members, std::back_inserter(names), &Field::name);
            faults_.add(options.line(), need, "script.no_member", {{"kind", nameOf(field.kind)}, {"name", need}},
                        nearest(need, names));
        }
    }

    void readChoices(Field& field, Options& options) {
        const ScriptNode* from = options.node("from");
        if (from == nullptr) {
            options.missing("from");
            return;
        }
        if (from->isTagged("law")) {
            const auto found = law_.choices.find(from->text);
            if (found == law_.choices.end()) {
                options.wrong("from", "script.kind_choices", *from);
                return;
            }
            field.choices = found->second;
            return;
        }
        for (const ScriptNode& item : from->items) {
            const ScriptNode* value = item.find("value");
            if (item.is(ScriptNode::Kind::Text)) {
                field.choices.push_back({item.text, spaced(item.text)});
            } else if (value != nullptr && value->is(ScriptNode::Kind::Text)) {
                const ScriptNode* label = item.find("label");
                field.choices.push_back({value->text, label == nullptr ? spaced(value->text) : label->text});
            } else {
                options.wrong("from", "script.kind_choice_items", item);
            }
        }
        if (from->items.empty()) {
            options.missing("from");
        }
    }

    const LawData& law_;
    ScriptFaults& faults_;
};

void checkName(const std::string& path, std::size_t line, const std::vector<const Field*>& roots,
               ScriptFaults& faults) {
    const PathShape shape = shapeOf(path, roots);
    if (!shape.known) {
        faults.add(line, shape.unknown, "script.no_field", {{"name", shape.unknown}}, shape.near);
    }
}

}  // namespace

std::vector<const std::pair<std::string, ScriptNode>*> inSourceOrder(const ScriptNode& table, std::size_t line,
                                                                     const ScriptSource& source) {
    std::vector<std::pair<std::size_t, const std::pair<std::string, ScriptNode>*>> placed;
    for (const auto& entry : table.named) {
        const std::size_t from = entry.second.line != 0 ? entry.second.line : line;
        std::size_t offset = source.offsetOfKey(from, entry.first);
        if (entry.second.line != 0 && (offset == std::string::npos || source.at(entry.second.line, {}).line < line)) {
            offset = source.offsetOfKey(line, entry.first);
        }
        placed.emplace_back(offset, &entry);
    }
    std::ranges::stable_sort(placed, {}, [](const auto& one) { return one.first; });
    std::vector<const std::pair<std::string, ScriptNode>*> ordered;
    std::ranges::transform(placed, std::back_inserter(ordered), [](const auto& one) { return one.second; });
    return ordered;
}

ReadFields readFields(const ScriptNode& table, std::size_t line, const LawData& law, ScriptFaults& faults) {
    ReadFields read;
    FieldReader reader(law, faults);
    for (const auto* entry : inSourceOrder(table, line, faults.source())) {
        read.lines[entry->first] = entry->second.line != 0 ? entry->second.line : line;
        read.fields.push_back(reader.read(entry->first, entry->second, line, &read));
    }
    return read;
}

void checkFieldNames(const std::vector<Field>& fields, const std::map<std::string, std::size_t>& lines,
                     ScriptFaults& faults) {
    std::vector<const Field*> roots;
    std::ranges::transform(fields, std::back_inserter(roots), [](const Field& field) { return &field; });
    for (const Field& field : fields) {
        const auto line = lines.find(field.name);
        const std::size_t at = line == lines.end() ? 0 : line->second;
        if (!field.requiredWhen.empty()) {
            checkName(conditionFrom(field.requiredWhen).path, at, roots, faults);
        }
        if (!field.after.empty()) {
            checkName(field.after, at, roots, faults);
        }
    }
}

}  // namespace engross
