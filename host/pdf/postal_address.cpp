#include "pdf/postal_address.h"

#include "pdf/country_names.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace engross {
namespace {

/// Royal Mail's postcode areas, sorted: what GOV.UK Notify takes a code to begin with.
constexpr auto postcodeAreas = std::to_array<std::string_view>(
    {"AB", "AL", "B",  "BA", "BB", "BD", "BF", "BH", "BL", "BN", "BR", "BS", "BT", "BX", "CA", "CB", "CF", "CH",
     "CM", "CO", "CR", "CT", "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT", "DY", "E",  "EC", "EH",
     "EN", "EX", "FK", "FY", "G",  "GL", "GU", "GY", "HA", "HD", "HG", "HP", "HR", "HS", "HU", "HX", "IG", "IM",
     "IP", "IV", "JE", "KA", "KT", "KW", "KY", "L",  "LA", "LD", "LE", "LL", "LN", "LS", "LU", "M",  "ME", "MK",
     "ML", "N",  "NE", "NG", "NN", "NP", "NR", "NW", "OL", "OX", "PA", "PE", "PH", "PL", "PO", "PR", "RG", "RH",
     "RM", "S",  "SA", "SE", "SG", "SK", "SL", "SM", "SN", "SO", "SP", "SR", "SS", "ST", "SW", "SY", "TA", "TD",
     "TF", "TN", "TQ", "TR", "TS", "TW", "UB", "W",  "WA", "WC", "WD", "WF", "WN", "WR", "WS", "WV", "YO", "ZE"});

constexpr std::size_t fewestLines = 3;
constexpr std::size_t mostLines = 7;
constexpr std::string_view refusedAtStart = "@()=[]\"\\/,<>~";
constexpr std::array<std::string_view, 26> homeNames{
    "unitedkingdom", "uk",        "gb",       "greatbritain",    "britain",
    "england",       "scotland",  "wales",    "northernireland", "nireland",
    "cymru",         "lloegr",    "yralban",  "gogleddiwerddon", "ydeyrnasunedig",
    "deyrnasunedig", "alderney",  "brecqhou", "guernsey",        "herm",
    "isleofman",     "ynysmanaw", "jersey",   "jethou",          "sark",
    "channelislands"};

/// The letters and digits of UTF-8 text, ASCII in small letters. Beyond ASCII all is a letter but Latin-1 signs,
/// punctuation and symbols (U+2000 to U+2BFF) and the punctuation of Chinese.
std::string folded(std::string_view text) {
    std::string out;
    for (std::size_t index = 0; index < text.size();) {
        const auto lead = static_cast<unsigned char>(text[index]);
        const std::size_t length = lead < 0xC0U ? 1 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
        const std::string_view character = text.substr(index, length);
        index += length;
        if (lead < 0x80U) {
            out += std::isalnum(lead) != 0 ? std::string(1, static_cast<char>(std::tolower(lead))) : std::string();
            continue;
        }
        const bool sign = lead < 0xC3U || character == "×" || character == "÷" ||
                          (character >= "\xE2\x80\x80" && character <= "\xE2\xAF\xBF") ||
                          (character >= "\xE3\x80\x80" && character <= "\xE3\x80\xBF");
        out += sign ? std::string_view() : character;
    }
    return out;
}

/// White space folded, commas at the end cut.
std::string tidied(std::string_view line) {
    std::string out;
    bool gap = false;
    for (const char character : line) {
        if (std::isspace(static_cast<unsigned char>(character)) != 0) {
            gap = !out.empty();
            continue;
        }
        out += gap ? " " : "";
        gap = false;
        out += character;
    }
    while (!out.empty() && (out.back() == ',' || out.back() == ' ')) {
        out.pop_back();
    }
    return out;
}

/// "BFPO 57", with or without its space or "c/o".
bool isBfpo(std::string_view line) {
    std::string text = folded(line);
    if (text.compare(0, 4, "bfpo") != 0) {
        return false;
    }
    text.erase(0, 4);
    text.erase(0, text.compare(0, 2, "co") == 0 ? 2 : 0);
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char digit) { return digit >= '0' && digit <= '9'; });
}

bool saysNoFixedAbode(std::string_view line) {
    const std::string text = folded(line);
    return text == "nfa" || text.find("nofixedabode") != std::string::npos ||
           text.find("nofixedaddress") != std::string::npos;
}

struct Line {
    std::string text;
    std::size_t index;
};

/// The rules that look at the end of an address: whose post office delivers it.
AddressVerdict judgeEnd(const std::vector<Line>& lines, bool toForces) {
    const Line& last = lines.back();
    const bool foreign = isForeignCountry(last.text);
    if (toForces && foreign) {
        return {AddressFault::CountryWithBfpo, last.index};
    }
    if (toForces || isPostcode(last.text)) {
        return {};
    }
    return {foreign ? AddressFault::ForeignCountry : AddressFault::NoPostcode, last.index};
}

AddressVerdict judgeWords(const std::vector<Line>& lines) {
    for (const Line& line : lines) {
        if (refusedAtStart.find(line.text.front()) != std::string_view::npos) {
            return {AddressFault::StartCharacter, line.index};
        }
    }
    for (const Line& line : lines) {
        if (saysNoFixedAbode(line.text)) {
            return {AddressFault::NoFixedAbode, line.index};
        }
    }
    return {};
}

}  // namespace

AddressVerdict judgeAddress(const std::vector<std::string>& given) {
    std::vector<Line> lines;
    for (std::size_t index = 0; index < given.size(); ++index) {
        std::string text = tidied(given[index]);
        if (!text.empty()) {
            lines.push_back({std::move(text), index});
        }
    }
    if (!lines.empty() && isUnitedKingdom(lines.back().text)) {
        lines.pop_back();
    }
    if (lines.empty()) {
        return {AddressFault::Empty, 0};
    }
    if (lines.size() < fewestLines) {
        return {AddressFault::TooFewLines, 0};
    }
    if (lines.size() > mostLines) {
        return {AddressFault::TooManyLines, lines[mostLines].index};
    }
    for (std::size_t index = 0; index < 2; ++index) {
        if (folded(lines[index].text).empty()) {
            return {AddressFault::NoNameOrStreet, lines[index].index};
        }
    }
    const bool toForces = std::any_of(lines.begin(), lines.end(), [](const Line& line) { return isBfpo(line.text); });
    const AddressVerdict end = judgeEnd(lines, toForces);
    return end.fault == AddressFault::None ? judgeWords(lines) : end;
}

bool isPostcode(std::string_view text) {
    std::string code;
    for (const char character : text) {
        if (character != ' ') {
            code += static_cast<char>(std::toupper(static_cast<unsigned char>(character)));
        }
    }
    if (code == "GIR0AA") {
        return true;
    }
    if (code.size() < 5 || code.size() > 7) {
        return false;
    }
    const auto letter = [](char character) { return character >= 'A' && character <= 'Z'; };
    const auto digit = [](char character) { return character >= '0' && character <= '9'; };
    const std::string inward = code.substr(code.size() - 3);
    const std::string outward = code.substr(0, code.size() - 3);
    const std::size_t area = outward.size() > 1 && letter(outward[1]) ? 2 : 1;
    const auto inwardLetter = [&](char character) {
        return letter(character) && std::string_view("CIKMOV").find(character) == std::string_view::npos;
    };
    if (!std::ranges::binary_search(postcodeAreas, std::string_view(outward).substr(0, area)) || !digit(inward[0]) ||
        !inwardLetter(inward[1]) || !inwardLetter(inward[2]) || outward.size() <= area || outward.size() > area + 2 ||
        !digit(outward[area])) {
        return false;
    }
    return outward.size() == area + 1 || letter(outward[area + 1]) || digit(outward[area + 1]);
}

bool isUnitedKingdom(std::string_view text) {
    return std::find(homeNames.begin(), homeNames.end(), folded(text)) != homeNames.end();
}

bool isForeignCountry(std::string_view text) {
    std::string name = folded(text);
    if (name.compare(0, 3, "the") == 0 && name.size() > 6) {
        name.erase(0, 3);
    }
    const auto names = foldedCountryNames();
    return std::binary_search(names.begin(), names.end(), std::string_view(name));
}

}  // namespace engross
