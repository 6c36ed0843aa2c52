#pragma once
#include "model/diagnostic.h"

#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace engross {

/// The text of one script, for the places of its faults.
class ScriptSource {
public:
    ScriptSource(std::string file, std::string text);

    [[nodiscard]] const std::string& file() const noexcept;
    [[nodiscard]] const std::string& text() const noexcept;
    /// The place of `word` on a line: the whole word where there is one, else the first non-blank character.
    [[nodiscard]] Place at(std::size_t line, std::string_view word) const;
    /// The place of `key =` at or after a line, outside strings and comments; the line itself where there is none.
    [[nodiscard]] Place atKey(std::size_t line, std::string_view key) const;
    /// The byte offset of `key =` at or after a line, or npos.
    [[nodiscard]] std::size_t offsetOfKey(std::size_t line, std::string_view key) const;
    /// The line on which the text begins that is the value of `key`; `fromLine` where the key is not there.
    [[nodiscard]] std::size_t firstLineOfText(std::string_view key, std::size_t fromLine) const;

    /// Fields that a table constructor gives a second time, with their lines: Lua would keep the last one and say
    /// nothing.
    [[nodiscard]] const std::vector<std::pair<std::size_t, std::string>>& repeatedKeys() const noexcept;

    /// What the host made of the text by compiling it, kept beside it: a script can neither see nor supply it. Empty
    /// until `keepCompiled`.
    [[nodiscard]] std::shared_ptr<const std::string> compiled() const;
    void keepCompiled(std::string chunk) const;

private:
    struct Key {
        std::string name;
        std::size_t offset;
        std::size_t line;
    };
    [[nodiscard]] std::string_view lineText(std::size_t line) const;

    std::string file_;
    std::string text_;
    std::vector<std::size_t> lineStarts_;
    mutable std::mutex mutex_;
    mutable std::shared_ptr<const std::string> compiled_;
    std::vector<Key> keys_;  // every `name =` outside strings and comments
    std::vector<std::pair<std::size_t, std::string>> repeated_;
};

}  // namespace engross
