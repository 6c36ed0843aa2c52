#include "model/json.h"
#include "model/request.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>
#include <string>
#include <vector>

namespace engross {
namespace {

const std::vector<std::string> seeds{
    R"({"type":"improvement_notice","case_ref":"EN/2026/0142","fields":{"amount":12500.50,"reasons":["a","b"]}})",
    R"({"sections":[{"title":"A","items":[{"title":"x","date":"2026-03-02","exhibit":"AB/1"}]}],"options":{"draft":true}})",
    R"([null,true,-0.5e-3,"\u00e9\ud83c\udfe0 \"\\\/\b\f\n\r\t",{},[],[[[[1]]]]])",
    "\xEF\xBB\xBF{\"caf\xC3\xA9\": \"\xF0\x9F\x8F\xA0\"}",
};

std::string mutated(std::mt19937& random) {
    std::string text = seeds.at(random() % seeds.size());
    const std::size_t changes = 1 + random() % 6;
    for (std::size_t i = 0; i < changes && !text.empty(); ++i) {
        const std::size_t at = random() % text.size();
        switch (random() % 5) {
            case 0:
                text[at] = static_cast<char>(random() & 0xFFU);
                break;
            case 1:
                text.erase(at, 1 + random() % 4);
                break;
            case 2:
                text.insert(at, 1, "[]{}\",:\\0eE+-.u"[random() % 15]);
                break;
            case 3:
                text.resize(at);
                break;
            default:
                text += text.substr(at);
                break;
        }
    }
    return text;
}

/// Deterministic; ENGROSS_SOAK is the number of texts in a long run.
TEST(JsonFuzz, AnyTextGivesAValueOrAFaultAndWhatIsReadIsWrittenAgain) {
    const char* soak = std::getenv("ENGROSS_SOAK");
    const long rounds = soak == nullptr ? 20'000 : 100 * std::strtol(soak, nullptr, 10);
    std::mt19937 random(20'261'122);
    long read = 0;
    for (long i = 0; i < rounds; ++i) {
        const std::string text = mutated(random);
        const JsonResult result = readJson(text);
        ASSERT_NE(result.value.has_value(), result.fault.has_value()) << text;
        if (result.value) {
            ++read;
            ASSERT_EQ(readJson(writeJson(*result.value)).value, result.value) << text;
            static_cast<void>(readRequest(*result.value));
        } else {
            ASSERT_GE(result.fault->line, 1U) << text;
        }
    }
    EXPECT_GT(read, rounds / 100);
}

}  // namespace
}  // namespace engross
