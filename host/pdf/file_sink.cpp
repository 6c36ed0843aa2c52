#include "pdf/file_sink.h"

#include "pdf/pdf_error.h"

#include <fcntl.h>
#include <unistd.h>
#include <cerrno>

namespace engross {

namespace {

constexpr std::size_t mostCollected = std::size_t{1} << 20U;
constexpr std::size_t largePiece = std::size_t{64} << 10U;
constexpr std::uint64_t startEvery = std::uint64_t{8} << 20U;

}  // namespace

FileSink::FileSink(FILE* file) : file_(::fileno(file)) {
    collected_.reserve(mostCollected + largePiece);
}

void FileSink::put(std::string_view bytes) {
    if (bytes.size() < largePiece) {
        collected_ += bytes;
        if (collected_.size() >= mostCollected) {
            flush();
        }
        return;
    }
    flush();
    writeOut(bytes);
}

void FileSink::flush() {
    writeOut(collected_);
    collected_.clear();
}

std::uint64_t FileSink::position() const noexcept {
    return written_ + collected_.size();
}

void FileSink::writeOut(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t taken = ::write(file_, bytes.data(), bytes.size());
        if (taken < 0 && errno == EINTR) {
            continue;
        }
        if (taken <= 0) {
            throw PdfError("pdf-not-written", "", "the disk did not take the bundle; make room and try again",
                           Error::Retry::Yes);
        }
        bytes.remove_prefix(static_cast<std::size_t>(taken));
        written_ += static_cast<std::uint64_t>(taken);
    }
    if (written_ - started_ >= startEvery) {
        // Advice only: where it fails, fsync does all the work at the end.
        (void)::sync_file_range(file_, static_cast<off_t>(started_), static_cast<off_t>(written_ - started_),
                                SYNC_FILE_RANGE_WRITE);
        started_ = written_;
    }
}

}  // namespace engross
