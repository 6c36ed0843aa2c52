#include "script/page_options.h"

#include "script/page_binding.h"

#include <lauxlib.h>
#include <lua.h>
#include <algorithm>
#include <cmath>

namespace engross {
namespace {

std::string say(std::string_view key, Messages::Values values = {}) {
    return Messages::in(Language::English).text(key, values);
}

Align alignFrom(const std::string& name) {
    if (name == "centre") {
        return Align::Centre;
    }
    if (name == "right") {
        return Align::Right;
    }
    if (name == "justified") {
        return Align::Justified;
    }
    if (name == "decimal") {
        return Align::Decimal;
    }
    if (!name.empty() && name != "left") {
        throw ScriptFault(say("script.align"), name);
    }
    return Align::Left;
}

NumberingScheme numberingFrom(const std::string& name) {
    if (name == "clauses") {
        return NumberingScheme::Clauses;
    }
    if (name == "decimal") {
        return NumberingScheme::Decimal;
    }
    if (name != "paragraphs") {
        throw ScriptFault(say("script.numbering"), name);
    }
    return NumberingScheme::Paragraphs;
}

TableColumn columnAt(lua_State* lua, int index) {
    TableColumn column;
    lua_getfield(lua, index, "heading");
    const bool described = lua_istable(lua, index) && !lua_isnil(lua, -1);
    lua_pop(lua, 1);
    if (!described) {
        column.heading = inlineAt(lua, index);
        return column;
    }
    const PageOptions options(lua, index);
    column.heading = options.text("heading");
    column.align = options.align();
    column.weight = options.number("weight");
    return column;
}

/// A text, or `{ text = …, columns = 2, rows = 2 }`.
TableCell cellAt(lua_State* lua, int index) {
    const int at = lua_absindex(lua, index);
    bool described = false;
    if (lua_istable(lua, at)) {
        described = lua_getfield(lua, at, "text") != LUA_TNIL;
        lua_pop(lua, 1);
    }
    if (!described) {
        return inlineAt(lua, at);
    }
    const PageOptions options(lua, at);
    const auto span = [&](const char* name) { return std::clamp(options.whole(name), 1, 100); };
    return {options.text("text"), span("columns"), span("rows")};
}

void rowsAt(lua_State* lua, int index, TableBlock& table) {
    lua_getfield(lua, index, "rows");
    const lua_Integer length = lua_istable(lua, -1) ? luaL_len(lua, -1) : 0;
    for (lua_Integer row = 1; row <= length; ++row) {
        lua_geti(lua, -1, row);
        luaL_checktype(lua, -1, LUA_TTABLE);
        TableCells cells;
        const auto count = std::min<lua_Integer>(luaL_len(lua, -1), static_cast<lua_Integer>(table.columns.size()));
        for (lua_Integer cell = 1; cell <= count; ++cell) {
            lua_geti(lua, -1, cell);
            cells.push_back(cellAt(lua, -1));
            lua_pop(lua, 1);
        }
        table.rows.push_back(std::move(cells));
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
}

/// Rows named by their numbers, from 1.
std::vector<std::size_t> rowNumbersAt(lua_State* lua, int index, const char* name, std::size_t rows) {
    std::vector<std::size_t> numbers;
    lua_getfield(lua, index, name);
    for (lua_Integer item = 1; lua_istable(lua, -1) && item <= luaL_len(lua, -1); ++item) {
        lua_geti(lua, -1, item);
        const lua_Integer row = luaL_checkinteger(lua, -1);
        if (row < 1 || static_cast<std::size_t>(row) > rows) {
            throw ScriptFault(say("script.no_such_row"), name);
        }
        numbers.push_back(static_cast<std::size_t>(row) - 1);
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
    return numbers;
}

void marginsAt(lua_State* lua, int index, const char* name, Margins& margins) {
    lua_getfield(lua, index, name);
    if (lua_istable(lua, -1)) {
        const PageOptions options(lua, lua_gettop(lua));
        margins = {mm(options.number("top")), mm(options.number("bottom")), mm(options.number("left")),
                   mm(options.number("right"))};
    }
    lua_pop(lua, 1);
}

}  // namespace

PageOptions::PageOptions(lua_State* lua, int index)
    : lua_(lua), index_(lua_absindex(lua, index)), given_(lua_istable(lua, index)) {}

bool PageOptions::flag(const char* name) const {
    if (!given_) {
        return false;
    }
    lua_getfield(lua_, index_, name);
    const bool value = lua_toboolean(lua_, -1) != 0;
    lua_pop(lua_, 1);
    return value;
}

double PageOptions::number(const char* name) const {
    if (!given_) {
        return 0;
    }
    const int type = lua_getfield(lua_, index_, name);
    const double value = lua_tonumber(lua_, -1);
    lua_pop(lua_, 1);
    if ((type != LUA_TNIL && type != LUA_TNUMBER) || !std::isfinite(value) || std::abs(value) > 100'000) {
        throw ScriptFault(say("script.option_number", {{"name", name}}), name);
    }
    return value;
}

int PageOptions::whole(const char* name) const {
    return static_cast<int>(number(name));
}

std::string PageOptions::plain(const char* name) const {
    std::string text;
    if (given_) {
        lua_getfield(lua_, index_, name);
        if (!lua_isnil(lua_, -1) && !textAt(lua_, -1, text)) {
            throw ScriptFault(say("script.option_text", {{"name", name}}), name);
        }
        lua_pop(lua_, 1);
    }
    return text;
}

Inline PageOptions::text(const char* name) const {
    Inline text;
    if (given_) {
        lua_getfield(lua_, index_, name);
        if (!lua_isnil(lua_, -1)) {
            text = inlineAt(lua_, -1);
        }
        lua_pop(lua_, 1);
    }
    return text;
}

Align PageOptions::align() const {
    return alignFrom(plain("align"));
}

TableBlock tableAt(lua_State* lua, int index) {
    const int at = lua_absindex(lua, index);
    const PageOptions options(lua, at);
    TableBlock table{.caption = options.text("caption")};
    table.rowHeader = options.flag("row_header");
    table.size = options.number("size");
    lua_getfield(lua, at, "columns");
    luaL_checktype(lua, -1, LUA_TTABLE);
    for (lua_Integer column = 1; column <= luaL_len(lua, -1); ++column) {
        lua_geti(lua, -1, column);
        table.columns.push_back(columnAt(lua, lua_gettop(lua)));
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
    rowsAt(lua, at, table);
    table.bandRows = rowNumbersAt(lua, at, "bands", table.rows.size());
    table.totalRows = rowNumbersAt(lua, at, "totals", table.rows.size());
    table.split = options.flag("split") ? TableBlock::Rows::Split : TableBlock::Rows::Keep;
    lua_getfield(lua, at, "links");
    for (lua_Integer link = 1; lua_istable(lua, -1) && link <= luaL_len(lua, -1); ++link) {
        lua_geti(lua, -1, link);
        table.rowLinks.emplace_back(lua_isstring(lua, -1) != 0 ? lua_tostring(lua, -1) : "");
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
    if (!table.rowLinks.empty() && table.rowLinks.size() != table.rows.size()) {
        throw ScriptFault(say("script.one_link_a_row"), "links");
    }
    return table;
}

void styleAt(lua_State* lua, int index, PageStyle& style) {
    const PageOptions options(lua, index);
    const auto take = [&](const char* name, Points& length, bool millimetres) {
        if (const double value = options.number(name); value > 0) {
            length = millimetres ? mm(value) : value;
        }
    };
    take("size", style.bodySize, false);
    take("leading", style.leading, false);
    take("title_size", style.titleSize, false);
    take("paragraph_space", style.paragraphSpace, false);
    take("number_indent", style.numberIndent, true);
    marginsAt(lua, lua_absindex(lua, index), "first", style.first);
    marginsAt(lua, lua_absindex(lua, index), "later", style.later);
    if (options.flag("no_footer_on_first")) {
        style.footerOnFirst = false;
    }
    if (const std::string accent = options.plain("accent"); !accent.empty()) {
        style.accent = accent;
    }
    style.justified = style.justified || options.flag("justified");
    if (const std::string numbering = options.plain("numbering"); !numbering.empty()) {
        style.numbering = numberingFrom(numbering);
    }
    if (const std::string mark = options.plain("copy_mark"); !mark.empty()) {
        style.copyMark = mark;
    }
    lua_getfield(lua, lua_absindex(lua, index), "fold_marks");
    for (lua_Integer fold = 1; lua_istable(lua, -1) && fold <= luaL_len(lua, -1); ++fold) {
        lua_geti(lua, -1, fold);
        style.foldMarks.push_back(mm(luaL_checknumber(lua, -1)));
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
    if (const std::string continued = options.plain("continued"); !continued.empty()) {
        style.continued = continued;
    }
}

}  // namespace engross
