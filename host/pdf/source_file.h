#pragma once
#include "pdf/input.h"
#include "pdf/page_geometry.h"

#include <memory>
#include <string>
#include <vector>

class QPDF;
class QPDFObjectHandle;

namespace engross {

/// The decoded content of a page, its streams joined by line feeds.
struct SourceContent {
    std::string bytes;
    bool whole = true;      // false where a stream broke off; what came before is kept
    bool tooLarge = false;  // above PdfLimits::contentBytes; the bytes are not all there
};

/// A foreign PDF, opened under limits, its page tree walked and made flat: every page carries its own attributes, its
/// boxes in order and its rotation a multiple of 90. Only the objects in memory change, never the file.
/// What is copied out of it is read from it later: it must live until the copy is written.
class SourceFile {
public:
    /// `name` is what faults call the file. Throws PdfError.
    SourceFile(const std::string& path, const std::string& name, const std::string& password, const PdfLimits& limits);
    ~SourceFile();
    SourceFile(const SourceFile&) = delete;
    SourceFile& operator=(const SourceFile&) = delete;

    [[nodiscard]] const std::string& name() const noexcept;
    [[nodiscard]] QPDF& pdf() const noexcept;
    [[nodiscard]] QPDFObjectHandle catalog() const;
    [[nodiscard]] const std::vector<QPDFObjectHandle>& pages() const noexcept;
    [[nodiscard]] const std::vector<PageGeometry>& geometries() const noexcept;
    [[nodiscard]] SourceContent content(std::size_t page) const;
    [[nodiscard]] std::size_t repairs() const;
    /// Pages that say no size that can be, and were taken for US Letter (ISO 32000-1 7.7.3.3 has none for them).
    [[nodiscard]] std::size_t assumedSizes() const;
    /// The page's place in `pages()`, or their count where the object is none of them.
    [[nodiscard]] std::size_t indexOf(const QPDFObjectHandle& page) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Whether one of the forms that a page may draw has fonts: then it shows text, if it shows the form.
[[nodiscard]] bool drawsFormsWithFonts(QPDFObjectHandle page);

/// What is known of the file. Reads every page's content.
[[nodiscard]] PdfFacts factsOf(const SourceFile& file);

/// What the page shows, read from its own attributes; odd and missing values are made good.
[[nodiscard]] PageGeometry geometryOf(QPDFObjectHandle page);

}  // namespace engross
