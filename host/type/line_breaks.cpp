#include "type/line_breaks.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include <algorithm>
#include <map>
#include <memory>
#include <stdexcept>

namespace engross {
namespace {

using OpenText = std::unique_ptr<UText, UText* (*)(UText*)>;

/// ICU has line rules of their own for these languages only; every other language shares the root's.
std::string ruleLanguage(std::string_view language) {
    const std::string_view primary = language.substr(0, 2);
    return primary == "zh" || primary == "ja" || primary == "ko" ? std::string(primary) : std::string();
}

/// Iterators are costly to make and not to be shared: one a thread and language.
icu::BreakIterator& iteratorFor(std::string_view language) {
    static thread_local std::map<std::string, std::unique_ptr<icu::BreakIterator>> iterators;
    auto& iterator = iterators[ruleLanguage(language)];
    if (!iterator) {
        UErrorCode status = U_ZERO_ERROR;
        iterator.reset(icu::BreakIterator::createLineInstance(icu::Locale(ruleLanguage(language).c_str()), status));
        if (U_FAILURE(status) != 0 || !iterator) {
            throw std::logic_error("ICU has no data for line breaks");
        }
    }
    return *iterator;
}

bool isDigit(char byte) {
    return byte >= '0' && byte <= '9';
}

/// Whether the slash before `offset` stands in a reference such as EN/2026/0142 or AB/3, which a reader wants whole,
/// and not in an address of the web or in two words.
bool isInsideReference(std::string_view text, std::size_t offset) {
    constexpr std::size_t longestReference = 24;
    if (text[offset - 1] != '/') {
        return false;
    }
    const std::size_t before = text.find_last_of(" \t\n", offset - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::string_view token = text.substr(begin, text.find_first_of(" \t\n", offset) - begin);
    return token.size() <= longestReference && std::any_of(token.begin(), token.end(), isDigit) &&
           token.find("//") == std::string_view::npos && token.find('.') == std::string_view::npos;
}

}  // namespace

std::vector<BreakOpportunity> lineBreaks(std::string_view text, std::string_view language) {
    UErrorCode status = U_ZERO_ERROR;
    const OpenText opened{utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status),
                          utext_close};
    icu::BreakIterator& iterator = iteratorFor(language);
    iterator.setText(opened.get(), status);
    if (U_FAILURE(status) != 0) {
        throw std::logic_error("ICU cannot read a text");
    }
    std::vector<BreakOpportunity> breaks;
    breaks.reserve(text.size() / 5 + 1);
    iterator.first();
    for (auto end = iterator.next(); end != icu::BreakIterator::DONE; end = iterator.next()) {
        const auto offset = static_cast<std::size_t>(end);
        if (offset < text.size() && isInsideReference(text, offset)) {
            continue;
        }
        const int rule = iterator.getRuleStatus();
        breaks.push_back({offset, rule >= UBRK_LINE_HARD && rule < UBRK_LINE_HARD_LIMIT});
    }
    return breaks;
}

}  // namespace engross
