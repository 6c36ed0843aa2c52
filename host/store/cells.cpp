#include "store/cells.h"

#include <string>

namespace engross {

Cell toCell(Instant instant) {
    return std::int64_t{instant.time_since_epoch().count()};
}

Cell toCell(const Sha256& hash) {
    return hash.hex();
}

Instant instantIn(const Row& row, std::string_view column) {
    return Instant{std::chrono::milliseconds{row.integer(column)}};
}

Sha256 hashIn(const Row& row, std::string_view column) {
    const std::string& text = row.text(column);
    const auto hash = Sha256::fromHex(text);
    if (!hash) {
        throwDamaged(column, text);
    }
    return *hash;
}

void throwDamaged(std::string_view column, std::string_view found) {
    throw StoreError("store-damaged", "column " + std::string(column),
                     "holds '" + std::string(found.substr(0, 80)) + "', which was never written; restore a backup");
}

}  // namespace engross
