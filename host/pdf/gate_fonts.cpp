#include "pdf/gate_fonts.h"

#include "pdf/font_widths.h"
#include "pdf/known_streams.h"
#include "pdf/to_unicode.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace engross {
namespace {

constexpr std::size_t mostCodes = 0x10000;
constexpr std::uint8_t notJudged = 0xFF;

std::string sameBytes(std::string_view bytes) {
    return std::string(bytes);
}

std::size_t wordAt(const std::string& words, std::size_t index) {
    return static_cast<std::size_t>(static_cast<unsigned char>(words[index])) << 8U |
           static_cast<unsigned char>(words[index + 1]);
}

bool hasProgram(const GateObject& font) {
    const GateObject descriptor = font["/FontDescriptor"];
    return std::ranges::any_of(std::array{"/FontFile", "/FontFile2", "/FontFile3"},
                               [&](const char* key) { return descriptor[key].isStream(); });
}

bool isPredefined(const GateObject& encoding) {
    return encoding.isName("/WinAnsiEncoding") || encoding.isName("/MacRomanEncoding") ||
           encoding.isName("/StandardEncoding") || encoding.isName("/MacExpertEncoding");
}

}  // namespace

GateFont::GateFont(const GateObject& font) {
    const GateObject name = font["/BaseFont"];
    name_ = name.isName() ? name.name().substr(1) : "without a name";
    composite_ = font["/Subtype"].isName("/Type0");
    type3_ = font["/Subtype"].isName("/Type3");
    const GateObject descendants = font["/DescendantFonts"];
    const GateObject program = composite_ && descendants.size() > 0 ? descendants.item(0) : font;
    embedded_ = type3_ || (program.isDictionary() && hasProgram(program));
    const GateObject encoding = font["/Encoding"];
    identityCodes_ = encoding.isName("/Identity-H") || encoding.isName("/Identity-V");
    if (composite_ && program.isDictionary()) {
        readDescendant(program);
    }
    selfNamed_ = isPredefined(encoding) || isPredefined(encoding["/BaseEncoding"]);
    static thread_local KnownStreams<std::vector<std::uint8_t>> maps(readToUnicode);
    if (const GateObject toUnicode = font["/ToUnicode"]; toUnicode.isStream()) {
        unicode_ = maps.of(toUnicode);
    }
}

void GateFont::readDescendant(const GateObject& descendant) {
    static thread_local KnownStreams<std::string> maps(sameBytes);
    static thread_local KnownStreams<std::optional<std::vector<double>>> programs(advanceWidths);
    const bool trueType = descendant["/Subtype"].isName("/CIDFontType2");
    const GateObject map = descendant["/CIDToGIDMap"];
    mapsGlyphs_ = !trueType || !embedded_ || map.isStream() || map.isName("/Identity");
    if (map.isStream()) {
        cidToGid_ = maps.of(map);
    }
    const GateObject descriptor = descendant["/FontDescriptor"];
    if (!descriptor.isDictionary()) {
        return;
    }
    subset_ = name_.size() > 7 && name_[6] == '+';
    if (descriptor["/CIDSet"].isStream()) {
        cidSet_ = maps.of(descriptor["/CIDSet"]);
    }
    if (trueType && descriptor["/FontFile2"].isStream()) {
        programWidths_ = programs.of(descriptor["/FontFile2"]);
        readWidths(descendant);
    }
}

void GateFont::readWidths(const GateObject& descendant) {
    const GateObject usual = descendant["/DW"];
    defaultWidth_ = usual.isNumber() ? usual.number() : defaultWidth_;
    const std::vector<GateObject> rows = descendant["/W"].items();
    for (std::size_t index = 0; index + 1 < rows.size();) {
        const GateObject& second = rows[index + 1];
        if (!rows[index].isInteger()) {
            return;
        }
        auto cid = static_cast<std::size_t>(std::clamp<long long>(rows[index].integer(), 0, mostCodes));
        if (second.isArray()) {
            for (const GateObject& width : second.items()) {
                setWidth(cid++, width.number());
            }
            index += 2;
        } else if (second.isInteger() && index + 2 < rows.size()) {
            const auto last = static_cast<std::size_t>(std::clamp<long long>(second.integer(), 0, mostCodes));
            for (; cid <= last; ++cid) {
                setWidth(cid, rows[index + 2].number());
            }
            index += 3;
        } else {
            return;
        }
    }
}

void GateFont::setWidth(std::size_t cid, double width) {
    if (cid >= mostCodes) {
        return;
    }
    if (cid >= statedWidths_.size()) {
        statedWidths_.resize(cid + 1, std::numeric_limits<double>::quiet_NaN());
    }
    statedWidths_[cid] = width;
}

const std::string& GateFont::name() const noexcept {
    return name_;
}

bool GateFont::embedded() const noexcept {
    return embedded_;
}

bool GateFont::mapsGlyphs() const noexcept {
    return mapsGlyphs_;
}

bool GateFont::hasCidSet() const noexcept {
    return !composite_ || !subset_ || cidSet_ != nullptr;
}

std::uint8_t GateFont::faultsIn(std::string_view shown) {
    std::uint8_t faults = 0;
    const std::size_t width = composite_ ? 2 : 1;
    for (std::size_t index = 0; index + width <= shown.size(); index += width) {
        std::uint32_t code = static_cast<unsigned char>(shown[index]);
        if (composite_) {
            code = code << 8U | static_cast<unsigned char>(shown[index + 1]);
        }
        if (code >= judged_.size()) {
            judged_.resize(code + 1, notJudged);
        }
        if (judged_[code] == notJudged) {
            judged_[code] = faultsOf(code);
        }
        faults |= judged_[code];
    }
    return faults;
}

std::uint8_t GateFont::faultsOf(std::uint32_t code) const {
    std::uint8_t faults = readable(code) ? 0 : FontFaultText;
    if (composite_ && (code == 0 || (cidToGid_ && glyphOf(code).value_or(0) == 0))) {
        faults |= FontFaultGlyph;
    }
    if (identityCodes_ && programWidths_ && *programWidths_ && !widthAgrees(code)) {
        faults |= FontFaultWidth;
    }
    if (identityCodes_ && cidSet_ && !cidSetHolds(code)) {
        faults |= FontFaultSet;
    }
    return faults;
}

bool GateFont::readable(std::uint32_t code) const {
    const bool named = selfNamed_ && !composite_ && !type3_;
    if (!unicode_) {
        return named;
    }
    const std::uint8_t text = code < unicode_->size() ? (*unicode_)[code] : noText;
    return text == noText ? selfNamed_ && !composite_ : text == goodText;
}

/// None where the map is too short.
std::optional<std::size_t> GateFont::glyphOf(std::uint32_t cid) const {
    if (!cidToGid_ || cidToGid_->empty()) {
        return cid;
    }
    const std::size_t at = std::size_t{cid} * 2;
    return at + 1 < cidToGid_->size() ? std::optional(wordAt(*cidToGid_, at)) : std::nullopt;
}

/// ISO 14289-1 7.21.5: no more than one thousandth apart.
bool GateFont::widthAgrees(std::uint32_t cid) const {
    const std::size_t glyph = glyphOf(cid).value_or(0);
    const bool stated = cid < statedWidths_.size() && !std::isnan(statedWidths_[cid]);
    const double width = stated ? statedWidths_[cid] : defaultWidth_;
    const std::vector<double>& widths = programWidths_->value();
    return glyph < widths.size() && std::abs(widths[glyph] - width) <= 1;
}

bool GateFont::cidSetHolds(std::uint32_t cid) const {
    return cid / 8 < cidSet_->size() && (static_cast<unsigned char>((*cidSet_)[cid / 8]) >> (7U - cid % 8U) & 1U) != 0;
}

}  // namespace engross
