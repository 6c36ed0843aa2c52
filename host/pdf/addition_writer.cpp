#include "pdf/addition_writer.h"

#include "pdf/pdf_text.h"

#include <algorithm>
#include <array>

namespace engross {

namespace {

constexpr TypeStyle regular{Weight::Regular, Slope::Upright};
constexpr double pointsPerMillimetre = 72 / 25.4;
constexpr double lineHeight = 1.45;  // of a note, in sizes of its letters
constexpr double inset = 0.3;        // of boxed words, in sizes of their letters
constexpr std::string_view blue = "0 0.2 0.6";

/// An area of the shown page in points from its lower left: left, bottom, right, top.
std::array<double, 4> viewOf(const SheetArea& area, const PageGeometry& page) {
    const double scale = pointsPerMillimetre * page.userUnit;
    return {area.left * scale, page.height() - area.bottom * scale, area.right * scale,
            page.height() - area.top * scale};
}

/// The area in page space as far as it is shown, as the text of /Rect; empty where nothing of it is.
std::string rectangleOf(const SheetArea& area, const PageGeometry& page) {
    const auto view = viewOf(area, page);
    const auto one = page.uprightAt(view[0], view[1]);
    const auto other = page.uprightAt(view[2], view[3]);
    const double left = std::max(std::min(one[4], other[4]), page.left);
    const double bottom = std::max(std::min(one[5], other[5]), page.bottom);
    const double right = std::min(std::max(one[4], other[4]), page.right);
    const double top = std::min(std::max(one[5], other[5]), page.top);
    return left < right && bottom < top
               ? "[" + pdfNumber(left) + ' ' + pdfNumber(bottom) + ' ' + pdfNumber(right) + ' ' + pdfNumber(top) + ']'
               : std::string();
}

std::set<std::string> charactersOf(const LinkPlan& plan) {
    std::set<std::string> characters;
    for (const LinkSource& source : plan.sources) {
        for (const AddedNote& note : source.additions.notes) {
            const auto own = labelCharacters(note.text);
            characters.insert(own.begin(), own.end());
        }
    }
    return characters;
}

/// A name among the page's fonts that it does not use.
std::string nameFor(const std::string& stampFont, const std::string& resources) {
    std::string name = stampFont + "Note";
    while (resources.find(name) != std::string::npos) {
        name += 'a';
    }
    return name;
}

}  // namespace

AdditionWriter::AdditionWriter(ObjectWriter& file, const PlacedPages& pages, JoinedStructure& structure,
                               LinkWriter& links, const Typesetter& typesetter, const LinkPlan& plan)
    : file_(file), pages_(pages), structure_(structure), links_(links) {
    if (const auto characters = charactersOf(plan); !characters.empty()) {
        font_.emplace(typesetter, regular, characters);
        fontObject_ = font_->write(file);
    }
}

PageExtras AdditionWriter::begin(const LinkSource& source, const Digest& digest, std::size_t index,
                                 const DigestWriter& objects) {
    PageExtras extras;
    waiting_.clear();
    const DigestPage& page = digest.pages.at(index);
    for (const AddedLink& link : source.additions.links) {
        if (link.page != index + 1) {
            continue;
        }
        if (std::string rectangle = rectangleOf(link.area, page.shown); !rectangle.empty()) {
            waiting_.push_back({file_.allot(), &link, std::move(rectangle)});
            extras.links.push_back(waiting_.back().object);
        }
    }
    std::vector<const AddedNote*> notes;
    for (const AddedNote& note : source.additions.notes) {
        if (note.page == index + 1) {
            notes.push_back(&note);
        }
    }
    if (!notes.empty()) {
        writeNotes(notes, digest, page, objects, extras);
    }
    return extras;
}

void AdditionWriter::writeLinks(std::size_t place) {
    for (const Waiting& waiting : waiting_) {
        std::string text = "<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect" + waiting.rectangle + "/Contents" +
                           textString(waiting.link->says) + "/StructParent ";
        appendNumber(text, structure_.addForeignLink(pages_.object(place), waiting.object));
        links_.lead(waiting.object, std::move(text), waiting.link->target);
    }
    waiting_.clear();
}

void AdditionWriter::writeNotes(const std::vector<const AddedNote*>& notes, const Digest& digest,
                                const DigestPage& page, const DigestWriter& objects, PageExtras& extras) {
    const DigestResources& own = digest.resources.at(page.resources);
    std::string resources;
    objects.appendLending(resources, own, {});
    const std::string name = nameFor(own.fontName, resources);
    resources.clear();
    objects.appendLending(resources, own, name + ' ' + reference(fontObject_) + ' ');
    extras.resources = file_.add(resources);
    std::string content{addedNotesBegin};
    for (const double value : page.shown.uprightAt(0, 0)) {
        content += pdfNumber(value, 9) + ' ';
    }
    content += "cm\n";
    for (const AddedNote* note : notes) {
        draw(content, *note, page.shown, name);
    }
    extras.notes = file_.addStream({}, content + "Q EMC\n");
}

void AdditionWriter::draw(std::string& content, const AddedNote& note, const PageGeometry& page,
                          const std::string& fontName) const {
    const auto view = viewOf(note.area, page);
    const double width = view[2] - view[0];
    const double height = view[3] - view[1];
    const LabelFont::Codes codes = font_->codes(note.text);
    const double around = note.boxed ? 2 * inset : 0;
    const double size = std::min(height / lineHeight, width / (codes.width + around));
    const double left = view[0] + size * around / 2;
    const double baseline = view[1] + (height - size * font_->capHeight()) / 2;
    if (note.boxed) {
        content.append(blue) += " RG 0.5 w ";
        for (const double value : {view[0], view[1], size * (codes.width + around), height}) {
            content += pdfNumber(value) + ' ';
        }
        content += "re S\n";
    }
    content.append(blue) += " rg BT 0 Tr " + fontName + ' ' + pdfNumber(size) + " Tf " + pdfNumber(left) + ' ' +
                            pdfNumber(baseline) + " Td <" + codes.hexadecimal + "> Tj ET\n";
}

}  // namespace engross
