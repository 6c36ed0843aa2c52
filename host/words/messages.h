#pragma once
#include "words/message_table.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace engross {

enum class Language { English, Welsh };

/// "en" or "cy", with or without a region; nothing for any other tag.
[[nodiscard]] std::optional<Language> languageFrom(std::string_view tag);
/// "en-GB" or "cy-GB".
[[nodiscard]] std::string_view tagOf(Language language) noexcept;

/// Every sentence that a person reads, by key and language. A key without a Welsh text falls back to English.
class Messages {
public:
    using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    [[nodiscard]] static const Messages& in(Language language);
    /// The sentence with each "{name}" replaced. An unknown key or an unfilled name is our bug: std::logic_error.
    [[nodiscard]] std::string text(std::string_view key, Values values = {}) const;
    /// The sentence for a count: "key.one" for 1, "key.other" for the rest; Welsh also looks for ".zero", ".two",
    /// ".few" (3) and ".many" (6) first (CLDR 41). "{n}" is filled with the count.
    [[nodiscard]] std::string counted(std::string_view key, std::int64_t count, Values values = {}) const;
    [[nodiscard]] bool has(std::string_view key) const;

private:
    explicit Messages(Language language);
    [[nodiscard]] std::string filled(std::string_view key,
                                     const std::vector<std::pair<std::string_view, std::string_view>>& values) const;
    Language language_;
};

/// Every message of every room, in the order of the tables.
[[nodiscard]] std::vector<Message> allMessages();

}  // namespace engross
