#pragma once
#include <cstdint>
#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <unordered_map>
#include <vector>

namespace engross {

/// What the gate needs to know of a font that is shown (ISO 32000-1 9).
class GateFont {
public:
    explicit GateFont(QPDFObjectHandle font);

    [[nodiscard]] const std::string& name() const noexcept;
    [[nodiscard]] bool embedded() const noexcept;
    /// Whether every code of a shown string gives text, and text that may be shown.
    [[nodiscard]] bool readable(const std::string& shown) const;
    /// Whether every code of a shown string has a glyph.
    [[nodiscard]] bool hasGlyphs(const std::string& shown) const;
    /// Whether it says which glyph a character has, where it must (embedded CIDFontType2).
    [[nodiscard]] bool mapsGlyphs() const noexcept;
    /// Whether the widths that stand beside the font program are those inside it, for a CIDFontType2.
    [[nodiscard]] bool widthsAgree(const std::string& shown) const;
    /// Whether a subset has a CIDSet; true for what needs none.
    [[nodiscard]] bool hasCidSet() const noexcept;
    /// Whether its CIDSet, where there is one, holds every code of a shown string.
    [[nodiscard]] bool cidSetHolds(const std::string& shown) const;

private:
    enum class Text : std::uint8_t { Good, Bad };

    void readDescendant(QPDFObjectHandle descendant);
    void readWidths(QPDFObjectHandle descendant);
    [[nodiscard]] bool widthAgrees(std::uint32_t cid) const;
    void readToUnicode(const std::string& cmap);
    void mapTo(std::uint32_t code, const std::string& hex);
    [[nodiscard]] std::vector<std::uint32_t> codesOf(const std::string& shown) const;

    std::string name_;
    bool embedded_ = false;
    bool composite_ = false;
    bool mapped_ = false;     // has a ToUnicode map
    bool selfNamed_ = false;  // an encoding whose names give the text
    bool type3_ = false;
    std::unordered_map<std::uint32_t, Text> unicode_;
    bool identityCodes_ = false;  // codes are CIDs
    bool mapsGlyphs_ = true;
    bool subset_ = false;
    bool cidTrueType_ = false;
    std::string cidToGid_;
    std::optional<std::string> cidSet_;
    std::optional<std::vector<double>> programWidths_;  // by glyph
    std::unordered_map<std::uint32_t, double> statedWidths_;
    double defaultWidth_ = 1000;
};

}  // namespace engross
