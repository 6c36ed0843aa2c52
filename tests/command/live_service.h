#pragma once
#include "command/api_client.h"
#include "command/data_folder.h"
#include "command/live_catalogue.h"
#include "command/publishing_home.h"
#include "service/server.h"
#include "store/records.h"
#include "work/workplace.h"

#include <gtest/gtest.h>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace engross {

/// The service over its data folder, with workers that are processes of the real program. Its time is `now`'s; its
/// catalogue looks for published versions by `ticking`.
class LiveService : public PublishingHome {
protected:
    void serve(const std::function<std::chrono::steady_clock::time_point()>& ticking) {
        room_ = std::make_unique<DataFolder>(data_);
        catalogue_ = std::make_unique<LiveCatalogue>(home_, *room_, ticking);
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
    }

    void startWorkers() {
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

    /// For destructors of those that have the time: who runs asks for it until he ends.
    void stop() {
        workers_.reset();
        server_.reset();
    }

    [[nodiscard]] std::unique_ptr<ApiClient> clientOf(PersonRole role) {
        const IssuedToken token =
            makeToken(TokenKind::Bearer,
                      {.role = role, .team = "housing", .expiresAt = acceptedAt + std::chrono::hours{9}}, acceptedAt);
        room_->database().transaction([&](Transaction& transaction) { Records(transaction).add(token); });
        return std::make_unique<ApiClient>(server_->url(), token.secret);
    }

    virtual Instant now() {
        return acceptedAt;
    }

    static constexpr Instant acceptedAt{std::chrono::sys_days(std::chrono::year(2026) / 11 / 20)};
    std::mutex logging_;
    std::string log_;
    std::unique_ptr<DataFolder> room_;
    std::unique_ptr<LiveCatalogue> catalogue_;
    std::unique_ptr<Server> server_;
    std::unique_ptr<ApiClient> client_;
    std::unique_ptr<Supervisor> workers_;
};

}  // namespace engross
