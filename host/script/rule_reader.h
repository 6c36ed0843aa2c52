#pragma once
#include "script/declaration_options.h"
#include "script/declared.h"

#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// What the rules of a type may name.
struct RuleScope {
    std::vector<const Field*> roots;     // fields and the derived values above
    std::vector<const Field*> computed;  // derived values whose kind only a script knows
    const LawData* law = nullptr;
    std::vector<std::string> attachments;                   // ids of schedules and enclosures
    const std::vector<ChoiceOption>* capacities = nullptr;  // of recipients; nullptr where there are none
    std::string type;                                       // for codes
};

/// Reads `derive = { … }`; each value may use those above it. The scope's roots grow by what was read, and stay valid
/// as long as the answer is not moved from.
[[nodiscard]] std::vector<DeriveRule> readDerives(const ScriptNode& table, std::size_t line, RuleScope& scope,
                                                  ScriptFaults& faults);

/// Reads `checks = { … }`.
[[nodiscard]] std::vector<CheckRule> readChecks(const ScriptNode& table, std::size_t line, const RuleScope& scope,
                                                ScriptFaults& faults);

/// Says of each check, and of those of which it is made, which script has its function.
void setSource(std::vector<CheckRule>& rules, const std::shared_ptr<const ScriptSource>& source);

/// The period that `days`, `weeks`, `months`, `years` or `working_days` give; a fault where none or two stand.
[[nodiscard]] Period readPeriod(Options& options, bool required, ScriptFaults& faults);

/// The option that names the first day (`day_after`, `after`, `beginning_with`), and with it how the period counts.
[[nodiscard]] std::string_view countedFrom(const Options& options, Period& period);

/// A path that must exist, of one of the kinds (any kind where none is named).
void checkPath(const std::string& path, const std::vector<FieldKind>& kinds, const Options& options,
               const RuleScope& scope, ScriptFaults& faults);

/// `where = "not recipients.copy"`: a condition on the elements of a list that the rule goes along; nothing where it is
/// not given.
[[nodiscard]] std::optional<Condition> readWhere(Options& options, const std::string& path, const RuleScope& scope,
                                                 ScriptFaults& faults);

}  // namespace engross
