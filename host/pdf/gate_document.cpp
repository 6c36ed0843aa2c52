#include "pdf/gate_parts.h"

#include <algorithm>

namespace engross {
namespace {

constexpr long long mostComponents = 100;  // of a colour; no profile has more than 15

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

void checkDates(GateFile& file, const GateObject& info, GateReport& report) {
    const std::pair<const char*, const char*> dates[] = {{"/CreationDate", "xmp:CreateDate"},
                                                         {"/ModDate", "xmp:ModifyDate"}};
    for (const auto& [key, name] : dates) {
        const std::string inInfo = info[key].words();
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
int intentComponents(const GateObject& catalog) {
    for (const GateObject& intent : catalog["/OutputIntents"].items()) {
        const GateObject profile = intent["/DestOutputProfile"];
        if (intent.isDictionary() && profile.isStream()) {
            return static_cast<int>(std::clamp<long long>(profile["/N"].integer(), 0, mostComponents));
        }
    }
    return 0;
}

void checkLayers(const GateObject& catalog, GateReport& report) {
    const GateObject layers = catalog["/OCProperties"];
    if (!layers.isDictionary()) {
        return;
    }
    std::vector<GateObject> configurations = layers["/Configs"].items();
    configurations.push_back(layers["/D"]);
    for (const GateObject& configuration : configurations) {
        if (!configuration.isDictionary() || !configuration.hasText("/Name") || configuration.has("/AS")) {
            report.add(GateRule::Layers);
        }
    }
}

void checkForms(const GateObject& catalog, GateReport& report) {
    const GateObject packets = catalog["/AcroForm"]["/XFA"];
    std::string text = packets.unpacked();
    for (const GateObject& packet : packets.items()) {
        text += packet.unpacked();
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
    const GateObject catalog = file.source.catalog();
    const GateObject marks = catalog["/MarkInfo"];
    const bool marked = marks.isDictionary() && marks["/Marked"].isTrue() && !marks["/Suspects"].isTrue();
    const bool structured = catalog["/StructTreeRoot"].isDictionary();
    if (!marked) {
        report.add(GateRule::Marked);
    }
    if (!structured) {
        report.add(GateRule::Structure);
    }
    const std::string language = catalog["/Lang"].words();
    if (language.empty()) {
        report.add(GateRule::Language);
    } else if (!isLanguageTag(language)) {
        report.add(GateRule::LanguageTag);
    }
    file.intentComponents = intentComponents(catalog);
    checkLayers(catalog, report);
    checkForms(catalog, report);
    if (!file.source.isAccessible()) {
        report.add(GateRule::Permissions);
    }
    const GateObject viewer = catalog["/ViewerPreferences"];
    if (!viewer.isDictionary() || !viewer["/DisplayDocTitle"].isTrue()) {
        report.add(GateRule::TitleShown);
    }
    const GateObject info = file.source.trailer()["/Info"];
    const std::string title = xmpValue(file.xmp, "dc:title");
    const std::string inInfo = info["/Title"].words();
    if (title.empty() || (!inInfo.empty() && inInfo != title)) {
        report.add(GateRule::Title);
    }
    if (!inInfo.empty() && inInfo != title) {
        report.add(GateRule::InfoAgrees, 0, "Title");
    }
    checkDates(file, info, report);
    checkClaims(file, marked && structured, report);
}

}  // namespace engross
