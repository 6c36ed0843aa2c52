#pragma once
#include "script/case_binding.h"

#include <cstddef>
#include <initializer_list>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace engross {

// What the bindings of a case's values share; nobody else includes this.

inline constexpr const char* handleName = "engross.value";
inline constexpr const char* dayName = "engross.day";
inline constexpr const char* timeName = "engross.time";
inline constexpr const char* moneyName = "engross.money";

/// The bytes of the handle with that metatable at `index`, or nullptr.
[[nodiscard]] void* handleAt(lua_State* lua, int index, const char* name);
/// Pushes a handle with room for `size` bytes.
[[nodiscard]] void* pushHandle(lua_State* lua, std::size_t size, const char* name);

template <typename T>
T* valueAt(lua_State* lua, int index, const char* name) {
    return static_cast<T*>(handleAt(lua, index, name));
}

template <typename T>
void pushValue(lua_State* lua, const T& value, const char* name) {
    static_assert(std::is_trivially_destructible_v<T>);
    new (pushHandle(lua, sizeof(T), name)) T(value);
}

/// A sentence for whoever wrote the script.
[[nodiscard]] std::string inEnglish(std::string_view key, Messages::Values values = {});
[[noreturn]] void noMember(const std::string& what, const std::string& name, const std::vector<std::string>& known);

struct Metamethod {
    const char* name;
    int (*function)(lua_State*);
};
/// A metatable that cannot be read, for values that cannot be changed.
void makeMetatable(lua_State* lua, const char* name, std::initializer_list<Metamethod> members);

// Metamethods of every kind of value.
int printedText(lua_State* lua);
int joinedText(lua_State* lua);
int equalValues(lua_State* lua);

}  // namespace engross
