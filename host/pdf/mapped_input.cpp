#include "pdf/mapped_input.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace engross {

namespace {

constexpr std::size_t pieceBytes = std::size_t{64} << 10U;

}  // namespace

MappedInput::MappedInput(std::shared_ptr<const SourceBytes> bytes, std::string name)
    : bytes_(std::move(bytes)), name_(std::move(name)), view_(bytes_->view()), held_(bytes_) {}

// As libqpdf's own sources do it: to the end of the line, and then past all that ends lines there.
qpdf_offset_t MappedInput::findAndSkipNextEOL() {
    constexpr std::string_view endsLines = "\r\n";
    at_ = std::min(at_, view_.size());
    std::size_t found = std::string_view::npos;
    while (found == std::string_view::npos && at_ < view_.size()) {
        const std::string_view piece = view_.substr(at_, pieceBytes);
        found = piece.find_first_of(endsLines);
        held_.touch(at_, at_ + piece.size());
        at_ += std::min(found, piece.size());
    }
    const std::size_t end = at_;
    at_ = std::min(view_.find_first_not_of(endsLines, end), view_.size());
    return static_cast<qpdf_offset_t>(end);
}

std::string const& MappedInput::getName() const {
    return name_;
}

qpdf_offset_t MappedInput::tell() {
    return static_cast<qpdf_offset_t>(at_);
}

void MappedInput::seek(qpdf_offset_t offset, int whence) {
    qpdf_offset_t from = 0;
    if (whence == SEEK_CUR) {
        from = static_cast<qpdf_offset_t>(at_);
    } else if (whence == SEEK_END) {
        from = static_cast<qpdf_offset_t>(view_.size());
    }
    if (offset < -from) {
        throw std::runtime_error(name_ + ": a place before the file's first byte");
    }
    at_ = static_cast<std::size_t>(from + offset);
}

void MappedInput::rewind() {
    at_ = 0;
}

std::size_t MappedInput::read(char* buffer, std::size_t length) {
    setLastOffset(static_cast<qpdf_offset_t>(std::min(at_, view_.size())));
    if (at_ >= view_.size()) {
        return 0;
    }
    const std::size_t taken = std::min(length, view_.size() - at_);
    std::memcpy(buffer, view_.data() + at_, taken);
    held_.touch(at_, at_ + taken);
    at_ += taken;
    return taken;
}

void MappedInput::unreadCh(char /*byte*/) {
    at_ -= at_ > 0 ? 1U : 0U;
}

}  // namespace engross
