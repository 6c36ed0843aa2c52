#include "pdf/colour_profile.h"

#include <array>
#include <cmath>
#include <cstdint>

namespace engross {
namespace {

/// L*, a* and b* as eight bits (ICC.1:2004-10 10.8), relative to the paper: C, M, Y and K at nought or full, K changing
/// fastest. From FOGRA39L (Fogra, December 2006).
constexpr std::array<std::array<std::uint8_t, 3>, 16> overprints{{{255, 128, 128},
                                                                  {44, 128, 129},
                                                                  {239, 123, 226},
                                                                  {44, 125, 141},
                                                                  {130, 205, 126},
                                                                  {30, 143, 130},
                                                                  {127, 199, 179},
                                                                  {32, 137, 136},
                                                                  {148, 89, 78},
                                                                  {30, 119, 118},
                                                                  {135, 60, 157},
                                                                  {32, 114, 132},
                                                                  {66, 151, 81},
                                                                  {23, 134, 122},
                                                                  {63, 128, 129},
                                                                  {25, 128, 131}}};
constexpr double blackTone = 1.25;  // how much lighter half a tint of black is than halfway, by the same data

void appendWord(std::string& out, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) {
        out += static_cast<char>(value >> static_cast<unsigned>(shift) & 0xFFU);
    }
}

std::string text(std::string_view words) {
    return std::string("text\0\0\0\0", 8).append(words) + '\0';
}

/// A textDescriptionType of version 2: ASCII, and no other script.
std::string description(std::string_view words) {
    std::string out("desc\0\0\0\0", 8);
    appendWord(out, static_cast<std::uint32_t>(words.size() + 1));
    out.append(words);
    return out + std::string(1 + 4 + 4 + 2 + 1 + 67, '\0');
}

std::string whitePoint() {
    std::string out("XYZ \0\0\0\0", 8);
    for (const std::uint32_t part : {0xF6D6U, 0x10000U, 0xD32DU}) {  // D50
        appendWord(out, part);
    }
    return out;
}

std::string table() {
    std::string out("mft1\0\0\0\0\4\3\2\0", 12);
    for (std::size_t cell = 0; cell < 9; ++cell) {
        appendWord(out, cell % 4 == 0 ? 0x10000U : 0U);
    }
    for (int ink = 0; ink < 4; ++ink) {
        for (int value = 0; value < 256; ++value) {
            const double tone = ink == 3 ? std::pow(value / 255.0, blackTone) * 255 : value;
            out += static_cast<char>(std::lround(tone));
        }
    }
    for (const auto& colour : overprints) {
        out.append(colour.begin(), colour.end());
    }
    for (int channel = 0; channel < 3; ++channel) {
        for (int value = 0; value < 256; ++value) {
            out += static_cast<char>(value);
        }
    }
    return out;
}

std::string header(std::size_t size) {
    std::string out;
    appendWord(out, static_cast<std::uint32_t>(size));
    out += std::string(4, '\0');
    out += std::string("\2\x10\0\0", 4);
    out += "scnrCMYKLab ";
    out += std::string("\x07\xD6\0\x0C\0\x01\0\0\0\0\0\0", 12);  // of the data: December 2006
    out += "acsp";
    out += std::string(28, '\0');
    for (const std::uint32_t part : {0xF6D6U, 0x10000U, 0xD32DU}) {
        appendWord(out, part);
    }
    return out + std::string(48, '\0');
}

std::string makeProfile() {
    const std::array<std::pair<std::string_view, std::string>, 4> tags{
        {{"desc", description("coated paper, sixteen overprints of FOGRA39L")},
         {"cprt", text("no rights reserved")},
         {"wtpt", whitePoint()},
         {"A2B0", table()}}};
    std::string rows;
    std::string data;
    const std::size_t first = 128 + 4 + tags.size() * 12;
    appendWord(rows, static_cast<std::uint32_t>(tags.size()));
    for (const auto& [name, bytes] : tags) {
        rows += name;
        appendWord(rows, static_cast<std::uint32_t>(first + data.size()));
        appendWord(rows, static_cast<std::uint32_t>(bytes.size()));
        data += bytes;
        data.resize((data.size() + 3) / 4 * 4, '\0');
    }
    return header(first + data.size()) + rows + data;
}

}  // namespace

const std::string& inkProfile() {
    static const std::string profile = makeProfile();
    return profile;
}

}  // namespace engross
