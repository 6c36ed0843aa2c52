#include "letter/source_text.h"

#include <algorithm>

namespace engross {
namespace {

struct Decoded {
    char32_t character = 0;
    std::size_t length = 0;  // 0 where the bytes are not UTF-8
};

bool isContinuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

Decoded decode(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80U) {
        return {lead, 1};
    }
    const std::size_t length = lead >= 0xF0U ? 4 : lead >= 0xE0U ? 3 : 2;
    if (lead < 0xC2U || lead > 0xF4U || text.size() < length) {
        return {};
    }
    char32_t character = lead & (0x7FU >> length);
    for (std::size_t index = 1; index < length; ++index) {
        if (!isContinuation(text[index])) {
            return {};
        }
        character = (character << 6U) | (static_cast<unsigned char>(text[index]) & 0x3FU);
    }
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
    if (character < least[length] || character > 0x10FFFF || surrogate) {
        return {};
    }
    return {character, length};
}

bool isPrivateUse(char32_t character) {
    return (character >= 0xE000 && character <= 0xF8FF) || character >= 0xF0000;
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return !isContinuation(byte); }));
}

}  // namespace

SourceText::SourceText(std::string_view text, std::string file, std::size_t firstLine)
    : written_(text), text_(text), file_(std::move(file)), firstLine_(firstLine), lineBegins_{0} {
    for (std::size_t offset = 0; offset < text_.size(); ++offset) {
        if (text_[offset] == '\n') {
            lineBegins_.push_back(offset + 1);
        }
    }
    findUnfit();
}

void SourceText::findUnfit() {
    const std::string_view written = written_;
    for (std::size_t offset = 0; offset < written.size();) {
        const Decoded next = decode(written.substr(offset));
        const std::size_t length = std::max<std::size_t>(next.length, 1);
        const bool privateUse = next.length != 0 && isPrivateUse(next.character);
        if (next.length == 0 || privateUse || next.character == 0) {
            unfit_.push_back({offset, length, privateUse});
            std::fill_n(text_.begin() + static_cast<std::ptrdiff_t>(offset), length, '?');
        }
        offset += length;
    }
}

const std::string& SourceText::text() const noexcept {
    return text_;
}

const std::vector<SourceText::Unfit>& SourceText::unfit() const noexcept {
    return unfit_;
}

std::size_t SourceText::lineBegin(std::size_t offset) const {
    return *std::prev(std::upper_bound(lineBegins_.begin(), lineBegins_.end(), offset));
}

std::size_t SourceText::lineEnd(std::size_t offset) const {
    const auto next = std::upper_bound(lineBegins_.begin(), lineBegins_.end(), offset);
    return next == lineBegins_.end() ? text_.size() : *next;
}

std::optional<Place> SourceText::lineLongerThan(std::size_t bytes) const {
    for (std::size_t index = 0; index < lineBegins_.size(); ++index) {
        const std::size_t end = index + 1 < lineBegins_.size() ? lineBegins_[index + 1] : text_.size();
        if (end - lineBegins_[index] > bytes) {
            return Place{.file = file_, .line = firstLine_ + index, .column = 1, .length = 1};
        }
    }
    return std::nullopt;
}

Place SourceText::place(std::size_t offset, std::size_t length) const {
    offset = std::min(offset, written_.size());
    const std::size_t begin = lineBegin(offset);
    std::string_view line = std::string_view(written_).substr(begin, lineEnd(offset) - begin);
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) {
        line.remove_suffix(1);
    }
    const std::size_t column = std::min(offset - begin, line.size());
    const auto index = std::upper_bound(lineBegins_.begin(), lineBegins_.end(), offset) - lineBegins_.begin() - 1;
    Place place;
    place.file = file_;
    place.line = firstLine_ + static_cast<std::size_t>(index);
    place.column = characters(line.substr(0, column)) + 1;
    place.length = std::max<std::size_t>(characters(line.substr(column, length)), 1);
    place.source = line;
    return place;
}

}  // namespace engross
