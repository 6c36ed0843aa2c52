#include "script/case_binding.h"
#include "script/constructors.h"
#include "script/page_binding.h"
#include "script/type_tests.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

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
    return names;
}

std::vector<std::string> namesOfTheHost() {
    Sandbox sandbox;
    std::vector<std::string> callable = families();
    std::ranges::copy(typeTestNames(), std::back_inserter(callable));
    sandbox.offer(constructors(callable, {}));
    sandbox.offer(caseNames());
    sandbox.offer(pageNames());
    return sandbox.names();
}

TEST(Names, OfTheHostAreThoseThatTheLinterKnows) {
    const std::string text = textOf(root + "/.luacheckrc");
    std::vector<std::string> known;
    const std::size_t end = text.find('}');
    for (std::size_t at = text.find('"', text.find("read_globals")); at < end; at = text.find('"', at)) {
        const std::size_t close = text.find('"', at + 1);
        known.push_back(text.substr(at + 1, close - at - 1));
        at = close + 1;
    }
    std::ranges::sort(known);
    EXPECT_EQ(known, namesOfTheHost());
}

TEST(Names, OfTheHostStandInTheReference) {
    const std::string reference = textOf(root + "/docs/document-types.md") + textOf(root + "/docs/families.md");
    for (const std::string& name : namesOfTheHost()) {
        EXPECT_NE(reference.find(name), std::string::npos) << name << " is nowhere in the reference";
    }
}

TEST(Families, HaveAReadmeEach) {
    for (const std::string& family : families()) {
        std::string place = root;
        place.append("/plugins/").append(family).append("/README.md");
        EXPECT_NE(textOf(place).find(family), std::string::npos) << family;
    }
}

}  // namespace
}  // namespace engross
