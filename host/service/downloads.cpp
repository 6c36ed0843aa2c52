#include "service/downloads.h"

#include <algorithm>
#include <charconv>

namespace engross {
namespace {

std::optional<std::uint64_t> number(std::string_view digits) {
    std::uint64_t value = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole = fault == std::errc() && end == digits.data() + digits.size() && !digits.empty();
    return whole ? std::optional(value) : std::nullopt;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool isPlain(char letter) {
    return (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') ||
           letter == '-' || letter == '.' || letter == '_';
}

std::string contentRange(const ByteRange& range, std::uint64_t size) {
    return "bytes " + std::to_string(range.first) + "-" + std::to_string(range.last) + "/" + std::to_string(size);
}

}  // namespace

RangeResult readRange(std::string_view header, std::uint64_t size) {
    constexpr std::string_view unit = "bytes=";
    const std::size_t hyphen = header.find('-');
    if (!header.starts_with(unit) || hyphen == std::string_view::npos || header.find(',') != std::string_view::npos) {
        return {};
    }
    const std::string_view left = trimmed(header.substr(unit.size(), hyphen - unit.size()));
    const std::string_view right = trimmed(header.substr(hyphen + 1));
    const auto first = number(left);
    const auto last = number(right);
    if ((!left.empty() && !first) || (!right.empty() && !last) || (!first && !last) ||
        (first && last && *last < *first)) {
        return {};
    }
    if (!first) {
        if (*last == 0 || size == 0) {
            return {.kind = RangeResult::Kind::Unsatisfiable};
        }
        return {RangeResult::Kind::Part, {size - std::min(*last, size), size - 1}};
    }
    if (*first >= size) {
        return {.kind = RangeResult::Kind::Unsatisfiable};
    }
    return {RangeResult::Kind::Part, {*first, std::min(last.value_or(size - 1), size - 1)}};
}

bool matchesTag(std::string_view header, std::string_view tag) {
    const auto strong = [](std::string_view text) { return text.starts_with("W/") ? text.substr(2) : text; };
    while (!header.empty()) {
        const std::size_t comma = std::min(header.find(','), header.size());
        const std::string_view one = trimmed(header.substr(0, comma));
        if (one == "*" || (!one.empty() && strong(one) == strong(tag))) {
            return true;
        }
        header.remove_prefix(std::min(comma + 1, header.size()));
    }
    return false;
}

std::string contentDisposition(std::string_view name) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string ascii;
    std::string encoded;
    for (const char letter : name) {
        const auto code = static_cast<unsigned char>(letter);
        ascii += isPlain(letter) || letter == ' ' ? letter : '_';
        if (isPlain(letter)) {
            encoded += letter;
        } else {
            encoded += '%';
            encoded += digits[code >> 4U];
            encoded += digits[code & 0x0fU];
        }
    }
    return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
}

Answer download(const Call& call, const Vault& vault, const Sha256& hash, const std::string& name,
                const std::string& mediaType) {
    const std::string tag = "\"" + hash.hex() + "\"";
    if (matchesTag(call.header("if-none-match"), tag)) {
        return Answer{.status = 304, .headers = {{"ETag", tag}, {"Cache-Control", "private, no-store"}}};
    }
    const std::uint64_t size = vault.size(hash);
    const std::string condition = call.header("if-range");
    const RangeResult asked =
        condition.empty() || condition == tag ? readRange(call.header("range"), size) : RangeResult{};
    if (asked.kind == RangeResult::Kind::Unsatisfiable) {
        return problem(call, 416, "range").with("Content-Range", "bytes */" + std::to_string(size));
    }
    Answer answer{.status = 200,
                  .headers = {{"Content-Type", mediaType},
                              {"ETag", tag},
                              {"Accept-Ranges", "bytes"},
                              {"Cache-Control", "private, no-store"},
                              {"Content-Disposition", contentDisposition(name)}},
                  .file = FileSlice{vault.localPath(hash), 0, size}};
    if (asked.kind == RangeResult::Kind::Part) {
        answer.status = 206;
        answer.with("Content-Range", contentRange(asked.range, size));
        answer.file->offset = asked.range.first;
        answer.file->length = asked.range.last - asked.range.first + 1;
    }
    return answer;
}

}  // namespace engross
