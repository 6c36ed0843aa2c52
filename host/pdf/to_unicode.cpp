#include "pdf/to_unicode.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace engross {
namespace {

constexpr std::uint32_t mostCodes = 0x10000;

/// The tokens of a CMap: hexadecimal strings without their brackets, brackets of arrays, and words.
class CMapTokens {
public:
    explicit CMapTokens(std::string_view text) : text_(text) {}

    /// Empty at the end.
    std::string next() {
        const std::size_t begin = text_.find_first_not_of(" \t\r\n\f", at_);
        if (begin == std::string_view::npos) {
            return {};
        }
        const char first = text_[begin];
        if (first == '<' && text_.substr(begin, 2) != "<<") {
            at_ = std::min(text_.find('>', begin), text_.size() - 1) + 1;
            std::string token = "<";
            for (const char character : text_.substr(begin + 1, at_ - begin - 2)) {
                if (std::string_view(" \t\r\n").find(character) == std::string_view::npos) {
                    token += character;
                }
            }
            return token;
        }
        if (first == '[' || first == ']') {
            at_ = begin + 1;
            return {1, first};
        }
        at_ = std::min(text_.find_first_of(" \t\r\n\f[]<", begin + 1), text_.size());
        return std::string(text_.substr(begin, at_ - begin));
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

std::uint32_t number(const std::string& token) {
    std::uint32_t value = 0;
    std::from_chars(token.data() + 1, token.data() + token.size(), value, 16);
    return value;
}

bool isHex(const std::string& token) {
    return !token.empty() && token.front() == '<';
}

class ToUnicodeReader {
public:
    explicit ToUnicodeReader(std::string_view cmap) : tokens_(cmap) {}

    std::vector<std::uint8_t> run() {
        for (std::string token = tokens_.next(); !token.empty(); token = tokens_.next()) {
            if (token == "beginbfchar") {
                for (token = tokens_.next(); isHex(token); token = tokens_.next()) {
                    map(number(token), tokens_.next());
                }
            } else if (token == "beginbfrange") {
                for (token = tokens_.next(); isHex(token); token = tokens_.next()) {
                    mapRange(number(token));
                }
            }
        }
        return std::move(texts_);
    }

private:
    void mapRange(std::uint32_t first) {
        const std::uint32_t last = std::min(number(tokens_.next()), mostCodes);
        const std::string target = tokens_.next();
        for (std::uint32_t code = first; target != "[" && code <= last; ++code) {
            map(code, target);
        }
        std::uint32_t code = first;
        for (std::string item = target == "[" ? tokens_.next() : ""; isHex(item); item = tokens_.next()) {
            map(code++, item);
        }
    }

    void map(std::uint32_t code, const std::string& hex) {
        if (code >= mostCodes) {
            return;
        }
        bool good = hex.size() >= 5;
        for (std::size_t unit = 1; unit + 4 <= hex.size(); unit += 4) {
            const std::uint32_t value = number("<" + hex.substr(unit, 4));
            good = good && value != 0 && value != 0xFEFF && value != 0xFFFE;
        }
        if (code >= texts_.size()) {
            texts_.resize(code + 1, noText);
        }
        texts_[code] = good ? goodText : badText;
    }

    CMapTokens tokens_;
    std::vector<std::uint8_t> texts_;
};

}  // namespace

std::vector<std::uint8_t> readToUnicode(std::string_view cmap) {
    return ToUnicodeReader(cmap).run();
}

}  // namespace engross
