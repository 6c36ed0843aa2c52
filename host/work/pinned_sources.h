#pragma once
#include "model/identifier.h"
#include "model/request.h"
#include "script/catalogue.h"
#include "store/type_records.h"
#include "vault/vault.h"

#include <memory>
#include <mutex>
#include <optional>
#include <set>

namespace engross {

/// Keeps what accepted requests are pinned to, so that each can be made with it whatever is published or changed
/// meanwhile, and again years later. Safe for all threads.
class PinnedSources {
public:
    /// The vault outlives it.
    explicit PinnedSources(Vault& vault);

    /// Puts the sources of the closure into the vault, and answers what the transaction that accepts the request has to
    /// note. Nothing where `noted` was told of it before, or the catalogue keeps no sources. Throws VaultError.
    [[nodiscard]] std::optional<ClosureRecord> keep(const Catalogue& catalogue, const Request& request,
                                                    const Sha256& closure, Instant now);
    /// The transaction is committed.
    void noted(const Sha256& closure);

private:
    Vault& vault_;
    std::mutex mutex_;
    std::set<Sha256> noted_;
};

}  // namespace engross
