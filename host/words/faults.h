#pragma once
#include "model/diagnostic.h"
#include "model/json.h"
#include "model/request.h"
#include "words/messages.h"

#include <string>

namespace engross {

/// The fault of a JSON text in words. `file` is what a person calls the text, empty for the body of a request.
[[nodiscard]] Diagnostic diagnosticOf(const JsonFault& fault, const JsonLimits& limits, const std::string& file,
                                      Language language);

/// The fault of a request's shape in words, with its pointer and a suggestion.
[[nodiscard]] Diagnostic diagnosticOf(const RequestFault& fault, Language language);

}  // namespace engross
