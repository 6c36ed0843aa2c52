#pragma once
#include "pdf/reader_inflate.h"
#include "pdf/reader_value.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace engross {

/// Where an object stands.
struct XrefEntry {
    enum class Kind : std::uint8_t { Free, InFile, InStream };
    std::uint64_t offset = 0;  // in the file, or the number of the object stream
    std::uint32_t index = 0;   // the generation, or the place in the object stream
    Kind kind = Kind::Free;
    bool known = false;
};

struct Xref {
    std::vector<XrefEntry> entries;  // by object number
    PdfValue trailer;                // the newest
};

/// Reads a file's cross-references, tables and streams, newest first (ISO 32000-1 7.5.4 to 7.5.8). `file` parses the
/// trailers. Throws ReaderRefused for whatever is not quite as it should be, and for an encrypted file.
[[nodiscard]] Xref readXref(std::string_view bytes, ReaderObjects& file, InflateBudget& budget);

}  // namespace engross
