#include "pdf/annotation_flags.h"
#include "pdf/digest_source.h"
#include "pdf/pdf_text.h"
#include "pdf/reader_lexer.h"

#include <algorithm>
#include <cmath>

namespace engross {

namespace {

constexpr std::uint32_t deepestBookmark = 12;
constexpr std::size_t mostBookmarks = 10'000;
constexpr std::size_t mostNames = 100'000;
constexpr std::size_t longestTitle = 400;  // bytes
constexpr std::size_t longestAddress = 4096;
constexpr std::size_t mostNumbers = 4096;  // in an entry of a link

std::optional<double> coordinateIn(const std::vector<PdfValue>& items, std::size_t index) {
    const PdfValue number = index < items.size() ? items[index].followed() : PdfValue();
    const bool usable = number.isNumber() && std::abs(number.number()) < 1e7;
    return usable ? std::optional(number.number()) : std::nullopt;
}

std::string shortened(std::string text) {
    if (text.size() > longestTitle) {
        std::size_t end = longestTitle;
        while (end > 0 && (static_cast<unsigned char>(text.at(end)) & 0xC0U) == 0x80U) {
            --end;
        }
        text.resize(end);
    }
    return text;
}

bool isSafeAddress(std::string address) {
    std::transform(address.begin(), address.end(), address.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    });
    const auto begins = [&address](const char* scheme) { return address.rfind(scheme, 0) == 0; };
    return address.size() < longestAddress && (begins("https:") || begins("http:") || begins("mailto:"));
}

std::string nameOf(const PdfValue& destination) {
    return destination.isName() ? destination.name().substr(1) : destination.bytes();
}

/// The destination of a link or a bookmark: its own, or that of its action.
PdfValue destinationOf(const PdfValue& holder) {
    const PdfValue action = holder["/A"];
    return action["/S"].isName("/GoTo") ? action["/D"] : holder["/Dest"];
}

/// A link's box with its corners in order, as far as it lies on the visible page.
std::optional<std::array<double, 4>> shownPart(const PageGeometry& shown, const PdfValue& rectangle) {
    const std::vector<PdfValue> items = rectangle.items();
    std::array<double, 4> box{};
    if (items.size() != box.size()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < box.size(); ++i) {
        box.at(i) = items[i].followed().number();
    }
    const std::array<double, 4> part{
        std::max(std::min(box[0], box[2]), shown.left), std::max(std::min(box[1], box[3]), shown.bottom),
        std::min(std::max(box[0], box[2]), shown.right), std::min(std::max(box[1], box[3]), shown.top)};
    return part[0] < part[2] && part[1] < part[3] ? std::optional(part) : std::nullopt;
}

bool isRectangle(const PdfValue& value) {
    const std::vector<PdfValue> items = value.items();
    return items.size() == 4 &&
           std::all_of(items.begin(), items.end(), [](const PdfValue& item) { return item.followed().isNumber(); });
}

std::string plainNumbers(const PdfValue& array) {
    std::string text = "[";
    for (const PdfValue& item : array.items()) {
        const PdfValue number = item.followed();
        if (number.isNumber()) {
            text += (text.size() > 1 ? " " : "") + pdfNumber(std::abs(number.number()) < 1e7 ? number.number() : 0);
        }
    }
    return text + "]";
}

/// A border style (ISO 32000-1 table 166) without anything that does not belong there.
std::string plainStyle(const PdfValue& style) {
    std::string text = "<<";
    if (style["/W"].isNumber()) {
        text += " /W " + pdfNumber(std::clamp(style["/W"].number(), 0.0, 1000.0));
    }
    for (const char* kind : {"/S", "/D", "/B", "/I", "/U"}) {
        text += style["/S"].isName(kind) ? " /S " + std::string(kind) : std::string();
    }
    if (const PdfValue dashes = style["/D"]; dashes.isArray() && dashes.size() <= 8) {
        text += " /D " + plainNumbers(dashes);
    }
    return text + " >>";
}

}  // namespace

DigestNavigation::DigestNavigation(DigestSource& source) : source_(source) {
    std::vector<PdfValue> waiting{source.catalog["/Names"]["/Dests"]};
    for (std::size_t seen = 0; !waiting.empty() && seen < mostNames && names_.size() < mostNames; ++seen) {
        const PdfValue node = waiting.back();
        waiting.pop_back();
        const std::vector<PdfValue> leaves = node["/Names"].items();
        for (std::size_t i = 0; i + 1 < leaves.size(); i += 2) {
            if (const PdfValue name = leaves[i].followed(); name.isString()) {
                names_.emplace(name.bytes(), leaves[i + 1]);
            }
        }
        std::vector<PdfValue> kids = node["/Kids"].items();
        for (auto kid = kids.rbegin(); kid != kids.rend() && waiting.size() < mostNames; ++kid) {
            waiting.push_back(kid->followed());
        }
    }
    source.catalog["/Dests"].forEachEntry(
        [this](std::string_view key, const PdfValue& place) { names_.emplace(nameFrom(key).substr(1), place); });
}

std::optional<SourcePlace> DigestNavigation::resolve(PdfValue destination) const {
    if (destination.isName() || destination.isString()) {
        const auto found = names_.find(nameOf(destination));
        destination = found == names_.end() ? PdfValue() : found->second.followed();
    }
    if (destination.isDictionary()) {
        destination = destination["/D"];
    }
    const std::vector<PdfValue> items = destination.items();
    if (items.empty()) {
        return std::nullopt;
    }
    SourcePlace place{.page = source_.leaves.size(), .left = std::nullopt, .top = std::nullopt};
    if (const auto found = source_.pageIndices.find(items[0].object());
        items[0].isReference() && found != source_.pageIndices.end()) {
        place.page = found->second;
    } else if (items[0].isInteger() && items[0].integer() >= 0) {
        place.page = static_cast<std::size_t>(items[0].integer());
    }
    if (place.page >= source_.leaves.size()) {
        return std::nullopt;
    }
    const PdfValue kind = items.size() > 1 ? items[1].followed() : PdfValue();
    if (kind.isName("/XYZ")) {
        place.left = coordinateIn(items, 2);
        place.top = coordinateIn(items, 3);
    } else if (kind.isName("/FitH") || kind.isName("/FitBH")) {
        place.top = coordinateIn(items, 2);
    } else if (kind.isName("/FitR")) {
        place.left = coordinateIn(items, 2);
        place.top = coordinateIn(items, 5);
    }
    return place;
}

void DigestNavigation::makeLinks(std::size_t index) {
    DigestPage& page = source_.digest.pages.at(index);
    page.firstLink = static_cast<std::uint32_t>(source_.digest.links.size());
    for (const PdfValue& reference : source_.leaves.at(index).page["/Annots"].items()) {
        const PdfValue annotation = reference.followed();
        if (annotation["/Subtype"].isName("/Link") && isRectangle(annotation["/Rect"])) {
            makeLink(index, reference);
        }
    }
    page.links = static_cast<std::uint32_t>(source_.digest.links.size()) - page.firstLink;
}

void DigestNavigation::makeLink(std::size_t index, const PdfValue& reference) {
    const PdfValue annotation = reference.followed();
    if ((annotation["/F"].integer() & neverShown) != 0 || source_.layers.hides(annotation.entry("/OC"))) {
        source_.count("hidden-link");
        return;
    }
    const auto box = shownPart(source_.leaves.at(index).shown, annotation["/Rect"]);
    if (!box) {
        source_.count("broken-link");
        return;
    }
    DigestLink link;
    std::string address;
    if (!settle(link, annotation, address)) {
        return;
    }
    DigestCopier& copier = source_.copier;
    link.object = copier.add(DigestKind::Link);
    copier.begin();
    writeLooks(annotation, *box);
    if (link.leads == DigestLink::Leads::Out) {
        copier.write(" /A << /S /URI /URI " + byteString(address) + " >>");
    }
    link.text = copier.end();
    source_.digest.objects.at(link.object).index = static_cast<std::uint32_t>(source_.digest.links.size());
    // A page of ours has its link in the structure tree too.
    if (source_.ours && reference.isReference()) {
        copier.replace(reference.object(), link.object);
    }
    const PdfValue key = annotation["/StructParent"];
    source_.linkKeys.push_back(key.isInteger() ? key.integer() : -1);
    source_.digest.links.push_back(std::move(link));
}

bool DigestNavigation::settle(DigestLink& link, const PdfValue& annotation, std::string& address) {
    const PdfValue action = annotation["/A"];
    if (action["/S"].isName("/URI")) {
        address = action["/URI"].bytes();
        const bool safe = isSafeAddress(address);
        source_.count("external-link", safe ? 0 : 1);
        return safe;
    }
    const PdfValue destination = destinationOf(annotation);
    if (const auto place = resolve(destination)) {
        link.leads = DigestLink::Leads::Within;
        link.place = *place;
        return true;
    }
    if (source_.ours && (destination.isString() || destination.isName())) {
        link.leads = DigestLink::Leads::Target;
        link.target = nameOf(destination);
        return true;
    }
    source_.count("broken-link", destination.isNull() ? 0 : 1);
    return false;
}

/// Type, place and looks of a link, and what a screen reader says of it.
void DigestNavigation::writeLooks(const PdfValue& annotation, const std::array<double, 4>& box) {
    DigestCopier& copier = source_.copier;
    copier.write("/Type /Annot /Subtype /Link /F 4 /Rect [" + pdfNumber(box[0]) + ' ' + pdfNumber(box[1]) + ' ' +
                 pdfNumber(box[2]) + ' ' + pdfNumber(box[3]) + ']');
    const bool drawn = annotation["/AP"]["/N"].isDictionary();
    for (const std::string_view key : {"/QuadPoints", "/Border", "/C"}) {
        const PdfValue value = annotation[key];
        if (value.isArray() && value.size() <= mostNumbers && !(drawn && key == "/Border")) {
            copier.write(' ' + std::string(key) + ' ' + plainNumbers(value));
        }
    }
    if (const PdfValue style = annotation["/BS"]; !drawn && style.isDictionary()) {
        copier.write(" /BS " + plainStyle(style));
    }
    if (drawn) {
        copier.write(" /Border [0 0 0]");
    }
    if (annotation["/Contents"].isString()) {
        copier.write(" /Contents " + textString(shortened(annotation["/Contents"].words())));
    }
}

void DigestNavigation::makeBookmarks() {
    std::set<std::uint32_t> seen;
    addRows(source_.catalog["/Outlines"], 0, seen);
}

/// Adds what hangs below a bookmark; false where nothing of it leads anywhere.
bool DigestNavigation::addRows(const PdfValue& parent, std::uint32_t level, std::set<std::uint32_t>& seen) {
    std::vector<DigestBookmark>& rows = source_.digest.bookmarks;
    const std::size_t before = rows.size();
    PdfValue reference = parent.entry("/First");
    while (level < deepestBookmark && reference.isReference() && seen.size() < mostBookmarks &&
           seen.insert(reference.object()).second) {
        const PdfValue item = reference.followed();
        DigestBookmark row{.level = level, .title = shortened(item["/Title"].words()), .leads = false, .place = {}};
        if (const auto place = resolve(destinationOf(item))) {
            row.leads = true;
            row.place = *place;
        }
        const std::size_t own = rows.size();
        const bool named = !row.title.empty();
        const bool leads = row.leads;
        rows.push_back(std::move(row));
        const bool holds = addRows(item, level + 1, seen);
        if (!named || (!leads && !holds)) {
            rows.resize(own);
        }
        reference = item.entry("/Next");
    }
    return rows.size() > before;
}

}  // namespace engross
