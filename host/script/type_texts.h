#pragma once
#include "letter/template.h"
#include "script/declared.h"
#include "script/library.h"

#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace engross {

/// The shared clauses, templates/clauses/<name>.<language>.md, each read once.
class Clauses {
public:
    explicit Clauses(const Library& library);

    /// Nothing where there is no such clause.
    [[nodiscard]] std::optional<ClauseText> find(const std::string& name, Language language) const;
    /// Names of all clauses, without language, sorted.
    [[nodiscard]] std::vector<std::string> names() const;

private:
    const Library& library_;
    mutable std::mutex mutex_;
    mutable std::map<std::string, std::optional<std::string>> read_;
};

/// The texts of one type in one language, parsed. Immutable.
class TypeTexts {
public:
    TypeTexts(const DocumentType& type, Language language, const Clauses& clauses);

    /// Faults of the texts: of their form, names that are no fields, values that may be missing where they stand, and
    /// demanded clauses that are not said exactly when their check demands it.
    [[nodiscard]] const std::vector<Diagnostic>& faults() const noexcept;
    /// The parsed text of a part, or nullptr where it has faults of form.
    [[nodiscard]] const Template* part(std::size_t index) const;
    /// The parsed clause that the family says itself, or nullptr where there is none.
    [[nodiscard]] const Template* clause(const std::string& name) const;
    /// Every clause that a text or the family uses, with its text: for the closure.
    [[nodiscard]] const std::map<std::string, std::string>& usedClauses() const noexcept;

private:
    void missingClause(const std::string& name, const Place& where, Language language, const Clauses& clauses);

    std::vector<std::optional<Template>> parts_;
    std::map<std::string, Template> clauses_;
    std::map<std::string, std::string> used_;
    std::vector<Diagnostic> faults_;
};

}  // namespace engross
