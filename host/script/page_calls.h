#pragma once
#include "script/page_binding.h"
#include "script/page_builder.h"

#include <span>
#include <string>
#include <string_view>

struct lua_State;

namespace engross {

/// One method of `page`, as Lua calls it.
struct PageMethod {
    std::string_view name;
    int (*call)(lua_State*);
};

/// Pictures, forms, contents and languages side by side.
[[nodiscard]] std::span<const PageMethod> insertMethods();
/// What stands at fixed places, and how pages look.
[[nodiscard]] std::span<const PageMethod> furnitureMethods();

/// The builder that methods add to; the call is charged.
[[nodiscard]] PageBuilder& pageOf(lua_State* lua);
/// A sentence of a script's fault.
[[nodiscard]] std::string pageFault(std::string_view key, Messages::Values values = {});

/// Blocks that are put aside until they are taken; they are dropped where the script raises meanwhile.
class BlockGroup {
public:
    explicit BlockGroup(PageBuilder& page);
    ~BlockGroup();
    BlockGroup(const BlockGroup&) = delete;
    BlockGroup& operator=(const BlockGroup&) = delete;
    [[nodiscard]] Blocks take();

private:
    PageBuilder& page_;
    bool open_ = true;
};

/// Runs the function at `index` with the page and answers what it adds; a text at `index` is a paragraph.
[[nodiscard]] Blocks collected(lua_State* lua, int index);

}  // namespace engross
