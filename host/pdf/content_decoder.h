#pragma once
#include "pdf/reader_value.h"

#include <cstddef>
#include <functional>
#include <string_view>

namespace engross {

/// Takes decoded bytes, piece by piece; false stops the decoding.
using PieceSink = std::function<bool(std::string_view)>;

enum class DecodeOutcome {
    Whole,
    BrokeOff,    // the packed bytes are damaged: what came before was sent
    Stopped,     // by the sink
    Unsupported  // packed in a way that page content never is, such as a picture; nothing was sent
};

/// Decodes a stream in pieces of bounded size, whatever it grows to: no filter, /FlateDecode, /LZWDecode,
/// /ASCIIHexDecode, /ASCII85Decode, /RunLengthDecode and chains of them.
[[nodiscard]] DecodeOutcome decodeContent(const PdfValue& dictionary, std::string_view packed, const PieceSink& sink);

}  // namespace engross
