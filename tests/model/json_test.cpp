#include "model/json.h"

#include <gtest/gtest.h>

#include <chrono>
#include <limits>
#include <stdexcept>

namespace engross {
namespace {

using Kind = JsonFault::Kind;

JsonFault faultOf(std::string_view text, const JsonLimits& limits = {}) {
    const JsonResult result = readJson(text, limits);
    EXPECT_FALSE(result.value.has_value()) << text;
    return result.fault.value_or(JsonFault{.kind = Kind::TooLarge, .line = 999, .detail = "no fault"});
}

TEST(Json, ReadsEveryKindAndKeepsTheOrderOfMembers) {
    const JsonResult result = readJson(R"({"z": null, "a": [true, -3, 2.5, "café \u00e9"], "m": {}})");
    ASSERT_TRUE(result.value.has_value());
    EXPECT_FALSE(result.fault.has_value());
    const Value expected = Object{{"z", nullptr}, {"a", List{true, -3, 2.5, "café é"}}, {"m", Object()}};
    EXPECT_EQ(*result.value, expected);
    EXPECT_EQ(result.value->object()->begin()->first, "z");
}

TEST(Json, ReadsASingleValueAndSkipsAByteOrderMark) {
    EXPECT_EQ(readJson("\xEF\xBB\xBF 7 ").value, Value(7));
}

TEST(Json, KeepsWholeNumbersOf64Bits) {
    EXPECT_EQ(readJson("[9223372036854775807,-9223372036854775808]").value,
              Value(List{std::int64_t{9223372036854775807}, std::numeric_limits<std::int64_t>::min()}));
}

TEST(Json, RefusesNumbersThatWouldLoseTheirValue) {
    for (const char* text :
         {"[\n9223372036854775808]", "[\n18446744073709551615]", "[\n123456789012345678901234567890]", "[\n1e400]",
          "{\"a\\\"\":\n-1E400}", "[1,\n1e-400]"}) {
        EXPECT_EQ(faultOf(text).kind, Kind::UnfitNumber) << text;
        EXPECT_EQ(faultOf(text).line, 2U) << text;
    }
    EXPECT_EQ(readJson(R"(["18446744073709551616", "\"1e400"])").value, Value(List{"18446744073709551616", "\"1e400"}));
}

TEST(Json, NeverReadsAPenaltyBeyond64BitsAsNought) {
    for (const char* text : {"18446744073709551616", "-9223372036854775809", "-18446744073709551616"}) {
        EXPECT_EQ(faultOf(text).kind, Kind::UnfitNumber) << text;
    }
}

TEST(Json, NamesTheLineOfAMalformedText) {
    const JsonFault fault = faultOf("{\n  \"a\": 1,\n  \"b\": }\n");
    EXPECT_EQ(fault.kind, Kind::Malformed);
    EXPECT_EQ(fault.line, 3U);
    EXPECT_EQ(fault.detail, "}");
}

TEST(Json, SaysThatTheTextEndedWhereNoCharacterIsToBlame) {
    for (const char* text : {"", "  \n", "[1, 2", "{\"a\"", "tru", "\"abc"}) {
        const JsonFault fault = faultOf(text);
        EXPECT_EQ(fault.kind, Kind::Malformed) << text;
        EXPECT_EQ(fault.detail, "") << text;
    }
    EXPECT_EQ(faultOf("[1,\n2\n").line, 3U);
}

TEST(Json, RefusesWhatOnlyLooksLikeJson) {
    for (const char* text : {"{} {}", "[1] x", "[1,]", "{\"a\":1,}", "[01]", "[.5]", "[1.]", "[NaN]", "// c\n1",
                             "{'a':1}", "[\"\n\"]", "[\"\\ud800\"]", "[\"\\x\"]", "{\"a\" 1}", "{1:2}", "nulll"}) {
        EXPECT_EQ(faultOf(text).kind, Kind::Malformed) << text;
    }
}

TEST(Json, RefusesANullCharacterInTextAndInNames) {
    EXPECT_EQ(faultOf(R"(["a\u0000b"])").detail, "\\u0000");
    EXPECT_EQ(faultOf(R"({"a\u0000b": 1})").detail, "\\u0000");
    EXPECT_EQ(readJson(R"(["a\\u0000b"])").value, Value(List{"a\\u0000b"}));
}

TEST(Json, NamesARepeatedKeyAndItsLine) {
    const JsonFault fault = faultOf("{\"amount\": 1,\n\"other\": {\"amount\": 2},\n\"amount\": 3}");
    EXPECT_EQ(fault.kind, Kind::RepeatedKey);
    EXPECT_EQ(fault.detail, "amount");
    EXPECT_EQ(fault.line, 3U);
}

TEST(Json, SeesARepeatedKeyBehindAnEscape) {
    EXPECT_EQ(faultOf(R"({"amount": 1, "\u0061mount": 2})").kind, Kind::RepeatedKey);
}

TEST(Json, RefusesBytesThatAreNotUtf8AndNamesTheLine) {
    for (const char* bytes : {"\xFF", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82"}) {
        const JsonFault fault = faultOf(std::string("[\n\"") + bytes + "\"]");
        EXPECT_EQ(fault.kind, Kind::NotUtf8);
        EXPECT_EQ(fault.line, 2U);
    }
}

TEST(Json, RefusesMoreLevelsThanTheLimit) {
    EXPECT_TRUE(readJson("[[[1]]]", {.depth = 3}).value.has_value());
    EXPECT_EQ(faultOf("[[[[1]]]]", {.depth = 3}).kind, Kind::TooDeep);
    EXPECT_EQ(faultOf(std::string(4'000'000, '[')).kind, Kind::TooDeep);
}

TEST(Json, RefusesMoreMembersThanTheLimit) {
    EXPECT_TRUE(readJson(R"({"a":1,"b":2})", {.members = 2}).value.has_value());
    EXPECT_EQ(faultOf(R"({"a":1,"b":2,"c":3})", {.members = 2}).kind, Kind::TooManyMembers);
}

TEST(Json, RefusesAHundredMegabytesWithoutReadingThem) {
    const std::string text(100U << 20U, '[');
    const auto before = std::chrono::steady_clock::now();
    EXPECT_EQ(faultOf(text).kind, Kind::TooLarge);
    EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::milliseconds(5));
}

TEST(Json, WritesWhatItReads) {
    const std::string text = R"({"z":null,"a":[true,-3,2.5,1e+22,"q\"\\\n\t\u0001 é"],"m":{},"l":[]})";
    EXPECT_EQ(writeJson(readJson(text).value.value()), text);
}

TEST(Json, WritesARealThatReadsBackAsAReal) {
    for (const double number : {1.0, 0.1, -2.5e-300, 1e22, 123456789.125}) {
        EXPECT_EQ(readJson(writeJson(Value(number))).value, Value(number));
    }
}

TEST(Json, IndentsByTwo) {
    EXPECT_EQ(writeJson(Object{{"a", List{1, 2}}, {"b", List()}}, JsonStyle::Indented),
              "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": []\n}");
}

TEST(Json, CanonicalTextIsTheSameForEqualFacts) {
    const Value left = Object{{"b", 1}, {"a", Object{{"d", 1}, {"c", 2}}}};
    const Value right = Object{{"a", Object{{"c", 2}, {"d", 1}}}, {"b", 1}};
    EXPECT_EQ(canonicalJson(left), canonicalJson(right));
    EXPECT_EQ(canonicalJson(left), R"({"a":{"c":2,"d":1},"b":1})");
}

TEST(Json, NeverWritesBytesThatAreNotUtf8) {
    EXPECT_EQ(writeJson(Value("a\xFFz")), "\"a\xEF\xBF\xBDz\"");
}

TEST(Json, ANumberThatIsNotFiniteIsOurBug) {
    EXPECT_THROW(static_cast<void>(writeJson(Value(std::numeric_limits<double>::infinity()))), std::logic_error);
}

}  // namespace
}  // namespace engross
