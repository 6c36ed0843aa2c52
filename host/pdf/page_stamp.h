#pragma once
#include "pdf/label_stamp.h"
#include "pdf/page_geometry.h"
#include "type/typesetter.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

class QPDF;
class QPDFObjectHandle;

namespace engross {

/// Draws page numbers in one bold font that all pages share.
class PageStamp {
public:
    PageStamp(const Typesetter& typesetter, const std::vector<std::string>& labels);

    /// The font with just the glyphs of the labels, embedded in `pdf`.
    [[nodiscard]] QPDFObjectHandle font(QPDF& pdf) const;
    /// The content that draws a label, marked as an artifact (ISO 32000-1 14.8.2.2); the font goes by `fontName`.
    [[nodiscard]] std::string draw(const PageGeometry& page, const std::string& label,
                                   const std::string& fontName) const;

private:
    [[nodiscard]] double widthOf(const std::string& label) const;
    [[nodiscard]] std::string codesOf(const std::string& label) const;

    std::shared_ptr<const Face> face_;
    std::vector<SubsetGlyph> glyphs_;
    std::map<std::string, std::size_t> codes_;  // a character, its CID
};

}  // namespace engross
