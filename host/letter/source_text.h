#pragma once
#include "model/diagnostic.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// A text that a person wrote, and the place of each of its bytes.
class SourceText {
public:
    SourceText(std::string_view text, std::string file, std::size_t firstLine);

    /// The text with every byte that templates cannot hold replaced by "?": offsets are those of what was written.
    [[nodiscard]] const std::string& text() const noexcept;
    /// Stretches of bytes that are not UTF-8, and private-use characters (templates need those for themselves).
    struct Unfit {
        std::size_t offset = 0;
        std::size_t length = 0;
        bool privateUse = false;  // else not UTF-8
    };
    [[nodiscard]] const std::vector<Unfit>& unfit() const noexcept;
    /// The place of a stretch of bytes; its length ends with the line.
    [[nodiscard]] Place place(std::size_t offset, std::size_t length) const;
    /// Where the first line of more bytes begins; the place carries no source. Nothing where all lines are shorter.
    [[nodiscard]] std::optional<Place> lineLongerThan(std::size_t bytes) const;
    /// The offset after the line that holds `offset`, its line feed included.
    [[nodiscard]] std::size_t lineEnd(std::size_t offset) const;
    [[nodiscard]] std::size_t lineBegin(std::size_t offset) const;

private:
    void findUnfit();

    std::string written_;
    std::string text_;
    std::string file_;
    std::size_t firstLine_;
    std::vector<std::size_t> lineBegins_;
    std::vector<Unfit> unfit_;
};

}  // namespace engross
