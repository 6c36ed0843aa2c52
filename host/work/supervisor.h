#pragma once
#include "model/identifier.h"
#include "model/seal.h"
#include "queue/queue.h"
#include "script/catalogue.h"
#include "store/database.h"
#include "vault/vault.h"
#include "work/preview.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace engross {

struct SupervisorSettings {
    std::vector<std::string> program;  // what is started as a worker: a path and its arguments
    std::string scratch;               // for unfinished files, on the file system of the vault
    std::string prepared;              // where prepared exhibits wait for the next try; empty keeps none
    std::size_t slots = 3;             // worker processes; one of them makes letters only, so at least 3
    std::size_t tasksPerWorker = 500;  // a worker is replaced after so many
    std::chrono::milliseconds heartbeat = std::chrono::seconds{5};
    std::chrono::milliseconds turn = std::chrono::milliseconds{250};  // how often an idle slot looks at the queue
    std::chrono::milliseconds rescueEvery = std::chrono::seconds{1};
    std::chrono::milliseconds letterDeadline = std::chrono::seconds{60};
    std::chrono::milliseconds bundleDeadline = std::chrono::minutes{30};
    std::chrono::milliseconds grace = std::chrono::seconds{3};  // to finish in, when the host stops
    std::chrono::milliseconds pause = std::chrono::seconds{5};  // after a full disk
};

/// What the supervisor works with; all of it outlives the supervisor.
struct SupervisorParts {
    Queue& queue;
    Database& database;
    Vault& vault;
    Clock clock;
    /// Called once, from a thread of the supervisor, where going on would be wrong (a failed fsync): the host must
    /// stop and recover at its next start.
    std::function<void(const std::string& code)> mustStop = [](const std::string&) {};
    const Seal* seal = nullptr;  // opens the secrets that the service closed; none for a store that has none
    /// The catalogue of the moment: what a document's life needs to know of its type. Nothing is looked up without it.
    std::function<std::shared_ptr<const Catalogue>()> catalogue = {};
};

/// Takes jobs from the queue to worker processes and their results to the vault and the store. A worker never sees the
/// database: it gets the request and local paths, and leaves files in a scratch folder. The vault has an object before
/// the store names it. Worker processes run from the start; they are replaced when they crash, when they are killed
/// for overrunning a deadline or a cancelled job, and after `tasksPerWorker`.
class Supervisor : public Workforce {
public:
    /// Starts the workers. Throws WorkError where that fails.
    Supervisor(SupervisorSettings settings, SupervisorParts parts);
    /// Hands back what is unfinished after the grace, and ends the workers.
    ~Supervisor() override;
    Supervisor(const Supervisor&) = delete;
    Supervisor& operator=(const Supervisor&) = delete;

    Preview preview(const Request& request) override;
    void wake() noexcept override;
    [[nodiscard]] std::string paused() const override;

    /// The worker processes that live now, for tests that kill them.
    [[nodiscard]] std::vector<int> workerPids() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace engross
