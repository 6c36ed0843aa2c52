#include "script/constructors.h"
#include "script/page_binding.h"
#include "words/text.h"

#include <lauxlib.h>
#include <lua.h>

namespace engross {
namespace {

constexpr int deepest = 16;

struct Look {
    bool strong = false;
    bool emphasis = false;
    bool smallCaps = false;
    std::string link{};
};

std::string say(std::string_view key, Messages::Values values = {}) {
    return Messages::in(Language::English).text(key, values);
}

class InlineReader {
public:
    InlineReader(lua_State* lua, Inline& text) : lua_(lua), text_(text) {}

    // NOLINTNEXTLINE(misc-no-recursion): bounded by `deepest`
    void read(int index, const Look& look, int depth) {
        const int at = lua_absindex(lua_, index);
        if (depth > deepest) {
            throw ScriptFault(say("script.too_deep"));
        }
        luaL_checkstack(lua_, 8, "text");
        std::string tag;
        if (pushTagged(lua_, at, tag)) {
            readTagged(tag, look, depth);
            lua_pop(lua_, 1);
        } else if (const auto* part = static_cast<const std::size_t*>(luaL_testudata(lua_, at, "engross.markdown"))) {
            for (Span& span : pageScopeOf(lua_).builder->inlineText(*part)) {
                span.strong = span.strong || look.strong;
                text_.push_back(std::move(span));
            }
        } else if (lua_istable(lua_, at)) {
            readTable(at, look, depth);
        } else {
            readValue(at, look);
        }
    }

private:
    void add(const std::string& text, const Look& look) {
        if (text.empty()) {
            return;
        }
        Sandbox::charge(lua_, text.size() / 8);
        text_.push_back({.text = withFixedSpaces(text),
                         .strong = look.strong,
                         .emphasis = look.emphasis,
                         .smallCaps = look.smallCaps,
                         .link = look.link});
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    void readTagged(const std::string& tag, Look look, int depth) {
        look.strong = look.strong || tag == "bold";
        look.emphasis = look.emphasis || tag == "italic";
        look.smallCaps = look.smallCaps || tag == "small_caps";
        if (tag == "footnote") {
            readNote(depth);
            return;
        }
        if (tag == "ref" || tag == "tick" || tag == "blank") {
            readMark(tag, look);
            return;
        }
        if (tag != "link") {
            read(-1, look, depth + 1);
            return;
        }
        lua_rawgeti(lua_, -1, 1);
        look.link = luaL_checkstring(lua_, -1);
        lua_rawgeti(lua_, -2, 2);
        read(-1, look, depth + 1);
        lua_pop(lua_, 2);
    }

    /// Its words stand at the foot of the page.
    // NOLINTNEXTLINE(misc-no-recursion)
    void readNote(int depth) {
        Span span;
        InlineReader(lua_, span.note).read(-1, {}, depth + 1);
        text_.push_back(std::move(span));
    }

    /// ref "id", tick(true), blank(40): what is drawn in place of text.
    void readMark(const std::string& tag, const Look& look) {
        const Messages& words = Messages::in(pageScopeOf(lua_).language);
        Span span{.text = {}, .strong = look.strong, .emphasis = look.emphasis};
        if (tag == "ref") {
            span.reference = luaL_checkstring(lua_, -1);
        } else if (tag == "tick") {
            const bool ticked = lua_toboolean(lua_, -1) != 0;
            span.tick = ticked ? Tick::Ticked : Tick::Empty;
            span.text = words.text(ticked ? "script.ticked" : "script.not_ticked");
        } else {
            span.blank = mm(std::clamp(luaL_checknumber(lua_, -1), 5.0, 150.0));
            span.text = words.text("script.to_fill_in");
        }
        text_.push_back(std::move(span));
    }

    // NOLINTNEXTLINE(misc-no-recursion)
    void readTable(int at, const Look& look, int depth) {
        if (lua_getfield(lua_, at, "mark") == LUA_TSTRING) {
            addMark(lua_tostring(lua_, -1), look);
            lua_pop(lua_, 1);
            return;
        }
        lua_pop(lua_, 1);
        const auto length = static_cast<lua_Integer>(lua_rawlen(lua_, at));
        for (lua_Integer item = 1; item <= length; ++item) {
            lua_rawgeti(lua_, at, item);
            read(-1, look, depth + 1);
            lua_pop(lua_, 1);
        }
    }

    void addMark(const std::string& mark, Look look) {
        look.strong = true;
        look.link = "exhibit:" + mark;
        add(mark, look);
    }

    void readValue(int at, const Look& look) {
        const Datum* datum = datumAt(lua_, at);
        const Datum* mark =
            datum == nullptr || datum->field().kind != FieldKind::Exhibit ? nullptr : datum->member("mark");
        if (mark != nullptr && mark->get<std::string>() != nullptr) {
            addMark(*mark->get<std::string>(), look);
            return;
        }
        std::string text;
        if (!textAt(lua_, at, text)) {
            throw ScriptFault(say(lua_isnoneornil(lua_, at) ? "script.page_wants_text" : "script.page_cannot_print",
                                  {{"found", luaL_typename(lua_, at)}}));
        }
        add(text, look);
    }

    lua_State* lua_;
    Inline& text_;
};

}  // namespace

Inline inlineAt(lua_State* lua, int index) {
    Inline text;
    InlineReader(lua, text).read(index, {}, 0);
    return text;
}

}  // namespace engross
