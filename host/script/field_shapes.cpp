#include "script/field_shapes.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace engross {
namespace {

bool digit(char c) {
    return c >= '0' && c <= '9';
}

bool letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// The letters that Royal Mail, and so GOV.UK Notify, uses after the digit of the inward half.
bool inwardLetter(char c) {
    return letter(c) && std::string_view("CIKMOV").find(c) == std::string_view::npos;
}

bool outward(std::string_view part) {
    const std::size_t letters = part.size() > 1 && letter(part[1]) ? 2 : 1;
    if (part.size() < letters + 1 || part.size() > letters + 2 || !letter(part[0]) || !digit(part[letters])) {
        return false;
    }
    return part.size() == letters + 1 || digit(part[letters + 1]) || letter(part[letters + 1]);
}

}  // namespace

std::optional<double> numberFrom(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

std::optional<Pence> penceFrom(double pounds) {
    const double scaled = pounds * 100;
    const double whole = std::round(scaled);
    if (!std::isfinite(pounds) || std::abs(pounds) > 1e12 || std::abs(scaled - whole) > 1e-4) {
        return std::nullopt;
    }
    return Pence{static_cast<std::int64_t>(whole)};
}

std::optional<Pence> penceFrom(std::string_view text) {
    const bool negative = text.starts_with('-');
    const std::string_view digits = text.substr(negative ? 1 : 0);
    const std::size_t dot = std::min(digits.find('.'), digits.size());
    const std::string_view pounds = digits.substr(0, dot);
    std::string_view pence = digits.substr(std::min(dot + 1, digits.size()));
    const bool figures = std::ranges::all_of(pounds, digit) && std::ranges::all_of(pence, digit);
    if (!figures || pounds.empty() || pounds.size() > 12 || pence.size() > 2 ||
        (dot < digits.size() && pence.empty())) {
        return std::nullopt;
    }
    std::int64_t count = 0;
    for (const char c : pounds) {
        count = count * 10 + (c - '0');
    }
    for (std::size_t place = 0; place < 2; ++place) {
        count = count * 10 + (place < pence.size() ? pence[place] - '0' : 0);
    }
    return Pence{negative ? -count : count};
}

std::optional<std::string> postcodeFrom(std::string_view text) {
    std::string plain;
    for (const char c : text) {
        if (c == ' ') {
            continue;
        }
        if (!letter(c) && !digit(c)) {
            return std::nullopt;
        }
        plain += static_cast<char>(letter(c) && c >= 'a' ? c - 'a' + 'A' : c);
    }
    if (plain.size() < 5 || plain.size() > 7) {
        return std::nullopt;
    }
    const std::string_view inward = std::string_view(plain).substr(plain.size() - 3);
    if (!outward(std::string_view(plain).substr(0, plain.size() - 3)) || !digit(inward[0]) ||
        !inwardLetter(inward[1]) || !inwardLetter(inward[2])) {
        return std::nullopt;
    }
    return plain.substr(0, plain.size() - 3) + " " + std::string(inward);
}

bool isEmail(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == 0 || at == std::string_view::npos || text.find('@', at + 1) != std::string_view::npos) {
        return false;
    }
    const std::string_view domain = text.substr(at + 1);
    const std::size_t dot = domain.find('.');
    return isReference(text) && dot != 0 && dot != std::string_view::npos && !domain.ends_with('.') &&
           domain.find("..") == std::string_view::npos;
}

bool isPhone(std::string_view text) {
    const auto digits = std::ranges::count_if(text, digit);
    const bool known = std::ranges::all_of(
        text, [](char c) { return digit(c) || std::string_view("+() -").find(c) != std::string_view::npos; });
    return known && digits >= 3 && digits <= 15;
}

bool isReference(std::string_view text) {
    return !text.empty() &&
           std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == 0x7F; });
}

bool hasControlCharacters(std::string_view text) {
    return std::ranges::any_of(
        text, [](char c) { return (static_cast<unsigned char>(c) < ' ' && c != '\n' && c != '\t') || c == 0x7F; });
}

}  // namespace engross
