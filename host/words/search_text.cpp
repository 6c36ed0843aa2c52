#include "words/search_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <stdexcept>

namespace engross {
namespace {

void append(std::u32string& to, char32_t sign, bool kept) {
    if (kept) {
        to.push_back(sign);
    } else if (!to.empty() && to.back() != U' ') {
        to.push_back(U' ');
    }
}

bool isAscii(std::string_view text) {
    for (const char byte : text) {
        if (static_cast<unsigned char>(byte) >= 0x80) {
            return false;
        }
    }
    return true;
}

icu::UnicodeString takenApart(std::string_view text) {
    UErrorCode fault = U_ZERO_ERROR;
    const icu::Normalizer2* folding = icu::Normalizer2::getNFKCCasefoldInstance(fault);
    const icu::Normalizer2* parting = icu::Normalizer2::getNFKDInstance(fault);
    if (U_FAILURE(fault) != 0) {
        throw std::logic_error("the tables of characters are not there");
    }
    const auto whole =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    icu::UnicodeString parted = parting->normalize(folding->normalize(whole, fault), fault);
    if (U_FAILURE(fault) != 0) {
        throw std::logic_error("a text cannot be taken apart");
    }
    return parted;
}

}  // namespace

std::u32string searchText(std::string_view text) {
    std::u32string found;
    if (isAscii(text)) {
        for (const char byte : text) {
            const bool capital = byte >= 'A' && byte <= 'Z';
            const bool kept = capital || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
            append(found, static_cast<char32_t>(capital ? byte + ('a' - 'A') : byte), kept);
        }
        return found;
    }
    const icu::UnicodeString parted = takenApart(text);
    for (std::int32_t at = 0; at < parted.length(); at = parted.moveIndex32(at, 1)) {
        const UChar32 sign = parted.char32At(at);
        if (u_charType(sign) != U_NON_SPACING_MARK) {
            append(found, static_cast<char32_t>(sign), u_isalnum(sign) != 0);
        }
    }
    return found;
}

}  // namespace engross
