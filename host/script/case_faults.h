#pragma once
#include "model/diagnostic.h"
#include "script/declared.h"
#include "words/messages.h"

#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// What is wrong with the facts of a case, in the words of the reader, each with its place and the provision that asks
/// for the fact.
class CaseFaults {
public:
    /// `type` and `faults` must outlive it.
    CaseFaults(const DocumentType& type, Language reader, std::vector<Diagnostic>& faults);

    /// While it lives, what is read belongs to `field`.
    class Inside {
    public:
        Inside(CaseFaults& faults, const Field& field);
        ~Inside();
        Inside(const Inside&) = delete;
        Inside& operator=(const Inside&) = delete;

    private:
        CaseFaults& faults_;
    };

    /// The fault stays valid until the next one is added.
    Diagnostic& add(const char* code, const std::string& pointer, std::string message);
    /// `near` is a name that was given and may have been meant; empty for none.
    void missing(const Field& field, const std::string& pointer, const std::string& near);
    void unknown(const std::string& name, const std::string& pointer, const std::vector<std::string>& known);
    void wrongKind(const Field& field, const std::string& pointer);
    /// Names a value outside the field's bounds; texts and lists are counted, dates are days since 1970.
    void bound(const Field& field, double value, const std::string& pointer);

    [[nodiscard]] std::string text(std::string_view key, Messages::Values values) const;
    /// How messages call a field: with the field that it belongs to before it.
    [[nodiscard]] std::string nameOf(const Field& field) const;

private:
    /// The provision of the innermost field that names one, or the type's.
    [[nodiscard]] std::string lawHere() const;
    [[nodiscard]] std::string figure(const Field& field, double value) const;

    const DocumentType& type_;
    const Messages& messages_;
    Language language_;
    std::vector<Diagnostic>& faults_;
    std::vector<const Field*> around_;  // the fields being read, outermost first
};

}  // namespace engross
