#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace engross {

/// What a script declared, copied out of Lua: the declaration is read and checked without a Lua state.
struct ScriptNode {
    enum class Kind { Nil, Boolean, Number, Text, Table, Tagged, Function };

    Kind kind = Kind::Nil;
    bool boolean = false;
    double number = 0;
    std::string text;                                       // Text; of a Tagged `law` or `template` value: its name
    std::string tag;                                        // Tagged: the constructor, such as "date"
    std::size_t line = 0;                                   // Tagged: where the constructor was called; 0 where unknown
    std::vector<std::pair<std::string, ScriptNode>> named;  // sorted by name
    std::vector<ScriptNode> items;                          // 1, 2, 3 …
    std::vector<std::string> path;                          // Function: the keys that lead to it from the chunk's table

    [[nodiscard]] const ScriptNode* find(std::string_view name) const;
    [[nodiscard]] bool is(Kind wanted) const noexcept;
    [[nodiscard]] bool isTagged(std::string_view wanted) const noexcept;
};

}  // namespace engross
