#include "pdf/pdf_text.h"

#include "model/utf8.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <stdexcept>

namespace engross {
namespace {

constexpr std::string_view hexDigits = "0123456789ABCDEF";
constexpr double greatest = 1e9;

void appendInteger(std::string& out, long long number) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

void appendByte(std::string& out, unsigned byte) {
    out += hexDigits[byte >> 4U & 15U];
    out += hexDigits[byte & 15U];
}

bool isPlain(std::string_view text) {
    for (const char character : text) {
        if (character < 0x20 || character > 0x7E) {
            return false;
        }
    }
    return true;
}

void appendPadded(std::string& out, long long number, std::size_t width) {
    const std::string digits = std::to_string(number);
    out.append(width - std::min(width, digits.size()), '0');
    out += digits;
}

std::string date(Instant instant, std::string_view between, std::string_view middle, std::string_view colon) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day calendar(day);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(instant - day));
    std::string out;
    appendPadded(out, static_cast<int>(calendar.year()), 4);
    out += between;
    appendPadded(out, static_cast<unsigned>(calendar.month()), 2);
    out += between;
    appendPadded(out, static_cast<unsigned>(calendar.day()), 2);
    out += middle;
    appendPadded(out, clock.hours().count(), 2);
    out += colon;
    appendPadded(out, clock.minutes().count(), 2);
    out += colon;
    appendPadded(out, clock.seconds().count(), 2);
    return out + 'Z';
}

}  // namespace

void appendNumber(std::string& out, double number) {
    if (!(std::abs(number) <= greatest)) {
        throw std::logic_error("a length on a page is out of range");
    }
    long long thousandths = std::llround(number * 1000);
    if (thousandths < 0) {
        out += '-';
        thousandths = -thousandths;
    }
    appendInteger(out, thousandths / 1000);
    const auto rest = static_cast<unsigned>(thousandths % 1000);
    if (rest != 0) {
        const std::array<char, 3> digits{static_cast<char>('0' + rest / 100), static_cast<char>('0' + rest / 10 % 10),
                                         static_cast<char>('0' + rest % 10)};
        out += '.';
        out.append(digits.data(), rest % 10 != 0 ? 3 : rest % 100 != 0 ? 2 : 1);
    }
}

void appendNumber(std::string& out, std::size_t number) {
    appendInteger(out, static_cast<long long>(number));
}

std::u16string utf16(std::string_view text) {
    const std::string sound = wellFormedPrefix(text) == text.size() ? std::string() : repaired(text);
    const std::string_view source = sound.empty() ? text : std::string_view(sound);
    std::u16string out;
    out.reserve(source.size());
    for (std::size_t index = 0; index < source.size();) {
        const auto lead = static_cast<unsigned char>(source[index]);
        const std::size_t length = lead < 0x80U ? 1 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
        char32_t character = length == 1 ? lead : lead & (0x7FU >> length);
        for (std::size_t next = 1; next < length; ++next) {
            character = character << 6U | (static_cast<unsigned char>(source[index + next]) & 0x3FU);
        }
        index += length;
        if (character < 0x10000) {
            out += static_cast<char16_t>(character);
        } else {
            character -= 0x10000;
            out += static_cast<char16_t>(0xD800 + (character >> 10U));
            out += static_cast<char16_t>(0xDC00 + (character & 0x3FFU));
        }
    }
    return out;
}

std::string textString(std::string_view text) {
    if (isPlain(text)) {
        return byteString(text);
    }
    std::string out = "<FEFF";
    for (const char16_t unit : utf16(text)) {
        appendByte(out, unit >> 8U);
        appendByte(out, unit & 0xFFU);
    }
    return out + '>';
}

std::string byteString(std::string_view bytes) {
    std::string out = "(";
    for (const char byte : bytes) {
        if (byte == '(' || byte == ')' || byte == '\\') {
            out += '\\';
            out += byte;
        } else if (byte == '\r') {
            out += "\\r";
        } else {
            out += byte;
        }
    }
    return out + ')';
}

std::string hexString(std::string_view bytes) {
    std::string out = "<";
    for (const char byte : bytes) {
        appendByte(out, static_cast<unsigned char>(byte));
    }
    return out + '>';
}

std::string asciiUri(std::string_view uri) {
    std::string out;
    for (const char byte : uri) {
        if (byte > 0x20 && byte < 0x7F) {
            out += byte;
        } else {
            out += '%';
            appendByte(out, static_cast<unsigned char>(byte));
        }
    }
    return out;
}

std::string pdfDate(Instant instant) {
    return "D:" + date(instant, "", "", "");
}

std::string xmpDate(Instant instant) {
    return date(instant, "-", "T", ":");
}

}  // namespace engross
