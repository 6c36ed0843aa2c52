#include "work/prepared_shelf.h"

#include "model/json.h"
#include "work/errand_messages.h"
#include "work/scratch.h"

#include <unistd.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>
#include <vector>

namespace engross {
namespace {

namespace fs = std::filesystem;

constexpr unsigned keptBetweenLooks = 32;  // the shelf is measured for one key in so many

/// By a copy where the shelf is on another file system; it appears whole either way.
bool moved(const std::string& from, const std::string& to) {
    std::error_code fault;
    fs::rename(from, to, fault);
    if (fault != std::errc::cross_device_link) {
        return !fault;
    }
    const std::string unfinished = to + "." + std::to_string(::getpid());
    fs::copy_file(from, unfinished, fs::copy_options::overwrite_existing, fault);
    if (!fault) {
        fs::rename(unfinished, to, fault);
    }
    std::error_code ignored;
    fs::remove(fault ? unfinished : from, ignored);
    return !fault;
}

Value toValue(const Looked& looked, const Sha256& hash) {
    return Object{{"facts", looked.facts},
                  {"media_type", looked.mediaType},
                  {"digest", looked.isDigest},
                  {"report", toValue(LinkReport{.pages = looked.pages, .losses = looked.losses})},
                  {"sha256", hash.hex()}};
}

}  // namespace

PreparedShelf::PreparedShelf(std::string folder, std::uint64_t room) : folder_(std::move(folder)), room_(room) {
    std::error_code ignored;
    if (!folder_.empty() && fs::create_directories(folder_, ignored)) {
        fs::permissions(folder_, fs::perms::owner_all, ignored);
    }
}

std::string PreparedShelf::pathOf(const Sha256& key, const char* ending) const {
    return (fs::path(folder_) / (key.hex() + ending)).string();
}

std::optional<PreparedShelf::Kept> PreparedShelf::find(const Sha256& key) const {
    const std::string path = pathOf(key, ".part");
    std::error_code fault;
    if (folder_.empty() || !fs::exists(path, fault) || !fs::exists(pathOf(key, ".json"), fault)) {
        return std::nullopt;
    }
    const JsonResult read = readJson(readFile(pathOf(key, ".json")));
    if (!read.value || hashFile(path).hex() != read.value->textOr("sha256", "")) {
        return std::nullopt;
    }
    const LinkReport report = linkReportFrom(memberAt(*read.value, "report"));
    for (const char* ending : {".part", ".json"}) {
        fs::last_write_time(pathOf(key, ending), fs::file_time_type::clock::now(), fault);
    }
    return Kept{.looked = {.refusal = std::nullopt,
                           .facts = memberAt(*read.value, "facts"),
                           .mediaType = read.value->textOr("media_type", ""),
                           .pages = report.pages,
                           .isDigest = truthAt(*read.value, "digest"),
                           .losses = report.losses},
                .path = path};
}

std::string PreparedShelf::keep(const Sha256& key, const std::string& path, const Looked& looked) const {
    const Value* locked = looked.facts.find("restricted");
    if (folder_.empty() || (locked != nullptr && *locked == Value(true))) {
        return path;
    }
    if (key.bytes().front() % keptBetweenLooks == 0) {
        makeRoom();
    }
    const std::string record = pathOf(key, ".json");
    const std::string unfinished = record + "." + std::to_string(::getpid());
    {
        std::ofstream file(unfinished, std::ios::binary);
        file << writeJson(toValue(looked, hashFile(path)));
    }
    std::error_code fault;
    if (!moved(path, pathOf(key, ".part"))) {
        fs::remove(unfinished, fault);
        return path;
    }
    fs::rename(unfinished, record, fault);
    return pathOf(key, ".part");
}

void PreparedShelf::makeRoom() const {
    struct Part {
        fs::file_time_type used;
        std::uint64_t bytes = 0;
        fs::path path;
    };
    std::error_code fault;
    std::vector<Part> parts;
    std::uint64_t taken = 0;
    for (const auto& entry : fs::directory_iterator(folder_, fault)) {
        Part part{entry.last_write_time(fault), 0, entry.path()};
        // Another process may have removed it meanwhile.
        if (const std::uint64_t bytes = entry.file_size(fault); !fault) {
            part.bytes = bytes;
            taken += bytes;
            parts.push_back(std::move(part));
        }
    }
    if (taken <= room_) {
        return;
    }
    std::sort(parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.used < b.used; });
    const auto inUse = fs::file_time_type::clock::now() - std::chrono::hours{1};
    for (const Part& part : parts) {
        if (taken <= room_ / 4 * 3 || part.used > inUse) {
            return;
        }
        fs::remove(part.path, fault);
        taken -= part.bytes;
    }
}

void PreparedShelf::sweep(std::chrono::hours age) const {
    std::error_code fault;
    std::vector<fs::path> old;
    for (const auto& entry : fs::directory_iterator(folder_, fault)) {
        if (fs::file_time_type::clock::now() - entry.last_write_time(fault) > age) {
            old.push_back(entry.path());
        }
    }
    for (const fs::path& path : old) {
        fs::remove(path, fault);
    }
}

}  // namespace engross
