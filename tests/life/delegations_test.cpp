#include "life/delegations.h"

#include "model/json.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

using std::chrono::December;
using std::chrono::March;
using std::chrono::November;

constexpr Day day = std::chrono::year{2026} / November / 25;
constexpr const char* provision = "Housing Act 2004, section 11";

DelegationEntry manager() {
    return {.post = "Private Sector Housing Manager",
            .personTitle = "Mrs",
            .person = "S. Signatory",
            .provision = provision,
            .fromDay = "2026-04-01",
            .untilDay = "2027-03-31",
            .scheme = "Scheme of Delegation, item 4.12",
            .schemeDay = "2026-03-12"};
}

SignatoryQuestion question() {
    return {.provision = provision, .post = "private sector housing manager", .day = day};
}

/// The one fault, which names provision and day.
Diagnostic refusalOf(const SignatoryAnswer& answer, const std::string& dayInWords) {
    EXPECT_FALSE(answer.entry);
    EXPECT_EQ(answer.faults.size(), 1U);
    const Diagnostic fault = answer.faults.empty() ? Diagnostic{} : answer.faults.front();
    EXPECT_EQ(fault.code, "GEN-08");
    EXPECT_NE(fault.message.find(provision), std::string::npos) << fault.message;
    EXPECT_NE(fault.message.find(dayInWords), std::string::npos) << fault.message;
    return fault;
}

std::string fixed(int dayNumber, const std::string& month, int year) {
    return std::to_string(dayNumber) + "\u00a0" + month + "\u00a0" + std::to_string(year);
}

TEST(Delegations, FindTheHolderOfThePostOnTheDay) {
    const auto answer = findSignatory({manager()}, question(), Language::English);
    ASSERT_TRUE(answer.entry);
    EXPECT_EQ(answer.entry->person, "S. Signatory");
    EXPECT_TRUE(answer.faults.empty());
}

TEST(Delegations, HoldOnTheFirstAndTheLastDayAndOnNoOther) {
    SignatoryQuestion asked = question();
    asked.day = std::chrono::year{2026} / std::chrono::April / 1;
    EXPECT_TRUE(findSignatory({manager()}, asked, Language::English).entry);
    asked.day = std::chrono::year{2027} / March / 31;
    EXPECT_TRUE(findSignatory({manager()}, asked, Language::English).entry);
    asked.day = std::chrono::year{2027} / std::chrono::April / 1;
    const Diagnostic ended = refusalOf(findSignatory({manager()}, asked, Language::English), fixed(1, "April", 2027));
    EXPECT_NE(ended.message.find("has ended"), std::string::npos) << ended.message;
    asked.day = std::chrono::year{2026} / March / 31;
    const Diagnostic early = refusalOf(findSignatory({manager()}, asked, Language::English), fixed(31, "March", 2026));
    EXPECT_NE(early.message.find("has not begun"), std::string::npos) << early.message;
}

TEST(Delegations, NamePostProvisionAndDayWhereNobodyIsEntered) {
    SignatoryQuestion asked = question();
    asked.post = "Team Leader";
    const Diagnostic fault =
        refusalOf(findSignatory({manager()}, asked, Language::English), fixed(25, "November", 2026));
    EXPECT_NE(fault.message.find("'Team Leader'"), std::string::npos) << fault.message;
}

TEST(Delegations, RefuseAnotherPersonInThePostWithoutNamingAnybody) {
    SignatoryQuestion asked = question();
    asked.person = "A. Nother";
    const Diagnostic fault =
        refusalOf(findSignatory({manager()}, asked, Language::English), fixed(25, "November", 2026));
    EXPECT_EQ(fault.message.find("Nother"), std::string::npos) << fault.message;
    EXPECT_EQ(fault.message.find("Signatory"), std::string::npos) << fault.message;
}

TEST(Delegations, RefuseASumOverTheLimitAndTakeOneThatReachesIt) {
    DelegationEntry limited = manager();
    limited.limitPence = 1'000'000;
    SignatoryQuestion asked = question();
    asked.pence = 1'000'000;
    EXPECT_TRUE(findSignatory({limited}, asked, Language::English).entry);
    asked.pence = 1'000'001;
    const Diagnostic fault = refusalOf(findSignatory({limited}, asked, Language::English), "2026");
    EXPECT_NE(fault.message.find("£10,000.01"), std::string::npos) << fault.message;
}

TEST(Delegations, AskForAPersonWhereSeveralMaySign) {
    DelegationEntry other = manager();
    other.person = "T. Other";
    EXPECT_FALSE(findSignatory({manager(), other}, question(), Language::English).entry);
    SignatoryQuestion asked = question();
    asked.person = "T. Other";
    const auto answer = findSignatory({manager(), other}, asked, Language::English);
    ASSERT_TRUE(answer.entry);
    EXPECT_EQ(answer.entry->person, "T. Other");
}

TypeSummary noticeType() {
    TypeSummary type;
    type.id = "improvement_notice";
    type.declared = {{"provision", provision}, {"limit_of", "amount"}};
    return type;
}

TEST(Delegations, EnterTheSignatoryInPlaceOfWhatWasTyped) {
    Request request;
    request.fields = Object{{"signatory", Object{{"post", "Private Sector Housing Manager"}, {"authority", "mine"}}},
                            {"dated_on", "2026-11-25"}};
    EXPECT_TRUE(enterSignatory(request, noticeType(), {manager()}, day, Language::English).empty());
    const Value* signatory = request.fields.find("signatory");
    EXPECT_EQ(signatory->textOr("name", ""), "S. Signatory");
    EXPECT_EQ(signatory->textOr("title", ""), "Mrs");
    EXPECT_EQ(signatory->textOr("authority", ""),
              "Scheme of Delegation, item 4.12 (adopted " + fixed(12, "March", 2026) + ")");
}

TEST(Delegations, LookUpTheSigningDayAndNotToday) {
    Request request;
    request.caseRecord.facts = Object{{"dated_on", "2027-04-01"}, {"signatory", "Private Sector Housing Manager"}};
    const auto faults = enterSignatory(request, noticeType(), {manager()}, day, Language::English);
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults.front().where.pointer, "/case/signatory");
}

TEST(Delegations, WarnWhereThereIsNoRegisterAtAll) {
    Request request;
    request.fields = Object{{"signatory", Object{{"name", "S. Signatory"}}}};
    const Request before = request;
    const auto warnings = enterSignatory(request, noticeType(), {}, day, Language::English);
    ASSERT_EQ(warnings.size(), 1U);
    EXPECT_EQ(warnings.front().severity, Severity::Warning);
    EXPECT_EQ(request, before);
}

TEST(Delegations, LeaveATypeAloneThatNamesNoProvision) {
    Request request;
    EXPECT_TRUE(enterSignatory(request, TypeSummary{}, {}, day, Language::English).empty());
}

TEST(Delegations, ReadPoundsInEveryFormInWhichACaseGivesThem) {
    EXPECT_EQ(penceFrom(Value(30000)), 3'000'000);
    EXPECT_EQ(penceFrom(Value(12.5)), 1250);
    EXPECT_EQ(penceFrom(Value("12500.50")), 1'250'050);
    EXPECT_EQ(penceFrom(Value("£1,250")), 125'000);
    EXPECT_EQ(penceFrom(Value("7.5")), 750);
    EXPECT_EQ(penceFrom(Value("about ten")), std::nullopt);
    EXPECT_EQ(penceFrom(Value("1.234")), std::nullopt);
}

TEST(Delegations, NameEveryFaultOfARegisterFileAtOnce) {
    const auto read = readJson(R"({"delegations": [
        {"post": "Manager", "person": "", "provision": "p", "from": "2026-13-01", "scheme": "s"},
        {"pst": "Manager", "post": "M", "person": "P", "provision": "p", "from": "2026-02-01", "until": "2026-01-01",
         "scheme": "s", "limit": "lots"}]})");
    const RegisterFile file = readRegister(*read.value, Language::English);
    std::vector<std::string> places;
    for (const Diagnostic& fault : file.faults) {
        places.push_back(fault.where.pointer);
    }
    EXPECT_EQ(places, (std::vector<std::string>{"/delegations/0/person", "/delegations/0/from", "/delegations/1/pst",
                                                "/delegations/1/limit", "/delegations/1/until"}));
}

TEST(Delegations, WithALimitSignNothingWhoseSumCannotBeRead) {
    TypeSummary type;
    type.declared = {{"provision", provision}, {"limit_of", "amount"}};
    DelegationEntry limited = manager();
    limited.limitPence = 30'000'00;
    for (const char* amount : {R"("about thirty")", "null", "-5", "99999999999999999", "1e30"}) {
        Request request;
        request.fields = Object{{"amount", *readJson(amount).value}};
        const auto asked = questionOf(request, type, day);
        ASSERT_TRUE(asked);
        const Diagnostic fault =
            refusalOf(findSignatory({limited}, *asked, Language::English), fixed(25, "November", 2026));
        EXPECT_NE(fault.message.find("a sum that cannot be read"), std::string::npos) << fault.message;
        EXPECT_TRUE(findSignatory({manager()}, *asked, Language::English).entry);
    }
    Request exact;
    exact.fields = Object{{"amount", "30,000.00"}};
    EXPECT_TRUE(findSignatory({limited}, *questionOf(exact, type, day), Language::English).entry);
}

}  // namespace
}  // namespace engross
