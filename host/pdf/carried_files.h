#pragma once
#include "model/sha256.h"
#include "pdf/input.h"

#include <cstdint>
#include <string>
#include <vector>

namespace engross {

/// A file inside a PDF: in its list of files, or pinned to a page (ISO 32000-1 7.11.4, 12.5.6.15).
struct CarriedFile {
    std::string name;       // as the PDF has it, without folders; empty where there is none. UTF-8
    std::string mediaType;  // as the PDF says; often empty
    std::uint64_t bytes = 0;
    Sha256 hash;
    bool whole = true;  // false where its bytes cannot be had, or are above the limit: then it has no hash
    bool operator==(const CarriedFile&) const = default;
};

struct CarriedLimits {
    std::size_t files = 1000;
    std::size_t bytes = std::size_t{256} << 20U;  // of all together, unpacked
};

/// The files inside a PDF, each once: those of its list in the list's order, then those pinned to pages. Reads them by
/// libqpdf, in a process that may be killed. Throws PdfError.
[[nodiscard]] std::vector<CarriedFile> carriedFiles(const std::string& path, const std::string& name,
                                                    const std::string& password = {}, const PdfLimits& limits = {},
                                                    const CarriedLimits& carried = {});

/// The bytes of one of them, by its place in that list. Throws PdfError: "pdf-damaged" where they cannot be had.
[[nodiscard]] std::string carriedFile(const std::string& path, std::size_t place, const std::string& name,
                                      const std::string& password = {}, const PdfLimits& limits = {},
                                      const CarriedLimits& carried = {});

}  // namespace engross
