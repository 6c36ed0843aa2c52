#include "work/lease_keeper.h"

namespace engross {

LeaseKeeper::LeaseKeeper(const SupervisorSettings& settings, const SupervisorParts& parts)
    : settings_(settings), parts_(parts), thread_([this] { keep(); }) {}

LeaseKeeper::~LeaseKeeper() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
    }
    bell_.notify_all();
    thread_.join();
}

LeaseKeeper::Hold::Hold(LeaseKeeper& keeper, const Claim& claim) : keeper_(keeper) {
    const std::lock_guard lock(keeper_.mutex_);
    keeper_.claim_ = claim;
    keeper_.bell_.notify_all();
}

LeaseKeeper::Hold::~Hold() {
    const std::lock_guard lock(keeper_.mutex_);
    keeper_.claim_.reset();
    keeper_.bell_.notify_all();
}

void LeaseKeeper::keep() {
    std::unique_lock lock(mutex_);
    while (!ending_) {
        if (!claim_) {
            bell_.wait(lock);
            continue;
        }
        const Claim held = *claim_;
        const auto changed = [&] { return ending_ || claim_ != held; };
        if (!bell_.wait_for(lock, settings_.heartbeat, changed)) {
            lock.unlock();
            renew(held);
            lock.lock();
        }
    }
}

// A refusal or an error is not told from here: the slot's own next step meets the same.
void LeaseKeeper::renew(const Claim& claim) {
    try {
        (void)parts_.queue.heartbeat(claim, parts_.clock());
    } catch (const StoreError& error) {
        if (error.code() == "store-fsync") {
            parts_.mustStop(error.code());
        }
    }
}

}  // namespace engross
