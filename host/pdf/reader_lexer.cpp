#include "pdf/reader_lexer.h"

#include "model/ascii.h"
#include "pdf/pdf_characters.h"
#include "pdf/reader_refusal.h"

#include <charconv>

namespace engross {

namespace {

bool isDigit(char byte) noexcept {
    return byte >= '0' && byte <= '9';
}

/// Integer, Real, or Word where it is no number.
PdfTokenKind kindOfRegular(std::string_view run) noexcept {
    std::size_t i = run.front() == '+' || run.front() == '-' ? 1 : 0;
    std::size_t digits = 0;
    std::size_t points = 0;
    for (; i < run.size(); ++i) {
        if (isDigit(run[i])) {
            ++digits;
        } else if (run[i] == '.') {
            ++points;
        } else {
            return PdfTokenKind::Word;
        }
    }
    if (digits == 0 || points > 1) {
        return PdfTokenKind::Word;
    }
    return points == 0 ? PdfTokenKind::Integer : PdfTokenKind::Real;
}

[[noreturn]] void refuse() {
    throw ReaderRefused(ReaderRefusal::DamagedObject);
}

void appendEscaped(std::string& bytes, std::string_view inside, std::size_t& i) {
    static constexpr std::string_view letters = "nrtbf";
    static constexpr std::string_view meanings = "\n\r\t\b\f";
    const char next = i + 1 < inside.size() ? inside[++i] : '\\';
    if (const auto place = letters.find(next); place != std::string_view::npos) {
        bytes += meanings[place];
    } else if (next >= '0' && next <= '7') {
        int value = 0;
        std::size_t digits = 0;
        while (digits < 3 && i + digits < inside.size() && inside[i + digits] >= '0' && inside[i + digits] <= '7') {
            value = value * 8 + (inside[i + digits] - '0');
            ++digits;
        }
        i += digits - 1;
        bytes += static_cast<char>(value & 0xFF);
    } else if (next == '\r') {
        i += i + 1 < inside.size() && inside[i + 1] == '\n' ? 1U : 0U;
    } else if (next != '\n') {
        bytes += next;
    }
}

}  // namespace

void PdfLexer::skipSpace() {
    skippedComment_ = false;
    while (at_ < text_.size()) {
        if (isPdfSpace(text_[at_])) {
            ++at_;
        } else if (text_[at_] == '%') {
            skippedComment_ = true;
            while (at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r') {
                ++at_;
            }
        } else {
            return;
        }
    }
}

PdfToken PdfLexer::next() {
    skipSpace();
    if (at_ >= text_.size()) {
        return {};
    }
    const char first = text_[at_];
    const bool twice = at_ + 1 < text_.size() && text_[at_ + 1] == first;
    switch (first) {
        case '/':
            return cut(PdfTokenKind::Name, endOfRegular(at_ + 1));
        case '(':
            return roundString();
        case '<':
            return twice ? cut(PdfTokenKind::DictionaryOpen, at_ + 2) : pointedString();
        case '>':
            if (twice) {
                return cut(PdfTokenKind::DictionaryClose, at_ + 2);
            }
            refuse();
        case '[':
            return cut(PdfTokenKind::ArrayOpen, at_ + 1);
        case ']':
            return cut(PdfTokenKind::ArrayClose, at_ + 1);
        case ')':
        case '{':
        case '}':
            refuse();
        default:
            break;
    }
    const std::size_t end = endOfRegular(at_);
    return cut(kindOfRegular(text_.substr(at_, end - at_)), end);
}

PdfToken PdfLexer::cut(PdfTokenKind kind, std::size_t end) {
    const PdfToken token{kind, text_.substr(at_, end - at_)};
    at_ = end;
    return token;
}

PdfToken PdfLexer::roundString() {
    std::size_t depth = 0;
    for (std::size_t i = at_; i < text_.size(); ++i) {
        const char byte = text_[i];
        if (byte == '\\') {
            ++i;
        } else if (byte == '(') {
            ++depth;
        } else if (byte == ')' && --depth == 0) {
            return cut(PdfTokenKind::String, i + 1);
        }
    }
    refuse();
}

PdfToken PdfLexer::pointedString() {
    for (std::size_t i = at_ + 1; i < text_.size(); ++i) {
        if (text_[i] == '>') {
            return cut(PdfTokenKind::String, i + 1);
        }
        if (hexDigit(text_[i]) < 0 && !isPdfSpace(text_[i])) {
            refuse();
        }
    }
    refuse();
}

std::size_t PdfLexer::endOfRegular(std::size_t from) const noexcept {
    while (from < text_.size() && isPdfRegular(text_[from])) {
        ++from;
    }
    return from;
}

std::optional<std::uint64_t> naturalFrom(std::string_view digits) noexcept {
    std::uint64_t value = 0;
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, value);
    return read.ec == std::errc() && read.ptr == end ? std::optional(value) : std::nullopt;
}

double numberOfToken(std::string_view token) {
    if (!token.empty() && token.front() == '+') {
        token.remove_prefix(1);
    }
    // Most numbers of a file are whole, and those are read four times as quickly.
    const char* const end = token.data() + token.size();
    std::int32_t whole = 0;
    if (const auto read = std::from_chars(token.data(), end, whole); read.ec == std::errc() && read.ptr == end) {
        return whole;
    }
    double value = 0;
    std::from_chars(token.data(), end, value, std::chars_format::fixed);
    return value;
}

std::string stringFrom(std::string_view token) {
    std::string bytes;
    const std::string_view inside = token.substr(1, token.size() - 2);
    if (token.front() == '<') {
        int high = -1;
        for (const char byte : inside) {
            const int digit = hexDigit(byte);
            if (digit >= 0 && high >= 0) {
                bytes += static_cast<char>(high * 16 + digit);
                high = -1;
            } else if (digit >= 0) {
                high = digit;
            }
        }
        if (high >= 0) {
            bytes += static_cast<char>(high * 16);
        }
        return bytes;
    }
    for (std::size_t i = 0; i < inside.size(); ++i) {
        if (inside[i] == '\\') {
            appendEscaped(bytes, inside, i);
        } else if (inside[i] == '\r') {
            bytes += '\n';
            i += i + 1 < inside.size() && inside[i + 1] == '\n' ? 1U : 0U;
        } else {
            bytes += inside[i];
        }
    }
    return bytes;
}

std::string nameFrom(std::string_view token) {
    std::string name;
    for (std::size_t i = 0; i < token.size(); ++i) {
        const int high = token[i] == '#' && i + 2 < token.size() ? hexDigit(token[i + 1]) : -1;
        const int low = high >= 0 ? hexDigit(token[i + 2]) : -1;
        if (low >= 0) {
            name += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            name += token[i];
        }
    }
    return name;
}

}  // namespace engross
