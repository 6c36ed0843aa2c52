#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// One name that the host gives to scripts, as editors and people are told of it. Every bound name has exactly one row;
/// tests/script/described_test.cpp compares the rows with the bindings.
struct HostName {
    enum class Group { Field, Derived, Check, Declaration, Text, Test, Function, Words, Calendar, Page };
    Group group;
    std::string_view name;        // "within", "words.upper", "page:title"
    std::string_view parameters;  // in the notation of LuaLS: "text: string, level?: integer"; one table: "options: …"
    std::string_view answers;     // a LuaLS type; empty for nothing
    std::string_view help;        // one English sentence without its full stop
};
[[nodiscard]] std::span<const HostName> hostNames();

/// plugins/meta/engross.d.lua: declarations for editors. `families` become constructors too.
[[nodiscard]] std::string luaDeclarations(const std::vector<std::string>& families);
/// docs/reference.md.
[[nodiscard]] std::string luaReference(const std::vector<std::string>& families);
/// The globals, for luacheck's `read_globals`, sorted.
[[nodiscard]] std::vector<std::string> luaGlobals(const std::vector<std::string>& families);

}  // namespace engross
