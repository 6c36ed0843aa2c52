#pragma once
#include "store/database.h"

#include <memory>
#include <string>

namespace engross {

/// Opens or makes the SQLite file: write-ahead log, synchronous=FULL, foreign keys, one writer at a time, any number
/// of readers beside it. Other processes may use the same file. The log is copied into the store once it is `logPages`
/// long. Throws StoreError.
[[nodiscard]] std::unique_ptr<Database> openSqlite(const std::string& path, int logPages = 1000);

}  // namespace engross
