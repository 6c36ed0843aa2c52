#pragma once
#include "model/value.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace engross {

struct JsonLimits {
    std::size_t bytes = 8U << 20U;
    int depth = 64;
    std::size_t members = 10'000;  // of one object
};

/// What stopped a text from being read as JSON.
struct JsonFault {
    enum class Kind { TooLarge, TooDeep, TooManyMembers, Malformed, RepeatedKey, NotUtf8, UnfitNumber };
    Kind kind;
    std::size_t line = 0;  // 1-based; 0 where no line is to blame
    std::string detail;    // the repeated key; the printable character that is out of place, empty where the text ended
};

struct JsonResult {
    std::optional<Value> value;  // absent exactly when there is a fault
    std::optional<JsonFault> fault;
};

/// Reads one JSON value (RFC 8259). A text above the limit is refused before it is parsed. A byte order mark at the
/// start is skipped. Whole numbers beyond 64 bits, and reals too large or too small for a double, are refused.
[[nodiscard]] JsonResult readJson(std::string_view text, const JsonLimits& limits = {});

enum class JsonStyle { Compact, Indented };

/// Writes JSON with members in their order, the shortest digits that read back the same, and no locale.
[[nodiscard]] std::string writeJson(const Value& value, JsonStyle style = JsonStyle::Compact);

/// As `writeJson` compact, with members sorted by their bytes: equal values give equal text, for hashing.
[[nodiscard]] std::string canonicalJson(const Value& value);

}  // namespace engross
