#include "pdf/colour_profile.h"
#include "pdf/gate_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace engross {
namespace {

constexpr std::array<std::string_view, 10> refusedActions{"/Launch",     "/Sound",      "/Movie", "/ResetForm",
                                                          "/ImportData", "/JavaScript", "/Hide",  "/SetOCGState",
                                                          "/Rendition",  "/Trans"};
constexpr std::size_t longestName = 127;
constexpr std::size_t longestString = 32'767;       // ISO 19005-2 6.1.13
constexpr std::size_t longestFirstString = 65'535;  // PDF 1.4, annex C
constexpr int mostItems = 8'191;                    // of an array in PDF 1.4
constexpr std::size_t mostEntries = 4'095;          // of a dictionary in PDF 1.4
constexpr double greatestReal = 32'767;             // in PDF 1.4
constexpr long long greatestInteger = 2'147'483'647;

bool isOneOf(std::string_view word, std::span<const std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isTrue(QPDFObjectHandle value) {
    return value.isBool() && value.getBoolValue();
}

class ObjectChecks {
public:
    ObjectChecks(GateFile& file, GateReport& report) : file_(file), report_(report) {}

    void check(QPDFObjectHandle object) {
        if (object.isStream()) {
            checkStream(object);
            checkDictionary(object.getDict());
        } else if (object.isDictionary()) {
            checkDictionary(object);
        } else if (object.isArray()) {
            checkArray(object);
        } else {
            checkValue(object);
        }
    }

private:
    void checkDirect(const QPDFObjectHandle& object) {
        if (!object.isIndirect()) {
            check(object);
        }
    }

    void checkValue(QPDFObjectHandle value) {
        const std::size_t longest = file_.part == 1 ? longestFirstString : longestString;
        const bool fits = value.isName()     ? value.getName().size() <= longestName + 1
                          : value.isString() ? value.getStringValue().size() <= longest
                          : value.isInteger()
                              ? std::abs(value.getIntValue()) <= greatestInteger
                              : !value.isReal() || file_.part != 1 || std::abs(value.getNumericValue()) <= greatestReal;
        if (!fits) {
            report_.add(GateRule::Limits);
        }
    }

    void checkArray(QPDFObjectHandle array) {
        if (file_.part == 1 && array.getArrayNItems() > mostItems) {
            report_.add(GateRule::Limits);
        }
        if (array.getArrayNItems() > 1 && array.getArrayItem(0).isNameAndEquals("/ICCBased") &&
            array.getArrayItem(1).isStream()) {
            checkProfile(array.getArrayItem(1));
        }
        for (int index = 0; index < array.getArrayNItems(); ++index) {
            checkDirect(array.getArrayItem(index));
        }
    }

    void checkProfile(QPDFObjectHandle stream) {
        const auto profile = readColourProfile(unpacked(stream));
        QPDFObjectHandle count = stream.getDict().getKey("/N");
        if (!profile || !count.isInteger() || count.getIntValue() != profile->components ||
            (file_.part == 1 && profile->version != 2)) {
            report_.add(GateRule::ColourProfileSound);
        }
    }

    void checkDictionary(QPDFObjectHandle dictionary) {
        QPDFObjectHandle kind = dictionary.getKey("/S");
        const bool isAction = kind.isName() && isOneOf(kind.getName(), refusedActions) &&
                              !dictionary.getKey("/Type").isNameAndEquals("/StructElem");
        if (isAction || dictionary.hasKey("/JS") || dictionary.hasKey("/AA")) {
            report_.add(GateRule::Actions, 0, kind.isName() ? kind.getName().substr(1) : std::string());
        }
        if (dictionary.hasKey("/EF")) {
            checkAttachment(dictionary);
        }
        if (dictionary.getKey("/S").isNameAndEquals("/Transparency")) {
            seeThrough();
        }
        const std::set<std::string> keys = dictionary.getKeys();
        if (file_.part == 1 && keys.size() > mostEntries) {
            report_.add(GateRule::Limits);
        }
        for (const std::string& key : keys) {
            if (key.size() > longestName + 1) {
                report_.add(GateRule::Limits);
            }
            checkDirect(dictionary.getKey(key));
        }
    }

    void checkAttachment(QPDFObjectHandle specification) {
        if (!specification.hasKey("/F") || !specification.hasKey("/UF")) {
            report_.add(GateRule::FileNames);
        }
        if (file_.part != 3) {
            report_.add(GateRule::EmbeddedFiles);
            return;
        }
        QPDFObjectHandle files = specification.getKey("/EF");
        QPDFObjectHandle stream = files.isDictionary() ? files.getKey("/F") : QPDFObjectHandle::newNull();
        const bool described = specification.getKey("/AFRelationship").isName() && stream.isStream() &&
                               stream.getDict().getKey("/Subtype").isName() && specification.hasKey("/F") &&
                               specification.hasKey("/UF");
        if (!described || !isAssociated(specification)) {
            report_.add(GateRule::Attachments);
        }
    }

    bool isAssociated(const QPDFObjectHandle& specification) {
        QPDFObjectHandle associated = file_.pdf.getRoot().getKey("/AF");
        for (int index = 0; associated.isArray() && index < associated.getArrayNItems(); ++index) {
            if (associated.getArrayItem(index).getObjGen() == specification.getObjGen()) {
                return true;
            }
        }
        return false;
    }

    void checkStream(QPDFObjectHandle stream) {
        QPDFObjectHandle dictionary = stream.getDict();
        if (dictionary.hasKey("/F") || dictionary.hasKey("/FFilter")) {
            report_.add(GateRule::ExternalStreams);
        }
        checkFilter(dictionary.getKey("/Filter"));
        if (dictionary.getKey("/Type").isNameAndEquals("/EmbeddedFile") && file_.part != 3) {
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
        } else if (filter.isNameAndEquals("/JPXDecode") && file_.part == 1) {
            report_.add(GateRule::ImageCoding);
        }
    }

    void checkImage(QPDFObjectHandle dictionary) {
        if (isTrue(dictionary.getKey("/Interpolate")) || dictionary.hasKey("/Alternates")) {
            report_.add(GateRule::Interpolation);
        }
        if (dictionary.hasKey("/SMask") && !dictionary.getKey("/SMask").isNameAndEquals("/None")) {
            seeThrough();
        }
        QPDFObjectHandle space = dictionary.getKey("/ColorSpace");
        const bool ink = space.isNameAndEquals("/DeviceCMYK") && file_.intentComponents != 4;
        const bool light = space.isNameAndEquals("/DeviceRGB") && file_.intentComponents != 3;
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
};

}  // namespace

void checkObjects(GateFile& file, GateReport& report) {
    ObjectChecks objects(file, report);
    for (const QPDFObjectHandle& object : file.pdf.getAllObjects()) {
        objects.check(object);
    }
}

}  // namespace engross
