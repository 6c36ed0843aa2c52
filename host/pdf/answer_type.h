#pragma once
#include "type/typesetter.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

class QPDF;
class QPDFObjectHandle;

namespace engross {

/// How an answer's letters look: as near to what its field asks for as our own faces come.
struct AnswerFace {
    bool serif = false;
    TypeStyle style;
    bool operator==(const AnswerFace&) const = default;
};

/// Sets the answers of a file's form in faces that are embedded, so that every reader shows the same letters. Each face
/// is embedded once a file, with the glyphs that were used of it.
class AnswerType {
public:
    /// The file must outlive it.
    explicit AnswerType(QPDF& pdf) : pdf_(pdf) {}

    /// Text operators that show a line from where the text position stands, and leave the font set.
    [[nodiscard]] std::string show(std::string_view line, const AnswerFace& face, double size);
    [[nodiscard]] double width(std::string_view line, const AnswerFace& face);  // in ems
    /// Throws FontError where the standard family is missing.
    [[nodiscard]] const Typesetter& typesetter(const AnswerFace& face);
    /// The /Font dictionary for every look that shows lines; filled by embed().
    [[nodiscard]] QPDFObjectHandle fonts();
    /// Embeds what was used, once after the last line.
    void embed();

private:
    struct UsedFace {
        std::shared_ptr<const Face> face;
        std::string name;
        int object = 0;
        std::vector<SubsetGlyph> glyphs{SubsetGlyph{}};
        std::map<SubsetGlyph, std::size_t> known;
    };

    UsedFace& used(const std::shared_ptr<const Face>& face);
    std::string showRun(const ShapedRun& run, double size);
    void embed(const UsedFace& used);

    QPDF& pdf_;
    std::shared_ptr<const Typesetter> sans_;
    std::shared_ptr<const Typesetter> serif_;
    std::vector<UsedFace> faces_;
    int fonts_ = 0;  // object number
};

}  // namespace engross
