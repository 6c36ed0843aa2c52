#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace engross {

/// How hard deflating tries. Of a page's operators, Fast takes three quarters of the time and makes five hundredths
/// more bytes; Least takes two fifths and makes a tenth more, as it does of what repeats itself, such as the objects of
/// a bundle's pages.
enum class DeflateEffort { Least, Fast, Small };

/// The bytes in zlib form (RFC 1950), as /FlateDecode wants them. The same bytes give the same result.
[[nodiscard]] std::string deflated(std::string_view bytes, DeflateEffort effort = DeflateEffort::Small);

/// The bytes that were deflated. Throws std::logic_error where they are not ours, or more than `most`.
[[nodiscard]] std::string inflated(std::string_view bytes, std::size_t most);

}  // namespace engross
