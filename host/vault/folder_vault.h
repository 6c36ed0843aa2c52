#pragma once
#include "model/identifier.h"
#include "vault/files.h"
#include "vault/vault.h"

#include <chrono>
#include <memory>
#include <string>

namespace engross {

/// A vault in a folder: objects at ab/cd/<hash>, unfinished files under incoming/. Each file is written under a
/// temporary name, flushed, renamed and its folder flushed, so that an object is whole or absent whenever the machine
/// stops. Safe for all threads and for many processes on one folder.
class FolderVault : public Vault {
public:
    /// Makes the folder where it is missing; its parent must be there. Throws VaultError.
    explicit FolderVault(std::string folder, std::shared_ptr<Files> files = posixFiles());

    Sha256 put(std::string_view bytes) override;
    Sha256 adopt(const std::string& path) override;
    [[nodiscard]] bool has(const Sha256& hash) const override;
    [[nodiscard]] std::string get(const Sha256& hash) const override;
    [[nodiscard]] std::string localPath(const Sha256& hash) const override;
    [[nodiscard]] std::uint64_t size(const Sha256& hash) const override;
    [[nodiscard]] std::string stagingFolder() const override;

    /// Removes unfinished files that nobody has written to for `age`, and answers how many there were.
    std::size_t sweep(Instant now, std::chrono::seconds age);

private:
    [[nodiscard]] std::string pathOf(const Sha256& hash) const;
    void publish(const std::string& temporary, const Sha256& hash);
    void makeDurableFolder(const std::string& path, const std::string& parent);
    [[nodiscard]] std::string temporaryPath() const;

    std::string folder_;
    std::shared_ptr<Files> files_;
};

}  // namespace engross
