#pragma once
#include "model/identifier.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// Which promise of PDF/A (ISO 19005) a file makes:
///   a-1b  PDF 1.4: no transparency, no object streams, a CIDSet beside each font
///   a-2a  PDF 1.7 with its structure; what Engross makes unless asked otherwise
///   a-3a  the same, with other files attached
enum class ArchiveFlavour : std::uint8_t { A1b, A2a, A3a };

[[nodiscard]] std::string_view nameOf(ArchiveFlavour flavour);
/// Nothing for a name that is none of these.
[[nodiscard]] std::optional<ArchiveFlavour> archiveFlavour(std::string_view name);
/// Their names, in order.
[[nodiscard]] std::vector<std::string> archiveFlavours();

/// The part of ISO 19005 (1 to 3).
[[nodiscard]] int partOf(ArchiveFlavour flavour);
/// "A" or "B".
[[nodiscard]] std::string_view levelOf(ArchiveFlavour flavour);

/// Why a file is attached (ISO 19005-3 annex E).
enum class AttachmentRelation : std::uint8_t { Source, Data, Alternative, Supplement, Unspecified };

/// A file that another one carries.
struct PdfAttachment {
    std::string name;         // "EX-1.pdf"; unique in the document
    std::string mediaType;    // "application/pdf"
    std::string description;  // what it is, in words
    AttachmentRelation relation = AttachmentRelation::Unspecified;
    Instant changed{};
    std::string bytes;
};

}  // namespace engross
