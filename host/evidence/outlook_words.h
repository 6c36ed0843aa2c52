#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace engross {

/// A field of an e-mail's head (RFC 5322 2.2), by its name in small letters; its lines joined. Nothing where there is
/// none.
[[nodiscard]] std::string headerIn(std::string_view headers, std::string_view field);

/// What stands in the angle brackets of a field, or the field where it is an address and no more.
[[nodiscard]] std::string addressIn(std::string_view field);

/// "Ms A. Example <a@example.org>"; a name with a comma stands in quotation marks, as in an e-mail's head.
[[nodiscard]] std::string personOf(std::string_view name, std::string_view address);

/// By a clock in London, in the words of an e-mail's head: "Tue, 2 Jun 2026 10:00:00 +0100". Counted in hundreds of
/// nanoseconds since the beginning of 1601; nothing for a time beyond the year 9999.
[[nodiscard]] std::string londonTime(std::uint64_t ticks);

}  // namespace engross
