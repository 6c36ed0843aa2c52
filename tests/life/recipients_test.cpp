#include "life/recipients.h"

#include "model/json.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

TypeSummary notice() {
    TypeSummary type;
    Field capacity{.name = "capacity", .kind = FieldKind::Choice};
    capacity.choices = {{.value = "mortgagee", .label = "mortgagee of the house"}};
    Field one{.kind = FieldKind::Record};
    one.members = {capacity};
    Field recipients{.name = "recipients", .kind = FieldKind::List};
    recipients.members = {one};
    type.schema.fields = {recipients};
    return type;
}

Request request(const std::string& recipients) {
    Request made;
    made.fields = Object{{"recipients", *readJson(recipients).value}};
    made.caseRecord.facts = *readJson(R"({"premises": {"address": ["12 Sample Street", "Anytown", "AB1 2DE"]}})").value;
    return made;
}

constexpr const char* three = R"([
    {"name": "Mr B. Sample", "address": ["8 Invented Lane", "Anytown", "AB1 4EF"], "method": "hand",
     "planned_on": "2026-11-25"},
    {"name": "Example Building Society", "capacity": "mortgagee", "address": "1 Invented Parade, Anytown, AB1 9XY",
     "copy": true, "method": "first_class_post", "planned_on": "2026-11-27"},
    {"name": "Ms A. Example", "address": {"lines": ["12 Sample Street", "Anytown"], "postcode": "AB1 2DE"}, "copy": true,
     "method": "first_class_post", "planned_on": "2026-11-27", "unsafe_address": true}])";

TEST(Recipients, AreReadWithAddressesInEveryFormAndCapacitiesAsPrinted) {
    const auto recipients = recipientsOf(request(three), notice());
    ASSERT_EQ(recipients.size(), 3U);
    EXPECT_EQ(recipients.at(0).number, 1);
    EXPECT_FALSE(recipients.at(0).isCopy);
    EXPECT_EQ(recipients.at(1).capacity, "mortgagee of the house");
    EXPECT_EQ(recipients.at(1).address, (std::vector<std::string>{"1 Invented Parade", "Anytown", "AB1 9XY"}));
    EXPECT_EQ(recipients.at(2).address, (std::vector<std::string>{"12 Sample Street", "Anytown", "AB1 2DE"}));
    EXPECT_TRUE(recipients.at(2).unsafeAddress);
}

TEST(Recipients, OfALetterAreItsOneRecipient) {
    TypeSummary letter;
    letter.schema.fields = {Field{.name = "recipient", .kind = FieldKind::Person}};
    Request made;
    made.fields =
        *readJson(R"({"recipient": {"title": "Ms", "name": "A. Example", "address": "12 Sample Street"}})").value;
    const auto recipients = recipientsOf(made, letter);
    ASSERT_EQ(recipients.size(), 1U);
    EXPECT_EQ(recipients.front().name, "Ms A. Example");
}

TEST(Recipients, WithAnUnsafeAddressAreNeverPostedTo) {
    const auto faults = unsafeRecipients(request(three), notice(), Language::English);
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults.front().code, "GEN-10");
    EXPECT_EQ(faults.front().where.pointer, "/fields/recipients/2/method");
    EXPECT_FALSE(faults.front().hints.empty());
    EXPECT_EQ(faults.front().message.find("Sample Street"), std::string::npos);
}

TEST(Recipients, WithAnUnsafeAddressMayBeServedByHand) {
    EXPECT_FALSE(goesToTheAddress("hand"));
    for (const char* method : {"first_class_post", "second_class_post", "left_at_address", "affixed"}) {
        EXPECT_TRUE(goesToTheAddress(method)) << method;
    }
}

TEST(Recipients, AreFoundOutWhereACopyShowsAnothersAddress) {
    const Request made = request(three);
    const auto recipients = recipientsOf(made, notice());
    EXPECT_TRUE(othersShown("To Mr B. Sample, 8 Invented Lane. The premises are 12 Sample Street.", 1, recipients, made)
                    .empty());
    EXPECT_EQ(othersShown("… also to 8\u00a0invented LANE …", 2, recipients, made), std::vector<std::size_t>{1});
    EXPECT_EQ(othersShown("… postcode AB1 9XY …", 1, recipients, made), std::vector<std::size_t>{2});
}

TEST(Recipients, AreServedAsRecordedWhenTheRequestIsCheckedAgain) {
    const Request actual = withService(request(three), 2, "hand", "2026-11-30");
    const auto recipients = recipientsOf(actual, notice());
    EXPECT_EQ(recipients.at(1).method, "hand");
    EXPECT_EQ(recipients.at(1).plannedOn, "2026-11-30");
    EXPECT_EQ(recipients.at(0).plannedOn, "2026-11-25");
}

TEST(Recipients, AreGivenAwayByTheStreetBehindTheFirstLineToo) {
    const std::vector<DocumentRecipient> two{
        {.number = 1, .name = "Mr B. Sample", .address = {"8 Invented Lane", "Anytown", "AB1 4EF"}},
        {.number = 2, .name = "Ms A. Example", .address = {"The Annexe", "14 Made Up Street", "Anytown", "AB1 9XY"}}};
    EXPECT_EQ(othersShown("she now lives in 14 Made\u00a0Up Street", 1, two, request("[]")),
              std::vector<std::size_t>{2});
    EXPECT_TRUE(othersShown("she now lives in Anytown", 1, two, request("[]")).empty());
}

}  // namespace
}  // namespace engross
