#include "pdf/content_operators.h"

#include "model/ascii.h"
#include "pdf/pdf_characters.h"

#include <algorithm>
#include <charconv>

namespace engross {
namespace {

constexpr std::size_t mostOperands = 64;
constexpr std::size_t deepestOperand = 32;
constexpr std::size_t pictureTail = 16;

bool isWord(std::string_view run) {
    const char first = run.front();
    return (first >= '0' && first <= '9') || first == '+' || first == '-' || first == '.' || run == "true" ||
           run == "false" || run == "null";
}

/// What follows a reverse solidus; `at` is on the character after it and is left behind the escape.
void appendEscape(std::string_view text, std::size_t& at, std::string& bytes) {
    constexpr std::string_view letters = "nrtbf";
    constexpr std::string_view meanings = "\n\r\t\b\f";
    const char letter = text[at++];
    if (const auto found = letters.find(letter); found != std::string_view::npos) {
        bytes += meanings[found];
    } else if (letter >= '0' && letter <= '7') {
        int code = letter - '0';
        for (int more = 0; more < 2 && at < text.size() && text[at] >= '0' && text[at] <= '7'; ++more) {
            code = code * 8 + (text[at++] - '0');
        }
        bytes += static_cast<char>(code);
    } else if (letter == '\r') {
        at += at < text.size() && text[at] == '\n' ? 1 : 0;
    } else if (letter != '\n') {
        bytes += letter;
    }
}

/// Whether what follows a possible end of an inline image reads like content: its data may hold " EI " by chance.
bool readsLikeContent(std::string_view tail) {
    return std::all_of(tail.begin(), tail.begin() + static_cast<std::ptrdiff_t>(std::min(tail.size(), pictureTail)),
                       [](char byte) { return isPdfSpace(byte) ? byte != '\0' : byte > 0x20 && byte < 0x7F; });
}

}  // namespace

ContentOperators::ContentOperators(std::string_view content) : content_(content) {}

std::string_view ContentOperators::name() const noexcept {
    return name_;
}

const std::vector<ContentOperand>& ContentOperators::operands() const noexcept {
    return operands_;
}

const std::vector<std::string_view>& ContentOperators::texts() const noexcept {
    return texts_;
}

bool ContentOperators::isBroken() const noexcept {
    return broken_;
}

bool ContentOperators::next() {
    operands_.clear();
    texts_.clear();
    depth_ = 0;
    for (skipSpace(); at_ < content_.size(); skipSpace()) {
        if (takeOperand()) {
            continue;
        }
        name_ = takeRun();
        if (name_.empty()) {
            broken_ = true;
            ++at_;
            continue;
        }
        if (name_ == "BI") {
            takePicture();
        }
        return true;
    }
    broken_ = broken_ || !operands_.empty();
    return false;
}

/// Takes one operand; false where an operator or a byte that begins nothing stands there.
bool ContentOperators::takeOperand() {
    const std::size_t begin = at_;
    switch (content_[at_]) {
        case '/':
            ++at_;
            (void)takeRun();
            add(ContentOperand::Kind::Name, begin);
            return true;
        case '(':
            takeRound();
            add(ContentOperand::Kind::Text, begin);
            return true;
        case '[':
            takeBrackets(ContentOperand::Kind::Array);
            return true;
        case '<':
            if (content_.substr(at_, 2) == "<<") {
                takeBrackets(ContentOperand::Kind::Dictionary);
            } else {
                takePointed();
                add(ContentOperand::Kind::Text, begin);
            }
            return true;
        default: {
            const std::string_view run = takeRun();
            if (!run.empty() && isWord(run)) {
                add(ContentOperand::Kind::Word, begin);
                return true;
            }
            at_ = begin;
            return false;
        }
    }
}

void ContentOperators::add(ContentOperand::Kind kind, std::size_t begin) {
    const std::string_view raw = content_.substr(begin, at_ - begin);
    if (kind == ContentOperand::Kind::Text) {
        texts_.push_back(raw);
    }
    if (depth_ != 0) {
        return;
    }
    if (operands_.size() == mostOperands) {
        broken_ = true;
        return;
    }
    operands_.push_back({kind, raw});
}

std::string_view ContentOperators::takeRun() {
    const std::size_t begin = at_;
    while (at_ < content_.size() && isPdfRegular(content_[at_])) {
        ++at_;
    }
    return content_.substr(begin, at_ - begin);
}

void ContentOperators::takeRound() {
    std::size_t open = 0;
    for (; at_ < content_.size(); ++at_) {
        const char byte = content_[at_];
        if (byte == '\\') {
            ++at_;
        } else if (byte == '(') {
            ++open;
        } else if (byte == ')' && --open == 0) {
            ++at_;
            return;
        }
    }
    at_ = content_.size();
    broken_ = true;
}

void ContentOperators::takePointed() {
    ++at_;
    while (at_ < content_.size() && (hexDigit(content_[at_]) >= 0 || isPdfSpace(content_[at_]))) {
        ++at_;
    }
    if (at_ < content_.size() && content_[at_] == '>') {
        ++at_;
    } else {
        broken_ = true;
    }
}

void ContentOperators::takeBrackets(ContentOperand::Kind kind) {
    const std::size_t begin = at_;
    const std::string_view end = kind == ContentOperand::Kind::Array ? "]" : ">>";
    at_ += end.size();
    if (depth_ == deepestOperand) {
        broken_ = true;
        return;
    }
    ++depth_;
    for (skipSpace(); at_ < content_.size() && content_.substr(at_, end.size()) != end; skipSpace()) {
        if (!takeOperand()) {
            broken_ = true;
            break;
        }
    }
    --depth_;
    if (content_.substr(at_, end.size()) == end) {
        at_ += end.size();
    } else {
        broken_ = true;
    }
    add(kind, begin);
}

/// Behind BI: past the dictionary, ID and the data to the end of EI.
void ContentOperators::takePicture() {
    for (skipSpace(); at_ < content_.size(); skipSpace()) {
        if (!takeOperand()) {
            break;
        }
    }
    texts_.clear();
    name_ = "EI";
    if (takeRun() != "ID") {
        broken_ = true;
        return;
    }
    for (std::size_t end = content_.find("EI", at_); end != std::string_view::npos;
         end = content_.find("EI", end + 1)) {
        const std::string_view tail = content_.substr(end + 2);
        if (isPdfSpace(content_[end - 1]) && (tail.empty() || isPdfSpace(tail.front())) && readsLikeContent(tail)) {
            at_ = end + 2;
            return;
        }
    }
    at_ = content_.size();
    broken_ = true;
}

void ContentOperators::skipSpace() {
    while (at_ < content_.size()) {
        if (content_[at_] == '%') {
            at_ = std::min(content_.find_first_of("\r\n", at_), content_.size());
        } else if (isPdfSpace(content_[at_])) {
            ++at_;
        } else {
            return;
        }
    }
}

std::string bytesOfString(std::string_view raw) {
    std::string bytes;
    if (raw.empty() || raw.front() == '<') {
        int half = -1;
        for (const char letter : raw) {
            if (const int digit = hexDigit(letter); digit >= 0) {
                if (half >= 0) {
                    bytes += static_cast<char>(half * 16 + digit);
                }
                half = half >= 0 ? -1 : digit;
            }
        }
        if (half >= 0) {
            bytes += static_cast<char>(half * 16);
        }
        return bytes;
    }
    const std::string_view text = raw.substr(1, raw.size() - (raw.size() > 1 && raw.back() == ')' ? 2 : 1));
    bytes.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        std::size_t plain = at;
        while (plain < text.size() && text[plain] != '\\' && text[plain] != '\r') {
            ++plain;
        }
        bytes += text.substr(at, plain - at);
        at = plain + 1;
        if (plain == text.size()) {
            break;
        }
        if (text[plain] == '\r') {
            at += at < text.size() && text[at] == '\n' ? 1 : 0;
            bytes += '\n';
        } else if (at < text.size()) {
            appendEscape(text, at, bytes);
        } else {
            bytes += '\\';
        }
    }
    return bytes;
}

std::string plainName(std::string_view raw) {
    std::string name;
    for (std::size_t at = 0; at < raw.size(); ++at) {
        const int high = raw[at] == '#' && at + 2 < raw.size() ? hexDigit(raw[at + 1]) : -1;
        const int low = high >= 0 ? hexDigit(raw[at + 2]) : -1;
        if (low >= 0) {
            name += static_cast<char>(high * 16 + low);
            at += 2;
        } else {
            name += raw[at];
        }
    }
    return name;
}

std::optional<ContentOperand> entryOf(std::string_view dictionary, std::string_view key) {
    const std::string_view inside =
        dictionary.substr(2, dictionary.size() - (dictionary.size() >= 4 && dictionary.ends_with(">>") ? 4 : 2));
    ContentOperators entries(inside);
    // No operator ends them: what was read stays.
    (void)entries.next();
    const auto& operands = entries.operands();
    for (std::size_t index = 0; index + 1 < operands.size(); index += 2) {
        if (operands[index].kind == ContentOperand::Kind::Name && plainName(operands[index].raw) == key) {
            return operands[index + 1];
        }
    }
    return std::nullopt;
}

std::optional<long long> integerOf(const ContentOperand& operand) {
    const char* const end = operand.raw.data() + operand.raw.size();
    long long value = 0;
    const auto read = std::from_chars(operand.raw.data(), end, value);
    return read.ec == std::errc{} && read.ptr == end ? std::optional(value) : std::nullopt;
}

}  // namespace engross
