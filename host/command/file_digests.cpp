#include "command/file_digests.h"

#include "script/catalogue.h"

#include <sys/stat.h>
#include <unistd.h>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace engross {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHeading = "engross file digests 1";

std::string memoryPath() {
    if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache != nullptr && *cache == '/') {
        return (fs::path(cache) / "engross" / "file-digests").string();
    }
    if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/') {
        return (fs::path(home) / ".cache" / "engross" / "file-digests").string();
    }
    return {};
}

bool isOurs(const std::string& path) {
    struct stat found {};
    return ::stat(path.c_str(), &found) == 0 && found.st_uid == ::getuid() &&
           (found.st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

/// What tells one state of a file from another without reading it.
std::string fingerprintOf(const std::string& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) {
        return {};
    }
    std::string text;
    for (const auto number :
         {static_cast<std::int64_t>(found.st_dev), static_cast<std::int64_t>(found.st_ino),
          static_cast<std::int64_t>(found.st_size), static_cast<std::int64_t>(found.st_mtim.tv_sec),
          static_cast<std::int64_t>(found.st_mtim.tv_nsec), static_cast<std::int64_t>(found.st_ctim.tv_sec),
          static_cast<std::int64_t>(found.st_ctim.tv_nsec)}) {
        text += std::to_string(number) + " ";
    }
    return text + path;
}

}  // namespace

FileDigests::FileDigests() : memory_(memoryPath()) {
    std::ifstream file(memory_);
    std::string line;
    if (memory_.empty() || !isOurs(memory_) || !std::getline(file, line) || line != kHeading) {
        return;
    }
    constexpr std::size_t digits = 64;
    while (std::getline(file, line)) {
        if (line.size() > digits + 1 && Sha256::fromHex(line.substr(0, digits))) {
            known_[line.substr(digits + 1)] = line.substr(0, digits);
        }
    }
}

FileDigests::~FileDigests() {
    if (!changed_ || memory_.empty()) {
        return;
    }
    std::error_code fault;
    fs::create_directories(fs::path(memory_).parent_path(), fault);
    const std::string unfinished = memory_ + "." + std::to_string(::getpid());
    std::ofstream file(unfinished);
    file << kHeading << '\n';
    for (const auto& [fingerprint, digest] : known_) {
        file << digest << ' ' << fingerprint << '\n';
    }
    file.close();
    if (file) {
        fs::rename(unfinished, memory_, fault);
    }
    fs::remove(unfinished, fault);
}

Sha256 FileDigests::of(const std::string& path) {
    const std::string fingerprint = fingerprintOf(path);
    if (const auto found = known_.find(fingerprint); !fingerprint.empty() && found != known_.end()) {
        return *Sha256::fromHex(found->second);
    }
    const Sha256 digest = digestOfFile(path);
    if (!fingerprint.empty()) {
        known_[fingerprint] = digest.hex();
        changed_ = true;
    }
    return digest;
}

}  // namespace engross
