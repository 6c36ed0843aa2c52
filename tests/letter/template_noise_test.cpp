#include "letter/sample_data.h"
#include "letter/template.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cstdlib>
#include <random>

namespace engross {
namespace {

/// ENGROSS_SOAK is the number of texts in a long run, where it is more.
std::size_t rounds(std::size_t usual) {
    const char* soak = std::getenv("ENGROSS_SOAK");
    const long wanted = soak == nullptr ? 0 : std::atol(soak);
    return std::max(usual, wanted > 0 ? static_cast<std::size_t>(wanted) : 0);
}

std::string noise(std::mt19937& random) {
    static const std::vector<std::string> parts = {"{{",
                                                   "}}",
                                                   "{{#a}}",
                                                   "{{/a}}",
                                                   "{{^b}}",
                                                   "{{/b}}",
                                                   "{{c}}",
                                                   "{{.}}",
                                                   "{{> d}}",
                                                   "{{{",
                                                   "{{=",
                                                   "[^n]",
                                                   "[^n]: ",
                                                   "[ ]",
                                                   "[x]",
                                                   "[{{#a}}x{{/a}}]",
                                                   "____",
                                                   "{#i}",
                                                   "{@i}",
                                                   "\n",
                                                   "\n\n",
                                                   "# ",
                                                   "- ",
                                                   "1. ",
                                                   "   ",
                                                   "> ",
                                                   "|",
                                                   "|---|---|\n",
                                                   "*",
                                                   "**",
                                                   "_",
                                                   "`",
                                                   "```\n",
                                                   "<",
                                                   "<b>",
                                                   "![",
                                                   "](",
                                                   "https://",
                                                   "[x](https://e.org/",
                                                   ")",
                                                   "&amp;",
                                                   "&",
                                                   "\\",
                                                   "a",
                                                   "b c",
                                                   "\r\n",
                                                   "\t",
                                                   "\xC3\xA9",
                                                   "\xFF",
                                                   "\uE000",
                                                   "\U000F0001",
                                                   "\U00100000",
                                                   "---\n",
                                                   "===\n",
                                                   "  \n",
                                                   std::string(1, '\0')};
    std::string text;
    const auto count = std::uniform_int_distribution<std::size_t>(1, 60)(random);
    std::uniform_int_distribution<std::size_t> part(0, parts.size() - 1);
    for (std::size_t index = 0; index < count; ++index) {
        text += parts[part(random)];
    }
    return text;
}

TEST(TemplateNoise, GivesDiagnosticsAndNothingElse) {
    std::mt19937 random(20260302);
    test::SampleData data;
    data.texts["c"] = "value {{#a}} *";
    data.lists["a"] = {test::element("one"), test::element("two")};
    std::size_t accepted = 0;
    for (std::size_t round = rounds(20'000); round > 0; --round) {
        const std::string text = noise(random);
        const std::string clause = noise(random);
        const ClauseSource clauses = [&](const std::string&) { return std::optional<ClauseText>(clause); };
        const auto parsed = Template::parse(text, "noise.md", 1, clauses);
        ASSERT_EQ(parsed.value.has_value(), parsed.faults.empty()) << text;
        for (const Diagnostic& fault : parsed.faults) {
            ASSERT_GE(fault.where.line, 1U) << text;
            ASSERT_GE(fault.where.column, 1U) << text;
        }
        if (parsed.value.has_value()) {
            std::vector<Diagnostic> faults;
            const Blocks blocks = parsed.value->render(data, faults);
            accepted += blocks.empty() ? 0 : 1;
        }
    }
    EXPECT_GT(accepted, 100U);
}

}  // namespace
}  // namespace engross
