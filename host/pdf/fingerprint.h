#pragma once
#include "model/sha256.h"
#include "pdf/input.h"

#include <map>
#include <string>
#include <vector>

namespace engross {

/// What a PDF shows, page by page, in hashes that do not depend on how its objects are numbered, packed or compressed:
/// two files that show the same have the same, though one was saved anew by another program.
struct PdfFingerprint {
    Sha256 file;                      // of the bytes themselves
    std::vector<Sha256> pages;        // content, resources, boxes, rotation, annotations
    std::vector<Sha256> contents;     // of each page without the number on it, its labels and its links
    std::vector<Sha256> notes;        // of each page: what Engross noted in its margins; all equal for none
    std::vector<std::string> labels;  // as a reader shows them
    Sha256 navigation;                // bookmarks, labels, destinations, scripts, attachments
    std::map<std::string, std::string> provenance;  // what Engross wrote into the metadata: "identity", "release" …
    bool operator==(const PdfFingerprint&) const = default;
};

/// Throws PdfError where the file cannot be read; `name` is what the fault calls it.
[[nodiscard]] PdfFingerprint fingerprintOf(const std::string& path, const std::string& name,
                                           const PdfLimits& limits = {});

}  // namespace engross
