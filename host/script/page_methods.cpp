#include "script/page_methods.h"

#include "script/page_calls.h"
#include "script/page_options.h"
#include "script/template_data.h"

#include <lauxlib.h>
#include <lua.h>
#include <algorithm>
#include <array>
#include <cmath>

namespace engross {
namespace {

int title(lua_State* lua) {
    const PageOptions options(lua, 3);
    pageOf(lua).heading({.level = 1, .text = inlineAt(lua, 2), .align = options.align()});
    return 0;
}

int heading(lua_State* lua) {
    const PageOptions options(lua, 3);
    const int given = lua_isinteger(lua, 3) != 0 ? static_cast<int>(lua_tointeger(lua, 3)) : options.whole("level");
    PageBuilder& page = pageOf(lua);
    page.heading({.level = given > 0 ? given : page.nextLevel(),
                  .text = inlineAt(lua, 2),
                  .align = options.align(),
                  .numbered = options.flag("numbered"),
                  .id = options.plain("id"),
                  .unlisted = options.flag("unlisted")});
    return 0;
}

int paragraph(lua_State* lua) {
    const PageOptions options(lua, 3);
    Block block{Paragraph{.text = inlineAt(lua, 2),
                          .align = options.align(),
                          .size = options.number("size"),
                          .keepWithNext = options.flag("keep_with_next"),
                          .margin = options.text("margin"),
                          .under = std::clamp(options.whole("under"), 0, 4),
                          .quoted = options.flag("quoted")}};
    block.keepTogether = options.flag("keep_together");
    pageOf(lua).add(std::move(block));
    return 0;
}

int lead(lua_State* lua) {
    Inline text = inlineAt(lua, 2);
    for (Span& span : text) {
        span.strong = true;
    }
    pageOf(lua).add({Paragraph{.text = std::move(text), .keepWithNext = true}});
    return 0;
}

/// numbered(text, options) or numbered(number, text): the layout counts, and begins again where the number is 1.
int numbered(lua_State* lua) {
    const bool counted = lua_isinteger(lua, 2) != 0 && !lua_isnoneornil(lua, 3);
    const PageOptions options(lua, counted ? 4 : 3);
    Block block{NumberedParagraph{.level = std::clamp(options.whole("level"), 0, 3),
                                  .text = inlineAt(lua, counted ? 3 : 2),
                                  .id = options.plain("id"),
                                  .margin = options.text("margin"),
                                  .restart = options.flag("restart") || (counted && lua_tointeger(lua, 2) == 1)}};
    pageOf(lua).add(std::move(block));
    return 0;
}

int list(lua_State* lua) {
    const PageOptions options(lua, 3);
    ListBlock block;
    block.ordered = options.flag("ordered");
    const lua_Integer length = luaL_len(lua, 2);
    for (lua_Integer index = 1; index <= length; ++index) {
        lua_geti(lua, 2, index);
        block.items.push_back({{Paragraph{.text = inlineAt(lua, -1)}}});
        lua_pop(lua, 1);
    }
    pageOf(lua).add({std::move(block)});
    return 0;
}

int table(lua_State* lua) {
    const Datum* rows = datumAt(lua, 2);
    if (rows != nullptr && rows->field().kind == FieldKind::Rows) {
        pageOf(lua).add({tableOf(*rows, pageScopeOf(lua).language)});
        return 0;
    }
    luaL_checktype(lua, 2, LUA_TTABLE);
    pageOf(lua).add({tableAt(lua, 2)});
    return 0;
}

int keyValues(lua_State* lua) {
    luaL_checktype(lua, 2, LUA_TTABLE);
    KeyValues block;
    const lua_Integer length = luaL_len(lua, 2);
    for (lua_Integer index = 1; index <= length; ++index) {
        lua_geti(lua, 2, index);
        luaL_checktype(lua, -1, LUA_TTABLE);
        lua_geti(lua, -1, 1);
        lua_geti(lua, -2, 2);
        Inline label = inlineAt(lua, -2);
        block.rows.emplace_back(std::move(label), inlineAt(lua, -1));
        lua_pop(lua, 3);
    }
    pageOf(lua).add({std::move(block)});
    return 0;
}

int box(lua_State* lua) {
    const PageOptions options(lua, 3);
    const bool tinted = options.plain("look") == "tinted" ||
                        (lua_type(lua, 3) == LUA_TSTRING && std::string_view(lua_tostring(lua, 3)) == "tinted");
    BoxBlock block{.look = tinted ? BoxBlock::Look::Tinted : BoxBlock::Look::Ruled,
                   .content = collected(lua, 2),
                   .whole = options.flag("whole")};
    pageOf(lua).add({std::move(block)});
    return 0;
}

/// What the function adds stays on one page with what follows it, as far as paragraphs go.
int keep(lua_State* lua) {
    Blocks blocks = collected(lua, 2);
    for (Block& block : blocks) {
        block.keepTogether = true;
        if (auto* text = std::get_if<Paragraph>(&block.content)) {
            text->keepWithNext = true;
        }
        pageOf(lua).add(std::move(block));
    }
    return 0;
}

int lines(lua_State* lua) {
    const PageOptions options(lua, 3);
    Lines block{.lines = {}, .align = options.align(), .size = options.number("size")};
    const lua_Integer length = luaL_len(lua, 2);
    for (lua_Integer index = 1; index <= length; ++index) {
        lua_geti(lua, 2, index);
        block.lines.push_back(inlineAt(lua, -1));
        lua_pop(lua, 1);
    }
    Block whole{std::move(block)};
    whole.keepTogether = true;
    pageOf(lua).add(std::move(whole));
    return 0;
}

int address(lua_State* lua) {
    const PageOptions options(lua, 3);
    const Datum* datum = datumAt(lua, 2);
    const Datum* whole = datum == nullptr ? nullptr : datum->member("address");
    const Datum* found = whole != nullptr ? whole : datum;
    const Datum* all = found == nullptr ? nullptr : found->member("lines");
    if (all == nullptr || all->items() == nullptr) {
        throw ScriptFault(pageFault("script.page_wants_address"));
    }
    Lines block{.lines = {}, .align = options.align(), .size = options.number("size")};
    if (const Inline name = options.text("name"); !name.empty()) {
        block.lines.push_back(name);
    }
    for (const Datum& line : *all->items()) {
        block.lines.push_back({{.text = printed(line, pageScopeOf(lua).language)}});
    }
    pageOf(lua).add({std::move(block)});
    return 0;
}

int signature(lua_State* lua) {
    luaL_checktype(lua, 2, LUA_TTABLE);
    const PageOptions options(lua, 2);
    PageBuilder& page = pageOf(lua);
    if (const std::string clause = options.plain("clause"); !clause.empty()) {
        BlockGroup group(page);
        const bool said = page.clause(clause);
        for (Block& block : group.take()) {
            block.keepTogether = true;
            if (auto* text = std::get_if<Paragraph>(&block.content)) {
                text->keepWithNext = true;
            }
            page.add(std::move(block));
        }
        if (!said) {
            throw ScriptFault(pageFault("script.clause_not_declared", {{"name", clause}}), clause);
        }
    }
    SignatureBlock block{.label = options.plain("label"),
                         .lines = {},
                         .dateLine = options.flag("date"),
                         .dateLabel = options.plain("date_label")};
    if (Inline name = options.text("name"); !name.empty()) {
        for (Span& span : name) {
            span.strong = true;
        }
        block.lines.push_back(std::move(name));
    }
    lua_getfield(lua, 2, "lines");
    const lua_Integer length = lua_istable(lua, -1) ? luaL_len(lua, -1) : 0;
    for (lua_Integer index = 1; index <= length; ++index) {
        lua_geti(lua, -1, index);
        block.lines.push_back(inlineAt(lua, -1));
        lua_pop(lua, 1);
    }
    page.add({std::move(block)});
    return 0;
}

int rule(lua_State* lua) {
    pageOf(lua).add({Rule{}});
    return 0;
}

int space(lua_State* lua) {
    pageOf(lua).add({Space{std::clamp(mm(luaL_checknumber(lua, 2)), 0.0, mm(250))}});
    return 0;
}

int pageBreak(lua_State* lua) {
    pageOf(lua).add({PageBreak{}});
    return 0;
}

int schedule(lua_State* lua) {
    PageBuilder& page = pageOf(lua);
    page.add({PageBreak{}});
    page.heading({.level = 2, .text = inlineAt(lua, 2)});
    return 0;
}

int clause(lua_State* lua) {
    const std::string name = luaL_checkstring(lua, 2);
    if (!pageOf(lua).clause(name)) {
        throw ScriptFault(pageFault("script.clause_not_declared", {{"name", name}}), name);
    }
    return 0;
}

int markdown(lua_State* lua) {
    const PageOptions options(lua, 3);
    const auto* part = static_cast<const std::size_t*>(luaL_testudata(lua, 2, "engross.markdown"));
    if (part == nullptr) {
        throw ScriptFault(pageFault("script.wants_markdown"));
    }
    pageOf(lua).markdown(*part, options.flag("numbered"));
    return 0;
}

int body(lua_State* lua) {
    const PageOptions options(lua, 2);
    const auto& part = pageScopeOf(lua).type->body;
    if (!part) {
        throw ScriptFault(pageFault("script.no_body"));
    }
    pageOf(lua).markdown(*part, options.flag("numbered"));
    return 0;
}

std::string pathArgument(lua_State* lua) {
    const std::string path = luaL_checkstring(lua, 2);
    const std::string root = path.substr(0, path.find('.'));
    if (pageScopeOf(lua).values->find(root) == nullptr) {
        throw ScriptFault(pageFault("script.no_field", {{"name", root}}), root);
    }
    return path;
}

/// page:value("hazards.start_on"): the value of a field path, as a type's declaration names it; nil where it is empty.
int value(lua_State* lua) {
    const Found found = valueAt(*pageScopeOf(lua).values, pathArgument(lua));
    if (found.made != nullptr && !found.datum->empty()) {
        std::string text = printed(*found.datum, pageScopeOf(lua).language);
        lua_pushlstring(lua, text.data(), text.size());
    } else {
        pushDatum(lua, *found.datum);
    }
    return 1;
}

/// page:rule("appeal_ends"): the rule that gave a derived value, in words; nil for what is not derived.
int ruleOf(lua_State* lua) {
    const std::string path = pathArgument(lua);
    const auto& derived = pageScopeOf(lua).values->derived;
    const auto found =
        std::ranges::find_if(derived, [&](const DerivedValue& one) { return one.datum.field().name == path; });
    if (found == derived.end() || found->rule.empty()) {
        lua_pushnil(lua);
    } else {
        lua_pushlstring(lua, found->rule.data(), found->rule.size());
    }
    return 1;
}

constexpr std::array textMethods{PageMethod{"title", guarded<title>},
                                 PageMethod{"heading", guarded<heading>},
                                 PageMethod{"paragraph", guarded<paragraph>},
                                 PageMethod{"lead", guarded<lead>},
                                 PageMethod{"numbered", guarded<numbered>},
                                 PageMethod{"list", guarded<list>},
                                 PageMethod{"table", guarded<table>},
                                 PageMethod{"key_values", guarded<keyValues>},
                                 PageMethod{"box", guarded<box>},
                                 PageMethod{"keep", guarded<keep>},
                                 PageMethod{"lines", guarded<lines>},
                                 PageMethod{"address", guarded<address>},
                                 PageMethod{"signature", guarded<signature>},
                                 PageMethod{"horizontal_rule", guarded<rule>},
                                 PageMethod{"space", guarded<space>},
                                 PageMethod{"page_break", guarded<pageBreak>},
                                 PageMethod{"schedule", guarded<schedule>},
                                 PageMethod{"clause", guarded<clause>},
                                 PageMethod{"markdown", guarded<markdown>},
                                 PageMethod{"body", guarded<body>},
                                 PageMethod{"value", guarded<value>},
                                 PageMethod{"rule", guarded<ruleOf>}};

}  // namespace

std::vector<std::string> pageMethodNames() {
    const std::array<std::span<const PageMethod>, 3> all{textMethods, insertMethods(), furnitureMethods()};
    std::vector<std::string> names;
    for (const auto& methods : all) {
        std::ranges::transform(methods, std::back_inserter(names),
                               [](const PageMethod& method) { return std::string(method.name); });
    }
    return names;
}

int pageMethod(lua_State* lua) {
    const std::string_view name = luaL_checkstring(lua, 2);
    const std::array<std::span<const PageMethod>, 3> all{textMethods, insertMethods(), furnitureMethods()};
    std::vector<std::string> known;
    for (const auto& methods : all) {
        const auto found = std::ranges::find(methods, name, &PageMethod::name);
        if (found != methods.end()) {
            lua_pushcfunction(lua, found->call);
            lua_pushvalue(lua, 2);
            lua_pushvalue(lua, -2);
            lua_rawset(lua, 1);
            return 1;
        }
        std::ranges::transform(methods, std::back_inserter(known),
                               [](const PageMethod& method) { return std::string(method.name); });
    }
    const std::string near = nearest(name, known);
    throw ScriptFault(pageFault("script.no_method", {{"name", name}}), std::string(name),
                      near.empty() ? std::string() : pageFault("script.did_you_mean", {{"name", near}}));
}

}  // namespace engross
