#pragma once
#include "layout/block.h"
#include "letter/nodes.h"

#include <string>

namespace engross {

/// The text of one paragraph being put together.
class ParagraphText {
public:
    /// Words of the template. A space that stands already is not doubled: what stood between was empty.
    void addTemplateText(const std::string& text, const Look& look, const std::string& link);
    /// Words of a field, as they are.
    void add(const std::string& text, const Look& look, const std::string& link);
    /// A box to tick, a line to write on, a note or a reference.
    void addMark(Span mark, const Look& look, const std::string& link);

    void name(const std::string& id);
    /// The name given to the paragraph, which it has until the next one is taken.
    [[nodiscard]] std::string takeName();

    /// Spaces at the ends go, spaces that must not break become fixed.
    [[nodiscard]] Inline take();

private:
    [[nodiscard]] bool endsWithSpace() const;

    Inline spans_;
    std::string id_;
};

}  // namespace engross
