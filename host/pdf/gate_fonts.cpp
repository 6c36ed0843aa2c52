#include "pdf/gate_fonts.h"

#include "pdf/font_widths.h"
#include "pdf/gate_parts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace engross {
namespace {

constexpr std::uint32_t mostCodes = 0x10000;

bool hasProgram(QPDFObjectHandle font) {
    QPDFObjectHandle descriptor = font.getKey("/FontDescriptor");
    if (!descriptor.isDictionary()) {
        return false;
    }
    return std::ranges::any_of(std::array{"/FontFile", "/FontFile2", "/FontFile3"},
                               [&](const char* key) { return descriptor.getKey(key).isStream(); });
}

bool isPredefined(QPDFObjectHandle encoding) {
    return encoding.isNameAndEquals("/WinAnsiEncoding") || encoding.isNameAndEquals("/MacRomanEncoding") ||
           encoding.isNameAndEquals("/StandardEncoding") || encoding.isNameAndEquals("/MacExpertEncoding");
}

/// The tokens of a CMap: hexadecimal strings without their brackets, brackets of arrays, and words.
class CMapTokens {
public:
    explicit CMapTokens(std::string_view text) : text_(text) {}

    /// Empty at the end.
    std::string next() {
        const std::size_t begin = text_.find_first_not_of(" \t\r\n\f", at_);
        if (begin == std::string_view::npos) {
            return {};
        }
        const char first = text_[begin];
        if (first == '<' && text_.substr(begin, 2) != "<<") {
            at_ = std::min(text_.find('>', begin), text_.size() - 1) + 1;
            std::string token = "<";
            for (const char character : text_.substr(begin + 1, at_ - begin - 2)) {
                if (std::string_view(" \t\r\n").find(character) == std::string_view::npos) {
                    token += character;
                }
            }
            return token;
        }
        if (first == '[' || first == ']') {
            at_ = begin + 1;
            return {1, first};
        }
        at_ = std::min(text_.find_first_of(" \t\r\n\f[]<", begin + 1), text_.size());
        return std::string(text_.substr(begin, at_ - begin));
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

std::uint32_t number(const std::string& token) {
    std::uint32_t value = 0;
    std::from_chars(token.data() + 1, token.data() + token.size(), value, 16);
    return value;
}

bool isHex(const std::string& token) {
    return !token.empty() && token.front() == '<';
}

}  // namespace

GateFont::GateFont(QPDFObjectHandle font) {
    QPDFObjectHandle name = font.getKey("/BaseFont");
    name_ = name.isName() ? name.getName().substr(1) : "without a name";
    composite_ = font.getKey("/Subtype").isNameAndEquals("/Type0");
    type3_ = font.getKey("/Subtype").isNameAndEquals("/Type3");
    QPDFObjectHandle program = font;
    if (composite_) {
        QPDFObjectHandle descendants = font.getKey("/DescendantFonts");
        program = descendants.isArray() && descendants.getArrayNItems() > 0 ? descendants.getArrayItem(0) : font;
    }
    embedded_ = type3_ || (program.isDictionary() && hasProgram(program));
    QPDFObjectHandle encoding = font.getKey("/Encoding");
    identityCodes_ = encoding.isNameAndEquals("/Identity-H") || encoding.isNameAndEquals("/Identity-V");
    if (composite_ && program.isDictionary()) {
        readDescendant(program);
    }
    selfNamed_ = isPredefined(encoding) || (encoding.isDictionary() && isPredefined(encoding.getKey("/BaseEncoding")));
    QPDFObjectHandle toUnicode = font.getKey("/ToUnicode");
    mapped_ = toUnicode.isStream();
    if (mapped_) {
        readToUnicode(unpacked(toUnicode));
    }
}

void GateFont::readDescendant(QPDFObjectHandle descendant) {
    cidTrueType_ = descendant.getKey("/Subtype").isNameAndEquals("/CIDFontType2");
    QPDFObjectHandle map = descendant.getKey("/CIDToGIDMap");
    mapsGlyphs_ = !cidTrueType_ || !embedded_ || map.isStream() || map.isNameAndEquals("/Identity");
    if (map.isStream()) {
        cidToGid_ = unpacked(map);
    }
    QPDFObjectHandle descriptor = descendant.getKey("/FontDescriptor");
    if (!descriptor.isDictionary()) {
        return;
    }
    subset_ = name_.size() > 7 && name_[6] == '+';
    if (descriptor.getKey("/CIDSet").isStream()) {
        cidSet_ = unpacked(descriptor.getKey("/CIDSet"));
    }
    if (cidTrueType_ && descriptor.getKey("/FontFile2").isStream()) {
        programWidths_ = advanceWidths(unpacked(descriptor.getKey("/FontFile2")));
        readWidths(descendant);
    }
}

void GateFont::readWidths(QPDFObjectHandle descendant) {
    QPDFObjectHandle usual = descendant.getKey("/DW");
    defaultWidth_ = usual.isNumber() ? usual.getNumericValue() : defaultWidth_;
    QPDFObjectHandle rows = descendant.getKey("/W");
    for (int index = 0; rows.isArray() && index + 1 < rows.getArrayNItems();) {
        QPDFObjectHandle first = rows.getArrayItem(index);
        QPDFObjectHandle second = rows.getArrayItem(index + 1);
        if (!first.isInteger()) {
            return;
        }
        auto cid = static_cast<std::uint32_t>(std::clamp<long long>(first.getIntValue(), 0, mostCodes));
        if (second.isArray()) {
            for (int place = 0; place < second.getArrayNItems(); ++place) {
                statedWidths_[cid++] = second.getArrayItem(place).getNumericValue();
            }
            index += 2;
        } else if (second.isInteger() && index + 2 < rows.getArrayNItems()) {
            const auto last = static_cast<std::uint32_t>(std::clamp<long long>(second.getIntValue(), 0, mostCodes));
            for (; cid <= last; ++cid) {
                statedWidths_[cid] = rows.getArrayItem(index + 2).getNumericValue();
            }
            index += 3;
        } else {
            return;
        }
    }
}

/// ISO 14289-1 7.21.5: no more than one thousandth apart.
bool GateFont::widthAgrees(std::uint32_t cid) const {
    std::size_t glyph = cid;
    if (!cidToGid_.empty()) {
        const std::size_t at = std::size_t{cid} * 2;
        glyph = at + 1 < cidToGid_.size() ? static_cast<std::size_t>(static_cast<unsigned char>(cidToGid_[at])) << 8U |
                                                static_cast<unsigned char>(cidToGid_[at + 1])
                                          : 0;
    }
    const auto stated = statedWidths_.find(cid);
    const double width = stated == statedWidths_.end() ? defaultWidth_ : stated->second;
    return glyph < programWidths_->size() && std::abs((*programWidths_)[glyph] - width) <= 1;
}

void GateFont::mapTo(std::uint32_t code, const std::string& hex) {
    bool good = hex.size() >= 5;
    for (std::size_t unit = 1; unit + 4 <= hex.size(); unit += 4) {
        const std::uint32_t value = number("<" + hex.substr(unit, 4));
        good = good && value != 0 && value != 0xFEFF && value != 0xFFFE;
    }
    unicode_[code] = good ? Text::Good : Text::Bad;
}

void GateFont::readToUnicode(const std::string& cmap) {
    CMapTokens tokens(cmap);
    for (std::string token = tokens.next(); !token.empty(); token = tokens.next()) {
        if (token == "beginbfchar") {
            for (token = tokens.next(); isHex(token); token = tokens.next()) {
                mapTo(number(token), tokens.next());
            }
        } else if (token == "beginbfrange") {
            for (token = tokens.next(); isHex(token); token = tokens.next()) {
                const std::uint32_t first = number(token);
                const std::uint32_t last = std::min(number(tokens.next()), first + mostCodes);
                const std::string target = tokens.next();
                for (std::uint32_t code = first; target != "[" && code <= last; ++code) {
                    mapTo(code, target);
                }
                std::uint32_t code = first;
                for (std::string item = target == "[" ? tokens.next() : ""; isHex(item); item = tokens.next()) {
                    mapTo(code++, item);
                }
            }
        }
    }
}

std::vector<std::uint32_t> GateFont::codesOf(const std::string& shown) const {
    std::vector<std::uint32_t> codes;
    const std::size_t width = composite_ ? 2 : 1;
    for (std::size_t index = 0; index + width <= shown.size(); index += width) {
        std::uint32_t code = static_cast<unsigned char>(shown[index]);
        if (composite_) {
            code = code << 8U | static_cast<unsigned char>(shown[index + 1]);
        }
        codes.push_back(code);
    }
    return codes;
}

const std::string& GateFont::name() const noexcept {
    return name_;
}

bool GateFont::embedded() const noexcept {
    return embedded_;
}

bool GateFont::readable(const std::string& shown) const {
    if (!mapped_) {
        return !composite_ && !type3_ && selfNamed_;
    }
    const std::vector<std::uint32_t> codes = codesOf(shown);
    return std::ranges::all_of(codes, [&](std::uint32_t code) {
        const auto found = unicode_.find(code);
        return found == unicode_.end() ? selfNamed_ && !composite_ : found->second == Text::Good;
    });
}

bool GateFont::mapsGlyphs() const noexcept {
    return mapsGlyphs_;
}

bool GateFont::widthsAgree(const std::string& shown) const {
    if (!programWidths_ || !identityCodes_) {
        return true;
    }
    const std::vector<std::uint32_t> codes = codesOf(shown);
    return std::ranges::all_of(codes, [&](std::uint32_t code) { return widthAgrees(code); });
}

bool GateFont::hasCidSet() const noexcept {
    return !composite_ || !subset_ || cidSet_.has_value();
}

bool GateFont::cidSetHolds(const std::string& shown) const {
    if (!cidSet_ || !identityCodes_) {
        return true;
    }
    const std::vector<std::uint32_t> codes = codesOf(shown);
    return std::ranges::all_of(codes, [&](std::uint32_t code) {
        return code / 8 < cidSet_->size() &&
               (static_cast<unsigned char>((*cidSet_)[code / 8]) >> (7U - code % 8U) & 1U) != 0;
    });
}

bool GateFont::hasGlyphs(const std::string& shown) const {
    if (!composite_) {
        return true;
    }
    const std::vector<std::uint32_t> codes = codesOf(shown);
    return std::ranges::all_of(codes, [&](std::uint32_t code) {
        if (cidToGid_.empty()) {
            return code != 0;
        }
        const std::size_t at = std::size_t{code} * 2;
        return code != 0 && at + 1 < cidToGid_.size() && (cidToGid_[at] != 0 || cidToGid_[at + 1] != 0);
    });
}

}  // namespace engross
