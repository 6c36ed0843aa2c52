#pragma once
#include <span>
#include <string_view>

namespace engross {

/// One sentence in both languages. Keys are "<room>.<what_it_says>". "{name}" stands for a value and must stand in
/// both;
/// "{{" is printed as it is. A sentence that depends on a count has the keys "….one" and "….other"
/// (`Messages::counted`).
struct Message {
    std::string_view key;
    std::string_view english;
    std::string_view welsh;  // empty: not translated yet, the English is used
};

/// The tables, each in `messages_<room>.cpp`; the script room's tools have one of their own.
[[nodiscard]] std::span<const Message> modelMessages();
[[nodiscard]] std::span<const Message> calendarMessages();
[[nodiscard]] std::span<const Message> scriptMessages();
[[nodiscard]] std::span<const Message> scriptToolMessages();
[[nodiscard]] std::span<const Message> letterMessages();
[[nodiscard]] std::span<const Message> layoutMessages();
[[nodiscard]] std::span<const Message> pdfMessages();
[[nodiscard]] std::span<const Message> evidenceMessages();
[[nodiscard]] std::span<const Message> exhibitMessages();
[[nodiscard]] std::span<const Message> bundleMessages();
[[nodiscard]] std::span<const Message> bundleReleaseMessages();
[[nodiscard]] std::span<const Message> lifeMessages();
[[nodiscard]] std::span<const Message> workMessages();
[[nodiscard]] std::span<const Message> serviceMessages();
[[nodiscard]] std::span<const Message> commandMessages();

}  // namespace engross
