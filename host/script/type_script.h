#pragma once
#include "script/case_binding.h"
#include "script/declared.h"
#include "script/sandbox.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace engross {

/// What a check's function answers: `true`, or `false` and perhaps which element of the check's field is at fault, by
/// its number from 1 or by a name that the officer knows it by.
struct ScriptVerdict {
    bool good = false;
    std::size_t element = 0;  // 0 where none is named
    std::string named{};
};

/// What runs the functions of one type's checks and derived values: a sandbox of its own, started when first needed.
class TypeScript {
public:
    /// All of them outlive this.
    TypeScript(const DocumentType& type, const std::vector<std::string>& families,
               const std::vector<std::string>& lawNames, const CaseScope& scope);

    /// What the function at the path says of the case; nothing, and a fault, where it fails. `part` is the script that
    /// has it; nullptr for the type's own.
    [[nodiscard]] std::optional<ScriptVerdict> test(const ScriptSource* part, const std::vector<std::string>& path,
                                                    std::vector<Diagnostic>& faults);
    /// What the function at the path answers; `kind` becomes what it is.
    [[nodiscard]] std::optional<Datum::Content> value(const ScriptSource* part, const std::vector<std::string>& path,
                                                      FieldKind& kind, std::vector<Diagnostic>& faults);

private:
    bool call(const ScriptSource& source, const std::vector<std::string>& path,
              const std::function<void(lua_State*)>& take, std::vector<Diagnostic>& faults);

    const DocumentType& type_;
    const std::vector<std::string>& families_;
    const std::vector<std::string>& lawNames_;
    const CaseScope& scope_;
    std::unique_ptr<Sandbox> sandbox_;
    std::set<const ScriptSource*> run_;  // whose declarations the sandbox holds
    bool failed_ = false;
};

}  // namespace engross
