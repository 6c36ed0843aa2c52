#include "evidence/code_page.h"

#include "model/utf8.h"

#include <iconv.h>
#include <array>
#include <memory>
#include <utility>

namespace engross {

namespace {

constexpr std::uint32_t western = 1252;
constexpr std::uint32_t unicode = 65001;
constexpr std::uint32_t wide = 1200;
constexpr std::string_view unknownLetter = "\xEF\xBF\xBD";

std::string charsetOf(std::uint32_t page) {
    static constexpr std::array<std::pair<std::uint32_t, const char*>, 18> names{{{20127, "CP1252"},
                                                                                  {1201, "UTF-16BE"},
                                                                                  {65000, "UTF-7"},
                                                                                  {20866, "KOI8-R"},
                                                                                  {21866, "KOI8-U"},
                                                                                  {20932, "EUC-JP"},
                                                                                  {50220, "ISO-2022-JP"},
                                                                                  {50221, "ISO-2022-JP"},
                                                                                  {50222, "ISO-2022-JP"},
                                                                                  {50225, "ISO-2022-KR"},
                                                                                  {51932, "EUC-JP"},
                                                                                  {51936, "GBK"},
                                                                                  {51949, "EUC-KR"},
                                                                                  {54936, "GB18030"},
                                                                                  {10000, "MACINTOSH"},
                                                                                  {949, "UHC"},
                                                                                  {950, "CP950"},
                                                                                  {936, "CP936"}}};
    for (const auto& [number, name] : names) {
        if (number == page) {
            return name;
        }
    }
    if (page >= 28592 && page <= 28605) {
        return "ISO-8859-" + std::to_string(page - 28590);
    }
    return "CP" + std::to_string(page == 28591 ? western : page);  // as web pages take Latin 1
}

struct Converter {
    explicit Converter(const std::string& charset) : handle(::iconv_open("UTF-8", charset.c_str())) {}
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    ~Converter() {
        if (isThere()) {
            ::iconv_close(handle);
        }
    }
    [[nodiscard]] bool isThere() const {
        return handle != reinterpret_cast<iconv_t>(-1);
    }
    iconv_t handle;
};

/// Byte by byte where the library finds a letter that is none.
std::string convertedBy(const Converter& converter, std::string_view text) {
    std::string out;
    std::string input(text);
    char* in = input.data();
    std::size_t left = input.size();
    std::array<char, 4096> piece{};
    // A letter that a mark may follow is held back until it is asked for, in Vietnamese and Hebrew code pages.
    const auto takeHeld = [&] {
        char* to = piece.data();
        std::size_t room = piece.size();
        (void)::iconv(converter.handle, nullptr, nullptr, &to, &room);
        out.append(piece.data(), piece.size() - room);
    };
    while (left > 0) {
        char* to = piece.data();
        std::size_t room = piece.size();
        const std::size_t before = left;
        const std::size_t answer = ::iconv(converter.handle, &in, &left, &to, &room);
        out.append(piece.data(), piece.size() - room);
        if (answer == static_cast<std::size_t>(-1) && room == piece.size() && left == before) {
            takeHeld();
            out += unknownLetter;
            ++in;
            --left;
        }
    }
    takeHeld();
    return out;
}

}  // namespace

std::string fromCodePage(std::string_view text, std::uint32_t page) {
    if (page == unicode) {
        return repaired(text);
    }
    if (page == wide) {
        return fromWideText(text);
    }
    const Converter converter(charsetOf(page));
    if (converter.isThere()) {
        return repaired(convertedBy(converter, text));
    }
    return page == western ? repaired(text) : fromCodePage(text, western);
}

std::string fromWideText(std::string_view bytes) {
    std::string out;
    const auto unit = [&bytes](std::size_t at) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at])) |
               static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + 1])) << 8U;
    };
    const auto isHalf = [](std::uint32_t code, std::uint32_t first) { return (code & 0xFC00U) == first; };
    for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
        std::uint32_t code = unit(at);
        if (isHalf(code, 0xD800) && at + 3 < bytes.size() && isHalf(unit(at + 2), 0xDC00)) {
            code = 0x10000 + ((code & 0x3FFU) << 10U) + (unit(at + 2) & 0x3FFU);
            at += 2;
        } else if (isHalf(code, 0xD800) || isHalf(code, 0xDC00)) {
            out += unknownLetter;
            continue;
        }
        const auto more = [&out, code](unsigned shift) { out += static_cast<char>(0x80U | (code >> shift & 0x3FU)); };
        if (code < 0x80) {
            out += static_cast<char>(code);
        } else if (code < 0x800) {
            out += static_cast<char>(0xC0U | code >> 6U);
            more(0);
        } else if (code < 0x10000) {
            out += static_cast<char>(0xE0U | code >> 12U);
            more(6);
            more(0);
        } else {
            out += static_cast<char>(0xF0U | code >> 18U);
            more(12);
            more(6);
            more(0);
        }
    }
    return out;
}

std::uint32_t codePageOfLanguage(std::uint32_t language) noexcept {
    constexpr std::uint32_t primary = 0x3FF;
    constexpr std::uint32_t mainland = 0x804;
    constexpr std::uint32_t singapore = 0x1004;
    switch (language & primary) {
        case 0x02:  // Bulgarian, Russian, Ukrainian, Belarusian, Macedonian
        case 0x19:
        case 0x22:
        case 0x23:
        case 0x2F:
            return 1251;
        case 0x05:  // Czech, Hungarian, Polish, Romanian, Croatian, Slovak, Albanian, Slovene
        case 0x0E:
        case 0x15:
        case 0x18:
        case 0x1A:
        case 0x1B:
        case 0x1C:
        case 0x24:
            return 1250;
        case 0x08:
            return 1253;
        case 0x1F:
        case 0x2C:
            return 1254;
        case 0x0D:
            return 1255;
        case 0x01:  // Arabic, Urdu, Persian
        case 0x20:
        case 0x29:
            return 1256;
        case 0x25:  // Estonian, Latvian, Lithuanian
        case 0x26:
        case 0x27:
            return 1257;
        case 0x2A:
            return 1258;
        case 0x1E:
            return 874;
        case 0x11:
            return 932;
        case 0x12:
            return 949;
        case 0x04:
            return language == mainland || language == singapore ? 936 : 950;
        default:
            return western;
    }
}

}  // namespace engross
