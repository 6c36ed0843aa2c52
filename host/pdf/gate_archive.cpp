#include "pdf/colour_profile.h"
#include "pdf/gate_parts.h"

#include <algorithm>
#include <array>
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
void checkOutputIntent(GateFile& file, QPDFObjectHandle catalog, GateReport& report) {
    QPDFObjectHandle intents = catalog.getKey("/OutputIntents");
    bool explained = false;
    for (int index = 0; intents.isArray() && index < intents.getArrayNItems(); ++index) {
        QPDFObjectHandle intent = intents.getArrayItem(index);
        QPDFObjectHandle stream = intent.isDictionary() ? intent.getKey("/DestOutputProfile") : intent;
        if (!intent.isDictionary() || !intent.getKey("/S").isNameAndEquals("/GTS_PDFA1") || !stream.isStream()) {
            continue;
        }
        explained = true;
        const auto profile = readColourProfile(unpacked(stream));
        QPDFObjectHandle count = stream.getDict().getKey("/N");
        if (!profile || !profile->output || (file.part == 1 && profile->version != 2) || !count.isInteger() ||
            count.getIntValue() != profile->components) {
            report.add(GateRule::ColourProfileSound);
        }
    }
    if (file.paints && !explained) {
        report.add(GateRule::OutputIntent);
    }
}

/// ISO 19005-2 6.1.2: the version at the very beginning, then a comment of four bytes beyond ASCII.
void checkHeader(const GateFile& file, GateReport& report) {
    const std::string& head = file.head;
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

void checkPacking(GateFile& file, GateReport& report) {
    if (file.part != 1) {
        return;
    }
    bool packed = file.pdf.getTrailer().getKey("/Type").isNameAndEquals("/XRef");
    for (const auto& [object, entry] : file.pdf.getXRefTable()) {
        packed = packed || entry.getType() == 2;
    }
    if (packed) {
        report.add(GateRule::ObjectStreams);
    }
}

/// ISO 19005-2 6.1.13: a side of a page has 3 to 14,400 points.
void checkPageSizes(GateFile& file, GateReport& report) {
    for (std::size_t page = 1; page <= file.pages.size(); ++page) {
        QPDFObjectHandle box = file.pages[page - 1].getKey("/MediaBox");
        if (file.part == 1 || !box.isRectangle()) {
            continue;
        }
        const QPDFObjectHandle::Rectangle sides = box.getArrayAsRectangle();
        for (const double side : {sides.urx - sides.llx, sides.ury - sides.lly}) {
            if (side < 3 || side > 14'400) {
                report.add(GateRule::Limits, page);
            }
        }
    }
}

void checkTrailer(GateFile& file, GateReport& report) {
    QPDFObjectHandle trailer = file.pdf.getTrailer();
    if (trailer.hasKey("/Encrypt")) {
        report.add(GateRule::Encryption);
    }
    QPDFObjectHandle id = trailer.getKey("/ID");
    const bool whole = id.isArray() && id.getArrayNItems() == 2 && id.getArrayItem(0).isString() &&
                       !id.getArrayItem(0).getStringValue().empty() && id.getArrayItem(1).isString();
    if (!whole) {
        report.add(GateRule::Identity);
    }
}

void checkForms(QPDFObjectHandle catalog, GateReport& report) {
    QPDFObjectHandle form = catalog.getKey("/AcroForm");
    if (!form.isDictionary()) {
        return;
    }
    QPDFObjectHandle needs = form.getKey("/NeedAppearances");
    if (form.hasKey("/XFA") || (needs.isBool() && needs.getBoolValue())) {
        report.add(GateRule::Forms);
    }
}

void checkAnnotations(GateFile& file, GateReport& report) {
    for (std::size_t page = 1; page <= file.pages.size(); ++page) {
        QPDFObjectHandle annotations = file.pages[page - 1].getKey("/Annots");
        for (int index = 0; annotations.isArray() && index < annotations.getArrayNItems(); ++index) {
            QPDFObjectHandle annotation = annotations.getArrayItem(index);
            if (!annotation.isDictionary() || annotation.getKey("/Subtype").isNameAndEquals("/Popup")) {
                continue;
            }
            QPDFObjectHandle flags = annotation.getKey("/F");
            QPDFObjectHandle subtype = annotation.getKey("/Subtype");
            const bool refused = !subtype.isName() || !isOneOf(subtype.getName(), allowedAnnotations);
            const long long value = flags.isInteger() ? flags.getIntValue() : 0;
            if (refused || (value & printed) == 0 || (value & (hidden | noView | toggleNoView | invisible)) != 0) {
                report.add(GateRule::AnnotationFlags, page);
            }
        }
    }
}

}  // namespace

void checkArchive(GateFile& file, GateReport& report) {
    QPDFObjectHandle catalog = file.pdf.getRoot();
    checkTrailer(file, report);
    QPDFObjectHandle metadata = catalog.getKey("/Metadata");
    if (!metadata.isStream() || metadata.getDict().hasKey("/Filter")) {
        report.add(GateRule::MetadataStream);
    }
    checkOutputIntent(file, catalog, report);
    checkForms(catalog, report);
    checkAnnotations(file, report);
    QPDFObjectHandle names = catalog.getKey("/Names");
    if (names.isDictionary() && names.hasKey("/JavaScript")) {
        report.add(GateRule::Actions, 0, "JavaScript");
    }
    checkHeader(file, report);
    checkPacking(file, report);
    checkPageSizes(file, report);
    checkObjects(file, report);
}

}  // namespace engross
