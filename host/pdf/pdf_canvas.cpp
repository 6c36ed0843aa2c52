#include "pdf/pdf_canvas.h"

#include "pdf/attached_files.h"
#include "pdf/deflate.h"
#include "pdf/document_fonts.h"
#include "pdf/document_outline.h"
#include "pdf/object_writer.h"
#include "pdf/output_intent.h"
#include "pdf/page_content.h"
#include "pdf/page_tree.h"
#include "pdf/pdf_text.h"
#include "pdf/picture_object.h"
#include "pdf/structure_tree.h"
#include "pdf/xmp.h"

#include <optional>
#include <stdexcept>

namespace engross {
namespace {

constexpr Points largestSide = 14'400;  // ISO 32000-1 annex C

std::string_view propertiesOf(ArtifactKind kind) {
    switch (kind) {
        case ArtifactKind::Header:
            return "/Type/Pagination/Subtype/Header/Attached[/Top]";
        case ArtifactKind::Footer:
            return "/Type/Pagination/Subtype/Footer/Attached[/Bottom]";
        case ArtifactKind::Background:
            return "/Type/Pagination/Subtype/Watermark";
        case ArtifactKind::Page:
            return "/Type/Page";
        case ArtifactKind::Layout:
            break;
    }
    return "/Type/Layout";
}

void appendBox(std::string& out, Points left, Points bottom, Points right, Points top) {
    out += '[';
    appendNumber(out, left);
    out += ' ';
    appendNumber(out, bottom);
    out += ' ';
    appendNumber(out, right);
    out += ' ';
    appendNumber(out, top);
    out += ']';
}

void require(bool inOrder, const char* what) {
    if (!inOrder) {
        throw std::logic_error(what);
    }
}

}  // namespace

struct PdfCanvas::Impl {
    struct OpenPage {
        ObjectNumber object = 0;
        Points width = 0;
        Points height = 0;
        std::size_t key = 0;
        PageContent content;
        std::vector<ObjectNumber> annotations;
    };
    enum class Sequence { None, Content, Artifact };

    /// Without a sink the file is kept.
    Impl(const PdfMetadata& description, ByteSink sink)
        : metadata(description),
          passed(std::move(sink)),
          file(passed.isOpen() ? static_cast<ByteOutput&>(passed) : kept, CrossReferences::Table,
               description.archive == ArchiveFlavour::A1b ? 4 : 7),
          structure(description.language),
          pictures(description.archive) {}

    PdfMetadata metadata;
    KeptOutput kept;
    PassedOutput passed;
    ObjectWriter file;
    StructureTree structure;
    DocumentFonts fonts;
    DocumentPictures pictures;
    AttachedFiles attached;
    DocumentOutline outline;
    PageTree pages;
    std::optional<OpenPage> page;
    Sequence sequence = Sequence::None;
    ElementId element = 0;
    bool marked = false;  // the element's marked-content sequence is open on the page
    bool finished = false;
    std::vector<FontCode> codes;

    OpenPage& open() {
        require(page.has_value(), "nothing can be drawn outside a page");
        return *page;
    }

    /// A sequence is opened when something is painted in it: an element drawn on two pages, or one that only holds
    /// others, leaves no empty sequence behind.
    PageContent& paint() {
        OpenPage& current = open();
        require(sequence != Sequence::None, "nothing can be painted outside marked content");
        if (sequence == Sequence::Content && !marked) {
            current.content.beginContent(StructureTree::nameOf(structure.roleOf(element)),
                                         structure.addContent(element), {});
            marked = true;
        }
        return current.content;
    }

    void pause() {
        if (marked) {
            page->content.endSequence();
            marked = false;
        }
    }

    /// Text at content level is stated from left to right only: a widely used reader turns it round otherwise.
    template <typename Draw>
    void drawRun(const ShapedRun& run, const Draw& draw) {
        fonts.encode(run, codes);
        const bool foreign = !run.language.empty() && run.language != metadata.language;
        if (sequence != Sequence::Content || !run.needsActualText()) {
            draw(paint());
            return;
        }
        pause();
        PageContent& content = open().content;
        const ElementId span = structure.addSpan(element, run.text, foreign ? run.language : std::string());
        content.beginContent(StructureTree::nameOf(Role::Span), structure.addContent(span),
                             run.rightToLeft ? std::string_view() : std::string_view(run.text));
        draw(content);
        content.endSequence();
    }

    void appendResources(std::string& body, const PageContent& content) {
        body += "/Resources<<";
        if (!content.fonts().empty()) {
            body += "/Font<<";
            for (const std::size_t font : content.fonts()) {
                body += "/F" + std::to_string(font) + ' ';
                appendReference(body, fonts.object(font, file));
            }
            body += ">>";
        }
        if (!content.images().empty()) {
            body += "/XObject<<";
            for (const std::size_t image : content.images()) {
                body += "/I" + std::to_string(image) + ' ';
                appendReference(body, pictures.object(image));
            }
            body += ">>";
        }
        body += ">>";
    }

    /// A finished page is written at once: only what the structure tree must know of it stays.
    void closePage() {
        const OpenPage& closing = open();
        const ObjectNumber content =
            file.addStream("/Filter/FlateDecode", deflated(closing.content.operators(), DeflateEffort::Least));
        std::string body = "<</Type/Page/Parent ";
        appendReference(body, pages.parent());
        body += "/MediaBox";
        appendBox(body, 0, 0, closing.width, closing.height);
        appendResources(body, closing.content);
        body += "/Contents " + reference(content) + "/Tabs/S/StructParents " + std::to_string(closing.key);
        if (!closing.annotations.empty()) {
            body += "/Annots[";
            for (const ObjectNumber annotation : closing.annotations) {
                appendReference(body, annotation);
                body += ' ';
            }
            body.back() = ']';
        }
        file.write(closing.object, body += ">>");
        page.reset();
    }

    std::string catalog() {
        std::string body = "<</Type/Catalog/Pages " + reference(pages.write(file));
        body += "/StructTreeRoot " + reference(structure.write(file)) + "/MarkInfo<</Marked true>>/Lang" +
                textString(metadata.language) + "/ViewerPreferences<</DisplayDocTitle true>>";
        body += outline.writeBookmarks(file);
        std::string names = outline.writePlaces(file);
        if (!attached.empty()) {
            names += "/EmbeddedFiles" + attached.nameTree();
            body += "/AF" + attached.associated();
        }
        body += names.empty() ? names : "/Names<<" + names + ">>";
        const Claims claims{metadata.archive, true};
        body += "/Metadata " + reference(file.addStream("/Type/Metadata/Subtype/XML", xmpPacket(metadata, claims)));
        return body + "/OutputIntents[" + reference(writeOutputIntent(file)) + "]>>";
    }
};

PdfCanvas::PdfCanvas(const PdfMetadata& metadata) : impl_(std::make_unique<Impl>(metadata, ByteSink())) {}

PdfCanvas::PdfCanvas(const PdfMetadata& metadata, ByteSink sink)
    : impl_(std::make_unique<Impl>(metadata, std::move(sink))) {}

PdfCanvas::~PdfCanvas() = default;

ElementId PdfCanvas::element(ElementId parent, Role role, const ElementAttributes& attributes) {
    if (parent == impl_->element) {
        impl_->pause();
    }
    return impl_->structure.add(parent, role, attributes);
}

void PdfCanvas::beginPage(Points width, Points height) {
    require(!impl_->page.has_value() && !impl_->finished, "a page begins while another is open");
    require(width > 0 && height > 0 && width <= largestSide && height <= largestSide, "a page's size is out of range");
    Impl::OpenPage& page = impl_->page.emplace(Impl::OpenPage{});
    page.object = impl_->pages.add(impl_->file);
    page.width = width;
    page.height = height;
    page.key = impl_->structure.addPage(page.object);
}

void PdfCanvas::endPage() {
    require(impl_->sequence == Impl::Sequence::None, "a page ends within marked content");
    impl_->closePage();
}

void PdfCanvas::beginContent(ElementId element) {
    require(impl_->open().object != 0 && impl_->sequence == Impl::Sequence::None, "marked content begins within other");
    impl_->sequence = Impl::Sequence::Content;
    impl_->element = element;
}

void PdfCanvas::endContent() {
    require(impl_->sequence == Impl::Sequence::Content, "content ends that was not begun");
    impl_->pause();
    impl_->sequence = Impl::Sequence::None;
}

void PdfCanvas::beginArtifact(ArtifactKind kind) {
    require(impl_->sequence == Impl::Sequence::None, "an artifact begins within other marked content");
    impl_->open().content.beginArtifact(propertiesOf(kind));
    impl_->sequence = Impl::Sequence::Artifact;
}

void PdfCanvas::endArtifact() {
    require(impl_->sequence == Impl::Sequence::Artifact, "an artifact ends that was not begun");
    impl_->open().content.endSequence();
    impl_->sequence = Impl::Sequence::None;
}

void PdfCanvas::text(Points x, Points baseline, const ShapedRun& run, Points size, const Colour& colour) {
    impl_->drawRun(run, [&](PageContent& page) { page.text(x, baseline, run, impl_->codes, size, colour); });
}

void PdfCanvas::turnedText(Points x, Points baseline, double degrees, const ShapedRun& run, Points size,
                           const Colour& colour) {
    impl_->drawRun(run,
                   [&](PageContent& page) { page.turnedText(x, baseline, degrees, run, impl_->codes, size, colour); });
}

void PdfCanvas::line(Points x1, Points y1, Points x2, Points y2, Points width, const Colour& colour) {
    impl_->paint().line(x1, y1, x2, y2, width, colour);
}

void PdfCanvas::fill(const Rectangle& area, const Colour& colour) {
    impl_->paint().fill(area, colour);
}

void PdfCanvas::outline(const Rectangle& area, Points width, const Colour& colour) {
    impl_->paint().outline(area, width, colour);
}

void PdfCanvas::picture(const Rectangle& area, const Picture& picture) {
    PageContent& content = impl_->paint();
    content.picture(area, impl_->pictures.add(picture, impl_->file), picture.orientation);
    if (impl_->sequence == Impl::Sequence::Content) {
        impl_->structure.widen(impl_->element, area);
    }
}

void PdfCanvas::link(ElementId element, const Rectangle& area, const std::string& target,
                     const std::string& description) {
    Impl::OpenPage& page = impl_->open();
    const ObjectNumber annotation = impl_->file.allot();
    const std::size_t key = impl_->structure.addAnnotation(element, annotation);
    std::string body = "<</Type/Annot/Subtype/Link/Rect";
    appendBox(body, area.left, area.bottom, area.left + area.width, area.bottom + area.height);
    body += "/Border[0 0 0]/F 4/P " + reference(page.object) + "/StructParent " + std::to_string(key) + "/Contents" +
            textString(description);
    if (target.compare(0, 8, "https://") == 0) {
        body += "/A<</Type/Action/S/URI/URI" + byteString(asciiUri(target)) + ">>";
    } else {
        body += "/Dest" + byteString(target);
    }
    impl_->file.write(annotation, body += ">>");
    page.annotations.push_back(annotation);
}

void PdfCanvas::target(const std::string& name, Points x, Points y) {
    impl_->outline.addPlace(name, impl_->open().object, x, y);
}

void PdfCanvas::bookmark(int level, const std::string& title, Points y) {
    impl_->outline.addBookmark(level, title, impl_->open().object, y);
}

void PdfCanvas::attach(const PdfAttachment& attachment) {
    require(impl_->metadata.archive == ArchiveFlavour::A3a, "only PDF/A-3 carries other files");
    impl_->attached.add(attachment, impl_->file);
}

std::string PdfCanvas::finish() {
    require(!impl_->page.has_value() && !impl_->finished, "a document ends within a page, or twice");
    require(impl_->pages.count() > 0, "a document has no page");
    impl_->finished = true;
    impl_->fonts.write(impl_->file, impl_->metadata.archive);
    const ObjectNumber root = impl_->file.add(impl_->catalog());
    const ObjectNumber info = impl_->file.add("<<" + infoBody(impl_->metadata) + ">>");
    const auto& identity = impl_->metadata.identity.bytes();
    const std::string id = hexString({reinterpret_cast<const char*>(identity.data()), 16});
    impl_->file.finish(root, info, "[" + id + id + "]");
    return impl_->kept.take();
}

}  // namespace engross
