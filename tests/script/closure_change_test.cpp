#include "script/written_sources.h"

#include <gtest/gtest.h>
#include <fstream>

namespace engross {
namespace {

using test::letterRequest;
using test::WrittenSources;

TEST(Closure, ChangesWithEverythingThatDecidesThePage) {
    const WrittenSources sources;
    const auto copy = [&](const std::string& name) {
        std::ifstream file(std::string(ENGROSS_SOURCE_DIR) + "/" + name);
        std::string text{std::istreambuf_iterator<char>(file), {}};
        EXPECT_FALSE(text.empty()) << name;
        sources.write(name, text);
        return text;
    };
    const std::string script = "scripts/letter/access_appointment.lua";
    std::vector<std::pair<std::string, std::string>> files;
    for (const std::string& name :
         {script, std::string("plugins/letter/plugin.lua"), std::string("plugins/looks/letterhead.lua"),
          std::string("templates/clauses/obstruction-offence.en.md"),
          std::string("templates/house/example-council/house.lua")}) {
        files.emplace_back(name, copy(name));
    }
    sources.write("plugins/law/some.lua", "return law { capacities = choices { \"owner\" } }");
    files.emplace_back("plugins/law/some.lua", "return law { capacities = choices { \"owner\" } }");
    const Request request = letterRequest("access_appointment", {});
    const auto closure = [&] { return sources.load()->closure(request); };
    const auto before = closure();
    ASSERT_TRUE(before);
    EXPECT_EQ(closure(), before);
    sources.write("templates/clauses/of-nobody.en.md", "Unused.");
    EXPECT_EQ(closure(), before);
    for (const auto& [name, text] : files) {
        sources.write(name, text + "\n");
        EXPECT_NE(closure(), before) << name;
        sources.write(name, text);
        EXPECT_EQ(closure(), before) << name;
    }
    EXPECT_EQ(sources.load()->closure(letterRequest("no_such_type", {})), std::nullopt);
}

}  // namespace
}  // namespace engross
