#pragma once
#include <cstdint>
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

private:
    enum class Text : std::uint8_t { Good, Bad };

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
    std::string cidToGid_;
};

}  // namespace engross
