#include "work/prepared_shelf.h"

#include "model/json.h"
#include "work/errand_messages.h"
#include "work/scratch.h"

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>
#include <vector>

namespace engross {
namespace {

namespace fs = std::filesystem;

Value toValue(const Looked& looked, const Sha256& hash) {
    return Object{{"facts", looked.facts},
                  {"media_type", looked.mediaType},
                  {"digest", looked.isDigest},
                  {"report", toValue(LinkReport{.pages = looked.pages, .losses = looked.losses})},
                  {"sha256", hash.hex()}};
}

}  // namespace

PreparedShelf::PreparedShelf(std::string folder) : folder_(std::move(folder)) {
    if (!folder_.empty()) {
        std::error_code ignored;
        fs::create_directories(folder_, ignored);
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
    if (folder_.empty()) {
        return path;
    }
    const std::string record = pathOf(key, ".json");
    const std::string unfinished = record + "." + std::to_string(::getpid());
    {
        std::ofstream file(unfinished, std::ios::binary);
        file << writeJson(toValue(looked, hashFile(path)));
    }
    std::error_code fault;
    fs::rename(path, pathOf(key, ".part"), fault);
    if (fault) {
        fs::remove(unfinished, fault);
        return path;
    }
    fs::rename(unfinished, record, fault);
    return pathOf(key, ".part");
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
