#pragma once
#include "audit/trail.h"
#include "model/json.h"
#include "queue/queue.h"
#include "store/migrations.h"
#include "store/records.h"
#include "store/sqlite_database.h"
#include "vault/folder_vault.h"
#include "work/supervisor.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace engross {

/// A data folder with its store, queue and vault, as a host has it.
struct Workplace {
    std::string folder;
    std::unique_ptr<Database> database;
    std::unique_ptr<Queue> queue;
    std::unique_ptr<FolderVault> vault;

    explicit Workplace(std::string path, QueueSettings settings = {}) : folder(std::move(path)) {
        database = openSqlite(folder + "/engross.sqlite");
        migrate(*database, systemNow());
        queue = std::make_unique<Queue>(*database, settings);
        vault = std::make_unique<FolderVault>(folder + "/vault");
    }

    [[nodiscard]] std::string submit(const std::string& type, Object fields = {}, Lane lane = Lane::Letters) const {
        NewJob job;
        job.id = makeUuid(systemNow());
        job.lane = lane;
        job.type = type;
        job.caseReference = "EN/2026/0001";
        job.team = "team";
        job.caller = "test";
        job.payload = writeJson(
            Object{{"type", type}, {"case_ref", "EN/2026/0001"}, {"case", Object{}}, {"fields", std::move(fields)}});
        return queue
            ->submit(job, systemNow(),
                     [&](Transaction& t) { Records{t}.noteCase(job.team, job.caseReference, systemNow()); })
            .id;
    }

    /// What the fake worker makes of the job when nobody disturbs it.
    [[nodiscard]] Sha256 undisturbed(const std::string& id, int rounds) const {
        const Job job = *queue->find(id);
        return undisturbed(*readJson(job.payload).value, job.submittedAt, rounds);
    }
    [[nodiscard]] static Sha256 undisturbed(const Value& request, Instant at, int rounds) {
        std::string bytes = canonicalJson(request) + isoTime(at);
        for (int turn = 0; turn < 2000 * rounds; ++turn) {
            bytes += Sha256::of(bytes).hex();
            bytes.erase(0, 64);
        }
        return Sha256::of(bytes);
    }
};

/// Waits until the condition holds; false after a minute, which only a failure takes.
inline bool eventually(const std::function<bool()>& condition) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{60};
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) {
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{2});
    }
    return true;
}

inline SupervisorSettings quickSettings(const std::string& worker, const std::string& folder) {
    SupervisorSettings settings;
    settings.program = {worker};
    settings.scratch = folder + "/scratch";
    settings.turn = std::chrono::milliseconds{10};
    settings.heartbeat = std::chrono::milliseconds{100};
    settings.rescueEvery = std::chrono::milliseconds{50};
    settings.pause = std::chrono::milliseconds{50};
    settings.grace = std::chrono::milliseconds{50};
    return settings;
}

}  // namespace engross
