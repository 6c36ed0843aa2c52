#include "type/typesetter.h"

#include "type/utf8.h"
#include "words/text.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>
#include <algorithm>
#include <memory>
#include <stdexcept>

namespace engross {
namespace {

using OpenText = std::unique_ptr<UText, UText* (*)(UText*)>;

OpenText openText(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    OpenText opened{utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status), utext_close};
    if (U_FAILURE(status) != 0) {
        throw std::logic_error("ICU cannot read a text");
    }
    return opened;
}

}  // namespace

std::vector<std::size_t> characterEnds(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> iterator{
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status)};
    if (U_FAILURE(status) != 0) {
        throw std::logic_error("ICU has no data for character boundaries");
    }
    const OpenText opened = openText(text);
    iterator->setText(opened.get(), status);
    std::vector<std::size_t> ends;
    iterator->first();
    for (auto end = iterator->next(); end != icu::BreakIterator::DONE; end = iterator->next()) {
        ends.push_back(static_cast<std::size_t>(end));
    }
    return ends;
}

bool isRightToLeft(std::string_view language) {
    return !language.empty() && uloc_isRightToLeft(std::string(language).c_str()) != 0;
}

bool mayNeedBidi(std::string_view text) noexcept {
    // The first letter that runs from right to left is U+0590, and the first bidi control U+061C, U+200E or U+202A:
    // their UTF-8 starts with D6 or more, apart from E2 punctuation, which is looked at.
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<std::uint8_t>(text[i]);
        if (byte < 0xD6 || (byte >= 0xE3 && byte <= 0xED)) {
            continue;
        }
        if (byte != 0xE0 && byte != 0xE1 && byte != 0xE2) {
            return true;
        }
        const auto next = i + 1 < text.size() ? static_cast<std::uint8_t>(text[i + 1]) : std::uint8_t{0};
        const auto last = i + 2 < text.size() ? static_cast<std::uint8_t>(text[i + 2]) : std::uint8_t{0};
        const bool syriacToArabicExtended = byte == 0xE0 && next < 0xA4;  // U+0800 to U+08FF
        const bool mark =
            byte == 0xE2 && next == 0x80 && (last == 0x8E || last == 0x8F || (last >= 0xAA && last <= 0xAE));
        const bool isolate = byte == 0xE2 && next == 0x81 && last >= 0xA6 && last <= 0xA9;
        if (syriacToArabicExtended || mark || isolate) {
            return true;
        }
    }
    return false;
}

std::vector<std::uint8_t> bidiLevels(std::string_view paragraph, Direction base) {
    const auto text = icu::UnicodeString::fromUTF8({paragraph.data(), static_cast<std::int32_t>(paragraph.size())});
    const std::unique_ptr<UBiDi, void (*)(UBiDi*)> bidi{ubidi_open(), ubidi_close};
    UErrorCode status = U_ZERO_ERROR;
    const UBiDiLevel baseLevel = base == Direction::RightToLeft ? 1 : 0;
    ubidi_setPara(bidi.get(), text.getBuffer(), text.length(), baseLevel, nullptr, &status);
    const UBiDiLevel* units = ubidi_getLevels(bidi.get(), &status);
    if (U_FAILURE(status) != 0) {
        throw std::logic_error("ICU cannot order a text");
    }
    std::vector<std::uint8_t> levels(paragraph.size(), baseLevel);
    std::int32_t unit = 0;
    for (std::size_t offset = 0; offset < paragraph.size() && unit < text.length();) {
        const std::size_t start = offset;
        const char32_t character = nextCharacter(paragraph, offset);
        std::fill(levels.begin() + static_cast<std::ptrdiff_t>(start),
                  levels.begin() + static_cast<std::ptrdiff_t>(offset), units[unit]);
        unit += U16_LENGTH(character);
    }
    return levels;
}

std::vector<std::size_t> visualOrder(const std::vector<std::uint8_t>& levels) {
    std::vector<std::int32_t> map(levels.size());
    ubidi_reorderVisual(levels.data(), static_cast<std::int32_t>(levels.size()), map.data());
    return {map.begin(), map.end()};
}

std::vector<SmallCapitals> smallCapitals(std::string_view text, std::string_view language) {
    std::vector<SmallCapitals> stretches;
    for (std::size_t offset = 0; offset < text.size();) {
        const std::size_t start = offset;
        const auto character = static_cast<UChar32>(nextCharacter(text, offset));
        const bool small = u_hasBinaryProperty(character, UCHAR_LOWERCASE) != 0;
        // A combining accent stays with its letter, whichever it is.
        const bool mark = (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0;
        if (stretches.empty() || (stretches.back().small != small && !mark)) {
            stretches.push_back({"", small});
        }
        stretches.back().text.append(text.substr(start, offset - start));
    }
    const Language tongue = languageFrom(language).value_or(Language::English);
    for (SmallCapitals& stretch : stretches) {
        if (stretch.small) {
            stretch.text = upper(stretch.text, tongue);
        }
    }
    return stretches;
}

}  // namespace engross
