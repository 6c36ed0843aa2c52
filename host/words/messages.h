#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

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

private:
    explicit Messages(Language language);
    Language language_;
};

}  // namespace engross
