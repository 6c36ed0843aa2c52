#pragma once
#include <memory>
#include <string>
#include <vector>

class QPDF;
class QPDFObjectHandle;

namespace engross {

class SourceFile;

/// The structure tree of a bundle (ISO 32000-1 14.7): pages of ours bring their own elements, every foreign page is one
/// element of its document: a paragraph where it shows text, else a figure named after the document.
class BundleStructure {
public:
    BundleStructure(QPDF& bundle, std::size_t pages, const std::string& language);
    ~BundleStructure();

    /// Takes over the elements of a source whose pages stand in the bundle from `firstPage` (counted from 0) on.
    /// False where the source has none.
    bool adopt(SourceFile& source, std::size_t firstPage, const std::vector<QPDFObjectHandle>& pages);
    /// Begins the element of a foreign document.
    void beginDocument(const std::string& title);
    /// Adds a page of the document begun last. Its content must lie between "/P <</MCID 0>> BDC" (or /Figure) and EMC.
    void addPage(std::size_t index, QPDFObjectHandle page, bool showsText, const std::string& description);
    /// Writes the tree into the catalog.
    void finish();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace engross
