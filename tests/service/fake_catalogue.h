#pragma once
#include "script/catalogue.h"

#include <string>
#include <vector>

namespace engross {

/// Two types: "letter" wants a field "reason" and warns without "hint"; "bundle" wants nothing.
class FakeCatalogue : public Catalogue {
public:
    FakeCatalogue() {
        letter_.id = "letter";
        letter_.title = "Letter";
        letter_.family = "letter";
        letter_.languages = {"en", "cy"};
        letter_.schema.fields = {Field{.name = "reason", .label = "Reason"}};
        bundle_.id = "bundle";
        bundle_.title = "Bundle";
        bundle_.family = "bundle";
        bundle_.isBundle = true;
    }
    [[nodiscard]] const std::vector<Diagnostic>& faults() const override {
        return none_;
    }
    [[nodiscard]] std::vector<Diagnostic> faultsOf(const std::string& /*id*/) const override {
        return none_;
    }
    [[nodiscard]] std::vector<std::string> houses() const override {
        return {"example-council"};
    }
    [[nodiscard]] std::vector<Diagnostic> faultsOfHouse(const std::string& /*name*/,
                                                        Language /*reader*/) const override {
        return {};
    }
    [[nodiscard]] std::vector<std::string> ids() const override {
        return {"bundle", "letter"};
    }
    [[nodiscard]] const TypeSummary* find(const std::string& id) const override {
        return id == "letter" ? &letter_ : id == "bundle" ? &bundle_ : nullptr;
    }
    [[nodiscard]] std::optional<Request> example(const std::string& /*id*/) const override {
        return std::nullopt;
    }
    [[nodiscard]] CheckResult check(const Request& request, Instant /*now*/, Language /*reader*/) const override {
        CheckResult result;
        if (request.type == "letter" && request.fields.textOr("reason", "").empty()) {
            result.diagnostics.push_back(fault("GEN-01", Severity::Error, "/fields/reason"));
        }
        if (request.type == "letter" && request.fields.textOr("hint", "").empty()) {
            result.diagnostics.push_back(fault("GEN-02", Severity::Warning, "/fields/hint"));
        }
        return result;
    }
    std::optional<Composition> compose(const CheckedCase& /*checked*/, const Part& /*part*/,
                                       std::vector<Diagnostic>& /*faults*/) const override {
        return std::nullopt;
    }
    [[nodiscard]] std::optional<Sha256> closure(const Request& request, Instant /*now*/) const override {
        return Sha256::of("closure of " + request.type);
    }
    [[nodiscard]] const Calendar& calendar() const override {
        return calendar_;
    }

private:
    static Diagnostic fault(std::string code, Severity severity, std::string pointer) {
        Diagnostic diagnostic;
        diagnostic.code = std::move(code);
        diagnostic.severity = severity;
        diagnostic.where.pointer = std::move(pointer);
        diagnostic.message = "say why";
        diagnostic.law = "s.1 [V]";
        return diagnostic;
    }

    TypeSummary letter_;
    TypeSummary bundle_;
    std::vector<Diagnostic> none_;
    Calendar calendar_;
};

}  // namespace engross
