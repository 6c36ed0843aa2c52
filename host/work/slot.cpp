#include "work/slot.h"

#include "audit/trail.h"
#include "model/request_secrets.h"
#include "words/messages.h"
#include "work/publish.h"
#include "work/work_error.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

namespace engross {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr std::array<std::string_view, 3> kFullDisk{"vault-full", "store-full", "disk-full"};
constexpr std::chrono::milliseconds kListening{50};
constexpr std::chrono::milliseconds kProgressEvery{500};
constexpr int kOverrunsAllowed = 2;

std::string percent(double share) {
    return std::to_string(static_cast<int>(share * 100)) + " %";
}

class TaskFolder {
public:
    TaskFolder(const WorkFolder& scratch, const std::string& name) : path_(scratch.makeFolder(name)) {}
    ~TaskFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TaskFolder(const TaskFolder&) = delete;
    TaskFolder& operator=(const TaskFolder&) = delete;
    [[nodiscard]] const std::string& path() const noexcept {
        return path_;
    }

private:
    std::string path_;
};

}  // namespace

Slot::Slot(const SupervisorSettings& settings, SupervisorParts& parts, WorkFloor& floor, const WorkFolder& scratch,
           std::vector<Lane> lanes)
    : settings_(settings),
      parts_(parts),
      floor_(floor),
      scratch_(scratch),
      lanes_(std::move(lanes)),
      identity_(makeWorkerIdentity()),
      bench_(settings, floor),
      keeper_(settings, parts) {}

int Slot::workerPid() const noexcept {
    return bench_.pid();
}

void Slot::operate() {
    while (!floor_.stopping()) {
        if (!floor_.paused().empty()) {
            floor_.wait(settings_.turn, bellHeard_);
            continue;
        }
        tryOne();
    }
    bench_.discard();
}

void Slot::tryOne() {
    WorkerProcess* worker = bench_.worker();
    if (worker == nullptr) {
        return;
    }
    std::vector<ClaimedJob> claimed;
    try {
        claimed = parts_.queue.claim(identity_, lanes_, 1, parts_.clock());
    } catch (const StoreError& error) {
        if (!error.retryable()) {
            parts_.mustStop(error.code());
        }
        floor_.pause(error.code(), settings_.pause);
        return;
    }
    if (claimed.empty()) {
        floor_.wait(settings_.turn, bellHeard_);
        return;
    }
    try {
        work(claimed.front(), *worker);
    } catch (const Error& error) {
        bench_.discard();
        inTrouble(claimed.front(), error);
    }
}

void Slot::work(const ClaimedJob& claimed, WorkerProcess& worker) {
    const TaskFolder folder{scratch_, claimed.job.id};
    Task task = taskFor(claimed, folder.path());
    share_ = 0;
    Report report;
    try {
        worker.pipe().send(toValue(task));
        report = follow(claimed, worker);
    } catch (const WorkError& error) {
        if (error.code() != "worker-gone") {
            throw;
        }
        const WorkerEnding ending = bench_.collect();
        report = {.ending = Ending::Died,
                  .value = {},
                  .lastWords = "at " + percent(share_) + ": " + ending.describe(),
                  .ofItself = !ending.byUs};
    }
    settle(claimed, task, report);
}

Task Slot::taskFor(const ClaimedJob& claimed, const std::string& folder) {
    const LeaseKeeper::Hold held(keeper_, claimed.claim);
    Task task = taskOf(claimed.job, folder, parts_.database, parts_.vault);
    task.prepared = settings_.prepared;
    openSecretsOf(task, claimed.job.id);
    return task;
}

// Nobody but the worker is told: neither the store nor the trail nor a log sees them open.
void Slot::openSecretsOf(Task& task, const std::string& owner) const {
    if (task.kind != Task::Kind::Make) {
        return;
    }
    Request request = readRequest(task.request).request;
    if (!hasClosedSecrets(request)) {
        return;
    }
    if (parts_.seal == nullptr || !openSecrets(request, *parts_.seal, owner)) {
        throw WorkError("secret-closed", owner, "its passwords were closed with another key; send the request again");
    }
    task.request = toValue(request);
}

Slot::Report Slot::follow(const ClaimedJob& claimed, WorkerProcess& worker) {
    const auto start = SteadyClock::now();
    auto renewed = start;
    std::optional<SteadyClock::time_point> stopSeen;
    while (true) {
        const auto message = worker.pipe().receive(std::min(kListening, settings_.heartbeat));
        const auto now = SteadyClock::now();
        if (message) {
            if (auto report = heard(claimed, *message)) {
                return *report;
            }
        }
        const bool moved = message && now - renewed >= kProgressEvery;
        if (moved || now - renewed >= settings_.heartbeat) {
            if (!parts_.queue.progress(claimed.claim, share_, parts_.clock())) {
                return {.ending = Ending::Lost};
            }
            renewed = now;
        }
        if (now - start >= deadlineOf(claimed.job)) {
            return {.ending = Ending::Overran};
        }
        if (floor_.stopping()) {
            stopSeen = stopSeen.value_or(now);
            if (now - *stopSeen >= settings_.grace) {
                return {.ending = Ending::Stopped};
            }
        }
    }
}

std::optional<Slot::Report> Slot::heard(const ClaimedJob& claimed, const Value& message) {
    if (const Value* outcome = message.find("outcome")) {
        return Report{.ending = Ending::Answered, .value = *outcome};
    }
    if (const Value* error = message.find("error")) {
        return Report{.ending = Ending::Refused, .value = *error};
    }
    const Value* share = message.find("progress");
    if (share == nullptr || (share->real() == nullptr && share->integer() == nullptr)) {
        throw WorkError("worker-answer", claimed.job.id, "sent what is no message");
    }
    const double told = share->real() != nullptr ? *share->real() : static_cast<double>(*share->integer());
    share_ = std::clamp(told, share_, 1.0);
    return std::nullopt;
}

std::chrono::milliseconds Slot::deadlineOf(const Job& job) const {
    return job.lane == Lane::Bundles ? settings_.bundleDeadline : settings_.letterDeadline;
}

void Slot::settle(const ClaimedJob& claimed, const Task& task, const Report& report) {
    const Claim& claim = claimed.claim;
    bool held = true;
    switch (report.ending) {
        case Ending::Answered:
            bench_.taskDone();
            held = publish(claimed, task, report.value);
            break;
        case Ending::Refused:
            bench_.taskDone();
            refused(claimed, report.value);
            break;
        case Ending::Died:
            held = parts_.queue.died(claim, report.ofItself ? Death::OfItself : Death::ByTheHost, report.lastWords,
                                     parts_.clock());
            break;
        case Ending::Overran:
            bench_.discard();
            held = claimed.job.attempts < kOverrunsAllowed
                       ? parts_.queue.handBack(claim, "work-deadline", settings_.pause, parts_.clock())
                       : parts_.queue.fail(
                             claim,
                             failureOutcome(
                                 "work-deadline",
                                 Messages::in(Language::English)
                                     .text("work.deadline",
                                           {{"seconds", std::to_string(deadlineOf(claimed.job).count() / 1000)}})),
                             parts_.clock());
            break;
        case Ending::Stopped:
            bench_.discard();
            held = parts_.queue.handBack(claim, "host-stopping", std::chrono::milliseconds{0}, parts_.clock());
            break;
        case Ending::Lost:
            held = false;
            break;
    }
    if (!held) {
        // Cancelled, or rescued by another host: whatever the worker does now is for nobody.
        bench_.discard();
    }
}

bool Slot::publish(const ClaimedJob& claimed, const Task& task, const Value& answer) {
    const LeaseKeeper::Hold held(keeper_, claimed.claim);
    if (claimed.job.kind == JobKind::Inspection) {
        return publishInspection(claimed, answer, parts_.queue, parts_.clock());
    }
    const auto catalogue = parts_.catalogue ? parts_.catalogue() : nullptr;
    return publishOutcome(claimed, answer, task, parts_.queue, parts_.vault, parts_.clock(), catalogue.get());
}

void Slot::refused(const ClaimedJob& claimed, const Value& error) {
    const Value* retryable = error.find("retryable");
    const bool again = retryable != nullptr && retryable->boolean() != nullptr && *retryable->boolean();
    throw WorkError(error.textOr("code", "worker-answer"), claimed.job.id, error.textOr("message", ""),
                    again ? Error::Retry::Yes : Error::Retry::No);
}

void Slot::inTrouble(const ClaimedJob& claimed, const Error& error) {
    if (error.code() == "store-fsync" || error.code() == "vault-fsync") {
        parts_.mustStop(error.code());
        return;
    }
    if (error.code() == "result-contradicted") {
        raiseAlarm(claimed);
        return;
    }
    if (std::find(kFullDisk.begin(), kFullDisk.end(), error.code()) != kFullDisk.end()) {
        floor_.pause(error.code(), settings_.pause);
    }
    try {
        const bool held =
            error.retryable()
                ? parts_.queue.handBack(claimed.claim, error.code(), settings_.pause, parts_.clock())
                : parts_.queue.fail(claimed.claim, failureOutcome(error.code(), error.what()), parts_.clock());
        if (!held) {
            floor_.ring();
        }
    } catch (const StoreError& second) {
        // The store cannot even record this. The lease runs out and the rescuer puts the job back.
        floor_.pause(second.code(), settings_.pause);
    }
}

// The same request gave other bytes than before: the first ones stand, and somebody has to find out why.
void Slot::raiseAlarm(const ClaimedJob& claimed) {
    try {
        parts_.database.transaction([&](Transaction& transaction) {
            Trail(transaction)
                .append({.at = parts_.clock(),
                         .actor = claimed.claim.worker,
                         .action = "alarm.result_contradicted",
                         .subject = claimed.job.id});
        });
    } catch (const StoreError& error) {
        floor_.pause(error.code(), settings_.pause);
    }
}

}  // namespace engross
