#include "command/data_folder.h"

#include "command/command_error.h"
#include "command/key_file.h"
#include "model/json.h"
#include "store/migrations.h"
#include "store/sqlite_database.h"
#include "vault/files.h"

#include <cstdlib>
#include <filesystem>
#include <utility>

namespace engross {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::hours kUnfinishedKept{24};  // uploads that broke off

std::string pathFrom(const Arguments& arguments) {
    const char* variable = std::getenv("ENGROSS_DATA");
    return arguments.valueOr("data", variable == nullptr ? "var" : variable);
}

void witness(Transaction& transaction, const JobChange& change, Instant now) {
    Trail{transaction}.append({.at = now,
                               .actor = change.actor,
                               .action = "request." + std::string(nameOf(change.verb)),
                               .subject = change.jobId,
                               .request = {},
                               .details = canonicalJson(Object{
                                   {"from", nameOf(change.from)}, {"to", nameOf(change.to)}, {"note", change.note}})});
}

// A folder whose name is not on the disk would go with everything in it when the power fails. Where the folder above
// may not be read by us, somebody else made this one, and long before.
void makeDurable(const fs::path& folder, Files& files) {
    const fs::path above = folder.parent_path();
    if (folder.empty() || above == folder) {
        return;
    }
    const bool isNew = !fs::exists(folder);
    if (isNew) {
        makeDurable(above, files);
        files.makeFolder(folder.string());
    }
    try {
        files.syncFolder(above.string());
    } catch (const VaultError& error) {
        if (isNew || error.code() == "vault-fsync") {
            throw;
        }
    }
}

}  // namespace

DataFolder::DataFolder(std::string path) : path_(std::move(path)) {
    try {
        makeDurable(fs::absolute(path_).lexically_normal(), *posixFiles());
    } catch (const VaultError& error) {
        throw CommandError("data-missing", path_, error.what());
    }
    database_ = openSqlite((fs::path(path_) / "engross.sqlite").string());
    migrate(*database_, systemNow());
    queue_ = std::make_unique<Queue>(*database_, QueueSettings{}, witness);
    vault_ = std::make_unique<FolderVault>((fs::path(path_) / "vault").string());
    (void)vault_->sweep(systemNow(), kUnfinishedKept);
    seal_ = sealOf((fs::absolute(path_) / "key").string());
}

DataFolder::DataFolder(const Arguments& arguments) : DataFolder(pathFrom(arguments)) {}

Database& DataFolder::database() noexcept {
    return *database_;
}

Queue& DataFolder::queue() noexcept {
    return *queue_;
}

FolderVault& DataFolder::vault() noexcept {
    return *vault_;
}

const Seal& DataFolder::seal() const noexcept {
    return *seal_;
}

const std::string& DataFolder::path() const noexcept {
    return path_;
}

std::string DataFolder::scratch() const {
    return (fs::path(path_) / "scratch").string();
}

}  // namespace engross
