#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// An operand of a drawing instruction, as it stands in the content.
struct ContentOperand {
    enum class Kind : std::uint8_t { Word, Name, Text, Array, Dictionary };  // Word: a number, true, false, null
    Kind kind = Kind::Word;
    std::string_view raw{};
};

/// Reads a page's decoded content operator by operator (ISO 32000-1 7.8.2). Holds views of the content, which must
/// outlive it. Never fails: what cannot be read is skipped and told by isBroken().
class ContentOperators {
public:
    explicit ContentOperators(std::string_view content);

    /// Moves to the next operator; false at the end. An inline image is one operator, "EI", whose operands are the keys
    /// and values of its dictionary.
    [[nodiscard]] bool next();
    [[nodiscard]] std::string_view name() const noexcept;
    /// At most 64; more are left out and told by isBroken().
    [[nodiscard]] const std::vector<ContentOperand>& operands() const noexcept;
    /// The strings among the operands and in their arrays, in order, still in their brackets.
    [[nodiscard]] const std::vector<std::string_view>& texts() const noexcept;
    /// A token or a bracket that was met so far does not end as it should.
    [[nodiscard]] bool isBroken() const noexcept;

private:
    bool takeOperand();
    std::string_view takeRun();
    void takeRound();
    void takePointed();
    void takeBrackets(ContentOperand::Kind kind);
    void takePicture();
    void skipSpace();
    void add(ContentOperand::Kind kind, std::size_t begin);

    std::string_view content_;
    std::size_t at_ = 0;
    std::string_view name_;
    std::vector<ContentOperand> operands_;
    std::vector<std::string_view> texts_;
    std::size_t depth_ = 0;  // of arrays and dictionaries
    bool broken_ = false;
};

/// The bytes of a string (7.3.4) from its text with brackets: "(…)" or "<…>".
[[nodiscard]] std::string bytesOfString(std::string_view raw);
/// A name with its slash, without escapes (7.3.5).
[[nodiscard]] std::string plainName(std::string_view raw);
/// The value that a dictionary's text has for a key such as "/MCID"; a view of that text.
[[nodiscard]] std::optional<ContentOperand> entryOf(std::string_view dictionary, std::string_view key);
/// A whole number, and nothing for any other operand.
[[nodiscard]] std::optional<long long> integerOf(const ContentOperand& operand);

}  // namespace engross
