#include "pdf/digest_queue.h"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>
#include <utility>

namespace engross {

namespace {

constexpr std::size_t mostWaiting = 16;
constexpr std::size_t largeFile = std::size_t{1} << 20U;

}  // namespace

struct DigestQueue::State {
    struct Slot {
        std::optional<DigestedFile> file;
        std::exception_ptr fault;
    };

    State(const std::vector<LinkSource>& all, const PdfLimits& allowed) : sources(all), limits(allowed) {}

    [[nodiscard]] DigestedFile read(std::size_t source) const {
        const LinkSource& from = sources.at(source);
        if (!from.digest.empty()) {
            if (auto known = digestedBefore(from.path, from.name, from.digest, limits)) {
                return std::move(*known);
            }
        }
        DigestedFile file = digestFile(from.path, from.name, from.password, from.ours, limits);
        if (!isSound(file.digest, file.bytes->view().size())) {
            throw PdfError("pdf-damaged", from.name, "what was read of it does not hold together; upload it again");
        }
        // Samples of large pictures were read, and the pages around them came with them: while a digest waits for its
        // turn they need not be held.
        if (file.bytes->view().size() >= largeFile) {
            file.bytes->forget(0, file.bytes->view().size());
        }
        return file;
    }

    void work() {
        std::unique_lock lock(mutex);
        for (;;) {
            room.wait(lock, [this] { return stopped || begun - handedOver < mostWaiting || begun == sources.size(); });
            if (stopped || begun == sources.size()) {
                return;
            }
            const std::size_t source = begun++;
            lock.unlock();
            Slot slot;
            try {
                slot.file = read(source);
            } catch (...) {  // a thread's top: the fault is thrown again where the source is asked for
                slot.fault = std::current_exception();
            }
            lock.lock();
            slots[source % mostWaiting] = std::move(slot);
            done.notify_all();
        }
    }

    const std::vector<LinkSource>& sources;
    const PdfLimits& limits;
    std::mutex mutex;
    std::condition_variable room;
    std::condition_variable done;
    std::size_t begun = 0;
    std::size_t handedOver = 0;
    bool stopped = false;
    std::vector<Slot> slots{mostWaiting};
    std::vector<std::thread> readers;
};

DigestQueue::DigestQueue(const std::vector<LinkSource>& sources, const PdfLimits& limits, unsigned readers)
    : state_(std::make_unique<State>(sources, limits)) {
    for (unsigned reader = 0; reader < readers && reader < sources.size(); ++reader) {
        state_->readers.emplace_back([state = state_.get()] { state->work(); });
    }
}

DigestQueue::~DigestQueue() {
    {
        const std::lock_guard lock(state_->mutex);
        state_->stopped = true;
    }
    state_->room.notify_all();
    for (std::thread& reader : state_->readers) {
        reader.join();
    }
}

DigestedFile DigestQueue::next() {
    if (state_->readers.empty()) {
        return state_->read(state_->handedOver++);
    }
    std::unique_lock lock(state_->mutex);
    if (state_->handedOver == state_->sources.size()) {
        throw std::logic_error("more digests were asked for than there are sources");
    }
    State::Slot& slot = state_->slots[state_->handedOver % mostWaiting];
    state_->done.wait(lock, [&slot] { return slot.file || slot.fault; });
    State::Slot taken = std::exchange(slot, {});
    ++state_->handedOver;
    lock.unlock();
    state_->room.notify_all();
    if (taken.fault) {
        std::rethrow_exception(taken.fault);
    }
    return *std::move(taken.file);
}

}  // namespace engross
