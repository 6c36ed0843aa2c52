#include "work/scratch.h"

#include "model/identifier.h"
#include "work/work_error.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>
#include <vector>

namespace engross {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kLockName = "lock";

[[noreturn]] void refuse(const std::string& path, const std::string& why, int number) {
    const bool full = number == ENOSPC || number == EDQUOT;
    throw WorkError(full ? "disk-full" : "scratch", path, why, full ? Error::Retry::Yes : Error::Retry::No);
}

int lockOf(const fs::path& folder, int openFlags, int lockFlags) {
    const int file = ::open((folder / kLockName).c_str(), openFlags | O_RDWR | O_CLOEXEC, 0600);
    if (file >= 0 && ::flock(file, LOCK_EX | lockFlags) != 0) {
        ::close(file);
        return -1;
    }
    return file;
}

void removeAbandoned(const fs::path& parent) {
    std::error_code fault;
    std::vector<fs::path> abandoned;
    for (const auto& entry : fs::directory_iterator(parent, fault)) {
        if (const int file = lockOf(entry.path(), 0, LOCK_NB); file >= 0) {
            abandoned.push_back(entry.path());
            ::close(file);
        }
    }
    for (const auto& folder : abandoned) {
        fs::remove_all(folder, fault);
    }
}

}  // namespace

WorkFolder::WorkFolder(const std::string& parent) {
    std::error_code fault;
    fs::create_directories(parent, fault);
    // Held while folders come and go: a folder whose lock is not taken yet must not look abandoned.
    const int turn = lockOf(parent, O_CREAT, 0);
    removeAbandoned(parent);
    path_ = (fs::absolute(parent) / makeUuid(systemNow())).string();
    fs::create_directory(path_, fault);
    lock_ = fault ? -1 : lockOf(path_, O_CREAT, LOCK_NB);
    const int number = fault ? fault.value() : errno;
    if (turn >= 0) {
        ::close(turn);
    }
    if (lock_ < 0) {
        refuse(path_, std::strerror(number), number);
    }
}

WorkFolder::~WorkFolder() {
    std::error_code fault;
    fs::remove_all(path_, fault);
    ::close(lock_);
}

const std::string& WorkFolder::path() const noexcept {
    return path_;
}

std::string WorkFolder::makeFolder(const std::string& name) const {
    const fs::path folder = fs::path(path_) / name;
    std::error_code fault;
    fs::remove_all(folder, fault);
    fs::create_directory(folder, fault);
    if (fault) {
        refuse(folder.string(), fault.message(), fault.value());
    }
    return folder.string();
}

ScratchVault::ScratchVault(std::string folder) : folder_(std::move(folder)) {}

Sha256 ScratchVault::put(std::string_view bytes) {
    const Sha256 hash = Sha256::of(bytes);
    writeFile(localPath(hash), bytes);
    return hash;
}

Sha256 ScratchVault::adopt(const std::string& path) {
    const Sha256 hash = hashFile(path);
    std::error_code fault;
    fs::rename(path, localPath(hash), fault);
    if (fault) {
        refuse(path, fault.message(), fault.value());
    }
    return hash;
}

bool ScratchVault::has(const Sha256& hash) const {
    std::error_code fault;
    return fs::exists(localPath(hash), fault);
}

std::string ScratchVault::get(const Sha256& hash) const {
    return readFile(localPath(hash));
}

std::string ScratchVault::localPath(const Sha256& hash) const {
    return (fs::path(folder_) / hash.hex()).string();
}

std::uint64_t ScratchVault::size(const Sha256& hash) const {
    return fs::file_size(localPath(hash));
}

std::string ScratchVault::stagingFolder() const {
    return folder_;
}

std::string readFile(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::error_code fault;
    const auto size = fs::file_size(path, fault);
    if (!file || fault) {
        throw WorkError("file-read", path, fault ? fault.message() : std::strerror(errno));
    }
    std::string bytes(size, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(size));
    if (static_cast<std::uintmax_t>(file.gcount()) != size) {
        throw WorkError("file-read", path, "it changed while it was read");
    }
    return bytes;
}

void writeFile(const std::string& path, std::string_view bytes) {
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) {
        refuse(path, std::strerror(errno), errno);
    }
}

Sha256 hashFile(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        throw WorkError("file-read", path, std::strerror(errno));
    }
    Sha256Hasher hasher;
    std::vector<char> piece(std::size_t{1} << 18U);
    do {
        file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        hasher.add({piece.data(), static_cast<std::size_t>(file.gcount())});
    } while (file);
    return hasher.finish();
}

}  // namespace engross
