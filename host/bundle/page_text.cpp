#include "bundle/page_text.h"

#include <algorithm>
#include <cctype>

namespace engross {
namespace {

/// Signs of several bytes as signs of ASCII, each byte in its place.
std::string plainSigns(std::string text) {
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const auto second = static_cast<unsigned char>(text[at + 1]);
        if (lead == 0xC2 && second < 0xC0) {  // U+0080 to U+00BF
            text.replace(at, 2, 2, ' ');
        } else if (lead == 0xE2 && (second == 0x80 || second == 0x81) && at + 2 < text.size()) {  // U+2000 to U+207F
            const auto third = static_cast<unsigned char>(text[at + 2]);
            const bool dash = second == 0x80 && third >= 0x90 && third <= 0x95;
            text.replace(at, 3, dash ? "-  " : "   ");
        }
    }
    return text;
}

}  // namespace

bool isWordByte(char byte) noexcept {
    return std::isalnum(static_cast<unsigned char>(byte)) != 0 || static_cast<unsigned char>(byte) >= 0x80;
}

PageText::PageText(const std::vector<PlacedWord>& words) : words_(words) {
    for (const PlacedWord& word : words) {
        begins_.push_back(text_.size());
        text_ += word.text + " ";
    }
    text_ = plainSigns(std::move(text_));
}

std::string_view PageText::text() const noexcept {
    return text_;
}

std::vector<SheetArea> PageText::areasOf(std::size_t begin, std::size_t end) const {
    std::vector<SheetArea> areas;
    for (std::size_t i = 0; i < words_.size(); ++i) {
        const std::size_t length = words_[i].text.size();
        if (begins_[i] >= end || begins_[i] + length <= begin) {
            continue;
        }
        SheetArea box = words_[i].box;
        const double letter = (box.right - box.left) / static_cast<double>(length);
        const std::size_t first = std::max(begin, begins_[i]) - begins_[i];
        const std::size_t last = std::min(end, begins_[i] + length) - begins_[i];
        box.right = box.left + letter * static_cast<double>(last);
        box.left += letter * static_cast<double>(first);
        const double middle = (box.top + box.bottom) / 2;
        if (!areas.empty() && middle > areas.back().top && middle < areas.back().bottom &&
            box.left >= areas.back().left) {
            areas.back().right = std::max(areas.back().right, box.right);
            areas.back().bottom = std::max(areas.back().bottom, box.bottom);
            areas.back().top = std::min(areas.back().top, box.top);
        } else {
            areas.push_back(box);
        }
    }
    return areas;
}

}  // namespace engross
