#pragma once
#include "command/data_folder.h"
#include "command/home.h"
#include "script/sandbox.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

namespace engross {

/// The catalogue of a running service: loaded again when a file of its folders has changed, or when a type is published
/// or rolled back on any host that shares the store. Safe for all threads.
class LiveCatalogue {
public:
    /// `data` outlives it; `clock` says when it is time to look again.
    LiveCatalogue(std::string home, DataFolder& data, SteadyClock clock = steadyNow);
    /// The catalogue of the moment. A change is seen a second after it was made, at the latest.
    [[nodiscard]] std::shared_ptr<const Catalogue> current();

private:
    [[nodiscard]] std::string fingerprint() const;
    void load();

    std::string home_;
    DataFolder& data_;
    SteadyClock clock_;
    std::mutex mutex_;
    std::shared_ptr<const Typesetter> typesetter_;
    std::shared_ptr<const Catalogue> catalogue_;
    std::string seen_;
    std::int64_t newestMove_ = 0;
    std::chrono::steady_clock::time_point looked_;
};

}  // namespace engross
