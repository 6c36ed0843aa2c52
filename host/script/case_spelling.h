#pragma once
#include "model/value.h"
#include "script/declared.h"

namespace engross {

/// Whether it is a text of nothing but white space, which counts as not given.
[[nodiscard]] bool isBlank(const Value& value);

/// Persons and the like may be given by their one telling part – a name, an address, a mark: the whole record.
[[nodiscard]] Value spelledOut(const Field& field, const Value& value);

}  // namespace engross
