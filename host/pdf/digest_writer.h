#pragma once
#include "pdf/digest.h"
#include "pdf/file_sink.h"
#include "pdf/object_writer.h"
#include "pdf/placed_pages.h"

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace engross {

/// Writes the objects of digests into one file, source after source, their references turned into the file's own.
/// Objects that are the same in several sources, or twice in one, are written once where `sharesEqual`. What is told by
/// samples of a stream is shared only where the stream's bytes are those that were written.
class DigestWriter {
public:
    /// `structureParent` is the element that the elements of sources of ours hang below.
    /// `file` writes to `sink`.
    DigestWriter(ObjectWriter& file, FileSink& sink, ObjectNumber stampFont, ObjectNumber structureParent,
                 bool sharesEqual);

    /// Takes up a sound digest whose pages stand from `firstPage` on, and writes its objects but pages and links.
    /// It and its bytes must live until the next is taken up.
    void take(const DigestedFile& source, const PlacedPages& pages, std::size_t firstPage);
    /// The number of an object of the digest that was taken up last.
    [[nodiscard]] ObjectNumber numberOf(LocalId id) const;
    /// Appends a text of that digest.
    void append(std::string& out, const DigestText& text) const;
    /// Appends a resources object of that digest, with `entry` beside the font of the page numbers.
    void appendLending(std::string& out, const DigestResources& resources, std::string_view entry) const;

private:
    struct HashKey {
        std::size_t operator()(const std::array<std::uint8_t, 32>& hash) const noexcept;
    };

    /// What was written under a hash.
    struct Known {
        ObjectNumber number = 0;
        std::uint64_t streamAt = 0;  // of a sampled stream: where its bytes stand in the file
    };

    void allot(const PlacedPages& pages, std::size_t firstPage);
    [[nodiscard]] bool samplesHold();
    [[nodiscard]] std::string_view bytesOf(const DigestObject& stream) const;
    void append(std::string& out, const DigestText& text, std::string_view behindStampFont) const;
    void write(std::size_t object);
    void nameLayer(std::size_t object);
    void writeSourceStream(std::size_t object);

    ObjectWriter& file_;
    FileSink& sink_;
    ObjectNumber stampFont_;
    ObjectNumber structureParent_;
    bool sharesEqual_;
    std::unordered_map<std::array<std::uint8_t, 32>, Known, HashKey> known_;
    const Digest* digest_ = nullptr;
    const SourceBytes* bytes_ = nullptr;
    std::vector<ObjectNumber> numbers_;  // by local id
    std::vector<bool> fresh_;            // to be written here
    std::vector<bool> layers_;           // by local id; empty where the source has none
    std::string text_;
};

}  // namespace engross
