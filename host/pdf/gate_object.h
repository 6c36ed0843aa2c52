#pragma once
#include "pdf/reader_value.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

class GateSource;

/// An object of a file that the gate looks at, references followed. Copying it is cheap; it is good as long as its
/// file is. A stream is no dictionary: what is asked of an object of another type is answered with nothing.
class GateObject {
public:
    GateObject() = default;
    /// A value as it stands in the file.
    GateObject(const GateSource& file, const PdfValue& value);
    /// The value of an indirect object.
    GateObject(const GateSource& file, const PdfValue& value, std::uint32_t number);

    [[nodiscard]] bool isNull() const {
        return value_.isNull();
    }
    [[nodiscard]] bool isName() const {
        return value_.isName();
    }
    [[nodiscard]] bool isName(std::string_view name) const {
        return value_.isName(name);
    }
    [[nodiscard]] bool isString() const {
        return value_.isString();
    }
    [[nodiscard]] bool isInteger() const {
        return value_.isInteger();
    }
    [[nodiscard]] bool isNumber() const {
        return value_.isNumber();
    }
    [[nodiscard]] bool isArray() const {
        return value_.isArray();
    }
    [[nodiscard]] bool isDictionary() const;
    [[nodiscard]] bool isStream() const;

    /// An entry of a dictionary, or of a stream's.
    [[nodiscard]] GateObject operator[](std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const {
        return !(*this)[key].isNull();
    }
    /// Whether it is a dictionary with a text under the key that is not empty.
    [[nodiscard]] bool hasText(std::string_view key) const;
    [[nodiscard]] std::vector<GateObject> items() const;
    /// An item of an array; null where it is too short.
    [[nodiscard]] GateObject item(std::size_t index) const;
    [[nodiscard]] std::size_t size() const {
        return value_.size();
    }

    [[nodiscard]] double number() const {
        return value_.number();
    }
    [[nodiscard]] long long integer() const {
        return value_.integer();
    }
    [[nodiscard]] bool isTrue() const {
        return value_.isTrue();
    }
    /// With its slash; empty where it is no name.
    [[nodiscard]] std::string name() const {
        return value_.name();
    }
    [[nodiscard]] std::string bytes() const {
        return value_.bytes();
    }
    [[nodiscard]] std::string words() const {
        return value_.words();
    }

    /// The number of the indirect object that this is; 0 for a direct one.
    [[nodiscard]] std::uint32_t identity() const noexcept {
        return number_;
    }
    /// A stream's bytes as they are packed.
    [[nodiscard]] std::string_view packed() const;
    /// Puts a stream's bytes behind those of `out`; false where they are not all there.
    bool unpack(std::string& out) const;
    /// A stream's bytes; empty where they are packed in a way that only pictures are, or damaged. Damage is told to the
    /// file.
    [[nodiscard]] std::string unpacked() const;
    /// The value itself, as it stands in the file; of a stream its dictionary.
    [[nodiscard]] const PdfValue& value() const noexcept {
        return value_;
    }

private:
    const GateSource* file_ = nullptr;
    PdfValue value_;
    std::uint32_t number_ = 0;
};

}  // namespace engross
