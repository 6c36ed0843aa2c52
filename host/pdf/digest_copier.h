#pragma once
#include "pdf/digest.h"
#include "pdf/reader_objects.h"

#include <functional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace engross {

/// Copies objects of a file into a digest: their text with every reference cut out, and with them all that they lead
/// to. Text goes to the end of the digest's blob, so that one text is made after the other.
class DigestCopier {
public:
    DigestCopier(const ReaderObjects& file, Digest& digest) : file_(file), digest_(digest) {}

    /// An object of our own, to be filled in later.
    [[nodiscard]] LocalId add(DigestKind kind);
    /// Says what references to an object of the file become.
    void replace(std::uint32_t number, LocalId id);
    /// What a reference becomes. The object is copied when `copyWaiting` runs, unless something stands for it.
    [[nodiscard]] LocalId idOf(const PdfValue& reference);
    /// Copies every object that was referred to and that is not there yet, and what those refer to.
    void copyWaiting();

    void begin();
    void write(std::string_view text);
    void writeReference(LocalId id);
    void writeValue(const PdfValue& value);
    [[nodiscard]] DigestText end();

    /// Gives an object of our own the text of a Plain object.
    void set(LocalId id, const DigestText& text);
    /// A stream object of our own; `writeEntries` writes its dictionary's entries but /Length.
    [[nodiscard]] LocalId addStream(const std::function<void()>& writeEntries, std::string_view bytes);
    /// The same, with the packed bytes of a stream of the file.
    [[nodiscard]] LocalId addStreamFrom(const ObjectExtent& stream, const std::function<void()>& writeEntries);

private:
    void copy(LocalId id, std::uint32_t number, std::uint32_t generation);
    [[nodiscard]] LocalId addDictionary(DigestKind kind, const std::function<void()>& writeEntries, std::size_t length);
    void copyText(std::string_view text, const ObjectExtent* stream);
    LocalId idOf(std::uint32_t number, std::uint32_t generation);
    [[nodiscard]] std::uint32_t place() const;

    struct Waiting {
        LocalId id = nullId;
        std::uint32_t number = 0;
        std::uint32_t generation = 0;
    };

    const ReaderObjects& file_;
    Digest& digest_;
    std::unordered_map<std::uint32_t, LocalId> ids_;  // by object number
    std::vector<Waiting> waiting_;
    std::uint32_t textBegin_ = 0;
    std::uint32_t firstRelocation_ = 0;
};

}  // namespace engross
