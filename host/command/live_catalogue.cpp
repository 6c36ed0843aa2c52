#include "command/live_catalogue.h"

#include "command/published_types.h"

#include <chrono>
#include <set>
#include <system_error>
#include <utility>

namespace engross {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds kLookEvery{1};

}  // namespace

LiveCatalogue::LiveCatalogue(std::string home, DataFolder& data, SteadyClock clock)
    : home_(std::move(home)), data_(data), clock_(std::move(clock)) {
    seen_ = fingerprint();
    Types types = loadTypes(home_);
    typesetter_ = std::move(types.typesetter);
    catalogue_ = std::move(types.catalogue);
    newestMove_ = newestMove(data_.database());
    if (newestMove_ > 0) {
        load();
    }
    looked_ = clock_();
}

void LiveCatalogue::load() {
    catalogue_ = Catalogue::loadAfter(*catalogue_, foldersOf(home_), drawnFiles(*typesetter_), digestOfFile, readLogo,
                                      publishedTypes(data_.database(), data_.vault()));
}

std::shared_ptr<const Catalogue> LiveCatalogue::current() {
    const std::lock_guard lock{mutex_};
    const auto now = clock_();
    if (now - looked_ >= kLookEvery) {
        looked_ = now;
        auto print = fingerprint();
        const std::int64_t move = newestMove(data_.database());
        if (print != seen_ || move != newestMove_) {
            load();
            seen_ = std::move(print);
            newestMove_ = move;
        }
    }
    return catalogue_;
}

std::string LiveCatalogue::fingerprint() const {
    std::set<std::string> lines;
    const SourceFolders folders = foldersOf(home_);
    for (const std::string& folder : {folders.plugins, folders.scripts, folders.templates}) {
        std::error_code fault;
        for (const auto& entry : fs::recursive_directory_iterator(folder, fault)) {
            const auto changed = fs::last_write_time(entry.path(), fault).time_since_epoch().count();
            lines.insert(entry.path().string() + " " + std::to_string(changed));
        }
    }
    std::string print;
    for (const std::string& line : lines) {
        print += line + "\n";
    }
    return print;
}

}  // namespace engross
