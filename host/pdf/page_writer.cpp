#include "pdf/page_writer.h"

#include "pdf/pdf_text.h"

#include <algorithm>
#include <utility>

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

std::string boxesText(const DigestPage& page) {
    const PageGeometry shown = withStampRoom(page.shown);
    const std::array<double, 4> visible{shown.left, shown.bottom, shown.right, shown.top};
    const std::array<double, 4> media{std::min(page.mediaBox[0], shown.left), std::min(page.mediaBox[1], shown.bottom),
                                      std::max(page.mediaBox[2], shown.right), std::max(page.mediaBox[3], shown.top)};
    std::string out;
    appendBox(out, "/MediaBox", media);
    if (visible != media) {
        appendBox(out, "/CropBox", visible);
    }
    if (shown.rotation != 0) {
        out += "/Rotate " + std::to_string(shown.rotation);
    }
    if (shown.userUnit != 1) {
        out += "/UserUnit " + pdfNumber(shown.userUnit, 6);
    }
    return out;
}

/// Where the page grew, what its source cropped away stays so.
std::string clipText(const PageGeometry& page) {
    if (withStampRoom(page) == page) {
        return {};
    }
    return pdfNumber(page.left) + ' ' + pdfNumber(page.bottom) + ' ' + pdfNumber(page.right - page.left) + ' ' +
           pdfNumber(page.top - page.bottom) + " re W n\n";
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
                       const std::string& label, ContentMark mark, bool inStructure, const PageExtras& extras) {
    const DigestResources& resources = digest.resources.at(page.resources);
    const ObjectNumber first = opening(mark, page);
    close(page, mark);
    const ObjectNumber closed = extras.notes == 0 ? 0 : file_.addStream({}, std::exchange(content_, {}));
    stamp_.draw(content_, page.shown, label, resources.fontName);
    const ObjectNumber last = file_.addStream({}, content_);
    const auto append = [this](const char* before, ObjectNumber object) {
        body_ += before;
        appendNumber(body_, object);
        body_ += " 0 R";
    };
    body_ = "<</Type/Page";
    append("/Parent ", pages_.parent(place));
    append("/Resources ", extras.resources == 0 ? objects.numberOf(resources.object) : extras.resources);
    append("/Contents[", first);
    for (std::uint32_t i = 0; i < page.contents; ++i) {
        append(" ", objects.numberOf(digest.contents.at(page.firstContent + i)));
    }
    if (extras.notes != 0) {
        append(" ", closed);
        append(" ", extras.notes);
    }
    append(" ", last);
    body_ += ']';
    appendBoxes(page);
    appendLinks(digest, page, objects, extras);
    if (inStructure) {
        body_ += "/StructParents ";
        appendNumber(body_, place);
    }
    objects.append(body_, page.extra);
    file_.write(pages_.object(place), body_ += ">>");
}

ObjectNumber PageWriter::opening(ContentMark mark, const DigestPage& page) {
    const auto [known, isNew] = openings_.try_emplace(markText(mark) + clipText(page.shown), 0);
    if (isNew) {
        known->second = file_.addStream({}, known->first);
    }
    return known->second;
}

/// Ends what the source left open, and what stands around it.
void PageWriter::close(const DigestPage& page, ContentMark mark) {
    content_ = "\n";
    for (std::uint32_t i = 0; i < page.overs; ++i) {
        content_ += "Q ";
    }
    content_ += mark == ContentMark::None ? "Q\n" : "Q EMC\n";
}

void PageWriter::appendLinks(const Digest& digest, const DigestPage& page, const DigestWriter& objects,
                             const PageExtras& extras) {
    if (page.links == 0 && extras.links.empty()) {
        return;
    }
    body_ += "/Annots[";
    for (std::uint32_t i = 0; i < page.links; ++i) {
        appendReference(body_, objects.numberOf(digest.links.at(page.firstLink + i).object));
        body_ += ' ';
    }
    for (const ObjectNumber link : extras.links) {
        appendReference(body_, link);
        body_ += ' ';
    }
    body_.back() = ']';
    body_ += "/Tabs/S";
}

void PageWriter::appendBoxes(const DigestPage& page) {
    if (boxes_.text.empty() || boxes_.mediaBox != page.mediaBox || boxes_.shown != page.shown) {
        boxes_ = {page.mediaBox, page.shown, boxesText(page)};
    }
    body_ += boxes_.text;
}

}  // namespace engross
