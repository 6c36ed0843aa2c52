#include "model/value.h"
#include "model/error.h"
#include "model/field.h"
#include "model/finding.h"
#include "model/json.h"
#include "model/utf8.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

TEST(Value, ReplacesAMemberInItsPlace) {
    Object object{{"a", 1}, {"b", 2}};
    object.set("a", "new");
    EXPECT_EQ(object.size(), 2U);
    EXPECT_EQ(object.begin()->second, Value("new"));
}

TEST(Value, AnswersNothingForAnotherKind) {
    const Value text("x");
    EXPECT_EQ(text.integer(), nullptr);
    EXPECT_EQ(text.find("x"), nullptr);
    EXPECT_EQ(Value(1).textOr("x", "none"), "none");
    EXPECT_EQ(Value(1).kindName(), "number");
    EXPECT_EQ(Value(1.5).kindName(), "number");
    EXPECT_EQ(Value().kindName(), "nothing");
    EXPECT_EQ(Value(Object()).kindName(), "group of fields");
}

TEST(Error, NamesItsSubjectAndSaysWhetherItMayPass) {
    const Error lasting("pdf-broken", "AB/7", "has no pages");
    EXPECT_STREQ(lasting.what(), "AB/7: has no pages");
    EXPECT_FALSE(lasting.retryable());
    EXPECT_TRUE(Error("vault-full", "", "the disk is full", Error::Retry::Yes).retryable());
}

TEST(Verdict, PassesWithWarningsAndFailsWithOneError) {
    Verdict verdict{.profile = "ftt", .pages = 3, .rulesRun = {"a", "b"}, .findings = {}};
    verdict.findings.push_back({.rule = "a", .severity = Severity::Warning, .pages = {2}, .message = "m", .cure = "c"});
    EXPECT_TRUE(verdict.passed());
    verdict.findings.push_back({.rule = "b", .severity = Severity::Error, .pages = {}, .message = "n", .cure = ""});
    EXPECT_FALSE(verdict.passed());
    EXPECT_EQ(writeJson(toValue(verdict)),
              R"({"profile":"ftt","pages":3,"passed":false,"rules_run":["a","b"],"findings":[)"
              R"({"rule":"a","severity":"warning","pages":[2],"message":"m","cure":"c"},)"
              R"({"rule":"b","severity":"error","pages":[],"message":"n","cure":""}]})");
}

TEST(Schema, FindsAFieldByName) {
    const Schema schema{.fields = {{.name = "amount", .kind = FieldKind::Money}}};
    ASSERT_NE(schema.find("amount"), nullptr);
    EXPECT_EQ(schema.find("amout"), nullptr);
    EXPECT_EQ(nameOf(schema.find("amount")->kind), "money");
    EXPECT_EQ(nameOf(FieldKind::Text), "text");
    EXPECT_EQ(nameOf(FieldKind::Postcode), "postcode");
    EXPECT_EQ(nameOf(FieldKind::Rows), "rows");
}

TEST(Utf8, FindsTheFirstIllFormedByte) {
    EXPECT_EQ(wellFormedPrefix("aé€🏠"), std::string_view("aé€🏠").size());
    EXPECT_EQ(wellFormedPrefix("ab\x80"), 2U);
    EXPECT_EQ(wellFormedPrefix("\xE2\x82"), 0U);
    EXPECT_EQ(wellFormedPrefix("\xF0\x80\x80\x80"), 0U);
}

TEST(Utf8, RepairsEveryIllFormedByteAndNoOther) {
    EXPECT_EQ(repaired("é\xFF\xFE z"), "é\xEF\xBF\xBD\xEF\xBF\xBD z");
    EXPECT_EQ(repaired("plain"), "plain");
}

TEST(Utf8, CountsCharacters) {
    EXPECT_EQ(characterCount("Tŷ 🏠"), 4U);
}

}  // namespace
}  // namespace engross
