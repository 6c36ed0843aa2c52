#include "script/described.h"

#include "script/allowed.h"

#include <algorithm>
#include <array>
#include <map>

namespace engross {
namespace {

using Group = HostName::Group;

struct OptionRow {
    std::string_view name;
    std::string_view type;
    std::string_view help;
};

struct OptionClass {
    std::string_view name;
    std::string_view parent;  // empty for none
    std::span<const OptionRow> rows;
};

constexpr auto ofFields = std::to_array<OptionRow>({
    {"label", "string?", "What an officer reads"},
    {"hint", "string?", "A line of help"},
    {"optional", "boolean?", "May be left out"},
    {"required_when", "string?", "Required only when the condition holds: keys, not continuing, outcome.refused"},
    {"law", "string?", "The provision that wants it"},
    {"mark", "string?", "How far its source was read: V, V2, K, !"},
    {"default", "any", "A value of the kind; for a date: today"},
    {"after", "string?", "A date or time must be later than this field"},
    {"min", "number|string?", "The smallest number, sum, length or day"},
    {"max", "number|string?", "The largest number, sum, length or day"},
    {"example", "any", "A value of the kind, for forms and documentation"},
});
constexpr auto ofChoices =
    std::to_array<OptionRow>({{"from", "table", "A list of texts, of value and label, or law data"}});
constexpr auto ofNeeds = std::to_array<OptionRow>({{"needs", "string[]?", "Members that must be given too"}});
constexpr auto ofLists = std::to_array<OptionRow>({{"of", "Field", "What each is"}});
constexpr auto ofPeriods = std::to_array<OptionRow>({
    {"days", "integer?", "So many days"},
    {"weeks", "integer?", "So many weeks"},
    {"months", "integer?", "So many months"},
    {"years", "integer?", "So many years"},
    {"working_days", "integer?", "So many working days of England and Wales"},
});
constexpr auto ofDeadlines = std::to_array<OptionRow>({
    {"beginning_with", "string?", "The day at this path is day 1"},
    {"day_after", "string?", "The day after it is day 1"},
    {"after", "string?", "It is not counted; months end on the corresponding day"},
    {"clear_days", "integer?", "So many clear days (CPR 2.8), with before or after"},
    {"before", "string?", "With clear_days: the day of the hearing"},
    {"moved", "string?", "Off a closed day: next_working_day or previous_working_day"},
    {"when", "string?", "Empty where the condition does not hold"},
    {"label", "string?", "What an officer reads"},
});
constexpr auto ofAges = std::to_array<OptionRow>({
    {"born", "string", "The path of the day of birth"},
    {"on", "string", "The path of the day"},
    {"label", "string?", "What an officer reads"},
});
constexpr auto ofServices = std::to_array<OptionRow>({
    {"sent_at", "string", "The path of the day or time of the step"},
    {"method", "string", "The path of a choice: hand, first_class_post, email and the rest"},
    {"regime", "string?", "statute, court_document, claim_form, homelessness, social_home_hazard"},
    {"label", "string?", "What an officer reads"},
});
constexpr auto ofChecks = std::to_array<OptionRow>({
    {"law", "string?", "The provision"},
    {"mark", "string?", "How far its source was read: V, V2, K, !"},
    {"code", "string?", "Stable name of the check"},
    {"warn", "boolean?", "Tells, does not refuse"},
    {"when", "string?", "Only where the condition holds"},
    {"field", "string?", "The field at fault"},
    {"waive", "string?", "Who may waive it, other than by its mark: never, legal, manager"},
});
constexpr auto ofWithin = std::to_array<OptionRow>({
    {"from", "string?", "The period begins with the day at this path"},
    {"day_after", "string?", "Or with the day after it"},
    {"after", "string?", "Or it is not counted"},
    {"to", "string", "The day that must be in time"},
});
constexpr auto ofCompared = std::to_array<OptionRow>({{"than", "string", "The day that it is compared with"}});
constexpr auto ofBounds = std::to_array<OptionRow>({
    {"hours", "integer?", "So many hours, from a time to a time"},
    {"from", "string?", "Where the time begins"},
    {"to", "string?", "Where it ends"},
    {"cap", "number|string|table?", "at_most: a number, a field, or law by date"},
    {"floor", "number|string|table?", "at_least: a number, a field, or law by date"},
    {"on", "string?", "The day that chooses among law by date"},
});
constexpr auto ofCites = std::to_array<OptionRow>({
    {"text", "string", "The path of the texts"},
    {"exhibits", "string", "The path of the exhibits"},
});
constexpr auto ofSums = std::to_array<OptionRow>({{"of", "string", "The path of the figures"}});
constexpr auto ofTests = std::to_array<OptionRow>({
    {"set", "table?", "Values to change, by their paths: visit_at, [\"works.1.start_on\"]"},
    {"without", "string[]?", "Paths to take out"},
    {"by", "string[]?", "refused, warned: the codes of the checks"},
    {"tells", "string[]?", "Texts in the sentences that the officer reads"},
    {"says", "string[]?", "Phrases that the document has"},
    {"never_says", "string[]?", "Phrases that it has not"},
    {"language", "string?", "en or cy"},
    {"on", "string?", "The day of the request; 2026-11-23 where it is not said"},
});

constexpr auto classes = std::to_array<OptionClass>({
    {"FieldOptions", "", ofFields},
    {"ChoiceOptions", "FieldOptions", ofChoices},
    {"NeedsOptions", "FieldOptions", ofNeeds},
    {"ListOptions", "FieldOptions", ofLists},
    {"PeriodOptions", "", ofPeriods},
    {"DeadlineOptions", "PeriodOptions", ofDeadlines},
    {"AgeOptions", "", ofAges},
    {"ServiceOptions", "", ofServices},
    {"CheckOptions", "", ofChecks},
    {"NamesOptions", "CheckOptions", {}},
    {"OneOfOptions", "CheckOptions", {}},
    {"WithinOptions", "CheckOptions, PeriodOptions", ofWithin},
    {"ComparedOptions", "CheckOptions, PeriodOptions", ofCompared},
    {"BoundOptions", "CheckOptions, PeriodOptions", ofBounds},
    {"CitesOptions", "CheckOptions", ofCites},
    {"SumOptions", "CheckOptions", ofSums},
    {"TestOptions", "", ofTests},
});

constexpr auto titles = std::to_array<std::pair<Group, std::string_view>>({
    {Group::Field, "Fields"},
    {Group::Derived, "Derived values"},
    {Group::Check, "Checks"},
    {Group::Declaration, "Declarations"},
    {Group::Text, "Texts for the page"},
    {Group::Test, "Tests"},
    {Group::Function, "Functions"},
    {Group::Words, "words"},
    {Group::Calendar, "calendar"},
    {Group::Page, "page"},
});

std::string text(std::string_view view) {
    return std::string(view);
}

/// "text: string, level?: integer" as names: "text, level".
std::vector<std::pair<std::string, std::string>> parametersOf(const HostName& name) {
    std::vector<std::pair<std::string, std::string>> all;
    std::string_view rest = name.parameters;
    int depth = 0;
    std::size_t start = 0;
    for (std::size_t at = 0; at <= rest.size() && !rest.empty(); ++at) {
        const char c = at == rest.size() ? ',' : rest[at];
        depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (c == ',' && depth == 0) {
            std::string_view one = rest.substr(start, at - start);
            one.remove_prefix(std::min(one.find_first_not_of(' '), one.size()));
            const std::size_t colon = one.find(": ");
            all.emplace_back(text(one.substr(0, colon)), text(one.substr(colon + 2)));
            start = at + 1;
        }
    }
    return all;
}

std::string plainName(const std::string& parameter) {
    return parameter.ends_with('?') ? parameter.substr(0, parameter.size() - 1) : parameter;
}

std::string callOf(const HostName& name) {
    std::string parameters;
    for (const auto& [parameter, type] : parametersOf(name)) {
        parameters += (parameters.empty() ? "" : ", ") + plainName(parameter);
    }
    return text(name.name) + "(" + parameters + ")";
}

std::string declarationOf(const HostName& name) {
    std::string lines = "---" + text(name.help) + ".\n";
    for (const auto& [parameter, type] : parametersOf(name)) {
        lines.append("---@param ").append(parameter).append(" ").append(type).append("\n");
    }
    if (!name.answers.empty()) {
        lines += "---@return " + text(name.answers) + "\n";
    }
    return lines + "function " + callOf(name) + " end\n\n";
}

std::string classText(const OptionClass& one) {
    std::string lines = "---@class " + text(one.name) + (one.parent.empty() ? "" : ": " + text(one.parent)) + "\n";
    for (const OptionRow& row : one.rows) {
        lines += "---@field " + text(row.name) + " " + text(row.type) + " " + text(row.help) + "\n";
    }
    return lines + "\n";
}

std::string cell(std::string_view words) {
    std::string result;
    for (const char c : words) {
        result += c == '|' ? std::string("\\|") : std::string(1, c);
    }
    return result;
}

std::string rowsOf(Group group, std::string_view title) {
    std::string lines = "\n## " + text(title) + "\n\n| name | takes | answers | what it is |\n|---|---|---|---|\n";
    for (const HostName& name : hostNames()) {
        if (name.group == group) {
            const std::string takes = name.parameters.empty() ? "" : "`" + cell(name.parameters) + "`";
            const std::string answers = name.answers.empty() ? "" : "`" + cell(name.answers) + "`";
            lines += "| `" + text(name.name) + "` | " + takes + " | " + answers + " | " + cell(name.help) + " |\n";
        }
    }
    return lines;
}

}  // namespace

std::string luaDeclarations(const std::vector<std::string>& families) {
    std::string lines =
        "---@meta\n-- Written by: engross types reference --lua. For editors; no script loads it.\n\n"
        "---@alias Text string|number|table\n---@class Field\n---@class Derived\n---@class Check\n\n";
    for (const OptionClass& one : classes) {
        lines += classText(one);
    }
    lines += "words = {}\ncalendar = {}\n---@class Page\npage = {}\n\n";
    for (const HostName& name : hostNames()) {
        lines += declarationOf(name);
    }
    for (const std::string& family : families) {
        lines += "---A document type of the family " + family + ".\n---@param declaration table\n---@return table\n" +
                 "function " + family + "(declaration) end\n\n";
    }
    lines.pop_back();
    return lines;
}

std::string luaReference(const std::vector<std::string>& families) {
    std::string lines =
        "# What a script may use\n\nWritten by `engross types reference` from the host's own table; a test fails when "
        "it is "
        "stale. How the parts go\ntogether is told in `document-types.md` and `families.md`.\n";
    for (const auto& [group, title] : titles) {
        lines += rowsOf(group, title);
    }
    lines += "\n## Families\n\nEach is a constructor of document types:";
    for (const std::string& family : families) {
        lines += " `" + family + "`";
    }
    lines += ".\n\n## Options\n";
    for (const OptionClass& one : classes) {
        lines += "\n### " + text(one.name) + "\n\n";
        if (!one.parent.empty()) {
            lines += "And those of " + text(one.parent) + ".\n" + (one.rows.empty() ? "" : "\n");
        }
        if (!one.rows.empty()) {
            lines += "| option | kind | what it is |\n|---|---|---|\n";
        }
        for (const OptionRow& row : one.rows) {
            lines += "| `" + text(row.name) + "` | `" + cell(row.type) + "` | " + cell(row.help) + " |\n";
        }
    }
    lines += "\n## Of Lua itself\n\n";
    std::string line;
    for (const std::string& name : allowedNames()) {
        line += (line.empty() ? "`" : ", `") + name + "`";
    }
    return lines + line + ".\n";
}

std::vector<std::string> luaGlobals(const std::vector<std::string>& families) {
    std::vector<std::string> globals = families;
    for (const HostName& name : hostNames()) {
        const std::string_view whole = name.name;
        if (name.group != Group::Page) {
            globals.emplace_back(whole.substr(0, whole.find('.')));
        }
    }
    for (const std::string& name : allowedNames()) {
        globals.push_back(name.substr(0, name.find('.')));
    }
    std::ranges::sort(globals);
    globals.erase(std::unique(globals.begin(), globals.end()), globals.end());
    return globals;
}

}  // namespace engross
