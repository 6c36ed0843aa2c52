#include "words/format.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace engross {
namespace {

using namespace std::chrono;

constexpr auto english = Language::English;
constexpr auto welsh = Language::Welsh;

std::string plain(std::string text) {
    for (std::size_t at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0", at)) {
        text.replace(at, 2, " ");
    }
    return text;
}

TEST(Dates, AreWrittenInFullInBothLanguages) {
    EXPECT_EQ(plain(longDate(year(2026) / 3 / 2, english)), "2 March 2026");
    EXPECT_EQ(plain(longDate(year(2026) / 3 / 2, welsh)), "2 Mawrth 2026");
    EXPECT_EQ(plain(weekdayDate(year(2026) / 3 / 2, english)), "Monday 2 March 2026");
    EXPECT_EQ(plain(weekdayDate(year(2026) / 3 / 2, welsh)), "dydd Llun 2 Mawrth 2026");
}

TEST(Dates, NeverBreakBetweenDayMonthAndYear) {
    EXPECT_EQ(longDate(year(2026) / 3 / 2, english), "2\u00A0March\u00A02026");
}

TEST(Dates, HaveEveryMonthAndWeekdayInWelsh) {
    const std::vector<std::string> months{"Ionawr",     "Chwefror", "Mawrth", "Ebrill", "Mai",      "Mehefin",
                                          "Gorffennaf", "Awst",     "Medi",   "Hydref", "Tachwedd", "Rhagfyr"};
    for (unsigned i = 1; i <= 12; ++i) {
        EXPECT_EQ(plain(longDate(year(2026) / month(i) / 1, welsh)), "1 " + months.at(i - 1) + " 2026");
    }
    const std::vector<std::string> weekdays{"Sul", "Llun", "Mawrth", "Mercher", "Iau", "Gwener", "Sadwrn"};
    for (unsigned i = 0; i < 7; ++i) {  // 1 November 2026 is a Sunday
        EXPECT_TRUE(weekdayDate(year(2026) / 11 / day(1 + i), welsh).starts_with("dydd " + weekdays.at(i) + " "));
    }
}

TEST(Dates, ADayInNoCalendarIsOurBug) {
    EXPECT_THROW(static_cast<void>(longDate(year(2026) / 2 / 30, english)), std::logic_error);
}

TEST(ClockTime, IsWrittenAsAPersonSaysIt) {
    EXPECT_EQ(clockTime(hours(10), english), "10am");
    EXPECT_EQ(clockTime(hours(10) + minutes(30), english), "10.30am");
    EXPECT_EQ(clockTime(hours(16) + minutes(5), english), "4.05pm");
    EXPECT_EQ(clockTime(minutes(1), english), "12.01am");
    EXPECT_EQ(clockTime(hours(12) + minutes(1), english), "12.01pm");
    EXPECT_EQ(clockTime(hours(12), english), "noon");
    EXPECT_EQ(clockTime(hours(0), english), "midnight");
    EXPECT_EQ(clockTime(hours(12), welsh), "hanner dydd");
    EXPECT_THROW(static_cast<void>(clockTime(hours(24), english)), std::logic_error);
}

TEST(Money, GroupsThousandsAndShowsPenceWhereThereAreAny) {
    EXPECT_EQ(money(1'250'000, false), "£12,500");
    EXPECT_EQ(money(1'250'050, false), "£12,500.50");
    EXPECT_EQ(money(1'250'000, true), "£12,500.00");
    EXPECT_EQ(money(5, false), "£0.05");
    EXPECT_EQ(money(0, false), "£0");
    EXPECT_EQ(money(99'900, false), "£999");
    EXPECT_EQ(money(100'000'000'000, false), "£1,000,000,000");
    EXPECT_EQ(money(-1'250, false), "-£12.50");
}

TEST(Joined, UsesTheWordOfTheLanguageBeforeTheLast) {
    EXPECT_EQ(joined({}, english), "");
    EXPECT_EQ(joined({"A"}, english), "A");
    EXPECT_EQ(joined({"A", "B"}, english), "A and B");
    EXPECT_EQ(joined({"A", "B", "C"}, english), "A, B and C");
    EXPECT_EQ(joined({"Abertawe", "Caerdydd"}, welsh), "Abertawe a Caerdydd");
}

TEST(Joined, WritesAcBeforeAVowelInWelsh) {
    EXPECT_EQ(joined({"Caerdydd", "Abertawe"}, welsh), "Caerdydd ac Abertawe");
    EXPECT_EQ(joined({"bacwn", "wyau"}, welsh), "bacwn ac wyau");
    EXPECT_EQ(joined({"Sir y Fflint", "Wrecsam"}, welsh), "Sir y Fflint a Wrecsam");
    EXPECT_EQ(joined({"7", "8"}, welsh), "7 ac 8");
    EXPECT_EQ(joined({"10", "11"}, welsh), "10 ac 11");
    EXPECT_EQ(joined({"1", "2"}, welsh), "1 a 2");
}

}  // namespace
}  // namespace engross
