#pragma once
#include "vault/vault.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// The few calls to the file system from which the vault is made, one system call each, so that a test can make every
/// one of them fail. All throw VaultError: "vault-full" (retryable) where there is no space, "vault-fsync" where the
/// disk did not confirm a write, "vault-failed" otherwise. A flush is never tried again: the system may take what it
/// could not write for written. A file that was not flushed is thrown away; a folder cannot be, so that a full disk is
/// "vault-fsync" there.
class Files {
public:
    /// A file that is open for writing.
    class Output {
    public:
        virtual ~Output() = default;
        virtual void write(std::string_view bytes) = 0;
        virtual void sync() = 0;
    };

    struct Entry {
        std::string name;
        std::int64_t changedAtSeconds = 0;  // since 1970
    };

    virtual ~Files() = default;
    /// A new file; refused where there is one of that name.
    [[nodiscard]] virtual std::unique_ptr<Output> create(const std::string& path) = 0;
    virtual void syncFile(const std::string& path) = 0;
    virtual void makeReadOnly(const std::string& path) = 0;
    virtual void rename(const std::string& from, const std::string& to) = 0;
    /// Whether both are on one file system, so that a rename can take the place of a copy.
    [[nodiscard]] virtual bool sameFileSystem(const std::string& left, const std::string& right) = 0;
    virtual void syncFolder(const std::string& path) = 0;
    /// Does nothing where it stands already.
    virtual void makeFolder(const std::string& path) = 0;
    virtual void remove(const std::string& path) = 0;
    [[nodiscard]] virtual std::vector<Entry> list(const std::string& folder) = 0;
};

[[nodiscard]] std::shared_ptr<Files> posixFiles();

}  // namespace engross
