#pragma once
#include "pdf/tree_leaves.h"

#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// The structure tree of a bundle (ISO 32000-1 14.7), written as its sources come: pages of ours bring their own
/// elements, every foreign page is one element of its document, a paragraph where it shows text, else a figure named
/// after the document. Pages come in order.
class JoinedStructure {
public:
    JoinedStructure(ObjectWriter& file, std::size_t pages, const std::string& language);

    /// The element that every source's elements hang below.
    [[nodiscard]] ObjectNumber document() const noexcept;
    /// Hangs an element that was written elsewhere below the document.
    void adopt(ObjectNumber element);
    /// Gives a page of ours its entry in the parent tree: the elements of its marked content, as array text.
    void addPage(std::size_t page, std::string_view elements);
    /// Gives a link of ours its element; answers its /StructParent.
    [[nodiscard]] std::size_t addLink(ObjectNumber element);

    /// Begins and ends the element of a foreign document.
    void beginPart(const std::string& title);
    void endPart();
    /// Adds a page of the part. Its content must lie between "/P <</MCID 0>> BDC" (or /Figure) and EMC.
    void addForeignPage(std::size_t page, ObjectNumber object, bool showsText, const std::string& description);
    /// Adds a link that was laid over the page added last; answers its /StructParent.
    [[nodiscard]] std::size_t addForeignLink(ObjectNumber page, ObjectNumber link);

    /// Writes the root and answers it. Call once, last.
    [[nodiscard]] ObjectNumber finish();

private:
    ObjectWriter& file_;
    std::string language_;
    ObjectNumber root_;
    ObjectNumber document_;
    std::string documentKids_;
    ObjectNumber part_ = 0;
    std::string partTitle_;
    std::string partKids_;
    TreeLeaves pageEntries_;
    TreeLeaves linkEntries_;
    std::size_t nextKey_;
};

}  // namespace engross
