#pragma once
#include <string>
#include <string_view>

namespace engross {

/// The bytes in zlib form (RFC 1950), as /FlateDecode wants them. The same bytes give the same result.
[[nodiscard]] std::string deflated(std::string_view bytes);

}  // namespace engross
