#pragma once
#include "pdf/digest.h"

#include <optional>
#include <string>
#include <string_view>

namespace engross {

/// The digest of a source of that many bytes, as bytes to be kept: the same on every machine, and equal digests give
/// equal bytes. They end with their own SHA-256: `isSound` can tell places and ranges, but not whether an object's hash
/// is still that of what it says.
[[nodiscard]] std::string storedDigest(const Digest& digest, std::uint64_t sourceBytes);

/// Such bytes with the SHA-256 that belongs behind them.
[[nodiscard]] std::string sealedDigest(std::string bytes);

/// The digest that such bytes hold; nothing where they are of another version, made for a source of another length, cut
/// short, changed since they were sealed, or not sound. Whatever the bytes are, nothing else happens.
[[nodiscard]] std::optional<Digest> digestFrom(std::string_view bytes, std::uint64_t sourceBytes);

}  // namespace engross
