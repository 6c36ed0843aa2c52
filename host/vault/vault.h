#pragma once
#include "model/error.h"
#include "model/sha256.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace engross {

/// Codes: "vault-full" (retryable), "vault-missing", "vault-damaged", "vault-fsync" (the host must stop),
/// "vault-failed".
class VaultError : public Error {
    using Error::Error;
};

/// Immutable objects under their SHA-256. An object is on disk before `put` returns, whole or not at all.
class Vault {
public:
    virtual ~Vault() = default;
    /// Stores the bytes; storing what is there already does nothing. Throws VaultError ("vault-full" is retryable).
    virtual Sha256 put(std::string_view bytes) = 0;
    /// Takes over the file at `path` as an object: by renaming it, or by copying and removing it where it is on another
    /// file system. Nobody may write to it any more. Where the disk does not confirm its bytes the file is removed, for
    /// they can be trusted no more, and whoever has them writes them to a new one.
    virtual Sha256 adopt(const std::string& path) = 0;
    [[nodiscard]] virtual bool has(const Sha256& hash) const = 0;
    /// The whole object, checked against its hash. Throws VaultError ("vault-missing", "vault-damaged").
    [[nodiscard]] virtual std::string get(const Sha256& hash) const = 0;
    /// A read-only local file with the object's bytes, checked against its hash; valid while the vault lives.
    [[nodiscard]] virtual std::string localPath(const Sha256& hash) const = 0;
    [[nodiscard]] virtual std::uint64_t size(const Sha256& hash) const = 0;
    /// A folder for files that are still being written and will be adopted: the rename is then free.
    [[nodiscard]] virtual std::string stagingFolder() const = 0;
};

}  // namespace engross
