#pragma once
#include "model/identifier.h"
#include "store/database.h"

#include <string>
#include <vector>

namespace engross {

/// One step of the schema, applied whole or not at all. Numbers rise by one and a published step is never changed.
struct Migration {
    int number;
    std::string name;
    std::vector<std::string> statements;
};

/// The schema of every room, oldest step first.
[[nodiscard]] const std::vector<Migration>& migrations();

/// Brings the store to the newest schema, each step in a transaction of its own. Throws StoreError; "store-newer"
/// where the store has steps that this program does not know.
void migrate(Database& database, Instant now);
void migrate(Database& database, const std::vector<Migration>& steps, Instant now);

/// The number of the newest step that the store has; 0 for an empty store.
[[nodiscard]] int schemaVersion(Database& database);

/// Writes to the store and waits until it is on disk, without changing anything. Throws StoreError.
void proveWritable(Database& database);

}  // namespace engross
