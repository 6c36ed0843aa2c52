#include "model/identifier.h"

#include "model/error.h"

#include <sys/random.h>

#include <cerrno>
#include <cstdio>
#include <vector>

namespace engross {

Instant systemNow() {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

void randomBytes(std::uint8_t* bytes, std::size_t count) {
    while (count > 0) {
        const ssize_t got = getrandom(bytes, count, 0);
        if (got < 0) {
            if (errno == EINTR) {
                continue;
            }
            throw Error("random-failed", "getrandom", "the system gave no random bytes", Error::Retry::Yes);
        }
        bytes += got;
        count -= static_cast<std::size_t>(got);
    }
}

std::string makeUuid(Instant now) {
    std::array<std::uint8_t, 16> bytes{};
    randomBytes(bytes.data(), bytes.size());
    const auto milliseconds = static_cast<std::uint64_t>(now.time_since_epoch().count());
    for (std::size_t i = 0; i < 6; ++i) {
        bytes.at(i) = static_cast<std::uint8_t>(milliseconds >> (8 * (5 - i)));
    }
    bytes.at(6) = static_cast<std::uint8_t>(0x70U | (bytes.at(6) & 0x0FU));
    bytes.at(8) = static_cast<std::uint8_t>(0x80U | (bytes.at(8) & 0x3FU));

    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) {
            text += '-';
        }
        text += digits[bytes.at(i) >> 4U];
        text += digits[bytes.at(i) & 0x0FU];
    }
    return text;
}

std::string makeSecret(std::size_t count) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::vector<std::uint8_t> bytes(count);
    randomBytes(bytes.data(), bytes.size());
    std::string text;
    text.reserve((count * 8 + 5) / 6);
    std::uint32_t pending = 0;
    unsigned bits = 0;
    for (const std::uint8_t byte : bytes) {
        pending = (pending << 8U) | byte;
        bits += 8;
        while (bits >= 6) {
            bits -= 6;
            text += letters[(pending >> bits) & 0x3FU];
        }
    }
    if (bits > 0) {
        text += letters[(pending << (6 - bits)) & 0x3FU];
    }
    return text;
}

std::string isoTime(Instant instant) {
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss time{instant - day};
    std::array<char, 48> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ",
                                     static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                                     static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                                     static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
                                     static_cast<int>(time.subseconds().count()));
    return {buffer.data(), static_cast<std::size_t>(length)};
}

}  // namespace engross
