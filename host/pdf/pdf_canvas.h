#pragma once
#include "layout/canvas.h"
#include "model/identifier.h"
#include "model/sha256.h"
#include "pdf/archive.h"
#include "pdf/byte_output.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace engross {

/// What is said of a document in its metadata; never personal data.
struct PdfMetadata {
    std::string title;
    std::string author;    // the council
    std::string language;  // BCP 47
    Instant made{};        // from the request, never from the clock
    Sha256 identity;       // its first 16 bytes are the file's /ID: closure and data hashed together
    /// Type, version, closure, engine: names of small letters, digits and "_".
    std::vector<std::pair<std::string, std::string>> provenance;
    ArchiveFlavour archive = ArchiveFlavour::A2a;
};

/// A tagged PDF (PDF/UA-1 structure, PDF/A as the metadata says). One document, one thread. Pages that are finished do
/// not stay: a document of any length takes little more memory than its file.
///
/// A run whose glyphs do not give its text back becomes a Span element with /ActualText. A link to "https://…" is a
/// URI action; any other target is a named destination, which `target` places in this file and a bundle's linker
/// resolves across files.
/// Calls out of order (text outside a sequence, a page in a page) are our bug: std::logic_error.
class PdfCanvas : public Canvas {
public:
    /// Keeps the file until it is finished.
    explicit PdfCanvas(const PdfMetadata& metadata);
    /// Passes the file on piece by piece, each page as it ends: for files with many pictures.
    PdfCanvas(const PdfMetadata& metadata, ByteSink sink);
    ~PdfCanvas() override;

    ElementId element(ElementId parent, Role role, const ElementAttributes& attributes) override;
    void beginPage(Points width, Points height) override;
    void endPage() override;
    void beginContent(ElementId element) override;
    void endContent() override;
    void beginArtifact(ArtifactKind kind) override;
    void endArtifact() override;
    void text(Points x, Points baseline, const ShapedRun& run, Points size, const Colour& colour) override;
    void turnedText(Points x, Points baseline, double degrees, const ShapedRun& run, Points size,
                    const Colour& colour) override;
    void line(Points x1, Points y1, Points x2, Points y2, Points width, const Colour& colour) override;
    void fill(const Rectangle& area, const Colour& colour) override;
    void outline(const Rectangle& area, Points width, const Colour& colour) override;
    /// Throws PdfError ("pdf-picture") where the bytes are not what the picture says.
    void picture(const Rectangle& area, const Picture& picture) override;
    void link(ElementId element, const Rectangle& area, const std::string& target,
              const std::string& description) override;
    void target(const std::string& name, Points x, Points y) override;
    void bookmark(int level, const std::string& title, Points y) override;

    /// Lets the file carry another one. Throws std::logic_error where the flavour is not a-3a.
    void attach(const PdfAttachment& attachment);

    /// Ends the file and answers it, or nothing where it was passed on. Call once. The same calls with the same
    /// metadata give the same bytes.
    std::string finish();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace engross
