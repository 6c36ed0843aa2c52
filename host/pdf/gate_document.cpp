#include "pdf/gate_parts.h"

namespace engross {
namespace {

std::string unescaped(std::string text) {
    const std::pair<std::string_view, std::string_view> entities[] = {
        {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}};
    for (const auto& [entity, character] : entities) {
        for (std::size_t at = 0; (at = text.find(entity, at)) != std::string::npos; at += character.size()) {
            text.replace(at, entity.size(), character);
        }
    }
    return text;
}

std::string attributeValue(const std::string& packet, const std::string& name) {
    for (const char quote : {'"', '\''}) {
        const std::string begin = name + "=" + quote;
        const std::size_t at = packet.find(begin);
        if (at != std::string::npos) {
            const std::size_t from = at + begin.size();
            return unescaped(packet.substr(from, packet.find(quote, from) - from));
        }
    }
    return {};
}

std::string textKey(QPDFObjectHandle dictionary, const char* key) {
    QPDFObjectHandle value = dictionary.getKey(key);
    return value.isString() ? value.getUTF8Value() : std::string();
}

bool isTrue(QPDFObjectHandle value) {
    return value.isBool() && value.getBoolValue();
}

/// A date of Info as XMP writes it: "D:20260302103000Z" gives "2026-03-02T10:30:00Z"; other zones keep their sign.
std::string asXmpDate(const std::string& date) {
    std::string digits = date.substr(0, 2) == "D:" ? date.substr(2) : date;
    if (digits.size() < 14) {
        return {};
    }
    std::string zone;
    for (const char character : digits.substr(14)) {
        if (character != '\'') {
            zone += character;
        } else if (zone.size() == 3) {
            zone += ':';
        }
    }
    if (zone == "+00:00" || zone == "-00:00" || zone == "Z00:00") {
        zone = "Z";
    }
    return digits.substr(0, 4) + '-' + digits.substr(4, 2) + '-' + digits.substr(6, 2) + 'T' + digits.substr(8, 2) +
           ':' + digits.substr(10, 2) + ':' + digits.substr(12, 2) + zone;
}

void checkDates(GateFile& file, const QPDFObjectHandle& info, GateReport& report) {
    const std::pair<const char*, const char*> dates[] = {{"/CreationDate", "xmp:CreateDate"},
                                                         {"/ModDate", "xmp:ModifyDate"}};
    for (const auto& [key, name] : dates) {
        const std::string inInfo = textKey(info, key);
        std::string inPacket = xmpValue(file.xmp, name);
        if (inPacket.size() > 6 && inPacket.substr(inPacket.size() - 6) == "+00:00") {
            inPacket.replace(inPacket.size() - 6, 6, "Z");
        }
        if (!inInfo.empty() && asXmpDate(inInfo) != inPacket) {
            report.add(GateRule::InfoAgrees, 0, key + 1);
        }
    }
}

void checkClaims(GateFile& file, bool tagged, GateReport& report) {
    if (xmpValue(file.xmp, "pdfuaid:part") != "1") {
        report.add(GateRule::UaClaim);
    }
    const std::string level = xmpValue(file.xmp, "pdfaid:conformance");
    const std::string part = xmpValue(file.xmp, "pdfaid:part");
    const bool known = part == "1" || part == "2" || part == "3";
    file.part = known ? part.front() - '0' : file.wanted ? partOf(*file.wanted) : 2;
    file.claimsLevelA = level == "A";
    // Level A asks for all that level B does.
    const bool asWanted =
        !file.wanted || (partOf(*file.wanted) == file.part && (file.claimsLevelA || levelOf(*file.wanted) == "B"));
    if (!known || !asWanted || !(level == "A" || level == "B" || (level == "U" && file.part != 1))) {
        report.add(GateRule::AClaim);
    }
    if (file.claimsLevelA && !tagged) {
        report.add(GateRule::LevelA);
    }
}

/// How many components the colours have that the output intent explains.
int intentComponents(QPDFObjectHandle catalog) {
    QPDFObjectHandle intents = catalog.getKey("/OutputIntents");
    for (int index = 0; intents.isArray() && index < intents.getArrayNItems(); ++index) {
        QPDFObjectHandle intent = intents.getArrayItem(index);
        if (intent.isDictionary() && intent.getKey("/DestOutputProfile").isStream()) {
            QPDFObjectHandle count = intent.getKey("/DestOutputProfile").getDict().getKey("/N");
            return count.isInteger() ? static_cast<int>(count.getIntValue()) : 0;
        }
    }
    return 0;
}

void checkLayers(QPDFObjectHandle catalog, GateReport& report) {
    QPDFObjectHandle layers = catalog.getKey("/OCProperties");
    if (!layers.isDictionary()) {
        return;
    }
    std::vector<QPDFObjectHandle> configurations{layers.getKey("/D")};
    QPDFObjectHandle others = layers.getKey("/Configs");
    for (int index = 0; others.isArray() && index < others.getArrayNItems(); ++index) {
        configurations.push_back(others.getArrayItem(index));
    }
    for (QPDFObjectHandle configuration : configurations) {
        if (!configuration.isDictionary() || textKey(configuration, "/Name").empty() || configuration.hasKey("/AS")) {
            report.add(GateRule::Layers);
        }
    }
}

void checkForms(QPDFObjectHandle catalog, GateReport& report) {
    QPDFObjectHandle form = catalog.getKey("/AcroForm");
    QPDFObjectHandle packets = form.isDictionary() ? form.getKey("/XFA") : QPDFObjectHandle::newNull();
    std::string text;
    if (packets.isStream()) {
        text = unpacked(packets);
    }
    for (int index = 0; packets.isArray() && index < packets.getArrayNItems(); ++index) {
        if (packets.getArrayItem(index).isStream()) {
            text += unpacked(packets.getArrayItem(index));
        }
    }
    if (text.find("dynamicRender>required") != std::string::npos) {
        report.add(GateRule::XfaForm);
    }
}

}  // namespace

bool isLanguageTag(const std::string& tag) {
    std::size_t length = 0;
    bool first = true;
    for (std::size_t index = 0; index <= tag.size(); ++index) {
        const char character = index == tag.size() ? '-' : tag[index];
        if (character != '-') {
            const bool letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
            if (!letter && (first || character < '0' || character > '9')) {
                return false;
            }
            ++length;
        } else if (length == 0 || length > 8 || (first && length == 1 && tag.substr(0, 1) != "x")) {
            return false;
        } else {
            length = 0;
            first = false;
        }
    }
    return true;
}

std::string xmpValue(const std::string& packet, const std::string& name) {
    for (std::size_t at = packet.find("<" + name); at != std::string::npos; at = packet.find("<" + name, at + 1)) {
        const std::size_t after = at + 1 + name.size();
        if (after >= packet.size() || (packet[after] != '>' && packet[after] != ' ')) {
            continue;
        }
        const std::size_t begin = packet.find('>', after);
        const std::size_t end = packet.find("</" + name, after);
        if (begin == std::string::npos || end == std::string::npos || begin + 1 > end) {
            return {};
        }
        std::string content = packet.substr(begin + 1, end - begin - 1);
        const std::size_t item = content.find("<rdf:li");
        if (item != std::string::npos) {
            const std::size_t from = content.find('>', item) + 1;
            content = content.substr(from, content.find("</rdf:li", from) - from);
        }
        return unescaped(content);
    }
    return attributeValue(packet, name);
}

void checkDocument(GateFile& file, GateReport& report) {
    QPDFObjectHandle catalog = file.pdf.getRoot();
    QPDFObjectHandle marks = catalog.getKey("/MarkInfo");
    const bool marked = marks.isDictionary() && isTrue(marks.getKey("/Marked")) && !isTrue(marks.getKey("/Suspects"));
    const bool structured = catalog.getKey("/StructTreeRoot").isDictionary();
    if (!marked) {
        report.add(GateRule::Marked);
    }
    if (!structured) {
        report.add(GateRule::Structure);
    }
    const std::string language = textKey(catalog, "/Lang");
    if (language.empty()) {
        report.add(GateRule::Language);
    } else if (!isLanguageTag(language)) {
        report.add(GateRule::LanguageTag);
    }
    file.intentComponents = intentComponents(catalog);
    checkLayers(catalog, report);
    checkForms(catalog, report);
    if (file.pdf.isEncrypted() && !file.pdf.allowAccessibility()) {
        report.add(GateRule::Permissions);
    }
    QPDFObjectHandle viewer = catalog.getKey("/ViewerPreferences");
    if (!viewer.isDictionary() || !isTrue(viewer.getKey("/DisplayDocTitle"))) {
        report.add(GateRule::TitleShown);
    }
    QPDFObjectHandle info = file.pdf.getTrailer().getKey("/Info");
    const std::string title = xmpValue(file.xmp, "dc:title");
    const std::string inInfo = info.isDictionary() ? textKey(info, "/Title") : std::string();
    if (title.empty() || (!inInfo.empty() && inInfo != title)) {
        report.add(GateRule::Title);
    }
    if (!inInfo.empty() && inInfo != title) {
        report.add(GateRule::InfoAgrees, 0, "Title");
    }
    if (info.isDictionary()) {
        checkDates(file, info, report);
    }
    checkClaims(file, marked && structured, report);
}

}  // namespace engross
