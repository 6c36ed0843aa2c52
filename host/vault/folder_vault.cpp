#include "vault/folder_vault.h"

#include <sys/stat.h>

#include <array>
#include <fstream>
#include <functional>
#include <utility>

namespace engross {
namespace {

constexpr std::size_t blockBytes = 1U << 20U;
constexpr std::size_t randomBytesInName = 18;

/// Removes a temporary file unless it was renamed. An error on the way out hides behind the one that led here: the
/// sweep sees to what is left.
class Temporary {
public:
    Temporary(Files& files, std::string path) : files_(files), path_(std::move(path)) {}
    ~Temporary() {
        if (path_.empty()) {
            return;
        }
        try {
            files_.remove(path_);
        } catch (const VaultError&) {
            path_.clear();
        }
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;

    [[nodiscard]] const std::string& path() const noexcept {
        return path_;
    }
    void keep() noexcept {
        path_.clear();
    }

private:
    Files& files_;
    std::string path_;
};

[[noreturn]] void throwUnreadable(const std::string& subject) {
    throw VaultError("vault-failed", subject, "the file could not be read; look at the disk");
}

// Reads the file block by block and answers its hash.
Sha256 readThrough(const std::string& path, const std::string& subject,
                   const std::function<void(std::string_view)>& block) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throwUnreadable(subject);
    }
    Sha256Hasher hasher;
    std::string buffer(blockBytes, '\0');
    while (file) {
        file.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        const std::string_view read(buffer.data(), static_cast<std::size_t>(file.gcount()));
        hasher.add(read);
        block(read);
    }
    if (file.bad()) {
        throwUnreadable(subject);
    }
    return hasher.finish();
}

std::string objectName(const Sha256& hash) {
    return "object " + hash.hex();
}

void refuseDamaged(const Sha256& expected, const Sha256& found) {
    if (expected != found) {
        throw VaultError("vault-damaged", objectName(expected), "its bytes are not what was stored; restore a backup");
    }
}

}  // namespace

FolderVault::FolderVault(std::string folder, std::shared_ptr<Files> files)
    : folder_(std::move(folder)), files_(std::move(files)) {
    makeDurableFolder(folder_, folder_ + "/..");
    makeDurableFolder(stagingFolder(), folder_);
}

std::string FolderVault::stagingFolder() const {
    return folder_ + "/incoming";
}

std::string FolderVault::temporaryPath() const {
    return stagingFolder() + "/" + makeSecret(randomBytesInName);
}

std::string FolderVault::pathOf(const Sha256& hash) const {
    const std::string hex = hash.hex();
    return folder_ + "/" + hex.substr(0, 2) + "/" + hex.substr(2, 2) + "/" + hex;
}

// The parent is flushed even where the folder stood already: who made it may not have got so far.
void FolderVault::makeDurableFolder(const std::string& path, const std::string& parent) {
    files_->makeFolder(path);
    files_->syncFolder(parent);
}

void FolderVault::publish(const std::string& temporary, const Sha256& hash) {
    const std::string hex = hash.hex();
    const std::string outer = folder_ + "/" + hex.substr(0, 2);
    const std::string inner = outer + "/" + hex.substr(2, 2);
    makeDurableFolder(outer, folder_);
    makeDurableFolder(inner, outer);
    files_->makeReadOnly(temporary);
    files_->rename(temporary, pathOf(hash));
    files_->syncFolder(inner);
}

Sha256 FolderVault::put(std::string_view bytes) {
    const Sha256 hash = Sha256::of(bytes);
    Temporary temporary(*files_, temporaryPath());
    {
        const auto file = files_->create(temporary.path());
        file->write(bytes);
        file->sync();
    }
    publish(temporary.path(), hash);
    temporary.keep();
    return hash;
}

Sha256 FolderVault::adopt(const std::string& path) {
    if (!files_->sameFileSystem(path, folder_)) {
        Temporary copy(*files_, temporaryPath());
        const auto file = files_->create(copy.path());
        const Sha256 hash = readThrough(path, path, [&](std::string_view block) { file->write(block); });
        file->sync();
        publish(copy.path(), hash);
        copy.keep();
        files_->remove(path);
        return hash;
    }
    {
        Temporary unsure(*files_, path);
        files_->syncFile(path);
        unsure.keep();
    }
    const Sha256 hash = readThrough(path, path, [](std::string_view) {});
    publish(path, hash);
    return hash;
}

bool FolderVault::has(const Sha256& hash) const {
    struct stat facts = {};
    return ::stat(pathOf(hash).c_str(), &facts) == 0;
}

std::uint64_t FolderVault::size(const Sha256& hash) const {
    struct stat facts = {};
    if (::stat(pathOf(hash).c_str(), &facts) != 0) {
        throw VaultError("vault-missing", objectName(hash), "it is not in the vault; restore a backup");
    }
    return static_cast<std::uint64_t>(facts.st_size);
}

std::string FolderVault::get(const Sha256& hash) const {
    std::string bytes;
    bytes.reserve(size(hash));
    refuseDamaged(hash, readThrough(pathOf(hash), objectName(hash), [&](std::string_view block) { bytes += block; }));
    return bytes;
}

std::string FolderVault::localPath(const Sha256& hash) const {
    (void)size(hash);
    refuseDamaged(hash, readThrough(pathOf(hash), objectName(hash), [](std::string_view) {}));
    return pathOf(hash);
}

std::size_t FolderVault::sweep(Instant now, std::chrono::seconds age) {
    const auto oldest = std::chrono::floor<std::chrono::seconds>(now - age).time_since_epoch().count();
    std::size_t removed = 0;
    for (const Files::Entry& entry : files_->list(stagingFolder())) {
        if (entry.changedAtSeconds < oldest) {
            files_->remove(stagingFolder() + "/" + entry.name);
            ++removed;
        }
    }
    return removed;
}

}  // namespace engross
