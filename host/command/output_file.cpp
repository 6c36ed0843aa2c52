#include "command/output_file.h"

#include "command/command_error.h"
#include "work/scratch.h"

#include <unistd.h>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

namespace engross {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& path, const std::string& why) {
    throw CommandError("output-not-written", path, why);
}

}  // namespace

OutputFile::OutputFile(std::string path) : path_(std::move(path)) {
    const fs::path target{path_};
    temporary_ =
        (target.parent_path() / ("." + target.filename().string() + "." + std::to_string(::getpid()))).string();
}

OutputFile::~OutputFile() {
    std::error_code ignored;
    fs::remove(temporary_, ignored);
}

Sha256 OutputFile::put(std::string_view bytes) {
    std::ofstream file(temporary_, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) {
        refuse(path_, std::strerror(errno));
    }
    hash_ = Sha256::of(bytes);
    return hash_;
}

Sha256 OutputFile::adopt(const std::string& path) {
    std::error_code fault;
    fs::rename(path, temporary_, fault);
    if (fault == std::errc::cross_device_link) {
        fs::copy_file(path, temporary_, fs::copy_options::overwrite_existing, fault);
        std::error_code ignored;
        fs::remove(path, ignored);
    }
    if (fault) {
        refuse(path_, fault.message());
    }
    hash_ = hashFile(temporary_);
    return hash_;
}

bool OutputFile::has(const Sha256& hash) const {
    return hash == hash_ && fs::exists(temporary_);
}

std::string OutputFile::get(const Sha256& hash) const {
    return readFile(localPath(hash));
}

std::string OutputFile::localPath(const Sha256& hash) const {
    if (hash != hash_) {
        throw CommandError("output-not-written", path_, "holds one file only");
    }
    return temporary_;
}

std::uint64_t OutputFile::size(const Sha256& hash) const {
    return fs::file_size(localPath(hash));
}

std::string OutputFile::stagingFolder() const {
    const fs::path folder = fs::path(path_).parent_path();
    return folder.empty() ? "." : folder.string();
}

void OutputFile::keep() {
    std::error_code fault;
    fs::rename(temporary_, path_, fault);
    if (fault) {
        refuse(path_, fault.message());
    }
}

}  // namespace engross
