#pragma once
#include "layout/block.h"

#include <string>

struct lua_State;

namespace engross {

/// The table of options of a page method; everything in it may be left out. Lives within one call of a binding.
class PageOptions {
public:
    PageOptions(lua_State* lua, int index);

    [[nodiscard]] bool flag(const char* name) const;
    /// Nought where it is left out. Throws ScriptFault where it is no number.
    [[nodiscard]] double number(const char* name) const;
    [[nodiscard]] int whole(const char* name) const;
    [[nodiscard]] std::string plain(const char* name) const;
    [[nodiscard]] Inline text(const char* name) const;
    [[nodiscard]] Align align() const;

private:
    lua_State* lua_;
    int index_;
    bool given_;
};

/// `{ columns = { "…" or { heading, align, weight } }, rows = { { … } }, caption, bands, totals, links, row_header,
/// size, split }`; a cell is a text or `{ text, columns, rows }`.
[[nodiscard]] TableBlock tableAt(lua_State* lua, int index);
/// `{ size, leading, title_size, paragraph_space, number_indent, first = { top, bottom, left, right }, later,
/// numbering, justified, fold_marks, copy_mark, … }`; lengths of the page in millimetres, type in points.
void styleAt(lua_State* lua, int index, PageStyle& style);

}  // namespace engross
