#include "pdf/file_sink.h"

#include "pdf/pdf_error.h"

#include <fcntl.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>

namespace engross {

namespace {

constexpr std::size_t mostCollected = std::size_t{1} << 20U;
constexpr std::size_t largePiece = std::size_t{64} << 10U;
constexpr std::uint64_t startEvery = std::uint64_t{8} << 20U;

[[noreturn]] void throwNotTaken() {
    throw PdfError("pdf-not-written", "", "the disk did not take the bundle; make room and try again",
                   Error::Retry::Yes);
}

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

void FileSink::copy(const SourceBytes& source, std::uint64_t offset, std::uint64_t length) {
    if (length >= largePiece && source.descriptor() >= 0) {
        flush();
        auto from = static_cast<off64_t>(offset);
        while (length > 0) {
            const ssize_t taken = ::copy_file_range(source.descriptor(), &from, file_, nullptr, length, 0);
            if (taken < 0 && errno == EINTR) {
                continue;
            }
            if (taken <= 0) {
                break;  // not between these file systems, or the disk is full: writing says which
            }
            length -= static_cast<std::uint64_t>(taken);
            count(static_cast<std::uint64_t>(taken));
        }
        offset = static_cast<std::uint64_t>(from);
    }
    if (length > 0) {
        put(source.view().substr(offset, length));
        source.forget(offset, length);
    }
}

bool FileSink::holds(std::uint64_t at, std::string_view bytes) {
    if (at >= written_) {
        return std::string_view(collected_).substr(at - written_, bytes.size()) == bytes;
    }
    if (at + bytes.size() > written_) {
        flush();
    }
    std::string piece;
    while (!bytes.empty()) {
        piece.resize(std::min(bytes.size(), mostCollected));
        const ssize_t had = ::pread(file_, piece.data(), piece.size(), static_cast<off_t>(at));
        if (had < 0 && errno == EINTR) {
            continue;
        }
        if (had < 0) {
            throwNotTaken();
        }
        const auto length = static_cast<std::size_t>(had);
        if (length == 0 || bytes.substr(0, length) != std::string_view(piece).substr(0, length)) {
            return false;
        }
        bytes.remove_prefix(length);
        at += length;
    }
    return true;
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
            throwNotTaken();
        }
        bytes.remove_prefix(static_cast<std::size_t>(taken));
        count(static_cast<std::uint64_t>(taken));
    }
}

void FileSink::count(std::uint64_t bytes) {
    written_ += bytes;
    if (written_ - started_ >= startEvery) {
        // Advice only: where it fails, fsync does all the work at the end.
        (void)::sync_file_range(file_, static_cast<off_t>(started_), static_cast<off_t>(written_ - started_),
                                SYNC_FILE_RANGE_WRITE);
        started_ = written_;
    }
}

}  // namespace engross
