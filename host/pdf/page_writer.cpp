#include "pdf/page_writer.h"

#include "pdf/pdf_text.h"

namespace engross {

namespace {

void appendBox(std::string& out, const char* key, const std::array<double, 4>& box) {
    out += key;
    out += '[';
    for (const double side : box) {
        out += pdfNumber(side) + ' ';
    }
    out.back() = ']';
}

const char* markText(ContentMark mark) {
    switch (mark) {
        case ContentMark::Text:
            return "/P <</MCID 0>> BDC q\n";
        case ContentMark::Figure:
            return "/Figure <</MCID 0>> BDC q\n";
        default:
            return "q\n";
    }
}

}  // namespace

PageWriter::PageWriter(ObjectWriter& file, const PlacedPages& pages, LabelStamp& stamp)
    : file_(file), pages_(pages), stamp_(stamp) {}

void PageWriter::write(const Digest& digest, const DigestPage& page, std::size_t place, const DigestWriter& objects,
                       const std::string& label, ContentMark mark, bool inStructure) {
    const DigestResources& resources = digest.resources.at(page.resources);
    const ObjectNumber first = opening(mark, page.unders);
    const ObjectNumber last = closing(page, mark, label, resources.fontName);
    const auto append = [this](const char* before, ObjectNumber object) {
        body_ += before;
        appendNumber(body_, object);
        body_ += " 0 R";
    };
    body_ = "<</Type/Page";
    append("/Parent ", pages_.parent(place));
    append("/Resources ", objects.numberOf(resources.object));
    append("/Contents[", first);
    for (std::uint32_t i = 0; i < page.contents; ++i) {
        append(" ", objects.numberOf(digest.contents.at(page.firstContent + i)));
    }
    append(" ", last);
    body_ += ']';
    appendBoxes(page);
    if (page.links > 0) {
        append("/Annots[", objects.numberOf(digest.links.at(page.firstLink).object));
        for (std::uint32_t i = 1; i < page.links; ++i) {
            append(" ", objects.numberOf(digest.links.at(page.firstLink + i).object));
        }
        body_ += "]/Tabs/S";
    }
    if (inStructure) {
        body_ += "/StructParents ";
        appendNumber(body_, place);
    }
    objects.append(body_, page.extra);
    file_.write(pages_.object(place), body_ += ">>");
}

ObjectNumber PageWriter::opening(ContentMark mark, std::uint32_t unders) {
    const auto [known, isNew] = openings_.try_emplace({mark, unders}, 0);
    if (isNew) {
        std::string content = markText(mark);
        for (std::uint32_t i = 0; i < unders; ++i) {
            content += "q ";
        }
        known->second = file_.addStream({}, content);
    }
    return known->second;
}

ObjectNumber PageWriter::closing(const DigestPage& page, ContentMark mark, const std::string& label,
                                 const std::string& fontName) {
    content_ = "\n";
    for (std::uint32_t i = 0; i < page.overs; ++i) {
        content_ += "Q ";
    }
    content_ += mark == ContentMark::None ? "Q\n" : "Q EMC\n";
    stamp_.draw(content_, page.shown, label, fontName);
    return file_.addStream({}, content_);
}

void PageWriter::appendBoxes(const DigestPage& page) {
    const PageGeometry& shown = page.shown;
    const std::array<double, 4> visible{shown.left, shown.bottom, shown.right, shown.top};
    appendBox(body_, "/MediaBox", page.mediaBox);
    if (visible != page.mediaBox) {
        appendBox(body_, "/CropBox", visible);
    }
    if (shown.rotation != 0) {
        body_ += "/Rotate ";
        appendNumber(body_, static_cast<std::size_t>(shown.rotation));
    }
    if (shown.userUnit != 1) {
        body_ += "/UserUnit " + pdfNumber(shown.userUnit, 6);
    }
}

}  // namespace engross
