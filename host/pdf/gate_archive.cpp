#include "pdf/gate_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace engross {
namespace {

// ISO 32000-1 table 169 without 3D, sound, screen and film (ISO 19005-2 6.3.1).
constexpr std::array<std::string_view, 21> allowedAnnotations{
    "/Text",     "/Link",      "/FreeText",       "/Line",     "/Square",      "/Circle",  "/Polygon",
    "/PolyLine", "/Highlight", "/Underline",      "/Squiggly", "/StrikeOut",   "/Stamp",   "/Caret",
    "/Ink",      "/Popup",     "/FileAttachment", "/Widget",   "/PrinterMark", "/TrapNet", "/Watermark"};
constexpr int hidden = 2;  // ISO 32000-1 table 165
constexpr int printed = 4;
constexpr int noView = 32;
constexpr int toggleNoView = 256;
constexpr int invisible = 1;

bool isOneOf(std::string_view word, std::span<const std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// A file that paints nothing has no colours to explain.
void checkOutputIntent(GateFile& file, const GateObject& catalog, GateReport& report) {
    bool explained = false;
    for (const GateObject& intent : catalog["/OutputIntents"].items()) {
        const GateObject stream = intent["/DestOutputProfile"];
        if (!intent.isDictionary() || !intent["/S"].isName("/GTS_PDFA1") || !stream.isStream()) {
            continue;
        }
        explained = true;
        const auto profile = colourProfileOf(stream);
        if (!profile || !profile->output || (file.part == 1 && profile->version != 2) || !stream["/N"].isInteger() ||
            stream["/N"].integer() != profile->components) {
            report.add(GateRule::ColourProfileSound);
        }
    }
    if (file.paints && !explained) {
        report.add(GateRule::OutputIntent);
    }
}

/// ISO 19005-2 6.1.2: the version at the very beginning, then a comment of four bytes beyond ASCII.
void checkHeader(const GateFile& file, GateReport& report) {
    const std::string_view head = file.source.head();
    const std::size_t line = std::min(head.find_first_of("\r\n"), head.size());
    std::size_t comment = line;
    while (comment < head.size() && (head[comment] == '\r' || head[comment] == '\n')) {
        ++comment;
    }
    const bool versioned = line == 8 && head.compare(0, 7, "%PDF-1.") == 0 && head[7] >= '0' && head[7] <= '7';
    bool marked = comment + 5 <= head.size() && head[comment] == '%';
    for (std::size_t index = comment + 1; marked && index < comment + 5; ++index) {
        marked = static_cast<unsigned char>(head[index]) > 127;
    }
    if (!versioned || !marked) {
        report.add(GateRule::Header);
    }
}

/// ISO 19005-2 6.1.13: a side of a page has 3 to 14,400 points.
void checkPageSizes(GateFile& file, GateReport& report) {
    const std::vector<GatePage>& pages = file.source.pages();
    for (std::size_t page = 1; page <= pages.size() && file.part != 1; ++page) {
        const std::vector<GateObject> box = pages[page - 1].mediaBox.items();
        const bool isRectangle = box.size() == 4 && std::all_of(box.begin(), box.end(),
                                                                [](const GateObject& side) { return side.isNumber(); });
        if (!isRectangle) {
            continue;
        }
        for (const double side :
             {std::abs(box[2].number() - box[0].number()), std::abs(box[3].number() - box[1].number())}) {
            if (side < 3 || side > 14'400) {
                report.add(GateRule::Limits, page);
            }
        }
    }
}

void checkTrailer(GateFile& file, GateReport& report) {
    if (file.source.isEncrypted()) {
        report.add(GateRule::Encryption);
    }
    if (!file.source.isIdentified()) {
        report.add(GateRule::Identity);
    }
    if (file.part == 1 && file.source.isPacked()) {
        report.add(GateRule::ObjectStreams);
    }
}

void checkForms(const GateObject& catalog, GateReport& report) {
    const GateObject form = catalog["/AcroForm"];
    if (form.isDictionary() && (form.has("/XFA") || form["/NeedAppearances"].isTrue())) {
        report.add(GateRule::Forms);
    }
}

void checkAnnotations(GateFile& file, GateReport& report) {
    const std::vector<GatePage>& pages = file.source.pages();
    for (std::size_t page = 1; page <= pages.size(); ++page) {
        for (const GateObject& annotation : pages[page - 1].object["/Annots"].items()) {
            const GateObject subtype = annotation["/Subtype"];
            if (!annotation.isDictionary() || subtype.isName("/Popup")) {
                continue;
            }
            const bool refused = !subtype.isName() || !isOneOf(subtype.name(), allowedAnnotations);
            const long long value = annotation["/F"].integer();
            if (refused || (value & printed) == 0 || (value & (hidden | noView | toggleNoView | invisible)) != 0) {
                report.add(GateRule::AnnotationFlags, page);
            }
        }
    }
}

}  // namespace

void checkArchive(GateFile& file, GateReport& report) {
    const GateObject catalog = file.source.catalog();
    checkTrailer(file, report);
    const GateObject metadata = catalog["/Metadata"];
    if (!metadata.isStream() || metadata.has("/Filter")) {
        report.add(GateRule::MetadataStream);
    }
    checkOutputIntent(file, catalog, report);
    checkForms(catalog, report);
    checkAnnotations(file, report);
    if (catalog["/Names"].has("/JavaScript")) {
        report.add(GateRule::Actions, 0, "JavaScript");
    }
    checkHeader(file, report);
    checkPageSizes(file, report);
    checkObjects(file, report);
}

}  // namespace engross
