#include "script/described.h"

#include "script/case_binding.h"
#include "script/constructors.h"
#include "script/page_binding.h"
#include "script/page_methods.h"
#include "script/type_tests.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace engross {
namespace {

const std::string root = ENGROSS_SOURCE_DIR;

std::string textOf(const std::string& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> families() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(root + "/plugins")) {
        if (std::filesystem::exists(entry.path() / "plugin.lua")) {
            names.push_back(entry.path().filename().string());
        }
    }
    std::ranges::sort(names);
    return names;
}

std::set<std::string> described(HostName::Group group) {
    std::set<std::string> names;
    for (const HostName& name : hostNames()) {
        if (name.group == group) {
            EXPECT_TRUE(names.emplace(name.name).second) << name.name << " stands twice";
        }
    }
    return names;
}

/// The members of a table that the host offers, asked of it by a script.
std::set<std::string> membersOf(const std::string& table) {
    static const CaseValues none;
    static const Calendar calendar;
    const CaseScope scope{&none, &calendar, Language::English, {}};
    Sandbox sandbox;
    sandbox.offer(caseNames());
    const ScriptSource source("test.lua", "local all = {} for name in pairs(" + table + ") do all[#all + 1] = \"" +
                                              table + ".\" .. name end return all");
    std::set<std::string> names;
    EXPECT_TRUE(sandbox.protect([&](lua_State* lua) {
        openCase(lua, scope);
        Sandbox::runChunk(lua, source);
        for (const ScriptNode& item : readNode(lua, -1).items) {
            names.insert(item.text);
        }
    })) << describe(sandbox.fault({&source}));
    return names;
}

TEST(Described, EveryNameOfTheHostHasItsRowAndEveryRowItsName) {
    Sandbox sandbox;
    std::vector<std::string> callable = families();
    std::ranges::copy(typeTestNames(), std::back_inserter(callable));
    sandbox.offer(constructors(callable, {}));
    sandbox.offer(caseNames());
    sandbox.offer(pageNames());
    EXPECT_EQ(luaGlobals(families()), sandbox.names());
}

TEST(Described, EveryMemberOfWordsAndCalendar) {
    EXPECT_EQ(described(HostName::Group::Words), membersOf("words"));
    EXPECT_EQ(described(HostName::Group::Calendar), membersOf("calendar"));
}

TEST(Described, EveryMethodOfThePage) {
    std::set<std::string> bound;
    for (const std::string& name : pageMethodNames()) {
        bound.insert("page:" + name);
    }
    EXPECT_EQ(described(HostName::Group::Page), bound);
}

TEST(Described, SaysWhatEachIsInOneSentenceWithoutItsStop) {
    for (const HostName& name : hostNames()) {
        EXPECT_GT(name.help.size(), 8U) << name.name;
        EXPECT_FALSE(name.help.ends_with('.')) << name.name;
    }
}

TEST(Described, TheFileForEditorsIsFresh) {
    EXPECT_EQ(textOf(root + "/plugins/meta/engross.d.lua"), luaDeclarations(families()))
        << "write it anew: engross types reference --lua > plugins/meta/engross.d.lua";
}

TEST(Described, TheReferenceIsFresh) {
    EXPECT_EQ(textOf(root + "/docs/reference.md"), luaReference(families()))
        << "write it anew: engross types reference > docs/reference.md";
}

TEST(Described, AnOptionThatADeclarationNamesIsDeclaredItself) {
    const std::string text = luaDeclarations(families());
    for (std::size_t at = text.find("options: "); at != std::string::npos; at = text.find("options: ", at + 1)) {
        const std::size_t start = at + 9;
        const std::string name = text.substr(start, text.find_first_of("\n?|", start) - start);
        if (name.ends_with("Options")) {
            EXPECT_NE(text.find("---@class " + name), std::string::npos) << name;
        }
    }
}

}  // namespace
}  // namespace engross
