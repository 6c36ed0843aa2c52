#pragma once
#include "vault/vault.h"

#include <string>

namespace engross {

/// A folder for the unfinished work of one process, removed with everything in it when the object goes. Folders that
/// dead processes left are removed when the next one is made.
class WorkFolder {
public:
    /// Makes a new folder inside `parent`, which is made too. Throws WorkError ("scratch").
    explicit WorkFolder(const std::string& parent);
    ~WorkFolder();
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;

    [[nodiscard]] const std::string& path() const noexcept;
    /// A new empty folder inside, for one task. The caller removes it.
    [[nodiscard]] std::string makeFolder(const std::string& name) const;

private:
    std::string path_;
    int lock_ = -1;
};

/// Where a worker leaves what it made: files named by their SHA-256 in one folder, for the host to take over. Not
/// durable, and no place to keep anything.
class ScratchVault : public Vault {
public:
    explicit ScratchVault(std::string folder);
    Sha256 put(std::string_view bytes) override;
    Sha256 adopt(const std::string& path) override;
    [[nodiscard]] bool has(const Sha256& hash) const override;
    [[nodiscard]] std::string get(const Sha256& hash) const override;
    [[nodiscard]] std::string localPath(const Sha256& hash) const override;
    [[nodiscard]] std::uint64_t size(const Sha256& hash) const override;
    [[nodiscard]] std::string stagingFolder() const override;

private:
    std::string folder_;
};

/// The whole file, or a throw of `Error` ("file-read") that names it.
[[nodiscard]] std::string readFile(const std::string& path);
/// Writes the whole file; throws WorkError ("disk-full", "scratch").
void writeFile(const std::string& path, std::string_view bytes);
/// SHA-256 of a file, piece by piece.
[[nodiscard]] Sha256 hashFile(const std::string& path);

}  // namespace engross
