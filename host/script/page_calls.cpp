#include "script/page_calls.h"

#include <lauxlib.h>
#include <lua.h>

namespace engross {

PageBuilder& pageOf(lua_State* lua) {
    Sandbox::charge(lua, 20);
    return *pageScopeOf(lua).builder;
}

std::string pageFault(std::string_view key, Messages::Values values) {
    return Messages::in(Language::English).text(key, values);
}

BlockGroup::BlockGroup(PageBuilder& page) : page_(page) {
    page_.openGroup();
}

BlockGroup::~BlockGroup() {
    if (open_) {
        static_cast<void>(page_.closeGroup());
    }
}

Blocks BlockGroup::take() {
    open_ = false;
    return page_.closeGroup();
}

Blocks collected(lua_State* lua, int index) {
    BlockGroup group(pageOf(lua));
    if (lua_isfunction(lua, index)) {
        lua_pushvalue(lua, index);
        lua_pushvalue(lua, 1);
        lua_call(lua, 1, 0);
    } else {
        pageOf(lua).add({Paragraph{.text = inlineAt(lua, index)}});
    }
    return group.take();
}

}  // namespace engross
