#pragma once
#include "pdf/active_entries.h"
#include "pdf/digest.h"
#include "pdf/reader_objects.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace engross {

/// Copies objects of a file into a digest: their text with every reference cut out, and with them all that they lead
/// to. Text goes to the end of the digest's blob, so that one text is made after the other. What is active, and what an
/// editor keeps for itself, is left out at any depth; of a file of ours, which has neither, only what `isOurs` leaves.
class DigestCopier {
public:
    DigestCopier(const ReaderObjects& file, Digest& digest, bool isOurs = false)
        : file_(file), digest_(digest), isOurs_(isOurs) {}

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
    /// An entry of a dictionary, unless it is left out; `key` as it stands.
    void writeEntry(std::string_view key, const PdfValue& value);
    /// A font or a picture under its name, unless it can be neither.
    void writeNamed(std::string_view key, const PdfValue& value);
    [[nodiscard]] DigestText end();

    /// Gives an object of our own the text of a Plain object.
    void set(LocalId id, const DigestText& text);
    /// A stream object of our own; `writeEntries` writes its dictionary's entries but /Length.
    [[nodiscard]] LocalId addStream(const std::function<void()>& writeEntries, std::string_view bytes);
    /// The same, with the packed bytes of a stream of the file.
    [[nodiscard]] LocalId addStreamFrom(const ObjectExtent& stream, const std::function<void()>& writeEntries);

    /// What was left out so far, by LinkLoss::kind.
    [[nodiscard]] const std::map<std::string, std::size_t>& leftOut() const noexcept {
        return leftOut_;
    }

private:
    struct Waiting {
        LocalId id = nullId;
        std::uint32_t number = 0;
        std::uint32_t generation = 0;
        KeyMeaning keys = KeyMeaning::Entries;
    };

    void copy(const Waiting& next);
    [[nodiscard]] LocalId addDictionary(DigestKind kind, const std::function<void()>& writeEntries, std::size_t length);
    void copyText(std::string_view text, const ObjectExtent* stream, KeyMeaning keys = KeyMeaning::Entries);
    LocalId idOf(std::uint32_t number, std::uint32_t generation, KeyMeaning keys = KeyMeaning::Entries);
    void noteLeftOut(LeftOutEntry why, std::string_view value);
    [[nodiscard]] std::uint32_t place() const;

    const ReaderObjects& file_;
    Digest& digest_;
    bool isOurs_;
    std::map<std::string, std::size_t> leftOut_;
    std::unordered_map<std::uint32_t, LocalId> ids_;  // by object number
    std::vector<Waiting> waiting_;
    std::uint32_t textBegin_ = 0;
    std::uint32_t firstRelocation_ = 0;
};

}  // namespace engross
