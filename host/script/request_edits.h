#pragma once
#include "model/request.h"

#include <string>

namespace engross {

// Changes to the facts of a request by path, for tests of document types. A path is names joined by dots; a number is
// an element of a list, counted from 1. A first name that stands in neither `fields` nor `case` becomes a field.

/// Puts a value at the path; a number one past the end adds an element. False where the path leads through what is no
/// record and no list.
[[nodiscard]] bool setFact(Request& request, const std::string& path, const Value& value);
/// Takes out what stands at the path; false where nothing does.
[[nodiscard]] bool removeFact(Request& request, const std::string& path);

}  // namespace engross
