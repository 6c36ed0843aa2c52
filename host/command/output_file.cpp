#include "command/output_file.h"

#include "command/command_error.h"
#include "work/scratch.h"

#include <unistd.h>
#include <algorithm>
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

std::string temporaryOf(const std::string& path) {
    const fs::path target{path};
    return (target.parent_path() / ("." + target.filename().string() + "." + std::to_string(::getpid()))).string();
}

}  // namespace

OutputFile::OutputFile(const std::string& path, const std::string& beside) {
    places_.push_back({.path = path, .temporary = temporaryOf(path), .hash = {}});
    if (!beside.empty()) {
        places_.push_back({.path = beside, .temporary = temporaryOf(beside), .hash = {}});
    }
}

OutputFile::~OutputFile() {
    std::error_code ignored;
    for (const Kept& place : places_) {
        fs::remove(place.temporary, ignored);
    }
}

OutputFile::Kept& OutputFile::next() {
    if (taken_ == places_.size()) {
        const std::string path = places_.front().path + "-" + std::to_string(taken_ + 1);
        places_.push_back({.path = path, .temporary = temporaryOf(path), .hash = {}});
    }
    return places_.at(taken_++);
}

const OutputFile::Kept* OutputFile::find(const Sha256& hash) const {
    const auto end = places_.begin() + static_cast<std::ptrdiff_t>(taken_);
    const auto found = std::find_if(places_.begin(), end, [&hash](const Kept& place) { return place.hash == hash; });
    return found == end ? nullptr : &*found;
}

Sha256 OutputFile::put(std::string_view bytes) {
    Kept& place = next();
    std::ofstream file(place.temporary, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) {
        refuse(place.path, std::strerror(errno));
    }
    place.hash = Sha256::of(bytes);
    return place.hash;
}

Sha256 OutputFile::adopt(const std::string& path) {
    Kept& place = next();
    std::error_code fault;
    fs::rename(path, place.temporary, fault);
    if (fault == std::errc::cross_device_link) {
        fs::copy_file(path, place.temporary, fs::copy_options::overwrite_existing, fault);
        std::error_code ignored;
        fs::remove(path, ignored);
    }
    if (fault) {
        refuse(place.path, fault.message());
    }
    place.hash = hashFile(place.temporary);
    return place.hash;
}

bool OutputFile::has(const Sha256& hash) const {
    const Kept* place = find(hash);
    return place != nullptr && fs::exists(place->temporary);
}

std::string OutputFile::get(const Sha256& hash) const {
    return readFile(localPath(hash));
}

std::string OutputFile::localPath(const Sha256& hash) const {
    const Kept* place = find(hash);
    if (place == nullptr) {
        throw CommandError("output-not-written", places_.front().path, "it is not among the files of this command");
    }
    return place->temporary;
}

std::uint64_t OutputFile::size(const Sha256& hash) const {
    return fs::file_size(localPath(hash));
}

std::string OutputFile::stagingFolder() const {
    const fs::path folder = fs::path(places_.front().path).parent_path();
    return folder.empty() ? "." : folder.string();
}

void OutputFile::keep(const std::vector<std::string>& places) {
    for (std::size_t i = 0; i < taken_; ++i) {
        if (!places.empty()) {
            places_.at(i).path = places.at(i);
        }
        std::error_code fault;
        fs::rename(places_.at(i).temporary, places_.at(i).path, fault);
        if (fault) {
            refuse(places_.at(i).path, fault.message());
        }
    }
}

}  // namespace engross
