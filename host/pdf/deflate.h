#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace engross {

/// How hard deflating tries. Fast takes two thirds of the time, and two hundredths more bytes for a page's operators.
/// Least is for what repeats itself and is a small part of a file, such as the objects of a bundle's pages: half the
/// time, and a tenth more bytes.
enum class DeflateEffort { Least, Fast, Small };

/// The bytes in zlib form (RFC 1950), as /FlateDecode wants them. The same bytes give the same result.
[[nodiscard]] std::string deflated(std::string_view bytes, DeflateEffort effort = DeflateEffort::Small);

/// The bytes that were deflated. Throws std::logic_error where they are not ours, or more than `most`.
[[nodiscard]] std::string inflated(std::string_view bytes, std::size_t most);

}  // namespace engross
