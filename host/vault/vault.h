#pragma once
#include "model/error.h"
#include "model/sha256.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace engross {

class VaultError : public Error {
    using Error::Error;
};

/// Immutable objects under their SHA-256. An object is on disk before `put` returns, whole or not at all.
class Vault {
public:
    virtual ~Vault() = default;
    /// Stores the bytes; storing what is there already does nothing. Throws VaultError ("vault-full" is retryable).
    virtual Sha256 put(std::string_view bytes) = 0;
    /// Takes over the file at `path` (same file system where possible) as an object.
    virtual Sha256 adopt(const std::string& path) = 0;
    [[nodiscard]] virtual bool has(const Sha256& hash) const = 0;
    /// The whole object, checked against its hash. Throws VaultError ("vault-missing", "vault-damaged").
    [[nodiscard]] virtual std::string get(const Sha256& hash) const = 0;
    /// A read-only local file with the object's bytes, checked against its hash; valid while the vault lives.
    [[nodiscard]] virtual std::string localPath(const Sha256& hash) const = 0;
    [[nodiscard]] virtual std::uint64_t size(const Sha256& hash) const = 0;
};

}  // namespace engross
