#include "model/identifier.h"

#include "model/day.h"

#include <gtest/gtest.h>

#include <set>
#include <stdexcept>

namespace engross {
namespace {

using namespace std::chrono_literals;

TEST(Uuid, HasTheFormOfVersionSeven) {
    // RFC 9562 appendix A.6: 0x017F22E279B0 is 2022-02-22 19:22:22 UTC.
    const std::string uuid = makeUuid(Instant(std::chrono::milliseconds(0x017F22E279B0)));
    ASSERT_EQ(uuid.size(), 36U);
    EXPECT_EQ(uuid.substr(0, 15), "017f22e2-79b0-7");
    EXPECT_NE(std::string("89ab").find(uuid.at(19)), std::string::npos);
    EXPECT_EQ(uuid.find_first_not_of("0123456789abcdef-"), std::string::npos);
}

TEST(Uuid, SortsByTheTimeItWasMade) {
    const Instant start(std::chrono::milliseconds(1'800'000'000'000));
    std::string last;
    for (int i = 0; i < 1000; ++i) {
        const std::string next = makeUuid(start + std::chrono::milliseconds(i));
        EXPECT_LT(last, next);
        last = next;
    }
}

TEST(Uuid, IsNeverTheSameTwice) {
    const Instant now(std::chrono::milliseconds(1'800'000'000'000));
    std::set<std::string> seen;
    for (int i = 0; i < 10'000; ++i) {
        seen.insert(makeUuid(now));
    }
    EXPECT_EQ(seen.size(), 10'000U);
}

TEST(Secret, IsUrlSafeAndLongEnough) {
    for (const std::size_t count : {1U, 2U, 3U, 16U, 32U}) {
        const std::string secret = makeSecret(count);
        EXPECT_EQ(secret.size(), (count * 8 + 5) / 6);
        EXPECT_EQ(secret.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"),
                  std::string::npos);
    }
    EXPECT_NE(makeSecret(32), makeSecret(32));
}

TEST(IsoTime, WritesMillisecondsInUtc) {
    EXPECT_EQ(isoTime(Instant(0ms)), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(isoTime(Instant(std::chrono::sys_days(std::chrono::year(2026) / 11 / 22) + 2h + 38min + 19s + 7ms)),
              "2026-11-22T02:38:19.007Z");
    EXPECT_EQ(isoTime(Instant(-1ms)), "1969-12-31T23:59:59.999Z");
}

TEST(Day, ReadsTheOneFormAndNothingElse) {
    using namespace std::chrono;
    EXPECT_EQ(dayFrom("2026-11-23"), year(2026) / 11 / 23);
    EXPECT_EQ(dayFrom("2028-02-29"), year(2028) / 2 / 29);
    for (const char* text : {"", "2026-1-23", "23/11/2026", "2026-02-29", "2026-13-01", "2026-00-10", "2026-11-00",
                             "2026-11-23T10:00", "2026_11-23", "-026-11-23", "0999-01-01", " 2026-11-2"}) {
        EXPECT_FALSE(dayFrom(text).has_value()) << text;
    }
}

TEST(Day, WritesWhatItReads) {
    EXPECT_EQ(isoDay(dayFrom("2026-03-02").value()), "2026-03-02");
    EXPECT_THROW(static_cast<void>(isoDay(std::chrono::year(2026) / 2 / 30)), std::logic_error);
}

}  // namespace
}  // namespace engross
