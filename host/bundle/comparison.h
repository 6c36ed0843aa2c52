#pragma once
#include "pdf/fingerprint.h"

#include <string>
#include <vector>

namespace engross {

/// What two bundles are to each other (RP v Barnsley MBC [2025] UKUT 46 (AAC): three versions of one bundle).
struct BundleComparison {
    enum class Kind {
        SameFile,      // byte for byte
        SameRelease,   // saved anew, but every page, label and bookmark is the same
        LaterRelease,  // of one pack, and no page of the earlier one has another number
        Altered,       // says that it is the same release, and is not; or a later one that moved a number
        Unrelated      // of different packs, or not made by Engross, and not the same
    };
    Kind kind = Kind::Unrelated;
    bool secondIsLater = true;         // of two releases
    std::vector<std::size_t> changed;  // pages of both files that differ
    std::vector<std::size_t> moved;    // pages of the earlier file whose number stands elsewhere, or nowhere
    std::size_t added = 0;             // pages that only the later file, or the longer one, has
    bool navigationDiffers = false;    // bookmarks or labels
    bool operator==(const BundleComparison&) const = default;
};

[[nodiscard]] BundleComparison compareBundles(const PdfFingerprint& first, const PdfFingerprint& second);

}  // namespace engross
