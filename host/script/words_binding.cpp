#include "script/words_binding.h"

#include "script/case_binding.h"
#include "script/field_shapes.h"
#include "words/format.h"
#include "words/text.h"

#include <lauxlib.h>
#include <lua.h>
#include <algorithm>
#include <array>

namespace engross {
namespace {

std::string say(std::string_view key, Messages::Values values = {}) {
    return Messages::in(Language::English).text(key, values);
}

std::string argument(lua_State* lua, int index) {
    std::string text;
    if (!textAt(lua, index, text)) {
        throw ScriptFault(say("script.wants_printable", {{"n", std::to_string(index)}}));
    }
    Sandbox::charge(lua, text.size() / 4);
    return text;
}

int give(lua_State* lua, const std::string& text) {
    lua_pushlstring(lua, text.data(), text.size());
    return 1;
}

int upperText(lua_State* lua) {
    return give(lua, upper(argument(lua, 1), scopeOf(lua).language));
}

int lowerText(lua_State* lua) {
    return give(lua, lower(argument(lua, 1), scopeOf(lua).language));
}

int trimText(lua_State* lua) {
    const std::string text = argument(lua, 1);
    const std::size_t first = text.find_first_not_of(" \t\n");
    if (first == std::string::npos) {
        return give(lua, {});
    }
    return give(lua, text.substr(first, text.find_last_not_of(" \t\n") - first + 1));
}

int containsText(lua_State* lua) {
    const std::string text = argument(lua, 1);
    lua_pushboolean(lua, text.find(argument(lua, 2)) != std::string::npos ? 1 : 0);
    return 1;
}

int startsWith(lua_State* lua) {
    const std::string text = argument(lua, 1);
    lua_pushboolean(lua, text.starts_with(argument(lua, 2)) ? 1 : 0);
    return 1;
}

int endsWith(lua_State* lua) {
    const std::string text = argument(lua, 1);
    lua_pushboolean(lua, text.ends_with(argument(lua, 2)) ? 1 : 0);
    return 1;
}

/// The parts of a text around each separator; a part that is a number comes as one.
int splitText(lua_State* lua) {
    const std::string text = argument(lua, 1);
    const std::string separator = argument(lua, 2);
    if (separator.empty()) {
        throw ScriptFault(say("script.empty_separator"));
    }
    constexpr int most = 100;
    int count = 0;
    for (std::size_t at = 0; at <= text.size() && count < most; ++count) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        const std::string part = text.substr(at, end - at);
        luaL_checkstack(lua, 1, "parts");
        if (const auto number = numberFrom(part)) {
            lua_pushnumber(lua, *number);
            lua_Integer whole = 0;
            if (lua_numbertointeger(*number, &whole) != 0 && static_cast<double>(whole) == *number) {
                lua_pop(lua, 1);
                lua_pushinteger(lua, whole);
            }
        } else {
            give(lua, part);
        }
        at = end + separator.size();
    }
    return count;
}

int joinTexts(lua_State* lua) {
    std::vector<std::string> parts;
    const lua_Integer length = luaL_len(lua, 1);
    for (lua_Integer index = 1; index <= length; ++index) {
        lua_geti(lua, 1, index);
        parts.push_back(argument(lua, -1));
        lua_pop(lua, 1);
    }
    return give(lua, joined(parts, scopeOf(lua).language));
}

std::vector<std::string> nameWords(const std::string& name) {
    std::vector<std::string> parts;
    for (std::size_t at = name.find_first_not_of(' '); at != std::string::npos;) {
        const std::size_t end = std::min(name.find(' ', at), name.size());
        parts.push_back(name.substr(at, end - at));
        at = name.find_first_not_of(' ', end);
    }
    return parts;
}

std::string firstCharacter(const std::string& word) {
    std::size_t end = 1;
    while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) {
        ++end;
    }
    return word.substr(0, end);
}

/// "Anna Maria Example" gives "A. M. Example": initials and surname, as a statement's corner mark wants them.
int initials(lua_State* lua) {
    const std::vector<std::string> parts = nameWords(argument(lua, 1));
    std::string text;
    for (std::size_t index = 0; index < parts.size(); ++index) {
        const bool last = index + 1 == parts.size();
        text += last ? parts.at(index) : firstCharacter(parts.at(index)) + ". ";
    }
    return give(lua, text);
}

int surname(lua_State* lua) {
    const std::vector<std::string> parts = nameWords(argument(lua, 1));
    return give(lua, parts.empty() ? std::string() : parts.back());
}

/// "1st", "2nd", "3rd", "11th"; in Welsh the figure with "fed" and its kin is left to the phrase: the figure alone.
int ordinal(lua_State* lua) {
    const lua_Integer number = luaL_checkinteger(lua, 1);
    std::string text = std::to_string(number);
    if (scopeOf(lua).language == Language::English) {
        const lua_Integer tens = number % 100;
        const lua_Integer ones = number % 10;
        text += tens >= 11 && tens <= 13 ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th";
    }
    return give(lua, text);
}

bool wordCharacter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// words.marks(text, marks): a list of parts for the page, each text or { mark = … }, and the marks found, once each.
int marksIn(lua_State* lua) {
    const std::string text = argument(lua, 1);
    std::vector<std::string> marks;
    for (lua_Integer index = 1; index <= luaL_len(lua, 2); ++index) {
        lua_geti(lua, 2, index);
        marks.push_back(argument(lua, -1));
        lua_pop(lua, 1);
    }
    std::ranges::sort(marks, [](const auto& left, const auto& right) { return left.size() > right.size(); });
    lua_newtable(lua);
    lua_newtable(lua);
    lua_Integer parts = 0;
    std::vector<std::string> found;
    std::size_t start = 0;
    const auto addPart = [&](const std::string& part, bool mark) {
        if (part.empty()) {
            return;
        }
        give(lua, part);
        if (mark) {
            lua_createtable(lua, 0, 1);
            lua_insert(lua, -2);
            lua_setfield(lua, -2, "mark");
        }
        lua_rawseti(lua, -3, ++parts);
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto mark = std::ranges::find_if(marks, [&](const std::string& one) {
            const bool bounded = (at == 0 || !wordCharacter(text[at - 1])) &&
                                 (at + one.size() >= text.size() || !wordCharacter(text[at + one.size()]));
            return !one.empty() && bounded && text.compare(at, one.size(), one) == 0;
        });
        if (mark == marks.end()) {
            continue;
        }
        addPart(text.substr(start, at - start), false);
        addPart(*mark, true);
        start = at + mark->size();
        at = start - 1;
        if (std::ranges::find(found, *mark) == found.end()) {
            found.push_back(*mark);
            give(lua, *mark);
            lua_rawseti(lua, -2, static_cast<lua_Integer>(found.size()));
        }
    }
    addPart(text.substr(start), false);
    return 2;
}

}  // namespace

void pushWords(lua_State* lua) {
    static constexpr std::array functions{
        luaL_Reg{"upper", guarded<upperText>},        luaL_Reg{"lower", guarded<lowerText>},
        luaL_Reg{"trim", guarded<trimText>},          luaL_Reg{"contains", guarded<containsText>},
        luaL_Reg{"starts_with", guarded<startsWith>}, luaL_Reg{"ends_with", guarded<endsWith>},
        luaL_Reg{"split", guarded<splitText>},        luaL_Reg{"join", guarded<joinTexts>},
        luaL_Reg{"initials", guarded<initials>},      luaL_Reg{"surname", guarded<surname>},
        luaL_Reg{"ordinal", guarded<ordinal>},        luaL_Reg{"marks", guarded<marksIn>}};
    lua_createtable(lua, 0, static_cast<int>(functions.size()));
    for (const luaL_Reg& function : functions) {
        lua_pushcfunction(lua, function.func);
        lua_setfield(lua, -2, function.name);
    }
}

}  // namespace engross
