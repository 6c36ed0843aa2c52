#pragma once
#include <string>
#include <string_view>

namespace engross {

/// The description of the HTTP interface (OpenAPI 3.1), as JSON, with the program's version in it.
[[nodiscard]] std::string openApiDocument(std::string_view version);

}  // namespace engross
