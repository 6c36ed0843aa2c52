#pragma once
#include "pdf/reader_objects.h"

#include <cstdint>
#include <functional>

namespace engross {

/// What pages inherit (ISO 32000-1 table 30), as it stands.
struct InheritedEntries {
    PdfValue resources;
    std::uint32_t resourcesHolder = 0;  // the object that a direct /Resources stands in
    PdfValue mediaBox;
    PdfValue cropBox;
    PdfValue rotation;
};

/// Takes a page, the number of its object, and what it has with all that it inherits.
using PageVisitor = std::function<void(const PdfValue& page, std::uint32_t number, const InheritedEntries& entries)>;

/// Goes through the pages of a file in order, without recursion: a hostile tree is deep, round, or both. Answers the
/// objects of the tree's nodes. Throws ReaderRefused where it is no plain tree.
std::vector<std::uint32_t> walkPages(const ReaderObjects& file, const PdfValue& catalog, const PageVisitor& visit);

}  // namespace engross
