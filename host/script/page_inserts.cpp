#include "script/page_calls.h"
#include "script/page_options.h"
#include "words/text.h"

#include <lauxlib.h>
#include <lua.h>
#include <algorithm>
#include <array>
#include <utility>

namespace engross {
namespace {

/// The mark of an exhibit, of a picture of the case, or of `{ mark = "AB/1" }`.
std::string markAt(lua_State* lua, int index, const Datum* datum) {
    if (datum != nullptr) {
        const Datum* part = datum->member("mark");
        part = part == nullptr ? datum->member("exhibit") : part;
        const std::string* mark = part == nullptr ? nullptr : part->get<std::string>();
        return mark == nullptr ? std::string() : *mark;
    }
    return PageOptions(lua, index).plain("mark");
}

std::vector<std::pair<Inline, Inline>> pairsAt(lua_State* lua, int index, const char* name) {
    std::vector<std::pair<Inline, Inline>> pairs;
    lua_getfield(lua, index, name);
    const lua_Integer length = lua_istable(lua, -1) ? luaL_len(lua, -1) : 0;
    for (lua_Integer row = 1; row <= length; ++row) {
        lua_geti(lua, -1, row);
        luaL_checktype(lua, -1, LUA_TTABLE);
        lua_geti(lua, -1, 1);
        lua_geti(lua, -2, 2);
        Inline label = inlineAt(lua, -2);
        pairs.emplace_back(std::move(label), inlineAt(lua, -1));
        lua_pop(lua, 3);
    }
    lua_pop(lua, 1);
    return pairs;
}

/// page:figure(picture, { alternative, caption, height, facts, hash, per_page }): a picture of the case, or an exhibit.
int figure(lua_State* lua) {
    luaL_checkany(lua, 2);
    const Datum* datum = datumAt(lua, 2);
    const std::string mark = markAt(lua, 2, datum);
    if (mark.empty()) {
        throw ScriptFault(pageFault("script.figure_wants_exhibit"));
    }
    const PageOptions options(lua, 3);
    Figure block;
    block.alternative = options.plain("alternative");
    block.caption = options.text("caption");
    if (datum != nullptr && datum->field().kind == FieldKind::Image) {
        const Language language = pageScopeOf(lua).language;
        const auto printedMember = [&](const char* name) {
            const Datum* part = datum->member(name);
            return part == nullptr ? std::string() : printed(*part, language);
        };
        if (block.alternative.empty()) {
            block.alternative = printedMember("alternative");
        }
        if (block.caption.empty() && !printedMember("caption").empty()) {
            block.caption = {{.text = withFixedSpaces(printedMember("caption"))}};
        }
    }
    if (block.alternative.empty()) {
        throw ScriptFault(pageFault("script.figure_wants_alternative"), "figure");
    }
    block.maxHeight = mm(options.number("height"));
    block.perPage = std::clamp(options.whole("per_page"), 0, 4);
    if (lua_istable(lua, 3)) {
        block.facts = pairsAt(lua, 3, "facts");
    }
    pageOf(lua).picture(mark, std::move(block), options.text("hash"));
    return 0;
}

/// page:tick_list { { text, ticked = true, lines = 2 }, … }: boxes to tick; a text alone is a box that is not ticked.
int tickList(lua_State* lua) {
    luaL_checktype(lua, 2, LUA_TTABLE);
    const Messages& words = Messages::in(pageScopeOf(lua).language);
    TickList block;
    block.ticked = words.text("script.ticked");
    block.empty = words.text("script.not_ticked");
    const lua_Integer length = luaL_len(lua, 2);
    for (lua_Integer index = 1; index <= length; ++index) {
        lua_geti(lua, 2, index);
        TickList::Item item;
        const PageOptions options(lua, -1);
        item.ticked = options.flag("ticked");
        item.lines = std::clamp(options.whole("lines"), 0, 20);
        item.text = options.text("text");
        if (item.text.empty()) {
            item.text = inlineAt(lua, -1);
        }
        block.items.push_back(std::move(item));
        lua_pop(lua, 1);
    }
    pageOf(lua).add({std::move(block)});
    return 0;
}

/// page:fill_in(label, { lines }): a label and a line to write on.
int fillIn(lua_State* lua) {
    const PageOptions options(lua, 3);
    const int lines = options.number("lines") > 0 ? options.whole("lines") : 1;
    pageOf(lua).add({FillIn{.label = inlineAt(lua, 2), .lines = std::clamp(lines, 1, 40)}});
    return 0;
}

/// page:contents { depth } or page:contents { rows = { { title, page, target, level }, … } }.
int contents(lua_State* lua) {
    const PageOptions options(lua, 2);
    Contents block;
    if (options.number("depth") > 0) {
        block.depth = std::clamp(options.whole("depth"), 1, 4);
    }
    if (lua_istable(lua, 2)) {
        lua_getfield(lua, 2, "rows");
        const lua_Integer length = lua_istable(lua, -1) ? luaL_len(lua, -1) : 0;
        for (lua_Integer index = 1; index <= length; ++index) {
            lua_geti(lua, -1, index);
            luaL_checktype(lua, -1, LUA_TTABLE);
            const PageOptions row(lua, -1);
            block.rows.push_back({.title = row.text("title"),
                                  .page = row.plain("page"),
                                  .target = row.plain("target"),
                                  .level = std::clamp(row.whole("level"), 1, 4)});
            lua_pop(lua, 1);
        }
        lua_pop(lua, 1);
    }
    pageOf(lua).add({std::move(block)});
    return 0;
}

Blocks collectedSide(lua_State* lua, int index, const char* name, Language language) {
    const Language before = speak(lua, language);
    lua_getfield(lua, index, name);
    Blocks blocks = lua_isnil(lua, -1) ? Blocks{} : collected(lua, lua_gettop(lua));
    lua_pop(lua, 1);
    static_cast<void>(speak(lua, before));
    return blocks;
}

/// page:side_by_side { { left = …, right = … }, … }: English on the left and Welsh on the right; functions or texts.
int sideBySide(lua_State* lua) {
    luaL_checktype(lua, 2, LUA_TTABLE);
    SideBySide block;
    const lua_Integer length = luaL_len(lua, 2);
    for (lua_Integer index = 1; index <= length; ++index) {
        lua_geti(lua, 2, index);
        luaL_checktype(lua, -1, LUA_TTABLE);
        const int row = lua_gettop(lua);
        Blocks left = collectedSide(lua, row, "left", Language::English);
        block.pairs.push_back({.left = std::move(left), .right = collectedSide(lua, row, "right", Language::Welsh)});
        lua_pop(lua, 1);
    }
    pageOf(lua).add({std::move(block)});
    return 0;
}

Blocks spokenBlocks(lua_State* lua, Language language) {
    const Language before = speak(lua, language);
    Blocks blocks = collected(lua, 2);
    static_cast<void>(speak(lua, before));
    return blocks;
}

/// page:both_languages(function): what it draws stands twice, English beside Welsh, block by block.
int bothLanguages(lua_State* lua) {
    luaL_checktype(lua, 2, LUA_TFUNCTION);
    const int level = pageOf(lua).lastLevel();
    Blocks left = spokenBlocks(lua, Language::English);
    pageOf(lua).setLastLevel(level);  // the other column has the same headings again
    Blocks right = spokenBlocks(lua, Language::Welsh);
    SideBySide block;
    if (left.size() == right.size()) {
        for (std::size_t index = 0; index < left.size(); ++index) {
            block.pairs.push_back({.left = {std::move(left.at(index))}, .right = {std::move(right.at(index))}});
        }
    } else {
        // The texts do not answer each other paragraph by paragraph: each column runs on its own.
        block.pairs.push_back({.left = std::move(left), .right = std::move(right)});
    }
    pageOf(lua).add({std::move(block)});
    return 0;
}

/// page:in_language("cy", function): what it draws is in that language, whatever the document's.
int inLanguage(lua_State* lua) {
    const std::string tag = luaL_checkstring(lua, 2);
    const auto language = languageFrom(tag);
    if (!language) {
        throw ScriptFault(pageFault("script.house_no_language", {{"language", tag}}), tag);
    }
    luaL_checktype(lua, 3, LUA_TFUNCTION);
    PageBuilder& page = pageOf(lua);
    const Language before = speak(lua, *language);
    Blocks blocks = collected(lua, 3);
    static_cast<void>(speak(lua, before));
    const bool other = *language != before;
    for (Block& block : blocks) {
        if (other) {
            block.language = tagOf(*language);
        }
        page.add(std::move(block));
    }
    return 0;
}

constexpr std::array methods{
    PageMethod{"figure", guarded<figure>},           PageMethod{"tick_list", guarded<tickList>},
    PageMethod{"fill_in", guarded<fillIn>},          PageMethod{"contents", guarded<contents>},
    PageMethod{"side_by_side", guarded<sideBySide>}, PageMethod{"both_languages", guarded<bothLanguages>},
    PageMethod{"in_language", guarded<inLanguage>}};

}  // namespace

std::span<const PageMethod> insertMethods() {
    return methods;
}

}  // namespace engross
