#pragma once
#include "model/diagnostic.h"
#include "model/json.h"
#include "model/request.h"
#include "words/messages.h"

#include <string>
#include <vector>

namespace engross {

/// The faults of a request's shape as a person reads them; codes "request-unknown-key", "request-missing" and the like.
[[nodiscard]] std::vector<Diagnostic> inWords(const std::vector<RequestFault>& faults, Language language);

/// Why a text is not JSON; `file` is empty for a posted body. Codes "json-malformed", "json-too-large" and the like.
[[nodiscard]] Diagnostic inWords(const JsonFault& fault, const std::string& file, const JsonLimits& limits,
                                 Language language);

}  // namespace engross
