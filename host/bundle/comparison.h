#pragma once
#include "pdf/fingerprint.h"

#include <string>
#include <vector>

namespace engross {

/// A page that a renumbered release has under another number.
struct PageMove {
    std::string was;
    std::string is;
    bool operator==(const PageMove&) const = default;
};

/// What two bundles are to each other (RP v Barnsley MBC [2025] UKUT 46 (AAC): three versions of one bundle). Pages are
/// told by their printed numbers; physical pages count in the file that came first.
struct BundleComparison {
    enum class Kind {
        SameFile,      // byte for byte
        SameRelease,   // saved anew, but every page, label and bookmark is the same
        OtherVolume,   // another volume of the same release
        LaterRelease,  // of one pack, and no page of the earlier one has another number
        Renumbered,    // of one pack, whose numbers were given afresh in between, as the later file says
        OtherVolumes,  // of one pack: volumes with different numbers, of different releases
        Forked,        // of one pack: two releases that both say that they are the same one
        Altered,       // says that it is the same release, and is not; or a later one that moved a number
        Unrelated      // of different packs, or not made by Engross, and not the same
    };
    Kind kind = Kind::Unrelated;
    bool secondIsLater = true;          // of two releases
    std::vector<std::size_t> changed;   // pages of the earlier file that show something else under their number
    std::vector<std::size_t> relinked;  // pages that show the same, and whose links lead elsewhere
    std::vector<std::size_t> noted;     // pages on which nothing differs but links and what Engross noted in margins
    std::vector<std::size_t> moved;     // pages of the earlier file whose number the later one has not
    std::size_t added = 0;              // pages that only the later file, or the longer one, has
    bool navigationDiffers = false;     // bookmarks or labels
    std::vector<PageMove> moves;        // Renumbered: each page that is in both, by what it shows
    std::vector<std::size_t> gone;      // Renumbered: pages of the earlier file that are nowhere in the later one
    bool operator==(const BundleComparison&) const = default;
};

/// What a certificate keeps of one page, or of the navigation: the first half of its hash, in hexadecimal.
[[nodiscard]] std::string shownHash(const Sha256& hash);

[[nodiscard]] BundleComparison compareBundles(const PdfFingerprint& first, const PdfFingerprint& second);

}  // namespace engross
