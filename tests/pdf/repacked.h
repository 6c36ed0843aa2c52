#pragma once
#include <string>

namespace engross {

enum class Packing { ObjectStreams, Linear, Locked };

/// The same file written by libqpdf in another way: with object streams and a cross-reference stream, linearized, or
/// encrypted so that it opens without a password.
[[nodiscard]] std::string repacked(const std::string& pdf, Packing packing);

}  // namespace engross
