#include "work/supervisor.h"

#include "work/prepared_shelf.h"
#include "work/preview_slot.h"
#include "work/scratch.h"
#include "work/slot.h"
#include "work/work_floor.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>

namespace engross {
namespace {

constexpr std::chrono::hours kPreparedKept{7 * 24};

/// The first slot makes letters only, the second bundles first, the third looks at uploads first; the others take all.
std::vector<Lane> lanesOf(std::size_t slot) {
    switch (slot) {
        case 0:
            return {Lane::Letters};
        case 1:
            return {Lane::Bundles};
        case 2:
            return {Lane::Inspections, Lane::Letters};
        default:
            return {Lane::Letters, Lane::Bundles, Lane::Inspections};
    }
}

}  // namespace

struct Supervisor::Impl {
    SupervisorSettings settings;
    SupervisorParts parts;
    WorkFloor floor;
    WorkFolder scratch;
    std::atomic<bool> told{false};
    std::vector<std::unique_ptr<Slot>> slots;
    std::unique_ptr<PreviewSlot> previews;
    std::vector<std::thread> threads;

    Impl(SupervisorSettings given, SupervisorParts givenParts)
        : settings(std::move(given)), parts(std::move(givenParts)), scratch(settings.scratch) {
        PreparedShelf{settings.prepared}.sweep(kPreparedKept);
        auto tell = std::move(parts.mustStop);
        parts.mustStop = [this, tell](const std::string& code) {
            floor.stop();
            if (!told.exchange(true)) {
                tell(code);
            }
        };
        previews = std::make_unique<PreviewSlot>(settings, parts, floor, scratch);
        for (std::size_t index = 0; index < std::max<std::size_t>(settings.slots, 3); ++index) {
            slots.push_back(std::make_unique<Slot>(settings, parts, floor, scratch, lanesOf(index)));
        }
    }

    void start() {
        threads.emplace_back([this] { rescueOthers(); });
        threads.emplace_back([this] { previews->operate(); });
        for (const auto& slot : slots) {
            threads.emplace_back([&slot] { slot->operate(); });
        }
    }

    void stop() {
        floor.stop();
        previews->stop();
        for (std::thread& thread : threads) {
            thread.join();
        }
    }

    void rescueOthers() {
        std::uint64_t heard = 0;
        auto last = std::chrono::steady_clock::now() - settings.rescueEvery;
        while (!floor.stopping()) {
            if (std::chrono::steady_clock::now() - last >= settings.rescueEvery) {
                last = std::chrono::steady_clock::now();
                rescueOnce();
            }
            floor.wait(settings.rescueEvery, heard);
        }
    }

    void rescueOnce() {
        try {
            if (!parts.queue.rescue(parts.clock()).empty()) {
                floor.ring();
            }
        } catch (const StoreError& error) {
            if (error.code() == "store-fsync") {
                parts.mustStop(error.code());
            }
            floor.pause(error.code(), settings.pause);
        }
    }
};

Supervisor::Supervisor(SupervisorSettings settings, SupervisorParts parts)
    : impl_(std::make_unique<Impl>(std::move(settings), std::move(parts))) {
    impl_->start();
}

Supervisor::~Supervisor() {
    impl_->stop();
}

Preview Supervisor::preview(const Request& request) {
    return impl_->previews->preview(request);
}

void Supervisor::wake() noexcept {
    impl_->floor.ring();
}

std::string Supervisor::paused() const {
    return impl_->floor.paused();
}

std::vector<int> Supervisor::workerPids() const {
    std::vector<int> pids;
    for (const auto& slot : impl_->slots) {
        if (const int pid = slot->workerPid(); pid > 0) {
            pids.push_back(pid);
        }
    }
    return pids;
}

}  // namespace engross
