#include "work/preview_slot.h"

#include "work/work_error.h"

#include <exception>
#include <utility>

namespace engross {
namespace {

constexpr std::size_t kMostWaiting = 16;
constexpr std::size_t kMostSources = 256;

Value awaitAnswer(MessagePipe& pipe, std::chrono::milliseconds patience) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (true) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        const auto message = left.count() > 0 ? pipe.receive(left) : std::nullopt;
        if (!message) {
            throw WorkError("preview-deadline", "preview", "it took too long");
        }
        if (const Value* outcome = message->find("outcome")) {
            return *outcome;
        }
        if (const Value* error = message->find("error")) {
            throw WorkError(error->textOr("code", "worker-answer"), "preview", error->textOr("message", ""));
        }
    }
}

}  // namespace

PreviewSlot::PreviewSlot(const SupervisorSettings& settings, const SupervisorParts& parts, WorkFloor& floor,
                         const WorkFolder& scratch)
    : settings_(settings), parts_(parts), scratch_(scratch), bench_(settings, floor), pinned_(parts.vault) {}

int PreviewSlot::workerPid() const noexcept {
    return bench_.pid();
}

Preview PreviewSlot::preview(const Request& request) {
    std::future<Preview> result;
    {
        const std::lock_guard lock{mutex_};
        if (stopping_ || orders_.size() >= kMostWaiting) {
            throw WorkError("preview-busy", "preview", "too many previews are waiting", Error::Retry::Yes);
        }
        orders_.push_back({.request = request, .result = {}});
        result = orders_.back().result.get_future();
    }
    arrived_.notify_one();
    return result.get();
}

void PreviewSlot::stop() {
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    arrived_.notify_one();
}

void PreviewSlot::operate() {
    (void)bench_.worker();
    while (true) {
        std::unique_lock lock{mutex_};
        arrived_.wait(lock, [this] { return stopping_ || !orders_.empty(); });
        if (stopping_) {
            break;
        }
        Order order = std::move(orders_.front());
        orders_.pop_front();
        lock.unlock();
        try {
            order.result.set_value(make(order.request));
        } catch (const std::exception&) {
            bench_.discard();
            order.result.set_exception(std::current_exception());
        }
    }
    const std::lock_guard lock{mutex_};
    for (Order& order : orders_) {
        order.result.set_exception(std::make_exception_ptr(
            WorkError("preview-busy", "preview", "the service is stopping", Error::Retry::Yes)));
    }
    bench_.discard();
}

/// A worker has the folder's types loaded: what is published goes with the task.
void PreviewSlot::pin(Task& task, const Request& request) {
    const auto catalogue = parts_.catalogue ? parts_.catalogue() : nullptr;
    const auto closure = catalogue == nullptr ? std::nullopt : catalogue->closure(request, task.at);
    if (!closure) {
        return;
    }
    auto known = sources_.find(*closure);
    if (known == sources_.end()) {
        if (sources_.size() >= kMostSources) {
            sources_.clear();
        }
        const auto kept = pinned_.keep(*catalogue, request, *closure, task.at);
        known = sources_.emplace(*closure, kept ? parts_.vault.localPath(kept->sources) : std::string()).first;
    }
    task.closure = *closure;
    task.sources = known->second;
}

Preview PreviewSlot::make(const Request& request) {
    WorkerProcess* worker = bench_.worker();
    if (worker == nullptr) {
        throw WorkError("worker-start", "preview", "no worker could be started", Error::Retry::Yes);
    }
    Task task;
    Request draft = request;
    draft.draft = true;
    task.request = toValue(draft);
    task.at = parts_.clock();
    task.standIns = true;
    pin(task, draft);
    task.scratch = scratch_.makeFolder("preview");
    worker->pipe().send(toValue(task));
    const Outcome outcome = outcomeFrom(awaitAnswer(worker->pipe(), settings_.letterDeadline));
    bench_.taskDone();
    Preview preview;
    preview.diagnostics = outcome.diagnostics;
    if (outcome.state == Outcome::State::Done) {
        const Artefact& artefact = outcome.artefacts.at(0);
        preview.pdf = ScratchVault{task.scratch}.get(artefact.hash);
        preview.pages = artefact.pages;
    }
    return preview;
}

}  // namespace engross
