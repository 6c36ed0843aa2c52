#pragma once
#include "pdf/page_words.h"

#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// Names and addresses that must stand nowhere in a bundle. They are found however a page breaks them: over lines, with
/// hyphens, letter by letter, in capitals, with ligatures or accents; not within another word ("112 Example Close" is
/// not "12 Example Close").
class ProtectedTerms {
public:
    /// A term without a letter or digit is found nowhere.
    explicit ProtectedTerms(const std::vector<std::string>& terms);

    [[nodiscard]] std::size_t count() const noexcept;
    /// Which of them (from 0, in order) a page says, or a text.
    [[nodiscard]] std::vector<std::size_t> in(const std::vector<PlacedWord>& words) const;
    [[nodiscard]] std::vector<std::size_t> in(std::string_view text) const;

private:
    /// Letters and digits, and which of them begin a word; one more at the end.
    struct Stream {
        std::u32string signs;
        std::vector<bool> begins;
    };
    static void add(std::string_view text, Stream& stream);
    [[nodiscard]] std::vector<std::size_t> found(const Stream& stream) const;
    [[nodiscard]] static bool says(const Stream& stream, const std::u32string& term);

    std::vector<std::u32string> terms_;
};

}  // namespace engross
