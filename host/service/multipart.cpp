#include "service/multipart.h"

#include "model/ascii.h"
#include "model/utf8.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace engross {
namespace {

constexpr std::string_view lineBreak = "\r\n";
constexpr std::size_t longestHeader = 8192;
constexpr std::size_t longestBoundary = 70;  // RFC 2046 section 5.1.1
constexpr std::size_t longestName = 255;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
        text.remove_prefix(1);
    }
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
        text.remove_suffix(1);
    }
    return text;
}

// The value at the start of `rest`, quoted or not, which is taken away together with the semicolon behind it. Only a
// quotation mark is taken as escaped: browsers send the backslashes of a path as they are.
std::string takeValue(std::string_view& rest) {
    std::string value;
    if (!rest.starts_with('"')) {
        const std::size_t end = std::min(rest.find(';'), rest.size());
        value = trimmed(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        return value;
    }
    std::size_t at = 1;
    for (; at < rest.size() && rest[at] != '"'; ++at) {
        if (rest[at] == '\\' && at + 1 < rest.size() && rest[at + 1] == '"') {
            ++at;
        }
        value += rest[at];
    }
    const std::size_t end = std::min(rest.find(';', at), rest.size());
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return value;
}

std::string parameterOf(std::string_view header, std::string_view wanted) {
    std::string_view rest = header.substr(std::min(header.find(';'), header.size()));
    while (!rest.empty()) {
        rest = trimmed(rest.front() == ';' ? rest.substr(1) : rest);
        const std::size_t equals = rest.find('=');
        if (equals == std::string_view::npos) {
            return {};
        }
        const std::string name = lowered(trimmed(rest.substr(0, equals)));
        rest = trimmed(rest.substr(equals + 1));
        std::string value = takeValue(rest);
        if (name == wanted) {
            return value;
        }
    }
    return {};
}

std::string cleanFileName(std::string_view given) {
    const std::size_t slash = given.find_last_of("/\\");
    std::string name;
    for (const char letter : repaired(slash == std::string_view::npos ? given : given.substr(slash + 1))) {
        const auto code = static_cast<unsigned char>(letter);
        if (code >= 0x20 && code != 0x7f) {
            name += letter;
        }
    }
    if (name.size() > longestName) {
        name.resize(wellFormedPrefix(std::string_view(name).substr(0, longestName)));
    }
    return name;
}

PartHeader headerFrom(std::string_view text) {
    PartHeader header{.mediaType = "application/octet-stream"};
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(lineBreak), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + lineBreak.size(), text.size()));
        const std::size_t colon = std::min(line.find(':'), line.size());
        const std::string name = lowered(trimmed(line.substr(0, colon)));
        const std::string_view value = trimmed(line.substr(std::min(colon + 1, line.size())));
        if (name == "content-disposition" && lowered(value).starts_with("form-data")) {
            header.name = parameterOf(value, "name");
            header.fileName = cleanFileName(parameterOf(value, "filename"));
        } else if (name == "content-type") {
            header.mediaType = lowered(trimmed(value.substr(0, value.find(';'))));
        }
    }
    return header;
}

}  // namespace

std::string boundaryOf(std::string_view contentType) {
    if (!lowered(contentType).starts_with("multipart/form-data")) {
        return {};
    }
    std::string boundary = parameterOf(contentType, "boundary");
    const bool printable = std::ranges::all_of(boundary, [](char letter) { return letter >= 0x20 && letter < 0x7f; });
    return boundary.size() <= longestBoundary && printable && !boundary.ends_with(' ') ? boundary : std::string();
}

// The first boundary may stand at the very start, without the line break that comes before all others.
MultipartScanner::MultipartScanner(const std::string& boundary, Sink sink)
    : boundary_("\r\n--" + boundary), sink_(std::move(sink)), pending_(lineBreak) {}

void MultipartScanner::feed(std::string_view bytes) {
    if (state_ == State::Complete || state_ == State::Broken) {
        return;
    }
    pending_ += bytes;
    while (step()) {
    }
}

bool MultipartScanner::complete() const noexcept {
    return state_ == State::Complete;
}

// Whether something was taken off `pending_`, so that another step may find more.
bool MultipartScanner::step() {
    switch (state_) {
        case State::Preamble:
        case State::Data:
            return untilBoundary();
        case State::AfterBoundary:
            return afterBoundary();
        case State::Header:
            return header();
        case State::Complete:
        case State::Broken:
            break;
    }
    return false;
}

bool MultipartScanner::untilBoundary() {
    const std::size_t at = pending_.find(boundary_);
    const bool found = at != std::string::npos;
    const std::size_t safe = found ? at : pending_.size() - std::min(pending_.size(), boundary_.size() - 1);
    if (state_ == State::Data && safe > 0) {
        sink_.data(std::string_view(pending_).substr(0, safe));
    }
    pending_.erase(0, found ? at + boundary_.size() : safe);
    if (!found) {
        return false;
    }
    if (state_ == State::Data) {
        sink_.end();
    }
    state_ = State::AfterBoundary;
    return true;
}

bool MultipartScanner::afterBoundary() {
    if (pending_.size() < 2) {
        return false;
    }
    if (pending_.starts_with("--")) {
        pending_.clear();
        state_ = State::Complete;
        return false;
    }
    const std::size_t end = pending_.find(lineBreak);
    const std::string_view padding = std::string_view(pending_).substr(0, end);
    const bool onlySpaces = padding.find_first_not_of(" \t\r") == std::string_view::npos;
    if (!onlySpaces || padding.size() > longestHeader) {
        state_ = State::Broken;
        return false;
    }
    if (end == std::string::npos) {
        return false;
    }
    // The line break stays: a header may be empty, and its end is then found at once.
    pending_.erase(0, end);
    state_ = State::Header;
    return true;
}

bool MultipartScanner::header() {
    const std::size_t end = pending_.find("\r\n\r\n");
    if (std::min(end, pending_.size()) > longestHeader) {
        state_ = State::Broken;
        return false;
    }
    if (end == std::string::npos) {
        return false;
    }
    sink_.begin(headerFrom(std::string_view(pending_).substr(0, end)));
    pending_.erase(0, end + 2 * lineBreak.size());
    state_ = State::Data;
    return true;
}

}  // namespace engross
