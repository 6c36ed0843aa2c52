#include "words/messages.h"

#include "words/faults.h"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

namespace engross {
namespace {

std::set<std::string> placeholders(std::string_view text) {
    std::set<std::string> names;
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at)) {
        if (text.substr(at).starts_with("{{")) {
            at += 2;
            continue;
        }
        const std::size_t end = text.find('}', at);
        EXPECT_NE(end, std::string_view::npos) << text;
        names.emplace(text.substr(at + 1, end - at - 1));
        at = end;
    }
    return names;
}

TEST(Messages, EveryKeyIsUniqueAndLowerCase) {
    std::set<std::string_view> keys;
    for (const Message& message : allMessages()) {
        EXPECT_TRUE(keys.insert(message.key).second) << message.key;
        EXPECT_EQ(message.key.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.-"), std::string_view::npos)
            << message.key;
        EXPECT_NE(message.key.find('.'), std::string_view::npos) << message.key;
    }
    EXPECT_GT(keys.size(), 20U);
}

TEST(Messages, EverySentenceStandsInEnglish) {
    for (const Message& message : allMessages()) {
        EXPECT_FALSE(message.english.empty()) << message.key;
    }
}

TEST(Messages, EverySentenceStandsInWelsh) {
    for (const Message& message : allMessages()) {
        EXPECT_FALSE(message.welsh.empty()) << message.key;
    }
}

TEST(Messages, BothLanguagesHaveTheSamePlaceholders) {
    for (const Message& message : allMessages()) {
        if (!message.welsh.empty()) {
            EXPECT_EQ(placeholders(message.english), placeholders(message.welsh)) << message.key;
        }
    }
}

TEST(Messages, ACountedSentenceHasTheFormThatAllLanguagesFallBackTo) {
    const Messages& messages = Messages::in(Language::English);
    for (const Message& message : allMessages()) {
        if (message.key.ends_with(".one")) {
            const std::string stem(message.key.substr(0, message.key.size() - 4));
            EXPECT_TRUE(messages.has(stem + ".other")) << message.key;
        }
    }
}

TEST(Messages, FillsItsPlaceholders) {
    EXPECT_EQ(Messages::in(Language::English).text("model.did_you_mean", {{"name", "amount"}}),
              "did you mean 'amount'?");
    EXPECT_EQ(Messages::in(Language::Welsh).text("model.did_you_mean", {{"name", "amount"}}),
              "ai 'amount' oedd gennych mewn golwg?");
}

TEST(Messages, AValueIsNeverReadAsAPlaceholder) {
    EXPECT_EQ(Messages::in(Language::English).text("model.did_you_mean", {{"name", "{name}"}}),
              "did you mean '{name}'?");
}

TEST(Messages, AnUnknownKeyOrAMissingValueIsOurBug) {
    const Messages& messages = Messages::in(Language::English);
    EXPECT_THROW(static_cast<void>(messages.text("model.no_such_sentence")), std::logic_error);
    EXPECT_THROW(static_cast<void>(messages.text("model.did_you_mean")), std::logic_error);
    EXPECT_FALSE(messages.has("model.no_such_sentence"));
}

TEST(Messages, KnowTheirLanguages) {
    EXPECT_EQ(languageFrom("cy-GB"), Language::Welsh);
    EXPECT_EQ(languageFrom("en"), Language::English);
    EXPECT_FALSE(languageFrom("fr").has_value());
    EXPECT_FALSE(languageFrom("").has_value());
    EXPECT_FALSE(languageFrom("english").has_value());
    EXPECT_EQ(tagOf(Language::Welsh), "cy-GB");
}

TEST(Faults, EveryKindOfJsonFaultHasItsSentence) {
    using Kind = JsonFault::Kind;
    for (const Kind kind : {Kind::TooLarge, Kind::TooDeep, Kind::TooManyMembers, Kind::Malformed, Kind::RepeatedKey,
                            Kind::NotUtf8, Kind::UnfitNumber}) {
        for (const Language language : {Language::English, Language::Welsh}) {
            const Diagnostic fault = diagnosticOf({.kind = kind, .line = 3, .detail = "x"}, {}, "", language);
            EXPECT_TRUE(fault.code.starts_with("json-"));
            EXPECT_FALSE(fault.message.empty());
        }
    }
}

TEST(Faults, NameTheFileAndTheLineOfAPlan) {
    const Diagnostic fault = diagnosticOf({.kind = JsonFault::Kind::Malformed, .line = 3, .detail = "}"}, {},
                                          "plan.json", Language::English);
    EXPECT_EQ(describe(fault), "plan.json:3: not JSON; '}' does not belong here\n");
}

TEST(Faults, SuggestANameThatIsNear) {
    const Value body = Object{{"type", "t"}, {"feilds", Object()}, {"colour", 1}, {"case", List()}};
    const RequestResult result = readRequest(body);
    ASSERT_EQ(result.faults.size(), 3U);
    EXPECT_EQ(diagnosticOf(result.faults.at(0), Language::English).hints.at(0), "did you mean 'fields'?");
    EXPECT_TRUE(diagnosticOf(result.faults.at(1), Language::English).hints.at(0).starts_with("known here: type, "));
    EXPECT_EQ(diagnosticOf(result.faults.at(2), Language::English).message,
              "this is a list; a group of fields belongs here");
}

TEST(Faults, EveryKindOfRequestFaultHasItsSentence) {
    using Kind = RequestFault::Kind;
    for (const Kind kind :
         {Kind::UnknownKey, Kind::WrongKind, Kind::Missing, Kind::Empty, Kind::Conflict, Kind::Repeated}) {
        for (const Language language : {Language::English, Language::Welsh}) {
            const RequestFault fault{
                .kind = kind, .pointer = "/a", .expected = "text", .found = "list", .suggestion = ""};
            EXPECT_FALSE(diagnosticOf(fault, language).message.empty());
        }
    }
}

}  // namespace
}  // namespace engross
