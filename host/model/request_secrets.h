#pragma once
#include "model/request.h"
#include "model/seal.h"

#include <string_view>

namespace engross {

/// Closes the passwords of a request's exhibits and its protected terms: so it may be written down.
void closeSecrets(Request& request, const Seal& seal, std::string_view owner);

/// Opens what `closeSecrets` closed; whether all of it opened. What is not closed stays as it is.
[[nodiscard]] bool openSecrets(Request& request, const Seal& seal, std::string_view owner);

/// Whether any of them is closed.
[[nodiscard]] bool hasClosedSecrets(const Request& request);

}  // namespace engross
