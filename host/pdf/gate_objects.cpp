#include "pdf/gate_parts.h"
#include "pdf/known_streams.h"
#include "pdf/reader_lexer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string_view>

namespace engross {
namespace {

constexpr std::array<std::string_view, 10> refusedActions{"/Launch",     "/Sound",      "/Movie", "/ResetForm",
                                                          "/ImportData", "/JavaScript", "/Hide",  "/SetOCGState",
                                                          "/Rendition",  "/Trans"};
constexpr std::size_t longestName = 127;
constexpr std::size_t longestString = 32'767;       // ISO 19005-2 6.1.13
constexpr std::size_t longestFirstString = 65'535;  // PDF 1.4, annex C
constexpr std::size_t mostItems = 8'191;            // of an array in PDF 1.4
constexpr std::size_t mostEntries = 4'095;          // of a dictionary in PDF 1.4
constexpr double greatestReal = 32'767;             // in PDF 1.4
constexpr double greatestInteger = 2'147'483'647;

bool isOneOf(std::string_view word, std::span<const std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

class ObjectChecks {
public:
    ObjectChecks(GateFile& file, GateReport& report) : file_(file), report_(report) {}

    void check(const GateObject& object) {
        if (object.isStream()) {
            checkStream(object);
        }
        switch (object.value().type()) {
            case PdfValueType::Dictionary:
                checkDictionary(object);
                break;
            case PdfValueType::Array:
                checkArray(object);
                break;
            default:
                checkValue(object.value());
                break;
        }
    }

private:
    /// What stands in another object, or is one of its own.
    void checkDirect(const PdfValue& value) {
        if (!value.isReference()) {
            check({file_.source, value});
        }
    }

    /// What a text says is never longer than how it is written.
    void checkValue(const PdfValue& value) {
        const std::size_t longest = file_.part == 1 ? longestFirstString : longestString;
        bool fits = true;
        if (value.isName()) {
            fits = isShortName(value.text());
        } else if (value.isString()) {
            fits = value.text().size() <= longest || value.bytes().size() <= longest;
        } else if (value.isInteger()) {
            fits = std::abs(value.number()) <= greatestInteger;
        } else if (value.isNumber()) {
            fits = file_.part != 1 || std::abs(value.number()) <= greatestReal;
        }
        if (!fits) {
            report_.add(GateRule::Limits);
        }
    }

    static bool isShortName(std::string_view name) {
        return name.size() <= longestName + 1 || nameFrom(name).size() <= longestName + 1;
    }

    void checkArray(const GateObject& array) {
        const std::vector<PdfValue> items = array.value().items();
        if (file_.part == 1 && items.size() > mostItems) {
            report_.add(GateRule::Limits);
        }
        if (items.size() > 1 && items[0].followed().isName("/ICCBased")) {
            checkProfile({file_.source, items[1]});
        }
        for (const PdfValue& item : items) {
            checkDirect(item);
        }
    }

    void checkProfile(const GateObject& stream) {
        if (!stream.isStream()) {
            return;
        }
        const auto profile = colourProfileOf(stream);
        if (!profile || !stream["/N"].isInteger() || stream["/N"].integer() != profile->components ||
            (file_.part == 1 && profile->version != 2)) {
            report_.add(GateRule::ColourProfileSound);
        }
    }

    void checkDictionary(const GateObject& dictionary) {
        PdfValue kind;
        bool scripted = false;
        bool attaches = false;
        keys_.clear();
        dictionary.value().forEachEntry([&](std::string_view key, const PdfValue& value) {
            keys_.push_back(key);
            const std::string_view name = plainName(key);
            if (name == "/S") {
                kind = value.followed();
            } else if (name == "/JS" || name == "/AA") {
                scripted = scripted || !value.followed().isNull();
            } else if (name == "/EF") {
                attaches = attaches || !value.followed().isNull();
            }
            if (!isShortName(key)) {
                report_.add(GateRule::Limits);
            }
        });
        checkKeys();
        dictionary.value().forEachEntry([this](std::string_view, const PdfValue& value) { checkDirect(value); });
        if (kind.isName("/Transparency")) {
            seeThrough();
        }
        if (scripted || isRefusedAction(dictionary, kind)) {
            report_.add(GateRule::Actions, 0, kind.isName() ? kind.name().substr(1) : std::string());
        }
        if (attaches) {
            checkAttachment(dictionary);
        }
    }

    static bool isRefusedAction(const GateObject& dictionary, const PdfValue& kind) {
        return kind.isName() && isOneOf(kind.name(), refusedActions) && !dictionary["/Type"].isName("/StructElem");
    }

    /// A key without escapes; good until the next one.
    std::string_view plainName(std::string_view key) {
        if (key.find('#') == std::string_view::npos) {
            return key;
        }
        unescaped_ = nameFrom(key);
        return unescaped_;
    }

    void checkKeys() {
        if (file_.part == 1 && keys_.size() > mostEntries) {
            report_.add(GateRule::Limits);
        }
        std::sort(keys_.begin(), keys_.end());
        if (std::adjacent_find(keys_.begin(), keys_.end()) != keys_.end()) {
            report_.add(GateRule::Repaired);  // readers differ in which one they take
        }
    }

    void checkAttachment(const GateObject& specification) {
        const bool named = specification.has("/F") && specification.has("/UF");
        if (!named) {
            report_.add(GateRule::FileNames);
        }
        if (file_.part != 3) {
            report_.add(GateRule::EmbeddedFiles);
            return;
        }
        const GateObject stream = specification["/EF"]["/F"];
        const bool described =
            specification["/AFRelationship"].isName() && stream.isStream() && stream["/Subtype"].isName() && named;
        if (!described || !isAssociated(specification)) {
            report_.add(GateRule::Attachments);
        }
    }

    [[nodiscard]] bool isAssociated(const GateObject& specification) const {
        const std::vector<GateObject> associated = file_.source.catalog()["/AF"].items();
        return std::any_of(associated.begin(), associated.end(),
                           [&](const GateObject& file) { return file.identity() == specification.identity(); });
    }

    void checkStream(const GateObject& stream) {
        if (stream.has("/F") || stream.has("/FFilter")) {
            report_.add(GateRule::ExternalStreams);
        }
        const GateObject filter = stream["/Filter"];
        checkFilter(filter);
        for (const GateObject& step : filter.items()) {
            checkFilter(step);
        }
        if (stream["/Type"].isName("/EmbeddedFile") && file_.part != 3) {
            report_.add(GateRule::EmbeddedFiles);
        }
        if (stream["/Subtype"].isName("/Image")) {
            checkImage(stream);
        }
    }

    void checkFilter(const GateObject& filter) {
        if (filter.isName("/LZWDecode") || filter.isName("/Crypt")) {
            report_.add(GateRule::Filters, 0, filter.name().substr(1));
        } else if (filter.isName("/JPXDecode") && file_.part == 1) {
            report_.add(GateRule::ImageCoding);
        }
    }

    void checkImage(const GateObject& image) {
        if (image["/Interpolate"].isTrue() || image.has("/Alternates")) {
            report_.add(GateRule::Interpolation);
        }
        if (image.has("/SMask") && !image["/SMask"].isName("/None")) {
            seeThrough();
        }
        const GateObject space = image["/ColorSpace"];
        const bool ink = space.isName("/DeviceCMYK") && file_.intentComponents != 4;
        const bool light = space.isName("/DeviceRGB") && file_.intentComponents != 3;
        if (ink || (light && file_.intentComponents != 0)) {
            report_.add(GateRule::DeviceColour, 0, ink ? "CMYK" : "RGB");
        }
    }

    void seeThrough() {
        if (file_.part == 1) {
            report_.add(GateRule::Transparency);
        }
    }

    GateFile& file_;
    GateReport& report_;
    std::vector<std::string_view> keys_;  // of the dictionary that is looked at
    std::string unescaped_;
};

}  // namespace

std::optional<ColourProfile> colourProfileOf(const GateObject& stream) {
    static thread_local KnownStreams<std::optional<ColourProfile>> known(readColourProfile);
    return *known.of(stream);
}

void checkObjects(GateFile& file, GateReport& report) {
    ObjectChecks objects(file, report);
    for (const GateObject& object : file.source.objects()) {
        objects.check(object);
    }
}

}  // namespace engross
