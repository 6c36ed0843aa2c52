// What a script may try against the host, a case, or the next request: each ends in time, with a sentence that tells
// its author what is wrong, and the next document is right.
#include "script/composed_text.h"
#include "script/written_sources.h"

#include <gtest/gtest.h>

#include <ctime>

namespace engross {
namespace {

using test::letterRequest;
using test::letterScript;
using test::said;
using test::testDay;
using test::WrittenSources;

constexpr double mostSeconds = 2.5;  // of processor time: the limit of two seconds, and half a second

/// A family whose compose is the attack, a type of it, and a good letter beside it.
class Hurt : public testing::Test {
protected:
    void plant(const std::string& body, const std::string& above = {}) {
        sources_.write("plugins/attack/plugin.lua",
                       above +
                           "return plugin { name = \"attack\", version = \"1\", api = 1, makes = \"An attack.\",\n"
                           "  fields = { recipient = person { needs = { \"address\" } },\n"
                           "    officer = person { needs = { \"post\" } } },\n"
                           "  compose = function(type, case, page)\n" +
                           body + "\n  end }\n");
        sources_.write("plugins/letter/plugin.lua",
                       "return plugin { name = \"letter\", version = \"1\", api = 1, makes = \"A letter.\",\n"
                       "  fields = { recipient = person { needs = { \"address\" } },\n"
                       "    officer = person { needs = { \"post\" } }, note = text { optional = true } },\n"
                       "  compose = function(type, case, page) page:title(type.title) page:body()\n"
                       "    page:paragraph(words.upper(\"good\")) end }\n");
        sources_.write("scripts/attack/a.lua",
                       "return attack { id = \"a\", version = 1, title = \"A\", law = \"Act, s.1\",\n"
                       "  in_force = { from = \"2000-01-01\" }, body = \"x\" }\n");
        sources_.write("scripts/letter/good.lua", letterScript("good", ""));
        catalogue_ = sources_.load();
    }

    /// What the author reads; empty where the attack was composed.
    std::string attack() {
        const std::clock_t start = std::clock();
        const auto result = catalogue_->check(letterRequest("a", {}), testDay);
        std::vector<Diagnostic> faults = result.diagnostics;
        if (result.checked != nullptr) {
            composed_ = catalogue_->compose(*result.checked, {}, faults);
        }
        EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, mostSeconds);
        expectNextIsRight();
        std::string all;
        for (const Diagnostic& fault : faults) {
            EXPECT_FALSE(fault.message.empty());
            EXPECT_GT(fault.where.line, 0U) << fault.message;
            all += fault.message + "\n";
        }
        return all;
    }

    void expectNextIsRight() const {
        const auto result = catalogue_->check(letterRequest("good", {}), testDay);
        ASSERT_NE(result.checked, nullptr) << said(result.diagnostics);
        std::vector<Diagnostic> faults;
        const auto composition = catalogue_->compose(*result.checked, {}, faults);
        ASSERT_TRUE(composition.has_value()) << said(faults);
        EXPECT_EQ(composedText(*composition), "A test Dear Ms A. Example GOOD");
    }

    WrittenSources sources_;
    std::shared_ptr<const Catalogue> catalogue_;
    std::optional<Composition> composed_;
};

struct Attack {
    const char* name;
    const char* body;
    const char* message;  // a part of what its author reads
};

void PrintTo(const Attack& attack, std::ostream* out) {
    *out << attack.name;
}

class HurtBy : public Hurt, public testing::WithParamInterface<Attack> {};

TEST_P(HurtBy, AnAttackEndsInTimeWithASentenceAndTheNextDocumentIsRight) {
    plant(GetParam().body);
    const std::string told = attack();
    EXPECT_NE(told.find(GetParam().message), std::string::npos) << told;
    EXPECT_FALSE(composed_.has_value());
}

// The rows of the table of what stops what, then those of the issue.
INSTANTIATE_TEST_SUITE_P(
    Rows, HurtBy,
    testing::Values(
        Attack{"EndlessLoop", "while true do end", "takes too long"},
        Attack{"LoopInACoroutine", "coroutine.wrap(function() while true do end end)()", "no 'coroutine' for scripts"},
        Attack{"LoopInTostring", "setmetatable({}, { __tostring = function() while true do end end })",
               "no 'setmetatable' for scripts"},
        Attack{"CaughtForEver", "local function loop() while true do end end while true do pcall(loop) end",
               "takes too long"},
        Attack{"XpcallLoop", "xpcall(function() while true do end end, function() while true do end end)",
               "no 'xpcall' for scripts"},
        Attack{"Finaliser", "setmetatable({}, { __gc = function() while true do end end }) collectgarbage()",
               "for scripts"},
        Attack{"NestedQuantifiers", "return (\"x\"):rep(5000):find((\"x*\"):rep(5000))", "'find'"},
        Attack{"RepeatInALoop", "while true do local s = string.rep(\"x\", 8000000) end", "takes too long"},
        Attack{"GrowingText", "local s = \"x\" while true do s = s .. \"x\" end", "too"},
        Attack{"HugeRepeatOfNothing", "return (\"\"):rep(20000000000)", "takes too long"},
        Attack{"HugeMove", "table.move({}, 1, 300000000, 2)", "takes too long"},
        Attack{"HugeConcat", "table.concat({}, \"\", 1, 300000000)", "takes too long"},
        Attack{"HugeUnpack", "table.unpack({}, 1, 300000000)", "takes too long"},
        Attack{"WithheldNext", "local step = pairs({}) return next({})", "no 'next' for scripts"},
        Attack{"OutOfMemory", "local s = string.rep(\"x\", 1000000) local t = {} for i = 1, 100 do t[i] = s .. i end",
               "too much memory"},
        Attack{"Doubling", "local s = \"x\" while true do s = s .. s end", "too much memory"},
        Attack{"DeepRecursion", "local function deep(n) return 1 + deep(n + 1) end return deep(1)", "too much memory"},
        Attack{"Bytecode", "return load(string.dump(function() end))", "no 'load' for scripts"},
        Attack{"PoisonedTexts", "getmetatable(\"\").__index = {}", "no 'getmetatable' for scripts"},
        Attack{"AnotherCase", "return case.catalogue", "no field 'catalogue'"},
        Attack{"Files", "return io.open(\"/etc/passwd\")", "no 'io' for scripts"},
        Attack{"Environment", "return os.getenv(\"HOME\")", "no 'os' for scripts"},
        Attack{"Network", "return require(\"socket\")", "no 'require' for scripts"},
        Attack{"Clock", "return os.time()", "no 'os' for scripts"},
        Attack{"Globals", "_G.words = nil", "no '_G' for scripts"},
        Attack{"StateBetweenJobs", "counter = (counter or 0) + 1", "'counter'"},
        Attack{"ChangedCase", "case.recipient = nil", ""},
        Attack{"TenThousandPages", "for i = 1, 1000000000 do page:page_break() end", "too"},
        Attack{"FiftyMegabytes", "page:paragraph(string.rep(\"x\", 50 * 1024 * 1024))", "too"},
        Attack{"ClausePathClimbsOut", "page:clause(\"../../../../etc/passwd\")", "'../../../../etc/passwd'"},
        Attack{"LooksPathClimbsOut", "looks \"../../etc/passwd\"", "etc/passwd"}),
    [](const auto& info) { return std::string(info.param.name); });

TEST_F(Hurt, ByChangingTheHostsTablesOnlyItself) {
    plant("words.upper = function() return \"POISONED\" end string.upper = nil page:paragraph(words.upper(\"x\"))");
    EXPECT_EQ(attack(), "");  // its own document says POISONED; the next one, made in attack(), does not
    ASSERT_TRUE(composed_.has_value());
    EXPECT_EQ(composedText(*composed_), "POISONED");
}

TEST_F(Hurt, ByALoopAtLoadOnlyItself) {
    plant("", "while true do end\n");
    const std::clock_t start = std::clock();
    std::string all;
    for (const Diagnostic& fault : catalogue_->faultsOf("a")) {
        all += fault.message;
    }
    EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, mostSeconds);
    EXPECT_NE(all.find("takes too long"), std::string::npos) << all;
    expectNextIsRight();
}

TEST_F(Hurt, ByATypeThatTakesAnothersIdNobodyUnawares) {
    plant("");
    sources_.write("scripts/attack/good.lua",
                   "return attack { id = \"good\", version = 9, title = \"Taken\", law = \"Act, s.1\",\n"
                   "  in_force = { from = \"2000-01-01\" }, body = \"x\" }\n");
    const auto catalogue = sources_.load();
    const auto result = catalogue->check(letterRequest("good", {}), testDay);
    EXPECT_EQ(result.checked, nullptr);
    EXPECT_NE(said(result.diagnostics).find("scripts/letter/good.lua and scripts/attack/good.lua"), std::string::npos)
        << said(result.diagnostics);
}

std::string faultsOf(const WrittenSources& sources, const std::string& id) {
    std::string all;
    for (const Diagnostic& fault : sources.load()->faultsOf(id)) {
        all += describe(fault);
    }
    return all;
}

TEST(HurtTexts, ByClausesThatSayEachOtherWithoutEnd) {
    const WrittenSources sources;
    sources.write("templates/house/h/house.lua", "return house { council = \"C\", address = { \"a\" } }\n");
    sources.write("templates/clauses/one.en.md", "One {{> two}}\n");
    sources.write("templates/clauses/two.en.md", "Two {{> one}}\n");
    sources.write("scripts/letter/t.lua", letterScript("t", "", "Dear {{recipient}}\n\n{{> one}}\n"));
    const std::clock_t start = std::clock();
    const std::string told = faultsOf(sources, "t");
    EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, mostSeconds);
    EXPECT_NE(told.find("one"), std::string::npos) << told;
    EXPECT_NE(told, "");
}

TEST(HurtTexts, ByNamesThatClimbOutOfTheirFolders) {
    const WrittenSources sources;
    sources.write("scripts/letter/t.lua", letterScript("t", "", "Dear {{recipient}}\n\n{{> ../../secret}}\n"));
    EXPECT_NE(faultsOf(sources, "t"), "");
    sources.write("scripts/letter/u.lua",
                  "return letter { id = \"u\", version = 1, title = \"U\", law = \"Act\",\n"
                  "  in_force = { from = \"2000-01-01\" }, body = template \"../../../../etc/passwd\" }\n");
    const std::string told = faultsOf(sources, "u");
    EXPECT_NE(told.find("etc/passwd"), std::string::npos) << told;
    EXPECT_EQ(told.find("root:"), std::string::npos);
}

TEST(HurtTexts, BySectionsNestedWithoutEnd) {
    std::string body = "Dear {{recipient}}\n\n";
    for (int depth = 0; depth < 20000; ++depth) {
        body += "{{#note}}";
    }
    const WrittenSources sources;
    sources.write("scripts/letter/t.lua", letterScript("t", "  fields = { note = text {} },\n", body + "\n"));
    const std::clock_t start = std::clock();
    EXPECT_NE(faultsOf(sources, "t"), "");
    EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, mostSeconds);
}

TEST(HurtTexts, ByAScriptOfFiftyMegabytes) {
    const WrittenSources sources;
    sources.write("scripts/letter/t.lua", "return " + std::string(50U << 20U, '{'));
    const std::clock_t start = std::clock();
    const std::string told = faultsOf(sources, "t");
    EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, mostSeconds);
    EXPECT_NE(told.find("larger than 256 kB"), std::string::npos) << told.substr(0, 500);
}

}  // namespace
}  // namespace engross
