#include "script/script_source.h"

#include "model/utf8.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>

namespace engross {
namespace {

constexpr std::size_t mostFollowed = 1U << 20U;  // bytes: nobody writes a script of more by hand

bool isWord(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9') || character == '_';
}

/// Walks Lua text and tells what lies outside strings and comments.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    [[nodiscard]] bool done() const {
        return at_ >= text_.size();
    }
    [[nodiscard]] std::size_t offset() const {
        return at_;
    }

    /// Steps over one string, comment or other character; answers a name where one began, else an empty view.
    std::string_view step() {
        const char character = text_[at_];
        if (text_.compare(at_, 2, "--") == 0) {
            at_ += 2;
            if (!skipLongBracket()) {
                at_ = std::min(text_.find('\n', at_), text_.size());
            }
            return {};
        }
        if (character == '"' || character == '\'') {
            skipQuoted(character);
            return {};
        }
        if (character == '[' && skipLongBracket()) {
            return {};
        }
        if (isWord(character)) {
            const std::size_t start = at_;
            while (!done() && isWord(text_[at_])) {
                ++at_;
            }
            return text_.substr(start, at_ - start);
        }
        ++at_;
        return {};
    }

private:
    void skipQuoted(char quote) {
        ++at_;
        while (!done() && text_[at_] != quote && text_[at_] != '\n') {
            at_ += text_[at_] == '\\' ? 2U : 1U;
        }
        at_ = std::min(at_ + 1, text_.size());
    }

    bool skipLongBracket() {
        if (done() || text_[at_] != '[') {
            return false;
        }
        std::size_t level = at_ + 1;
        while (level < text_.size() && text_[level] == '=') {
            ++level;
        }
        if (level >= text_.size() || text_[level] != '[') {
            return false;
        }
        std::string closing(level - at_ + 1, '=');
        closing.front() = closing.back() = ']';
        const std::size_t end = text_.find(closing, level);
        at_ = end == std::string_view::npos ? text_.size() : end + closing.size();
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

/// Follows the tables of a text, and tells a field that its table was given before.
class TableKeys {
public:
    bool repeats(std::string_view name, bool isKey, char character) {
        if (name.empty()) {
            take(character);
            return false;
        }
        static constexpr std::array<std::string_view, 4> opening{"function", "if", "do", "repeat"};
        const bool field = isKey && begins_ && !open_.empty() && open_.back().isTable;
        begins_ = false;
        if (std::ranges::find(opening, name) != opening.end()) {
            open_.push_back({});
        } else if (name == "end" || name == "until") {
            close();
        }
        return field && !open_.back().names.insert(name).second;
    }

private:
    struct Open {
        bool isTable = false;
        std::set<std::string_view> names{};
    };
    void take(char character) {
        if (character == '{') {
            open_.push_back({.isTable = true});
        } else if (character == '}') {
            close();
        }
        if (std::isspace(static_cast<unsigned char>(character)) == 0) {
            begins_ = character == '{' || character == ',' || character == ';';
        }
    }
    void close() {
        if (!open_.empty()) {
            open_.pop_back();
        }
    }

    std::vector<Open> open_;
    bool begins_ = false;  // a field of a table begins here
};

std::size_t skipBlanks(std::string_view text, std::size_t at) {
    while (at < text.size() && std::isspace(static_cast<unsigned char>(text[at])) != 0) {
        ++at;
    }
    return at;
}

bool isAssigned(std::string_view text, std::size_t after) {
    const std::size_t at = skipBlanks(text, after);
    return at < text.size() && text[at] == '=' && (at + 1 >= text.size() || text[at + 1] != '=');
}

std::size_t findWord(std::string_view line, std::string_view word) {
    const bool bounded = !word.empty() && isWord(word.front()) && isWord(word.back());
    for (std::size_t at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
        const bool startsWord = at == 0 || !isWord(line[at - 1]);
        const bool endsWord = at + word.size() >= line.size() || !isWord(line[at + word.size()]);
        if (!bounded || (startsWord && endsWord)) {
            return at;
        }
    }
    return std::string_view::npos;
}

}  // namespace

ScriptSource::ScriptSource(std::string file, std::string text) : file_(std::move(file)), text_(std::move(text)) {
    lineStarts_.push_back(0);
    for (std::size_t at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1)) {
        lineStarts_.push_back(at + 1);
    }
    Scanner scanner(text_);
    TableKeys tables;
    while (!scanner.done()) {
        const std::size_t start = scanner.offset();
        const std::string_view name = scanner.step();
        const bool isKey = !name.empty() && isAssigned(text_, scanner.offset());
        const bool repeats = text_.size() <= mostFollowed &&
                             tables.repeats(name, isKey, scanner.offset() == start + 1 ? text_[start] : ' ');
        if (isKey) {
            const auto line = std::ranges::upper_bound(lineStarts_, start) - lineStarts_.begin();
            keys_.push_back({std::string(name), start, static_cast<std::size_t>(line)});
        }
        if (repeats) {
            repeated_.emplace_back(keys_.back().line, name);
        }
    }
}

const std::vector<std::pair<std::size_t, std::string>>& ScriptSource::repeatedKeys() const noexcept {
    return repeated_;
}

const std::string& ScriptSource::file() const noexcept {
    return file_;
}

const std::string& ScriptSource::text() const noexcept {
    return text_;
}

std::shared_ptr<const std::string> ScriptSource::compiled() const {
    const std::lock_guard lock(mutex_);
    return compiled_;
}

void ScriptSource::keepCompiled(std::string chunk) const {
    const std::lock_guard lock(mutex_);
    compiled_ = std::make_shared<const std::string>(std::move(chunk));
}

std::string_view ScriptSource::lineText(std::size_t line) const {
    if (line == 0 || line > lineStarts_.size()) {
        return {};
    }
    const std::size_t start = lineStarts_.at(line - 1);
    const std::size_t end = line < lineStarts_.size() ? lineStarts_.at(line) - 1 : text_.size();
    return std::string_view(text_).substr(start, end - start);
}

Place ScriptSource::at(std::size_t line, std::string_view word) const {
    const std::string_view text = lineText(line);
    Place place{.file = file_, .line = line, .source = repaired(text), .pointer = {}};
    if (line == 0) {
        return place;
    }
    const std::size_t found = word.empty() ? std::string_view::npos : findWord(text, word);
    const std::size_t start = found == std::string_view::npos ? std::min(skipBlanks(text, 0), text.size()) : found;
    place.column = characterCount(repaired(text.substr(0, start))) + 1;
    place.length = found == std::string_view::npos ? 1 : characterCount(repaired(word));
    return place;
}

std::size_t ScriptSource::offsetOfKey(std::size_t line, std::string_view key) const {
    const auto found =
        std::ranges::find_if(keys_, [&](const Key& entry) { return entry.line >= line && entry.name == key; });
    return found == keys_.end() ? std::string::npos : found->offset;
}

Place ScriptSource::atKey(std::size_t line, std::string_view key) const {
    const auto found =
        std::ranges::find_if(keys_, [&](const Key& entry) { return entry.line >= line && entry.name == key; });
    return found == keys_.end() ? at(line, key) : at(found->line, key);
}

std::size_t ScriptSource::firstLineOfText(std::string_view key, std::size_t fromLine) const {
    const std::size_t offset = offsetOfKey(fromLine, key);
    if (offset == std::string::npos) {
        return fromLine;
    }
    std::size_t start = skipBlanks(text_, text_.find('=', offset) + 1);
    if (start < text_.size() && text_[start] == '[') {
        const std::size_t second = text_.find('[', start + 1);
        start = second == std::string::npos ? start : second + 1;
        start += start < text_.size() && text_[start] == '\n' ? 1U : 0U;
    }
    return static_cast<std::size_t>(std::ranges::upper_bound(lineStarts_, start) - lineStarts_.begin());
}

}  // namespace engross
