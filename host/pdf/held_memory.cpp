#include "pdf/held_memory.h"

#include <functional>
#include <utility>

namespace engross {

namespace {

// One byte brings its surroundings along: Linux maps 64 KB around it ("fault_around_bytes"), or 2 MB at once where the
// file is kept in pages of that size.
constexpr std::size_t window = std::size_t{2} << 20U;

}  // namespace

HeldMemory::HeldMemory(std::shared_ptr<const SourceBytes> file)
    : file_(std::move(file)), windows_(file_->view().size() / window + 1) {}

void HeldMemory::touch(std::size_t from, std::size_t to) {
    // Windows are counted once: objects are often read back and forth in few of them.
    for (std::size_t i = from / window; i <= to / window && i < windows_.size(); ++i) {
        count_ += windows_[i] ? 0U : 1U;
        windows_[i] = true;
    }
    if (count_ * window > most) {
        file_->forget(0, file_->view().size());
        windows_.assign(windows_.size(), false);
        count_ = 0;
    }
}

void HeldMemory::touch(std::string_view part) {
    const std::string_view file = file_->view();
    const std::less_equal<> before;  // of pointers into different texts
    if (before(file.data(), part.data()) && before(part.data() + part.size(), file.data() + file.size())) {
        const auto from = static_cast<std::size_t>(part.data() - file.data());
        touch(from, from + part.size());
    }
}

}  // namespace engross
