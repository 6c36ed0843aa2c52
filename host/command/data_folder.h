#pragma once
#include "audit/trail.h"
#include "command/arguments.h"
#include "model/seal.h"
#include "queue/queue.h"
#include "store/database.h"
#include "vault/folder_vault.h"

#include <memory>
#include <optional>
#include <string>

namespace engross {

/// The folder of a service: engross.sqlite, vault/, scratch/, key. Opening it makes what is missing and brings the
/// store to the newest schema.
class DataFolder {
public:
    /// Throws StoreError, VaultError, CommandError ("data-missing", "key-damaged").
    explicit DataFolder(std::string path);
    /// --data, else ENGROSS_DATA, else "var".
    explicit DataFolder(const Arguments& arguments);

    [[nodiscard]] Database& database() noexcept;
    /// The queue, whose every change of state is written to the trail.
    [[nodiscard]] Queue& queue() noexcept;
    [[nodiscard]] FolderVault& vault() noexcept;
    /// What closes secrets that are written down.
    [[nodiscard]] const Seal& seal() const noexcept;
    [[nodiscard]] const std::string& path() const noexcept;
    [[nodiscard]] std::string scratch() const;

private:
    std::string path_;
    std::unique_ptr<Database> database_;
    std::unique_ptr<Queue> queue_;
    std::unique_ptr<FolderVault> vault_;
    std::optional<Seal> seal_;
};

}  // namespace engross
