#include "words/text.h"

#include "model/utf8.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace engross {
namespace {

bool isAscii(std::string_view text) {
    return std::ranges::all_of(text, [](char letter) { return static_cast<unsigned char>(letter) < 0x80; });
}

icu::StringPiece piece(std::string_view text) {
    return {text.data(), static_cast<std::int32_t>(text.size())};
}

void demand(UErrorCode status, const char* work) {
    if (U_FAILURE(status)) {
        throw std::logic_error(std::string(work) + ": " + u_errorName(status));
    }
}

const char* localeOf(Language language) {
    return language == Language::English ? "en_GB" : "cy_GB";
}

std::unique_ptr<icu::Collator> makeCollator(Language language) {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(icu::Locale(localeOf(language)), status));
    demand(status, "collate");
    collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
    collator->setAttribute(UCOL_NORMALIZATION_MODE, UCOL_ON, status);
    demand(status, "collate");
    return collator;
}

}  // namespace

std::string upper(std::string_view text, Language language) {
    std::string result;
    icu::StringByteSink<std::string> sink(&result, static_cast<std::int32_t>(text.size()));
    UErrorCode status = U_ZERO_ERROR;
    icu::CaseMap::utf8ToUpper(localeOf(language), 0, piece(text), sink, nullptr, status);
    demand(status, "upper");
    return result;
}

std::string lower(std::string_view text, Language language) {
    std::string result;
    icu::StringByteSink<std::string> sink(&result, static_cast<std::int32_t>(text.size()));
    UErrorCode status = U_ZERO_ERROR;
    icu::CaseMap::utf8ToLower(localeOf(language), 0, piece(text), sink, nullptr, status);
    demand(status, "lower");
    return result;
}

std::string nfc(std::string_view text) {
    if (isAscii(text)) {
        return std::string(text);
    }
    const std::string sound = repaired(text);
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normaliser = icu::Normalizer2::getNFCInstance(status);
    demand(status, "nfc");
    std::string result;
    icu::StringByteSink<std::string> sink(&result, static_cast<std::int32_t>(sound.size()));
    normaliser->normalizeUTF8(0, piece(sound), sink, nullptr, status);
    demand(status, "nfc");
    return result;
}

int collate(std::string_view left, std::string_view right, Language language) {
    static const std::unique_ptr<icu::Collator> english = makeCollator(Language::English);
    static const std::unique_ptr<icu::Collator> welsh = makeCollator(Language::Welsh);
    const icu::Collator& collator = language == Language::English ? *english : *welsh;
    UErrorCode status = U_ZERO_ERROR;
    const UCollationResult order = collator.compareUTF8(piece(left), piece(right), status);
    demand(status, "collate");
    return static_cast<int>(order);
}

}  // namespace engross
