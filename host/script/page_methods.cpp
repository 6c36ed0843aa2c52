#include "script/page_methods.h"

#include "script/page_binding.h"
#include "script/page_options.h"
#include "script/template_data.h"

#include <lauxlib.h>
#include <lua.h>
#include <algorithm>
#include <array>
#include <cmath>

namespace engross {
namespace {

std::string say(std::string_view key, Messages::Values values = {}) {
    return Messages::in(Language::English).text(key, values);
}

PageBuilder& builder(lua_State* lua) {
    Sandbox::charge(lua, 20);
    return *pageScopeOf(lua).builder;
}

int title(lua_State* lua) {
    const PageOptions options(lua, 3);
    builder(lua).heading(1, inlineAt(lua, 2), options.align());
    return 0;
}

int heading(lua_State* lua) {
    const PageOptions options(lua, 3);
    const int given = lua_isinteger(lua, 3) != 0 ? static_cast<int>(lua_tointeger(lua, 3)) : options.whole("level");
    PageBuilder& page = builder(lua);
    page.heading(given > 0 ? given : page.nextLevel(), inlineAt(lua, 2), options.align());
    return 0;
}

int paragraph(lua_State* lua) {
    const PageOptions options(lua, 3);
    Block block{Paragraph{.text = inlineAt(lua, 2),
                          .align = options.align(),
                          .size = options.number("size"),
                          .keepWithNext = options.flag("keep_with_next"),
                          .margin = options.text("margin")}};
    block.keepTogether = options.flag("keep_together");
    builder(lua).add(std::move(block));
    return 0;
}

int lead(lua_State* lua) {
    Inline text = inlineAt(lua, 2);
    for (Span& span : text) {
        span.strong = true;
    }
    builder(lua).add({Paragraph{.text = std::move(text), .keepWithNext = true}});
    return 0;
}

/// numbered(text, options) or numbered(number, text): the layout counts, and begins again where the number is 1.
int numbered(lua_State* lua) {
    const bool counted = lua_isinteger(lua, 2) != 0 && !lua_isnoneornil(lua, 3);
    const PageOptions options(lua, counted ? 4 : 3);
    Block block{NumberedParagraph{.level = std::clamp(options.whole("level"), 0, 2),
                                  .text = inlineAt(lua, counted ? 3 : 2),
                                  .id = options.plain("id"),
                                  .margin = options.text("margin"),
                                  .restart = options.flag("restart") || (counted && lua_tointeger(lua, 2) == 1)}};
    builder(lua).add(std::move(block));
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
    builder(lua).add({std::move(block)});
    return 0;
}

int table(lua_State* lua) {
    const Datum* rows = datumAt(lua, 2);
    if (rows != nullptr && rows->field().kind == FieldKind::Rows) {
        builder(lua).add({tableOf(*rows, pageScopeOf(lua).language)});
        return 0;
    }
    luaL_checktype(lua, 2, LUA_TTABLE);
    builder(lua).add({tableAt(lua, 2)});
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
    builder(lua).add({std::move(block)});
    return 0;
}

/// A group that closes itself where the script raises inside it.
class Group {
public:
    explicit Group(PageBuilder& page) : page_(page) {
        page_.openGroup();
    }
    ~Group() {
        if (open_) {
            static_cast<void>(page_.closeGroup());
        }
    }
    Group(const Group&) = delete;
    Group& operator=(const Group&) = delete;
    [[nodiscard]] Blocks take() {
        open_ = false;
        return page_.closeGroup();
    }

private:
    PageBuilder& page_;
    bool open_ = true;
};

/// Runs the function at `index` with the page; what it adds comes back.
Blocks collected(lua_State* lua, int index) {
    Group group(builder(lua));
    if (lua_isfunction(lua, index)) {
        lua_pushvalue(lua, index);
        lua_pushvalue(lua, 1);
        lua_call(lua, 1, 0);
    } else {
        builder(lua).add({Paragraph{.text = inlineAt(lua, index)}});
    }
    return group.take();
}

int box(lua_State* lua) {
    const PageOptions options(lua, 3);
    const bool tinted = options.plain("look") == "tinted" ||
                        (lua_type(lua, 3) == LUA_TSTRING && std::string_view(lua_tostring(lua, 3)) == "tinted");
    BoxBlock block{.look = tinted ? BoxBlock::Look::Tinted : BoxBlock::Look::Ruled, .content = collected(lua, 2)};
    builder(lua).add({std::move(block)});
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
        builder(lua).add(std::move(block));
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
    builder(lua).add(std::move(whole));
    return 0;
}

int address(lua_State* lua) {
    const PageOptions options(lua, 3);
    const Datum* datum = datumAt(lua, 2);
    const Datum* whole = datum == nullptr ? nullptr : datum->member("address");
    const Datum* found = whole != nullptr ? whole : datum;
    const Datum* all = found == nullptr ? nullptr : found->member("lines");
    if (all == nullptr || all->items() == nullptr) {
        throw ScriptFault(say("script.page_wants_address"));
    }
    Lines block{.lines = {}, .align = options.align(), .size = options.number("size")};
    if (const Inline name = options.text("name"); !name.empty()) {
        block.lines.push_back(name);
    }
    for (const Datum& line : *all->items()) {
        block.lines.push_back({{.text = printed(line, pageScopeOf(lua).language)}});
    }
    builder(lua).add({std::move(block)});
    return 0;
}

int signature(lua_State* lua) {
    luaL_checktype(lua, 2, LUA_TTABLE);
    const PageOptions options(lua, 2);
    PageBuilder& page = builder(lua);
    if (const std::string clause = options.plain("clause"); !clause.empty()) {
        Group group(page);
        const bool said = page.clause(clause);
        for (Block& block : group.take()) {
            block.keepTogether = true;
            if (auto* text = std::get_if<Paragraph>(&block.content)) {
                text->keepWithNext = true;
            }
            page.add(std::move(block));
        }
        if (!said) {
            throw ScriptFault(say("script.clause_not_declared", {{"name", clause}}), clause);
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
    builder(lua).add({Rule{}});
    return 0;
}

int space(lua_State* lua) {
    builder(lua).add({Space{std::clamp(mm(luaL_checknumber(lua, 2)), 0.0, mm(250))}});
    return 0;
}

int pageBreak(lua_State* lua) {
    builder(lua).add({PageBreak{}});
    return 0;
}

int schedule(lua_State* lua) {
    PageBuilder& page = builder(lua);
    page.add({PageBreak{}});
    page.heading(2, inlineAt(lua, 2), Align::Left);
    return 0;
}

int clause(lua_State* lua) {
    const std::string name = luaL_checkstring(lua, 2);
    if (!builder(lua).clause(name)) {
        throw ScriptFault(say("script.clause_not_declared", {{"name", name}}), name);
    }
    return 0;
}

int markdown(lua_State* lua) {
    const PageOptions options(lua, 3);
    const auto* part = static_cast<const std::size_t*>(luaL_testudata(lua, 2, "engross.markdown"));
    if (part == nullptr) {
        throw ScriptFault(say("script.wants_markdown"));
    }
    builder(lua).markdown(*part, options.flag("numbered"));
    return 0;
}

int body(lua_State* lua) {
    const PageOptions options(lua, 2);
    const auto& part = pageScopeOf(lua).type->body;
    if (!part) {
        throw ScriptFault(say("script.no_body"));
    }
    builder(lua).markdown(*part, options.flag("numbered"));
    return 0;
}

int frame(lua_State* lua) {
    luaL_checktype(lua, 2, LUA_TTABLE);
    const PageOptions options(lua, 2);
    lua_getfield(lua, 2, "content");
    Frame block{.left = mm(options.number("left")),
                .top = mm(options.number("top")),
                .width = mm(options.number("width")),
                .height = mm(options.number("height")),
                .content = collected(lua, lua_gettop(lua)),
                .artifact = options.flag("artifact")};
    builder(lua).composition().style.firstFrames.push_back(std::move(block));
    return 0;
}

RunningText running(lua_State* lua) {
    luaL_checktype(lua, 2, LUA_TTABLE);
    const PageOptions options(lua, 2);
    RunningText text{.left = options.text("left"), .centre = options.text("centre"), .right = options.text("right")};
    text.baseline = mm(options.number("at"));
    text.size = options.number("size") > 0 ? options.number("size") : 9;
    return text;
}

int header(lua_State* lua) {
    builder(lua).composition().style.headers.push_back(running(lua));
    return 0;
}

int footer(lua_State* lua) {
    builder(lua).composition().style.footers.push_back(running(lua));
    return 0;
}

int style(lua_State* lua) {
    luaL_checktype(lua, 2, LUA_TTABLE);
    styleAt(lua, 2, builder(lua).composition().style);
    return 0;
}

int setTitle(lua_State* lua) {
    std::string text;
    for (const Span& span : inlineAt(lua, 2)) {
        text += span.text;
    }
    std::ranges::replace(text, '\n', ' ');
    builder(lua).composition().title = text;
    return 0;
}

std::string pathArgument(lua_State* lua) {
    const std::string path = luaL_checkstring(lua, 2);
    const std::string root = path.substr(0, path.find('.'));
    if (pageScopeOf(lua).values->find(root) == nullptr) {
        throw ScriptFault(say("script.no_field", {{"name", root}}), root);
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

constexpr std::array methods{luaL_Reg{"title", guarded<title>},
                             luaL_Reg{"heading", guarded<heading>},
                             luaL_Reg{"paragraph", guarded<paragraph>},
                             luaL_Reg{"lead", guarded<lead>},
                             luaL_Reg{"numbered", guarded<numbered>},
                             luaL_Reg{"list", guarded<list>},
                             luaL_Reg{"table", guarded<table>},
                             luaL_Reg{"key_values", guarded<keyValues>},
                             luaL_Reg{"box", guarded<box>},
                             luaL_Reg{"keep", guarded<keep>},
                             luaL_Reg{"lines", guarded<lines>},
                             luaL_Reg{"address", guarded<address>},
                             luaL_Reg{"signature", guarded<signature>},
                             luaL_Reg{"horizontal_rule", guarded<rule>},
                             luaL_Reg{"space", guarded<space>},
                             luaL_Reg{"page_break", guarded<pageBreak>},
                             luaL_Reg{"schedule", guarded<schedule>},
                             luaL_Reg{"clause", guarded<clause>},
                             luaL_Reg{"markdown", guarded<markdown>},
                             luaL_Reg{"body", guarded<body>},
                             luaL_Reg{"frame", guarded<frame>},
                             luaL_Reg{"header", guarded<header>},
                             luaL_Reg{"footer", guarded<footer>},
                             luaL_Reg{"style", guarded<style>},
                             luaL_Reg{"document_title", guarded<setTitle>},
                             luaL_Reg{"value", guarded<value>},
                             luaL_Reg{"rule", guarded<ruleOf>}};

}  // namespace

int pageMethod(lua_State* lua) {
    const std::string_view name = luaL_checkstring(lua, 2);
    const auto found = std::ranges::find_if(methods, [name](const luaL_Reg& method) { return name == method.name; });
    if (found == methods.end()) {
        std::vector<std::string> known;
        std::ranges::transform(methods, std::back_inserter(known), [](const luaL_Reg& method) { return method.name; });
        const std::string near = nearest(name, known);
        throw ScriptFault(say("script.no_method", {{"name", name}}), std::string(name),
                          near.empty() ? std::string() : say("script.did_you_mean", {{"name", near}}));
    }
    lua_pushcfunction(lua, found->func);
    lua_pushvalue(lua, 2);
    lua_pushvalue(lua, -2);
    lua_rawset(lua, 1);
    return 1;
}

}  // namespace engross
