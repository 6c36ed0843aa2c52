#pragma once
#include "command/bundle_home.h"
#include "command/live_service.h"

#include <gtest/gtest.h>
#include <atomic>
#include <filesystem>
#include <string>

namespace engross {

/// The service with its workers, and a kind of bundle that demands nothing.
class BundleService : public LiveService {
protected:
    BundleService() {
        std::filesystem::copy(BundleHome(folder_.path("bundles")).path() + "/scripts/bundle/any_bundle.lua",
                              home_ + "/scripts/bundle/any_bundle.lua");
        serve([] { return std::chrono::steady_clock::time_point{}; });
        startWorkers();
    }
    ~BundleService() override {
        stop();
    }

    /// A second later than before, whoever asks.
    Instant now() override {
        return acceptedAt + std::chrono::seconds{++ticks_ / 50};
    }

    /// The request once no worker has it any more.
    Job settled(const std::string& id) {
        EXPECT_TRUE(eventually([&] {
            const JobState state = room_->queue().find(id)->state;
            return isFinal(state) || state == JobState::NeedsAttention;
        }));
        return *room_->queue().find(id);
    }

    std::atomic<std::int64_t> ticks_{0};
};

}  // namespace engross
