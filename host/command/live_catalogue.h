#pragma once
#include "command/home.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

namespace engross {

/// The catalogue of a running service: loaded again when a file of its folders has changed. Safe for all threads.
class LiveCatalogue {
public:
    explicit LiveCatalogue(std::string home);
    /// The catalogue of the moment. A change is seen a second after it was made, at the latest.
    [[nodiscard]] std::shared_ptr<const Catalogue> current();

private:
    [[nodiscard]] std::string fingerprint() const;

    std::string home_;
    std::mutex mutex_;
    std::shared_ptr<const Typesetter> typesetter_;
    std::shared_ptr<const Catalogue> catalogue_;
    std::string seen_;
    std::chrono::steady_clock::time_point looked_;
};

}  // namespace engross
