#include "script/page_calls.h"
#include "script/page_options.h"

#include <lauxlib.h>
#include <lua.h>
#include <algorithm>
#include <array>

namespace engross {
namespace {

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
    pageOf(lua).composition().style.firstFrames.push_back(std::move(block));
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
    pageOf(lua).composition().style.headers.push_back(running(lua));
    return 0;
}

int footer(lua_State* lua) {
    pageOf(lua).composition().style.footers.push_back(running(lua));
    return 0;
}

int style(lua_State* lua) {
    luaL_checktype(lua, 2, LUA_TTABLE);
    styleAt(lua, 2, pageOf(lua).composition().style);
    return 0;
}

int setTitle(lua_State* lua) {
    std::string text;
    for (const Span& span : inlineAt(lua, 2)) {
        text += span.text;
    }
    std::ranges::replace(text, '\n', ' ');
    pageOf(lua).composition().title = text;
    return 0;
}

/// page:logo { width, height }: the house's logo, no larger than that many millimetres; answers whether there is one.
int logo(lua_State* lua) {
    const PageOptions options(lua, 2);
    const PageScope& scope = pageScopeOf(lua);
    const HouseLogo& house = scope.house->logo;
    if (house.picture.bytes == nullptr) {
        lua_pushboolean(lua, 0);
        return 1;
    }
    const double widest = options.number("width") > 0 ? mm(options.number("width")) : house.width;
    const double highest = options.number("height") > 0 ? mm(options.number("height")) : house.height;
    const double share = std::min({1.0, widest / house.width, highest / house.height});
    Figure figure;
    figure.picture = house.picture;
    figure.alternative = house.alternative.in(scope.language);
    figure.maxHeight = house.height * share;
    pageOf(lua).add({std::move(figure)});
    lua_pushboolean(lua, 1);
    return 1;
}

constexpr std::array methods{PageMethod{"frame", guarded<frame>},
                             PageMethod{"header", guarded<header>},
                             PageMethod{"footer", guarded<footer>},
                             PageMethod{"style", guarded<style>},
                             PageMethod{"document_title", guarded<setTitle>},
                             PageMethod{"logo", guarded<logo>}};

}  // namespace

std::span<const PageMethod> furnitureMethods() {
    return methods;
}

}  // namespace engross
