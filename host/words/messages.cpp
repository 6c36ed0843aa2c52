#include "words/messages.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <unordered_map>

namespace engross {
namespace {

using Table = std::unordered_map<std::string_view, const Message*>;

constexpr std::array tables{modelMessages,  calendarMessages,      scriptMessages,   letterMessages,
                            layoutMessages, pdfMessages,           evidenceMessages, bundleMessages,
                            workMessages,   serviceMessages,       commandMessages,  scriptToolMessages,
                            lifeMessages,   bundleReleaseMessages, exhibitMessages};

Table indexed() {
    Table index;
    for (const auto& table : tables) {
        for (const Message& message : table()) {
            if (!index.emplace(message.key, &message).second) {
                throw std::logic_error("messages: two sentences have the key " + std::string(message.key));
            }
        }
    }
    return index;
}

const Message* find(std::string_view key) {
    static const Table index = indexed();
    const auto found = index.find(key);
    return found == index.end() ? nullptr : found->second;
}

std::string_view pluralCategory(Language language, std::int64_t count) {
    if (language == Language::English) {
        return count == 1 ? ".one" : ".other";
    }
    switch (count) {
        case 0:
            return ".zero";
        case 1:
            return ".one";
        case 2:
            return ".two";
        case 3:
            return ".few";
        case 6:
            return ".many";
        default:
            return ".other";
    }
}

}  // namespace

std::optional<Language> languageFrom(std::string_view tag) {
    const std::string_view primary = tag.substr(0, tag.find_first_of("-_"));
    if (primary == "en" || primary == "EN") {
        return Language::English;
    }
    if (primary == "cy" || primary == "CY") {
        return Language::Welsh;
    }
    return std::nullopt;
}

std::string_view tagOf(Language language) noexcept {
    return language == Language::English ? "en-GB" : "cy-GB";
}

Messages::Messages(Language language) : language_(language) {}

const Messages& Messages::in(Language language) {
    static const Messages english(Language::English);
    static const Messages welsh(Language::Welsh);
    return language == Language::English ? english : welsh;
}

bool Messages::has(std::string_view key) const {
    return find(key) != nullptr;
}

std::string Messages::text(std::string_view key, Values values) const {
    return filled(key, values);
}

std::string Messages::counted(std::string_view key, std::int64_t count, Values values) const {
    std::string full = std::string(key) + std::string(pluralCategory(language_, count));
    if (!has(full)) {
        full = std::string(key) + ".other";
    }
    const std::string digits = std::to_string(count);
    std::vector<std::pair<std::string_view, std::string_view>> all(values);
    all.emplace_back("n", digits);
    return filled(full, all);
}

std::string Messages::filled(std::string_view key,
                             const std::vector<std::pair<std::string_view, std::string_view>>& values) const {
    const Message* message = find(key);
    if (message == nullptr) {
        throw std::logic_error("messages: no sentence has the key " + std::string(key));
    }
    const bool welsh = language_ == Language::Welsh && !message->welsh.empty();
    std::string_view rest = welsh ? message->welsh : message->english;
    std::string result;
    while (!rest.empty()) {
        const std::size_t brace = std::min(rest.find('{'), rest.size());
        result += rest.substr(0, brace);
        rest.remove_prefix(brace);
        if (rest.starts_with("{{")) {
            result += "{{";
            rest.remove_prefix(2);
            continue;
        }
        if (rest.empty()) {
            break;
        }
        const std::size_t end = rest.find('}');
        const std::string_view name = rest.substr(1, end == std::string_view::npos ? end : end - 1);
        const auto value = std::ranges::find(values, name, &std::pair<std::string_view, std::string_view>::first);
        if (end == std::string_view::npos || value == values.end()) {
            throw std::logic_error("messages: " + std::string(key) + " needs a value for " + std::string(name));
        }
        result += value->second;
        rest.remove_prefix(end + 1);
    }
    return result;
}

std::vector<Message> allMessages() {
    std::vector<Message> all;
    for (const auto& table : tables) {
        const std::span<const Message> messages = table();
        all.insert(all.end(), messages.begin(), messages.end());
    }
    return all;
}

}  // namespace engross
