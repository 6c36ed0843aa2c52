#pragma once
#include "script/catalogue.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace engross::samples {

/// The catalogue of this source tree, loaded once.
[[nodiscard]] const Catalogue& catalogue();

/// A body of samples/requests, so that tests can change it and ask what the catalogue says.
class SampleRequest {
public:
    explicit SampleRequest(const std::string& type);

    /// Replaces what stands at a JSON Pointer into the facts: "/hazards/0/start_on". Facts that stand in `case` and
    /// in `fields` are reached by the same pointer. Throws std::logic_error where nothing stands there.
    SampleRequest& set(const std::string& pointer, Value value);
    SampleRequest& remove(const std::string& pointer);
    /// Adds a fact to `fields`.
    SampleRequest& add(const std::string& name, Value value);

    [[nodiscard]] const Value& body() const;
    [[nodiscard]] CheckResult check() const;
    [[nodiscard]] std::vector<Diagnostic> faults() const;
    /// The words of the composed document, blocks apart by newlines; empty where it was refused.
    [[nodiscard]] std::string text() const;

private:
    Value body_;
};

/// All words of a composition.
[[nodiscard]] std::string textOf(const Composition& composition);
/// The fault of that code, or nullptr.
[[nodiscard]] const Diagnostic* named(const std::vector<Diagnostic>& faults, const std::string& code);
/// All faults as a person reads them, for the message of a failed test.
[[nodiscard]] std::string told(const std::vector<Diagnostic>& faults);
[[nodiscard]] Value jsonOf(const std::string& path);

}  // namespace engross::samples
