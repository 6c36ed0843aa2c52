#pragma once
#include "model/value.h"
#include "script/catalogue.h"

namespace engross {

/// The fields of a type as JSON Schema 2020-12, for programs that build requests. Rules between fields are the
/// catalogue's alone.
[[nodiscard]] Value jsonSchemaOf(const TypeSummary& type);

}  // namespace engross
