#include "script/type_script.h"

#include "script/constructors.h"

#include <lua.h>
#include <algorithm>

namespace engross {
namespace {

/// Under its own address each script keeps what it declared.
void* keyOf(const ScriptSource& source) {
    return const_cast<ScriptSource*>(&source);
}

}  // namespace

TypeScript::TypeScript(const DocumentType& type, const std::vector<std::string>& families,
                       const std::vector<std::string>& lawNames, const CaseScope& scope)
    : type_(type), families_(families), lawNames_(lawNames), scope_(scope) {}

bool TypeScript::call(const ScriptSource& source, const std::vector<std::string>& path,
                      const std::function<void(lua_State*)>& take, std::vector<Diagnostic>& faults) {
    if (failed_) {
        return false;
    }
    const bool first = sandbox_ == nullptr;
    if (first) {
        sandbox_ = std::make_unique<Sandbox>();
        sandbox_->offer(constructors(families_, lawNames_));
        sandbox_->offer(caseNames());
    }
    const bool good = sandbox_->protect([&](lua_State* lua) {
        if (first) {
            openCase(lua, scope_);
        }
        if (!run_.contains(&source)) {
            Sandbox::runChunk(lua, source);
            lua_rawsetp(lua, LUA_REGISTRYINDEX, keyOf(source));
            run_.insert(&source);
        }
        lua_rawgetp(lua, LUA_REGISTRYINDEX, keyOf(source));
        pushAtPath(lua, path);
        pushCase(lua);
        lua_call(lua, 1, 2);
        take(lua);
    });
    if (!good) {
        faults.push_back(sandbox_->fault({&source}));
        failed_ = faults.back().code == "script-limit";
    }
    return good;
}

std::optional<ScriptVerdict> TypeScript::test(const ScriptSource* part, const std::vector<std::string>& path,
                                              std::vector<Diagnostic>& faults) {
    ScriptVerdict verdict;
    const bool good = call(
        part == nullptr ? *type_.source : *part, path,
        [&](lua_State* lua) {
            verdict.good = lua_toboolean(lua, -2) != 0;
            if (lua_isinteger(lua, -1) != 0) {
                verdict.element =
                    static_cast<std::size_t>(std::clamp<lua_Integer>(lua_tointeger(lua, -1), 0, 1'000'000));
            } else if (lua_type(lua, -1) == LUA_TSTRING) {
                verdict.named = lua_tostring(lua, -1);
            }
        },
        faults);
    return good ? std::optional(std::move(verdict)) : std::nullopt;
}

std::optional<Datum::Content> TypeScript::value(const ScriptSource* part, const std::vector<std::string>& path,
                                                FieldKind& kind, std::vector<Diagnostic>& faults) {
    Datum::Content content;
    const bool good = call(
        part == nullptr ? *type_.source : *part, path, [&](lua_State* lua) { content = contentAt(lua, -2, kind); },
        faults);
    return good ? std::optional(std::move(content)) : std::nullopt;
}

}  // namespace engross
