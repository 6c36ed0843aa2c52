#pragma once
#include "pdf/byte_output.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// The number of an indirect object.
using ObjectNumber = std::size_t;

/// "12 0 R"
[[nodiscard]] std::string reference(ObjectNumber object);
void appendReference(std::string& out, ObjectNumber object);

/// Where the places of objects stand: in a stream, with most objects packed into object streams (ISO 32000-1 7.5.7,
/// 7.5.8), or in the table that every reader since 1993 knows, with each object by itself.
enum class CrossReferences { Packed, Table };

/// A PDF file that is written front to back, object by object: 16 bytes a number are kept, and the last object stream.
/// Each number that was allotted is written once; anything else is our bug: std::logic_error.
class ObjectWriter {
public:
    /// Writes the header, as PDF 1.`minor`. The output outlives the writer.
    ObjectWriter(ByteOutput& output, CrossReferences references, int minor = 7);

    /// The first of so many fresh numbers in a row.
    [[nodiscard]] ObjectNumber allot(std::size_t count = 1);
    /// Writes any object but a stream.
    void write(ObjectNumber object, std::string_view body);
    ObjectNumber add(std::string_view body);
    /// Writes a stream: its whole dictionary, with /Length, and its bytes as they stand in the file.
    void writeStream(ObjectNumber object, std::string_view dictionary, std::string_view bytes);
    /// The same with bytes of a source. Where they stand now: an offset in the file.
    std::uint64_t copyStream(ObjectNumber object, std::string_view dictionary, const SourceBytes& source,
                             std::uint64_t offset, std::uint64_t length);
    /// Writes a stream from the other entries of its dictionary.
    ObjectNumber addStream(std::string_view entries, std::string_view bytes);
    /// Writes what is packed but not yet out, the cross-references and the end. `identity` is the text of /ID.
    void finish(ObjectNumber root, ObjectNumber info, std::string_view identity);

private:
    struct Place {
        std::uint64_t at = 0;     // offset in the file, or the number of the object stream
        std::uint32_t index = 0;  // in the object stream
        std::uint32_t kind = 0;   // ISO 32000-1 table 18; 0: not written yet
    };

    void begin(ObjectNumber object);
    void settle(ObjectNumber object, const Place& place);
    void closePack();
    void writeTable(std::string_view trailer);
    void writeReferenceStream(std::string_view trailer);

    ByteOutput& output_;
    bool packs_;
    std::vector<Place> places_{1};
    ObjectNumber pack_ = 0;
    std::uint32_t packed_ = 0;
    std::string packHead_;
    std::string packBody_;
    std::string line_;
};

}  // namespace engross
