#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace engross {

/// How many values may stand inside each other, in an object or a tree of them.
constexpr std::size_t deepestNesting = 200;

/// Where an object stands in a file: the text of its value and, of a stream, its bytes as they are packed.
struct ObjectExtent {
    std::uint64_t number = 0;
    std::uint64_t generation = 0;
    std::string_view text;
    bool isStream = false;
    std::string_view data;
};

/// Gives the whole number that is the object with this number: a /Length that stands elsewhere.
using LengthLookup = std::function<std::uint64_t(std::uint64_t number)>;

/// Finds the object whose head ("12 0 obj") stands at `offset` of `file`. Every token of it is well formed, brackets
/// match, a stream ends where its length says. Throws ReaderRefused where anything is not so.
[[nodiscard]] ObjectExtent extentAt(std::string_view file, std::size_t offset, const LengthLookup& lengthOf);

/// The same in steps. First the head: the text is then all that follows it.
[[nodiscard]] ObjectExtent headAt(std::string_view file, std::size_t offset);
/// Then the value, and what follows it.
void takeValue(ObjectExtent& extent, std::string_view file, const LengthLookup& lengthOf);
/// Or, where somebody else read the value and cut the text to it, what follows it. `length` is asked for a stream's.
void takeRest(ObjectExtent& extent, std::string_view file, const std::function<std::uint64_t()>& length);

/// The text of the value that stands at `offset` of an unpacked object stream.
[[nodiscard]] std::string_view valueAt(std::string_view objects, std::size_t offset);

}  // namespace engross
