#pragma once
#include "command/api_client.h"
#include "command/bundle_home.h"
#include "command/data_folder.h"
#include "command/live_catalogue.h"
#include "command/publishing_home.h"
#include "service/server.h"
#include "work/workplace.h"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <string>

namespace engross {

/// The service with its real workers, and a kind of bundle that demands nothing.
class BundleService : public PublishingHome {
protected:
    BundleService() {
        std::filesystem::copy(BundleHome(folder_.path("bundles")).path() + "/scripts/bundle/any_bundle.lua",
                              home_ + "/scripts/bundle/any_bundle.lua");
        room_ = std::make_unique<DataFolder>(data_);
        catalogue_ =
            std::make_unique<LiveCatalogue>(home_, *room_, [] { return std::chrono::steady_clock::time_point{}; });
        ServerSettings settings;
        settings.port = 0;
        settings.dataFolder = data_;
        server_ = std::make_unique<Server>(ServerParts{.database = room_->database(),
                                                       .queue = room_->queue(),
                                                       .vault = room_->vault(),
                                                       .catalogue = [this] { return catalogue_->current(); },
                                                       .clock = [this] { return now(); },
                                                       .seal = &room_->seal(),
                                                       .log =
                                                           [this](const Value& line) {
                                                               const std::lock_guard lock(logging_);
                                                               log_ += writeJson(line) + "\n";
                                                           }},
                                           settings);
        client_ = clientOf(PersonRole::Officer);
        SupervisorSettings work = quickSettings(ENGROSS_PROGRAM, data_);
        work.program.insert(work.program.end(), {"worker", "--home", home_});
        work.scratch = room_->scratch();
        workers_ =
            std::make_unique<Supervisor>(work, SupervisorParts{.queue = room_->queue(),
                                                               .database = room_->database(),
                                                               .vault = room_->vault(),
                                                               .clock = [this] { return now(); },
                                                               .seal = &room_->seal(),
                                                               .catalogue = [this] { return catalogue_->current(); }});
    }

    std::unique_ptr<ApiClient> clientOf(PersonRole role) {
        const IssuedToken token =
            makeToken(TokenKind::Bearer,
                      {.role = role, .team = "housing", .expiresAt = acceptedAt + std::chrono::hours{9}}, acceptedAt);
        room_->database().transaction([&](Transaction& transaction) { Records(transaction).add(token); });
        return std::make_unique<ApiClient>(server_->url(), token.secret);
    }

    /// A second later than before, whoever asks.
    Instant now() {
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

    static constexpr Instant acceptedAt{std::chrono::sys_days(std::chrono::year(2026) / 11 / 20)};
    std::atomic<std::int64_t> ticks_{0};
    std::mutex logging_;
    std::string log_;
    std::unique_ptr<DataFolder> room_;
    std::unique_ptr<LiveCatalogue> catalogue_;
    std::unique_ptr<Server> server_;
    std::unique_ptr<ApiClient> client_;
    std::unique_ptr<Supervisor> workers_;
};

}  // namespace engross
