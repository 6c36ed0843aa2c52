#include "script/bundle_binding.h"

#include <lauxlib.h>
#include <lua.h>

namespace engross {
namespace {

void setText(lua_State* lua, const char* name, const std::string& text) {
    lua_pushlstring(lua, text.data(), text.size());
    lua_setfield(lua, -2, name);
}

void setInteger(lua_State* lua, const char* name, lua_Integer number) {
    lua_pushinteger(lua, number);
    lua_setfield(lua, -2, name);
}

void setFlag(lua_State* lua, const char* name, bool flag) {
    lua_pushboolean(lua, flag ? 1 : 0);
    lua_setfield(lua, -2, name);
}

void pushRow(lua_State* lua, const BundleView::Row& row) {
    lua_createtable(lua, 0, 12);
    setText(lua, "number", row.number);
    setText(lua, "title", row.title);
    setText(lua, "date", row.date);
    setText(lua, "page", row.page);
    setText(lua, "target", row.target);
    setText(lua, "letter", row.sectionLetter);
    setInteger(lua, "added_in", row.addedIn);
    setInteger(lua, "volume", static_cast<lua_Integer>(row.volume));
    setFlag(lua, "inserted", row.inserted);
    if (!row.became.empty()) {
        setText(lua, "became", row.became);
        setInteger(lua, "changed_in", row.changedIn);
    }
    setFlag(lua, "section", row.section);
}

/// Who ordered that the bundle be numbered afresh, and where every document stood before.
void pushConcordance(lua_State* lua, const BundleView& bundle) {
    lua_createtable(lua, 0, 6);
    setText(lua, "ordered_by", bundle.orderedBy);
    setText(lua, "on", bundle.orderedOn);
    setText(lua, "reason", bundle.orderReason);
    setInteger(lua, "release", bundle.renumberedIn);
    setInteger(lua, "before", bundle.numberedBefore);
    lua_createtable(lua, static_cast<int>(bundle.concordance.size()), 0);
    for (std::size_t index = 0; index < bundle.concordance.size(); ++index) {
        const BundleView::OldRow& row = bundle.concordance.at(index);
        lua_createtable(lua, 0, 4);
        setText(lua, "title", row.title);
        setText(lua, "was", row.was);
        setText(lua, "is", row.is);
        if (!row.target.empty()) {
            setText(lua, "target", row.target);
        }
        lua_rawseti(lua, -2, static_cast<lua_Integer>(index) + 1);
    }
    lua_setfield(lua, -2, "rows");
}

void pushPlan(lua_State* lua, const BundleView& bundle) {
    lua_createtable(lua, 0, 14);
    lua_createtable(lua, static_cast<int>(bundle.rows.size()), 0);
    for (std::size_t index = 0; index < bundle.rows.size(); ++index) {
        pushRow(lua, bundle.rows.at(index));
        lua_rawseti(lua, -2, static_cast<lua_Integer>(index) + 1);
    }
    lua_setfield(lua, -2, "rows");
    lua_createtable(lua, static_cast<int>(bundle.indexRows.size()), 0);
    for (std::size_t index = 0; index < bundle.indexRows.size(); ++index) {
        pushRow(lua, bundle.rows.at(bundle.indexRows.at(index)));
        lua_rawseti(lua, -2, static_cast<lua_Integer>(index) + 1);
    }
    lua_setfield(lua, -2, "index");
    setInteger(lua, "pages", static_cast<lua_Integer>(bundle.pages));
    setInteger(lua, "release", bundle.release);
    setInteger(lua, "volume", static_cast<lua_Integer>(bundle.volume));
    setInteger(lua, "volumes", static_cast<lua_Integer>(bundle.volumes));
    setFlag(lua, "common", bundle.common);
    setText(lua, "volume_first", bundle.volumeFirst);
    setText(lua, "volume_last", bundle.volumeLast);
    if (bundle.renumberedIn > 0) {
        pushConcordance(lua, bundle);
        lua_setfield(lua, -2, "renumbered");
    }
    if (!bundle.letter.empty()) {
        setText(lua, "letter", bundle.letter);
    }
    setText(lua, "identity", bundle.identity);
    lua_createtable(lua, static_cast<int>(bundle.notes.size()), 0);
    for (std::size_t index = 0; index < bundle.notes.size(); ++index) {
        lua_pushlstring(lua, bundle.notes.at(index).data(), bundle.notes.at(index).size());
        lua_rawseti(lua, -2, static_cast<lua_Integer>(index) + 1);
    }
    lua_setfield(lua, -2, "notes");
}

void pushFacts(lua_State* lua, const Value& facts) {
    lua_newtable(lua);
    for (const auto& [name, value] : facts.object() == nullptr ? Object{} : *facts.object()) {
        if (value.text() != nullptr) {
            setText(lua, name.c_str(), *value.text());
        } else if (value.integer() != nullptr) {
            lua_pushinteger(lua, *value.integer());
            lua_setfield(lua, -2, name.c_str());
        }
    }
}

}  // namespace

int pushBundle(lua_State* lua, const Part& part) {
    if (part.bundle == nullptr) {
        return 0;
    }
    luaL_checkstack(lua, 10, "plan");
    pushPlan(lua, *part.bundle);
    if (part.kind != Part::Kind::Divider && part.kind != Part::Kind::Sheet) {
        return 1;
    }
    lua_pushinteger(lua, static_cast<lua_Integer>(part.row) + 1);
    if (part.kind == Part::Kind::Divider) {
        return 2;
    }
    lua_pushlstring(lua, part.reason.data(), part.reason.size());
    pushFacts(lua, part.facts);
    return 4;
}

}  // namespace engross
