#pragma once
#include "command/home.h"
#include "script/catalogue.h"
#include "store/database.h"
#include "vault/vault.h"

#include <cstdint>
#include <vector>

namespace engross {

/// The number of the newest move of any published type: while it stays, what is in use stays.
[[nodiscard]] std::int64_t newestMove(Database& database);

/// Every version that is in use, with its files out of the vault. A version whose package is missing or damaged says so
/// in `unreadable`. Throws StoreError, VaultError.
[[nodiscard]] std::vector<PublishedType> publishedTypes(Database& database, const Vault& vault);

/// The types of a command that works with a store: published versions in place of what the folder says of them.
[[nodiscard]] Types withPublished(Types types, const std::string& home, Database& database, const Vault& vault);

}  // namespace engross
