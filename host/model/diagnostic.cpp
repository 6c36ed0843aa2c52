#include "model/diagnostic.h"

#include "model/utf8.h"

#include <algorithm>

namespace engross {
namespace {

constexpr std::size_t longestSourceShown = 100;
constexpr std::size_t longestWordCompared = 64;

bool isControl(char letter) {
    const auto byte = static_cast<unsigned char>(letter);
    return byte < 0x20 || byte == 0x7F;
}

/// Text that a terminal prints and never obeys.
std::string printable(std::string_view text) {
    std::string result = repaired(text);
    std::ranges::replace_if(
        result, [](char letter) { return isControl(letter); }, ' ');
    for (std::size_t at = result.find('\xC2'); at != std::string::npos; at = result.find('\xC2', at + 2)) {
        if (static_cast<unsigned char>(result[at + 1]) < 0xA0) {
            result.replace(at, 2, "  ");
        }
    }
    return result;
}

std::string characters(std::string_view text, std::size_t first, std::size_t count) {
    std::string result;
    std::size_t index = 0;
    for (std::size_t at = 0; at < text.size() && index < first + count; ++index) {
        std::size_t end = at + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
            ++end;
        }
        if (index >= first) {
            result += text.substr(at, end - at);
        }
        at = end;
    }
    return result;
}

std::string placeText(const Place& where) {
    if (where.file.empty()) {
        return where.pointer;
    }
    std::string text = where.file;
    if (where.line > 0) {
        text += ":" + std::to_string(where.line);
        if (where.column > 0) {
            text += ":" + std::to_string(where.column);
        }
    }
    return text;
}

/// The source line with the caret under it; the first hint stands beside the caret.
std::string sourceText(const Diagnostic& diagnostic) {
    const Place& where = diagnostic.where;
    const std::string source = printable(where.source);
    const std::size_t column = std::min(std::max<std::size_t>(where.column, 1) - 1, characterCount(source));
    const std::size_t first = column > longestSourceShown / 2 && characterCount(source) > longestSourceShown
                                  ? column - longestSourceShown / 2
                                  : 0;
    const std::string number = std::to_string(where.line);
    std::string text = "  " + number + " | " + characters(source, first, longestSourceShown) + "\n";
    if (where.column > 0) {
        const std::size_t room = longestSourceShown - std::min(longestSourceShown, column - first);
        text += "  " + std::string(number.size(), ' ') + " | " + std::string(column - first, ' ') +
                std::string(std::clamp<std::size_t>(where.length, 1, std::max<std::size_t>(room, 1)), '^');
        if (!diagnostic.hints.empty()) {
            text += "   " + printable(diagnostic.hints.front());
        }
        text += "\n";
    }
    return text;
}

std::string comparable(std::string_view word) {
    std::string result(word);
    for (char& letter : result) {
        if (letter >= 'A' && letter <= 'Z') {
            letter = static_cast<char>(letter - 'A' + 'a');
        } else if (letter == '-' || letter == ' ') {
            letter = '_';
        }
    }
    return result;
}

/// Damerau-Levenshtein, restricted: additions, losses, replacements and swaps of neighbours.
std::size_t distance(const std::string& left, const std::string& right) {
    std::vector<std::size_t> twoBefore(right.size() + 1);
    std::vector<std::size_t> before(right.size() + 1);
    std::vector<std::size_t> current(right.size() + 1);
    for (std::size_t j = 0; j <= right.size(); ++j) {
        before[j] = j;
    }
    for (std::size_t i = 1; i <= left.size(); ++i) {
        current[0] = i;
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const std::size_t replaced = before[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
            current[j] = std::min({before[j] + 1, current[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) {
                current[j] = std::min(current[j], twoBefore[j - 2] + 1);
            }
        }
        twoBefore.swap(before);
        before.swap(current);
    }
    return before[right.size()];
}

Value toValue(const Place& where) {
    return Object{{"file", where.file},
                  {"line", static_cast<std::int64_t>(where.line)},
                  {"column", static_cast<std::int64_t>(where.column)},
                  {"length", static_cast<std::int64_t>(where.length)},
                  {"source", where.source}};
}

std::size_t countIn(const Value& value, std::string_view name) {
    const Value* member = value.find(name);
    const std::int64_t* number = member == nullptr ? nullptr : member->integer();
    return number == nullptr || *number < 0 ? 0 : static_cast<std::size_t>(*number);
}

}  // namespace

bool refuses(const std::vector<Diagnostic>& diagnostics) {
    return std::ranges::any_of(diagnostics, [](const Diagnostic& each) { return each.severity == Severity::Error; });
}

std::string describe(const Diagnostic& diagnostic) {
    const Place& where = diagnostic.where;
    std::string text = printable(placeText(where));
    if (!text.empty()) {
        text += ": ";
    }
    if (diagnostic.severity == Severity::Warning) {
        text += "warning: ";
    }
    text += printable(diagnostic.message);
    if (!diagnostic.law.empty()) {
        text += " (" + printable(diagnostic.law) + ")";
    }
    text += "\n";
    std::size_t shown = 0;
    if (where.line > 0 && !where.source.empty()) {
        text += sourceText(diagnostic);
        shown = where.column > 0 ? 1 : 0;
    }
    for (std::size_t i = shown; i < diagnostic.hints.size(); ++i) {
        text += "  " + printable(diagnostic.hints[i]) + "\n";
    }
    return text;
}

Value toValue(const Diagnostic& diagnostic) {
    Object result{{"code", diagnostic.code},
                  {"severity", nameOf(diagnostic.severity)},
                  {"field", diagnostic.where.pointer},
                  {"message", diagnostic.message},
                  {"law", diagnostic.law},
                  {"hints", List(diagnostic.hints.begin(), diagnostic.hints.end())}};
    if (!diagnostic.where.file.empty()) {
        result.set("place", toValue(diagnostic.where));
    }
    return result;
}

Diagnostic diagnosticFrom(const Value& value) {
    Diagnostic result;
    result.code = value.textOr("code", "");
    result.severity = value.textOr("severity", "") == nameOf(Severity::Warning) ? Severity::Warning : Severity::Error;
    result.where.pointer = value.textOr("field", "");
    result.message = value.textOr("message", "");
    result.law = value.textOr("law", "");
    if (const Value* hints = value.find("hints"); hints != nullptr && hints->list() != nullptr) {
        for (const Value& hint : *hints->list()) {
            if (const std::string* text = hint.text()) {
                result.hints.push_back(*text);
            }
        }
    }
    if (const Value* place = value.find("place")) {
        result.where.file = place->textOr("file", "");
        result.where.line = countIn(*place, "line");
        result.where.column = countIn(*place, "column");
        result.where.length = countIn(*place, "length");
        result.where.source = place->textOr("source", "");
    }
    return result;
}

std::string_view nameOf(Severity severity) noexcept {
    return severity == Severity::Error ? "error" : "warning";
}

std::string pointerTo(std::string_view parent, std::string_view member) {
    std::string result(parent);
    result += '/';
    for (const char letter : member) {
        if (letter == '~') {
            result += "~0";
        } else if (letter == '/') {
            result += "~1";
        } else {
            result += letter;
        }
    }
    return result;
}

std::string pointerTo(std::string_view parent, std::size_t index) {
    return std::string(parent) + "/" + std::to_string(index);
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
    if (word.empty() || word.size() > longestWordCompared) {
        return {};
    }
    const std::string sought = comparable(word);
    const std::size_t limit = std::max<std::size_t>(1, word.size() / 3);
    std::size_t best = limit + 1;
    std::string found;
    for (const std::string& candidate : candidates) {
        const std::size_t longer = std::max(candidate.size(), sought.size());
        const std::size_t shorter = std::min(candidate.size(), sought.size());
        if (longer - shorter > limit) {
            continue;
        }
        const std::size_t far = distance(sought, comparable(candidate));
        if (far < best && far < longer) {
            best = far;
            found = candidate;
        }
    }
    return found;
}

}  // namespace engross
