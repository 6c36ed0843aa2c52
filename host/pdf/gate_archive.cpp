#include "pdf/gate_parts.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace engross {
namespace {

constexpr std::array<std::string_view, 10> refusedActions{"/Launch",     "/Sound",      "/Movie", "/ResetForm",
                                                          "/ImportData", "/JavaScript", "/Hide",  "/SetOCGState",
                                                          "/Rendition",  "/Trans"};
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

/// Looks at every object of the file once.
class ObjectChecks {
public:
    explicit ObjectChecks(GateReport& report) : report_(report) {}

    void check(QPDFObjectHandle object) {
        if (object.isStream()) {
            checkStream(object.getDict());
            checkDictionary(object.getDict());
        } else if (object.isDictionary()) {
            checkDictionary(object);
        } else if (object.isArray()) {
            for (int index = 0; index < object.getArrayNItems(); ++index) {
                checkDirect(object.getArrayItem(index));
            }
        }
    }

private:
    void checkDirect(QPDFObjectHandle object) {
        if (!object.isIndirect() && (object.isDictionary() || object.isArray())) {
            check(object);
        }
    }

    void checkDictionary(QPDFObjectHandle dictionary) {
        QPDFObjectHandle kind = dictionary.getKey("/S");
        const bool isAction = kind.isName() && isOneOf(kind.getName(), refusedActions) &&
                              !dictionary.getKey("/Type").isNameAndEquals("/StructElem");
        if (isAction || dictionary.hasKey("/JS") || dictionary.hasKey("/AA")) {
            report_.add(GateRule::Actions, 0, kind.isName() ? kind.getName().substr(1) : std::string());
        }
        if (dictionary.getKey("/Type").isNameAndEquals("/Filespec") && dictionary.hasKey("/EF")) {
            report_.add(GateRule::EmbeddedFiles);
        }
        for (const std::string& key : dictionary.getKeys()) {
            checkDirect(dictionary.getKey(key));
        }
    }

    void checkStream(QPDFObjectHandle dictionary) {
        if (dictionary.hasKey("/F") || dictionary.hasKey("/FFilter")) {
            report_.add(GateRule::ExternalStreams);
        }
        checkFilter(dictionary.getKey("/Filter"));
        if (dictionary.getKey("/Type").isNameAndEquals("/EmbeddedFile")) {
            report_.add(GateRule::EmbeddedFiles);
        }
        if (dictionary.getKey("/Subtype").isNameAndEquals("/Image")) {
            checkImage(dictionary);
        }
    }

    void checkFilter(QPDFObjectHandle filter) {
        if (filter.isArray()) {
            for (int index = 0; index < filter.getArrayNItems(); ++index) {
                checkFilter(filter.getArrayItem(index));
            }
        } else if (filter.isNameAndEquals("/LZWDecode") || filter.isNameAndEquals("/Crypt")) {
            report_.add(GateRule::Filters, 0, filter.getName().substr(1));
        }
    }

    void checkImage(QPDFObjectHandle dictionary) {
        QPDFObjectHandle smooth = dictionary.getKey("/Interpolate");
        if ((smooth.isBool() && smooth.getBoolValue()) || dictionary.hasKey("/Alternates")) {
            report_.add(GateRule::Interpolation);
        }
        if (dictionary.getKey("/ColorSpace").isNameAndEquals("/DeviceCMYK")) {
            report_.add(GateRule::DeviceColour, 0, "CMYK");
        }
    }

    GateReport& report_;
};

/// A file that paints nothing has no colours to explain.
void checkOutputIntent(GateFile& file, QPDFObjectHandle catalog, GateReport& report) {
    QPDFObjectHandle intents = catalog.getKey("/OutputIntents");
    for (int index = 0; intents.isArray() && index < intents.getArrayNItems(); ++index) {
        QPDFObjectHandle intent = intents.getArrayItem(index);
        if (intent.isDictionary() && intent.getKey("/S").isNameAndEquals("/GTS_PDFA1") &&
            intent.getKey("/DestOutputProfile").isStream()) {
            return;
        }
    }
    if (file.paints) {
        report.add(GateRule::OutputIntent);
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
    ObjectChecks objects(report);
    for (const QPDFObjectHandle& object : file.pdf.getAllObjects()) {
        objects.check(object);
    }
}

}  // namespace engross
