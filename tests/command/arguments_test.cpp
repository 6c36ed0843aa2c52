#include "command/arguments.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

const std::vector<Option> kOptions{{.name = "case", .value = "FILE"},
                                   {.name = "set", .value = "NAME=VALUE", .repeats = true},
                                   {.name = "draft"},
                                   {.name = "output", .value = "FILE", .letter = 'o'}};

Arguments good(const std::vector<std::string>& words) {
    return std::get<Arguments>(parseArguments(kOptions, words));
}

std::vector<UsageFault> faults(const std::vector<std::string>& words) {
    return std::get<UsageFaults>(parseArguments(kOptions, words)).faults;
}

TEST(Arguments, TakesEveryFormOfAnOption) {
    for (const std::vector<std::string>& words : {std::vector<std::string>{"x", "--output", "a.pdf"},
                                                  {"x", "--output=a.pdf"},
                                                  {"-o", "a.pdf", "x"},
                                                  {"-oa.pdf", "x"}}) {
        const Arguments arguments = good(words);
        EXPECT_EQ(arguments.value("output"), "a.pdf");
        EXPECT_EQ(arguments.operands(), std::vector<std::string>{"x"});
    }
}

TEST(Arguments, KeepsRepeatedValuesInOrder) {
    const Arguments arguments = good({"--set", "a=1", "--set=b=2"});
    EXPECT_EQ(arguments.values("set"), (std::vector<std::string>{"a=1", "b=2"}));
    EXPECT_FALSE(arguments.has("draft"));
}

TEST(Arguments, TakesWhatFollowsTwoDashesAsItStands) {
    EXPECT_EQ(good({"--", "--draft"}).operands(), std::vector<std::string>{"--draft"});
}

TEST(Arguments, NamesAllFaultsAtOnceWithTheNearestOption) {
    const auto found = faults({"--cse", "a.json", "--draft=yes", "--output", "-x"});
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(found.at(0).kind, UsageFault::Kind::UnknownOption);
    EXPECT_EQ(found.at(0).suggestion, "--case");
    EXPECT_EQ(found.at(1).kind, UsageFault::Kind::UnwantedValue);
    EXPECT_EQ(found.at(2).kind, UsageFault::Kind::MissingValue);
    EXPECT_EQ(found.at(3).word, "-x");
}

TEST(Arguments, RefusesASecondValueWhereOneIsMeant) {
    const auto found = faults({"--case", "a", "--case", "b"});
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.at(0).kind, UsageFault::Kind::Repeated);
}

}  // namespace
}  // namespace engross
