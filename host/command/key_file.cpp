#include "command/key_file.h"

#include "command/command_error.h"
#include "model/identifier.h"
#include "vault/files.h"

#include <filesystem>
#include <fstream>

namespace engross {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t randomBytesInName = 9;

// A link, not a rename: whoever comes second to the name takes the key of the first.
void makeKey(const std::string& path) {
    const auto files = posixFiles();
    const std::string unfinished = path + "-" + makeSecret(randomBytesInName);
    {
        const auto file = files->create(unfinished);
        file->write(Seal::newKey() + "\n");
        file->sync();
    }
    std::error_code taken;
    fs::create_hard_link(unfinished, path, taken);
    files->remove(unfinished);
    files->syncFolder(fs::path(path).parent_path().string());
    if (taken && taken != std::errc::file_exists) {
        throw CommandError("key-damaged", path, "the key could not be written: " + taken.message());
    }
}

}  // namespace

Seal sealOf(const std::string& keyFile) {
    if (!fs::exists(keyFile)) {
        makeKey(keyFile);
    }
    std::ifstream file(keyFile);
    std::string key;
    std::getline(file, key);
    const auto seal = Seal::withKey(key);
    if (!seal) {
        throw CommandError("key-damaged", keyFile, "holds no key; restore it from a backup");
    }
    return *seal;
}

}  // namespace engross
