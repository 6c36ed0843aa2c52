#pragma once
#include "calendar/calendar.h"
#include "calendar/period.h"
#include "calendar/service.h"
#include "model/diagnostic.h"
#include "model/field.h"
#include "model/request.h"
#include "script/catalogue.h"
#include "script/script_source.h"
#include "words/messages.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// A text that may stand in several languages; English where the asked-for one is missing.
struct LocalText {
    std::string english;
    std::string welsh;

    [[nodiscard]] const std::string& in(Language language) const noexcept;
    [[nodiscard]] bool empty() const noexcept;
    bool operator==(const LocalText&) const = default;
};

/// `keys`, `not continuing`, `outcome.refused`.
struct Condition {
    std::string path;
    bool negated = false;
    bool operator==(const Condition&) const = default;
};

[[nodiscard]] Condition conditionFrom(const std::string& text);

/// A sum or number that the law sets from a day on.
struct DatedAmount {
    std::optional<Day> from;
    std::optional<Day> to;
    double value = 0;
    std::string law;
    std::string mark;
};

/// plugins/law, merged.
struct LawData {
    std::map<std::string, std::vector<ChoiceOption>> choices;
    std::map<std::string, std::vector<DatedAmount>> byDate;
    Calendar calendar;
    bool hasHolidays = false;

    [[nodiscard]] std::vector<std::string> names() const;
};

/// One check as declared; `docs/document-types.md` section 5 says what each holds.
struct CheckRule {
    enum class Kind {
        Within,
        NotBefore,
        NotAfter,
        AtLeast,
        AtMost,
        MustSay,
        MustAttach,
        MustServe,
        MustCopy,
        Cites,
        SumsTo,
        IsTrue,
        IsFalse,
        OneOf,
        Custom
    };
    /// Who may waive it. ByMark: nobody where its source was read ([V]), the council's legal sign-off where not.
    /// Legal: that sign-off also for [V], where the law leaves a choice. Manager: in an emergency a named manager too.
    enum class Waiving { ByMark, Never, Legal, Manager };
    Kind kind = Kind::Custom;
    Waiving waiving = Waiving::ByMark;
    std::string code;
    std::string law;
    std::string mark = "K";
    Severity severity = Severity::Error;
    std::optional<Condition> when;
    std::optional<Condition> where;  // along a list: only elements of which it holds are judged
    std::size_t line = 0;
    std::string field;                // the value that is judged
    std::string other;                // what it is judged by: than, from, of, exhibits
    Period period{};                  // Within, NotBefore, NotAfter, AtLeast
    int hours = 0;                    // AtLeast: elapsed hours instead of a period; 0 for none
    bool bounded = false;             // AtLeast, AtMost: by `bound`, `boundPath` or `byDate`
    std::optional<double> bound;      // a number, or pounds
    std::string boundPath;            // a field
    std::vector<DatedAmount> byDate;  // law by date
    std::string on;                   // the date that chooses among `byDate`
    std::vector<std::string> names;   // MustSay, MustAttach, MustServe, MustCopy
    LocalText sentence;               // Custom
    std::vector<std::string> function;
    std::shared_ptr<const ScriptSource> source{};  // of a part or the family; absent for the type's own
    std::vector<CheckRule> parts;                  // OneOf
};

struct DeriveRule {
    enum class Kind { Deadline, EarliestDay, Latest, Earliest, Total, Count, Joined, AgeOn, ServiceDay, Custom };
    enum class Move { None, Next, Previous };  // off a day that is no working day
    Kind kind = Kind::Custom;
    Field field;  // its name, label and kind, as if it were asked for
    std::string path;
    std::string other{};  // AgeOn: the day; ServiceDay: the method
    Period period{};
    int clearDays = 0;    // Deadline: above 0 in place of the period
    bool before = false;  // so many clear days before the day at the path, not after it
    Move move = Move::None;
    ServiceRegime regime = ServiceRegime::Statute;
    std::optional<Condition> when{};   // empty where it does not hold
    std::optional<Condition> where{};  // along a list: only elements of which it holds count
    std::size_t line = 0;
    std::vector<std::string> function;
    std::shared_ptr<const ScriptSource> source{};  // of a part or the family; absent for the type's own
};

/// A Markdown text of a type, in the languages in which it stands.
struct TextPart {
    struct Version {
        std::string file;
        std::size_t firstLine = 1;
        std::string text;
        bool present = false;
    };
    std::string key;                  // "body", "appeal", "schedules[1].body"
    std::array<Version, 2> versions;  // by Language

    [[nodiscard]] const Version& in(Language language) const;
};

/// A value of a key that a family declares for its types, read and checked.
struct Declared {
    enum class Kind { Nothing, Text, Markdown, Number, Boolean, List, Record };
    Kind kind = Kind::Nothing;
    LocalText text;        // Text, and the value of a choice or a field path
    std::size_t part = 0;  // Markdown: index into DocumentType::texts
    double number = 0;
    bool boolean = false;
    std::vector<Declared> items;
    std::vector<std::pair<std::string, Declared>> members;  // every declared key, given or not

    [[nodiscard]] const Declared* find(std::string_view name) const;
    /// The member's English text, or empty.
    [[nodiscard]] std::string textOf(std::string_view name) const;
};

/// One key of a family's `declares`.
struct DeclareRule {
    enum class Kind { Text, Markdown, Number, Boolean, Choice, FieldPath, List, Record };
    std::string name;
    Kind kind = Kind::Text;
    bool optional = false;
    std::vector<std::string> values;   // Choice
    std::vector<DeclareRule> members;  // Record; the single element of a List
};

/// plugins/<family>/plugin.lua
struct TypeFamily {
    std::string name;
    std::string version;
    std::string makes;
    std::vector<Field> fields;
    std::map<std::string, Value> defaults;  // of fields: a value of the kind, "today" or "case_ref"
    std::vector<DeriveRule> derives;
    std::vector<CheckRule> checks;
    std::vector<DeclareRule> declares;
    std::vector<std::string> clauses;  // that its compose always says
    std::map<std::string, LocalText> phrases;
    std::string lawDate;
    bool hasBody = true;
    bool composesBundle = false;
    std::shared_ptr<const ScriptSource> source;
};

/// One document type, read and checked but for its texts.
struct DocumentType {
    TypeSummary summary;
    LocalText title;
    std::optional<Day> from;
    std::optional<Day> to;
    std::string lawDate;
    std::shared_ptr<const TypeFamily> family;
    std::map<std::string, Value> defaults;
    std::vector<DeriveRule> derives;
    std::vector<CheckRule> checks;  // the family's, then the type's own
    std::vector<TextPart> texts;
    std::optional<std::size_t> body;
    Declared declared;
    std::vector<ChoiceOption> capacities;
    std::optional<Request> example;
    std::shared_ptr<const ScriptSource> source;
    std::vector<std::shared_ptr<const ScriptSource>> parts;  // of the family, that it uses
    bool runsFunctions = false;                              // a check or derived value calls Lua
};

}  // namespace engross
