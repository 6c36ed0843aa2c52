#pragma once
#include <string>
#include <string_view>

namespace engross {

/// What an uploaded file is, by its content; its name is never asked.
enum class EvidenceKind {
    Empty,
    Pdf,
    Jpeg,
    Png,
    Tiff,
    Gif,
    WebP,
    Heif,  // HEIC and AVIF
    Jpeg2000,
    Office,  // a ZIP with word/, xl/ or ppt/ in it
    OpenDocument,
    Zip,
    OldOffice,  // OLE2: .doc, .xls, and locked .docx
    Outlook,    // OLE2 too: .msg
    Rtf,
    Mail,
    Html,
    Text,
    Unknown,
    Sound,  // a recording that is heard
    Film    // a recording that is seen, or may be
};

/// How many bytes from a file's beginning `sniff` wants to see. Of an OLE2 file it looks at the directory too, where
/// more is given.
constexpr std::size_t sniffedBytes = 4096;

/// The kind of a file by its first bytes. A PDF may have junk before its header, up to 1,024 bytes (ISO 32000-1 annex
/// H, note 13).
[[nodiscard]] EvidenceKind sniff(std::string_view file);

/// Stable, for records: "pdf", "jpeg", "old-office".
[[nodiscard]] std::string_view nameOf(EvidenceKind kind) noexcept;

/// Such as "application/pdf"; "application/octet-stream" for a kind that has no common one.
[[nodiscard]] std::string_view mediaTypeOf(EvidenceKind kind) noexcept;

/// Whether pages can be made of it.
[[nodiscard]] bool isSupported(EvidenceKind kind) noexcept;

}  // namespace engross
