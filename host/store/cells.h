#pragma once
#include "model/identifier.h"
#include "model/sha256.h"
#include "store/database.h"

#include <string_view>

namespace engross {

/// How moments and digests stand in cells. The readers throw StoreError "store-damaged" where a cell holds no such
/// thing.
[[nodiscard]] Cell toCell(Instant instant);
[[nodiscard]] Cell toCell(const Sha256& hash);
[[nodiscard]] Instant instantIn(const Row& row, std::string_view column);
[[nodiscard]] Sha256 hashIn(const Row& row, std::string_view column);

/// Thrown where a row holds what this program never writes.
[[noreturn]] void throwDamaged(std::string_view column, std::string_view found);

}  // namespace engross
