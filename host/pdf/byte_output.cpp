#include "pdf/byte_output.h"

#include <algorithm>
#include <utility>

namespace engross {

void ByteOutput::copy(const SourceBytes& source, std::uint64_t offset, std::uint64_t length) {
    put(source.view().substr(offset, length));
}

namespace {

constexpr std::size_t firstPiece = std::size_t{64} << 10U;
constexpr std::size_t largestPiece = std::size_t{1} << 20U;
constexpr std::size_t passedPiece = std::size_t{64} << 10U;

}  // namespace

void KeptOutput::put(std::string_view bytes) {
    const std::size_t room = pieces_.empty() ? 0 : pieces_.back().capacity() - pieces_.back().size();
    if (bytes.empty()) {
        return;
    }
    if (bytes.size() > room) {
        const std::size_t next = pieces_.empty() ? firstPiece : pieces_.back().capacity() * 2;
        pieces_.emplace_back().reserve(std::max(bytes.size(), std::min(next, largestPiece)));
    }
    pieces_.back() += bytes;
    position_ += bytes.size();
}

std::string KeptOutput::take() {
    std::vector<std::string> pieces = std::exchange(pieces_, {});
    if (pieces.size() == 1) {
        return std::move(pieces.front());
    }
    std::string all;
    all.reserve(position_);
    for (std::string& piece : pieces) {
        all += piece;
        std::string().swap(piece);
    }
    return all;
}

void PassedOutput::put(std::string_view bytes) {
    position_ += bytes.size();
    if (collected_.size() + bytes.size() > passedPiece) {
        flush();
    }
    if (bytes.size() > passedPiece) {
        sink_(bytes);
    } else {
        collected_ += bytes;
    }
}

void PassedOutput::flush() {
    if (!collected_.empty()) {
        sink_(collected_);
        collected_.clear();
    }
}

}  // namespace engross
