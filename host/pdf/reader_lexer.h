#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace engross {

enum class PdfTokenKind : std::uint8_t {
    End,
    Integer,
    Real,
    Name,    // with its slash
    String,  // with its brackets, round or pointed
    ArrayOpen,
    ArrayClose,
    DictionaryOpen,
    DictionaryClose,
    Word  // true, R, endobj and everything else of regular characters
};

struct PdfToken {
    PdfTokenKind kind = PdfTokenKind::End;
    std::string_view text;
};

/// The tokens of a text (ISO 32000-1 7.2), strictly: a string that does not end or a bracket without its fellow is
/// refused with ReaderRefused. Never reads outside the text.
class PdfLexer {
public:
    explicit PdfLexer(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

    [[nodiscard]] PdfToken next();
    /// The place behind the last token.
    [[nodiscard]] std::size_t at() const noexcept {
        return at_;
    }
    /// Whether a comment stood before the last token.
    [[nodiscard]] bool skippedComment() const noexcept {
        return skippedComment_;
    }
    /// Goes past spaces and comments.
    void skipSpace();

private:
    [[nodiscard]] PdfToken cut(PdfTokenKind kind, std::size_t end);
    [[nodiscard]] PdfToken roundString();
    [[nodiscard]] PdfToken pointedString();
    [[nodiscard]] std::size_t endOfRegular(std::size_t from) const noexcept;

    std::string_view text_;
    std::size_t at_;
    bool skippedComment_ = false;
};

/// A whole number without a sign, as numbers of objects are written; nothing where it has other characters or does not
/// fit.
[[nodiscard]] std::optional<std::uint64_t> naturalFrom(std::string_view digits) noexcept;

/// The number that an Integer or Real token says.
[[nodiscard]] double numberOfToken(std::string_view token);

/// The bytes that a String token says (ISO 32000-1 7.3.4).
[[nodiscard]] std::string stringFrom(std::string_view token);

/// The name that a Name token says, with its slash and without #-escapes (ISO 32000-1 7.3.5).
[[nodiscard]] std::string nameFrom(std::string_view token);

}  // namespace engross
