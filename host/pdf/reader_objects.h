#pragma once
#include "pdf/reader_extent.h"
#include "pdf/reader_inflate.h"
#include "pdf/reader_value.h"
#include "pdf/reader_xref.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace engross {

/// An object, read.
struct ReadObject {
    PdfValue value;  // of a stream its dictionary
    bool isStream = false;
    std::string_view data;  // of a stream, as it is packed
};

/// The objects of a PDF, found and parsed when they are asked for. Strict: throws ReaderRefused for a file that is not
/// quite as it should be, PdfError for a bomb. Holds views of the bytes, which must outlive it.
class ReaderObjects {
public:
    /// `name` is what faults call the file.
    ReaderObjects(std::string_view bytes, const std::string& name);
    ReaderObjects(const ReaderObjects&) = delete;
    ReaderObjects& operator=(const ReaderObjects&) = delete;

    [[nodiscard]] PdfValue trailer() const {
        return xref_.trailer;
    }
    /// Whether there is such an object: a reference to any other is null (ISO 32000-1 7.3.10).
    [[nodiscard]] bool has(std::uint32_t number, std::uint32_t generation) const;
    /// Where an object stands; nothing where there is none.
    [[nodiscard]] std::optional<ObjectExtent> extent(std::uint32_t number, std::uint32_t generation = 0) const;
    /// The value of an object, or null.
    [[nodiscard]] PdfValue value(std::uint32_t number, std::uint32_t generation = 0) const;
    /// An object with its stream; null where there is none.
    [[nodiscard]] ReadObject read(std::uint32_t number, std::uint32_t generation = 0) const;
    /// Whether an object is a stream.
    [[nodiscard]] bool isStream(const PdfValue& reference) const;

    /// What is said of every number, by number.
    [[nodiscard]] const std::vector<XrefEntry>& entries() const noexcept {
        return xref_.entries;
    }
    [[nodiscard]] std::string_view bytes() const noexcept {
        return bytes_;
    }
    [[nodiscard]] const ValueArena& arena() const noexcept {
        return arena_;
    }
    /// Parses a text of the file that is one value.
    PdfValue parsed(std::string_view text);

private:
    struct ObjectStream {
        std::string bytes;
        std::vector<std::pair<std::uint32_t, std::size_t>> objects;  // number, offset in `bytes`
    };

    [[nodiscard]] ObjectExtent findExtent(std::uint32_t number) const;
    [[nodiscard]] ObjectExtent headInFile(std::uint32_t number, const XrefEntry& entry) const;
    void parseInFile(std::uint32_t number) const;
    void remember(std::uint32_t number, const ObjectExtent& extent) const;
    [[nodiscard]] ObjectExtent extentInFile(std::uint32_t number, const XrefEntry& entry) const;
    [[nodiscard]] const ObjectStream& objectStream(std::uint64_t number) const;
    [[nodiscard]] ObjectStream unpackObjects(std::uint64_t number) const;
    [[nodiscard]] std::uint64_t lengthAt(std::uint64_t number) const;

    std::string_view bytes_;
    // What is known of the file grows as it is asked; what it says does not change.
    mutable InflateBudget budget_;
    mutable ValueArena arena_;
    mutable std::vector<std::uint32_t> places_;        // of parsed objects in the arena, by number
    mutable std::vector<ObjectExtent> extents_;        // of objects that were looked at; the first of none
    mutable std::vector<std::uint32_t> extentPlaces_;  // in extents_, by number; 0 where it was not looked at
    mutable std::map<std::uint64_t, std::unique_ptr<ObjectStream>> streams_;
    mutable int unpacking_ = 0;
    Xref xref_;
};

/// The bytes of a stream of the file's own structure, unpacked. Throws ReaderRefused for a filter that such streams
/// do not have.
[[nodiscard]] std::string unpackedStructure(const PdfValue& dictionary, std::string_view data, InflateBudget& budget);

}  // namespace engross
