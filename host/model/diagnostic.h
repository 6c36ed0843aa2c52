#pragma once
#include "model/value.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

enum class Severity { Error, Warning };

/// Where a fault is: a span in a script, template or plan, or a JSON Pointer (RFC 6901) into the request.
struct Place {
    std::string file{};    // relative to the source folder; empty where the fault is in the request
    std::size_t line = 0;  // 1-based; 0 where unknown
    std::size_t column = 0;
    std::size_t length = 0;  // in characters, for the caret
    std::string source{};    // the text of that line
    std::string pointer{};   // "/fields/visit_at"; empty where the fault is in a file
    bool operator==(const Place&) const = default;
};

/// A fault in something a person wrote: shown to them, never logged as ours. Holds field names, never field values
/// that identify a person.
struct Diagnostic {
    std::string code{};  // stable, such as "HA04-s13-3"
    Severity severity = Severity::Error;
    Place where{};
    std::string message{};             // what is wrong
    std::string law{};                 // the provision, with its mark; empty where there is none
    std::vector<std::string> hints{};  // how to put it right
    bool operator==(const Diagnostic&) const = default;
};

/// Whether any of them refuses the work.
[[nodiscard]] bool refuses(const std::vector<Diagnostic>& diagnostics);

/// For a terminal: place, message, law, the source line with its caret, hints; ends with a newline. Control characters
/// of the source never reach the terminal, and a long source line is cut to what stands around the caret.
[[nodiscard]] std::string describe(const Diagnostic& diagnostic);

/// `{"code", "severity", "field", "message", "law", "hints"}` and, for a fault in a file, `"place"`.
[[nodiscard]] Value toValue(const Diagnostic& diagnostic);
[[nodiscard]] Diagnostic diagnosticFrom(const Value& value);

[[nodiscard]] std::string_view nameOf(Severity severity) noexcept;

/// The JSON Pointer of a member or an element of what `parent` points to; "~" and "/" in the name are escaped.
[[nodiscard]] std::string pointerTo(std::string_view parent, std::string_view member);
[[nodiscard]] std::string pointerTo(std::string_view parent, std::size_t index);

/// The candidate nearest to `word` in spelling, or empty where none is near: the "did you mean" of every message.
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace engross
