#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

class ReaderObjects;

enum class PdfValueType : std::uint8_t { Null, Boolean, Integer, Real, Name, String, Array, Dictionary, Reference };

/// Values of a file, parsed, one behind the other: a container is followed by what it holds. They stay as long as the
/// file does and are never moved in number, so a value is known by its place.
class ValueArena {
public:
    struct Node {
        std::string_view text;     // of the whole value, as it stands in the file
        std::uint32_t span = 1;    // how many nodes it takes with all that it holds
        std::uint32_t number = 0;  // of a reference
        std::uint32_t generation = 0;
        PdfValueType type = PdfValueType::Null;
    };

    /// `name` is what faults call the file.
    explicit ValueArena(std::string name);

    /// Parses a text that is one value; answers its place. Throws ReaderRefused, and PdfError where a file has more
    /// values than fit.
    std::uint32_t parse(std::string_view text);
    [[nodiscard]] const Node& at(std::uint32_t place) const {
        return nodes_.at(place);
    }
    /// The place of null.
    static constexpr std::uint32_t nothing = 0;

private:
    std::vector<Node> nodes_;
    std::string name_;
};

/// What the bytes of a string of words say, as UTF-8 (ISO 32000-1 7.9.2.2).
[[nodiscard]] std::string wordsFrom(const std::string& bytes);

/// A value of a file that is being read. Copying it is cheap; it is good as long as its file is. What is asked of a
/// value that is of another type is answered with nothing, as ISO 32000-1 7.3.9 treats what is absent.
class PdfValue {
public:
    PdfValue() = default;
    PdfValue(const ReaderObjects& file, std::uint32_t place) : file_(&file), place_(place) {}

    [[nodiscard]] PdfValueType type() const;
    [[nodiscard]] bool isNull() const {
        return type() == PdfValueType::Null;
    }
    [[nodiscard]] bool isName() const {
        return type() == PdfValueType::Name;
    }
    [[nodiscard]] bool isString() const {
        return type() == PdfValueType::String;
    }
    [[nodiscard]] bool isArray() const {
        return type() == PdfValueType::Array;
    }
    [[nodiscard]] bool isDictionary() const {
        return type() == PdfValueType::Dictionary;
    }
    [[nodiscard]] bool isReference() const {
        return type() == PdfValueType::Reference;
    }
    [[nodiscard]] bool isInteger() const {
        return type() == PdfValueType::Integer;
    }
    [[nodiscard]] bool isNumber() const {
        return isInteger() || type() == PdfValueType::Real;
    }

    /// A dictionary's entry, references followed.
    [[nodiscard]] PdfValue operator[](std::string_view key) const;
    /// A dictionary's entry as it stands.
    [[nodiscard]] PdfValue entry(std::string_view key) const;
    /// What a reference leads to; any other value itself.
    [[nodiscard]] PdfValue followed() const;
    /// An array's items as they stand.
    [[nodiscard]] std::vector<PdfValue> items() const;
    /// Whether it is no dictionary, or one without entries.
    [[nodiscard]] bool isEmpty() const;
    /// How many items an array has.
    [[nodiscard]] std::size_t size() const;
    /// A dictionary's entries, in order: the key as it stands (see `nameFrom`), the value as it stands.
    void forEachEntry(const std::function<void(std::string_view key, const PdfValue& value)>& visit) const;

    [[nodiscard]] double number() const;
    [[nodiscard]] std::int64_t integer() const;
    [[nodiscard]] bool isTrue() const;
    /// With its slash and without escapes; empty where it is no name.
    [[nodiscard]] std::string name() const;
    [[nodiscard]] bool isName(std::string_view name) const;
    /// The bytes of a string.
    [[nodiscard]] std::string bytes() const;
    /// A string of words as UTF-8.
    [[nodiscard]] std::string words() const;
    /// The number of the object that a reference leads to.
    [[nodiscard]] std::uint32_t object() const;
    [[nodiscard]] std::uint32_t generation() const;
    /// The value as it stands in the file.
    [[nodiscard]] std::string_view text() const;

private:
    [[nodiscard]] const ValueArena::Node& node() const;

    const ReaderObjects* file_ = nullptr;
    std::uint32_t place_ = ValueArena::nothing;
};

}  // namespace engross
