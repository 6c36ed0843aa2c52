#pragma once
#include <string>

namespace engross {

struct FinishedCopyOptions {
    bool linearised = false;  // first page first, for reading over a slow line (ISO 32000-1 annex F)
    std::string password{};   // not empty: encrypted by AES-256 (ISO 32000-2 7.6.4, revision 6) and opened with this
};

/// Writes a copy of a finished PDF with the same pages, links, bookmarks, labels, structure and metadata, whole or not
/// at all. Text may still be read out to people who cannot see it. An encrypted copy is different bytes every time.
/// Throws PdfError ("pdf-damaged", "pdf-encrypted", "pdf-not-written"); `name` is what faults call the file.
void writeFinishedCopy(const std::string& path, const std::string& name, const std::string& output,
                       const FinishedCopyOptions& options);

}  // namespace engross
