#pragma once
#include "pdf/gate_object.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// What can be wrong with a character that is shown: a bit each.
enum FontFault : std::uint8_t {
    FontFaultText = 1,   // gives no text, or none that may be shown
    FontFaultGlyph = 2,  // has no glyph
    FontFaultWidth = 4,  // the width beside the font program is not the one inside it, for a CIDFontType2
    FontFaultSet = 8     // the font's CIDSet does not hold it
};

/// What the gate needs to know of a font that is shown (ISO 32000-1 9).
class GateFont {
public:
    explicit GateFont(const GateObject& font);

    [[nodiscard]] const std::string& name() const noexcept;
    [[nodiscard]] bool embedded() const noexcept;
    /// Whether it says which glyph a character has, where it must (embedded CIDFontType2).
    [[nodiscard]] bool mapsGlyphs() const noexcept;
    /// Whether a subset has a CIDSet; true for what needs none.
    [[nodiscard]] bool hasCidSet() const noexcept;
    /// All that is wrong with the codes of a shown string: FontFault bits.
    [[nodiscard]] std::uint8_t faultsIn(std::string_view shown);

private:
    void readDescendant(const GateObject& descendant);
    void readWidths(const GateObject& descendant);
    void setWidth(std::size_t cid, double width);
    [[nodiscard]] std::uint8_t faultsOf(std::uint32_t code) const;
    [[nodiscard]] bool readable(std::uint32_t code) const;
    [[nodiscard]] std::optional<std::size_t> glyphOf(std::uint32_t cid) const;
    [[nodiscard]] bool widthAgrees(std::uint32_t cid) const;
    [[nodiscard]] bool cidSetHolds(std::uint32_t cid) const;

    std::string name_;
    bool embedded_ = false;
    bool composite_ = false;
    bool selfNamed_ = false;  // an encoding whose names give the text
    bool type3_ = false;
    bool identityCodes_ = false;  // codes are CIDs
    bool mapsGlyphs_ = true;
    bool subset_ = false;
    std::shared_ptr<const std::vector<std::uint8_t>> unicode_;  // by code; none without a ToUnicode map
    std::shared_ptr<const std::string> cidToGid_;
    std::shared_ptr<const std::string> cidSet_;
    std::shared_ptr<const std::optional<std::vector<double>>> programWidths_;  // by glyph
    std::vector<double> statedWidths_;                                         // by CID; not a number where none is
    double defaultWidth_ = 1000;
    std::vector<std::uint8_t> judged_;  // by code
};

}  // namespace engross
