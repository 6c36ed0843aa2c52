#include "store/release_records.h"

#include "store/migrations.h"
#include "store/records.h"
#include "store/sqlite_database.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

constexpr Instant now{std::chrono::milliseconds{1'772'400'000'000}};

ReleaseRecord release(const std::string& identity) {
    return {.packId = "p1",
            .requestId = "request-" + identity,
            .artefact = Sha256::of("bytes of " + identity),
            .identity = Sha256::of(identity),
            .name = "bundle.pdf",
            .pages = 40,
            .madeAt = now};
}

class ReleaseRecordsTest : public testing::Test {
protected:
    ReleaseRecordsTest() : database_(openSqlite(folder_.path("store.sqlite"))) {
        migrate(*database_, now);
        database_->transaction([](Transaction& transaction) {
            Records records(transaction);
            records.noteCase("north", "EN/2026/0142", now);
            records.add(PackRecord{
                .id = "p1", .caseReference = "EN/2026/0142", .team = "north", .title = "bundle", .madeAt = now});
            EXPECT_EQ(records.addRelease(release("first")), 1);
            EXPECT_EQ(records.addRelease(release("second")), 2);
        });
    }
    template <typename Work>
    auto with(Work work) {
        return database_->transaction([&](Transaction& transaction) {
            ReleaseRecords records(transaction);
            return work(records);
        });
    }
    static ReleaseGiven given(const std::string& id, const std::string& to, int number, const std::string& identity) {
        return {.id = id,
                .team = "north",
                .caseReference = "EN/2026/0142",
                .pack = Sha256::of("first"),
                .number = number,
                .identity = Sha256::of(identity),
                .to = to,
                .method = "email",
                .onDay = "2026-03-0" + std::to_string(number),
                .byWhom = "D. Officer",
                .note = "with the covering letter",
                .recordedAt = now,
                .recordedBy = "command"};
    }

    TestFolder folder_;
    std::unique_ptr<Database> database_;
};

TEST_F(ReleaseRecordsTest, ListsByReleaseWhoWasGivenOne) {
    with([](ReleaseRecords& records) {
        records.add(given("b", "the appellant", 2, "second"));
        records.add(given("a", "the tribunal", 1, "first"));
        return 0;
    });
    const auto all = with([](ReleaseRecords& records) { return records.givenOf("north", Sha256::of("first")); });
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all.at(0), given("a", "the tribunal", 1, "first"));
    EXPECT_EQ(all.at(1).to, "the appellant");
    EXPECT_TRUE(with([](ReleaseRecords& records) { return records.givenOf("south", Sha256::of("first")); }).empty());
}

TEST_F(ReleaseRecordsTest, FindsWhoHasAFileByTheFirstDigitsOfItsIdentity) {
    with([](ReleaseRecords& records) {
        records.add(given("a", "the tribunal", 1, "first"));
        return 0;
    });
    const std::string identity = Sha256::of("first").hex();
    const auto find = [&](const std::string& digits) {
        return with([&](ReleaseRecords& records) { return records.givenWith("north", digits).size(); });
    };
    EXPECT_EQ(find(identity), 1U);
    EXPECT_EQ(find(identity.substr(0, 8)), 1U);
    EXPECT_EQ(find(identity.substr(0, 7)), 0U) << "too few digits to tell releases apart";
    EXPECT_EQ(find(""), 0U);
    EXPECT_EQ(find("%%%%%%%%"), 0U);
    EXPECT_EQ(find(Sha256::of("second").hex()), 0U);
}

TEST_F(ReleaseRecordsTest, KnowsAReleaseOfTheStoreByItsPackAndNumber) {
    const auto second = with([](ReleaseRecords& records) { return records.release("north", "p1", 2); });
    ASSERT_TRUE(second);
    EXPECT_EQ(second->identity, Sha256::of("second"));
    EXPECT_EQ(second->pack, Sha256::of("first"));
    EXPECT_EQ(second->caseReference, "EN/2026/0142");
    EXPECT_FALSE(with([](ReleaseRecords& records) { return records.release("north", "p1", 3); }));
    EXPECT_FALSE(with([](ReleaseRecords& records) { return records.release("south", "p1", 2); }));
    const auto found =
        with([](ReleaseRecords& records) { return records.releasesWith("north", Sha256::of("second").hex()); });
    EXPECT_EQ(found.size(), 1U);
}

TEST_F(ReleaseRecordsTest, RefusesARecordThatSaysNeitherWhoNorHow) {
    ReleaseGiven nobody = given("a", "", 1, "first");
    EXPECT_THROW(with([&](ReleaseRecords& records) {
                     records.add(nobody);
                     return 0;
                 }),
                 StoreError);
    nobody.to = "the tribunal";
    nobody.method = "pigeon";
    EXPECT_THROW(with([&](ReleaseRecords& records) {
                     records.add(nobody);
                     return 0;
                 }),
                 StoreError);
}

TEST_F(ReleaseRecordsTest, KeepsTheFilesOfAReleaseInVolumes) {
    const ReleaseFile first{
        .packId = "p1", .number = 2, .volume = 1, .artefact = Sha256::of("v1"), .name = "one.pdf", .pages = 30};
    const ReleaseFile second{
        .packId = "p1", .number = 2, .volume = 2, .artefact = Sha256::of("v2"), .name = "two.pdf", .pages = 10};
    with([&](ReleaseRecords& records) {
        records.add(second);
        records.add(first);
        return 0;
    });
    EXPECT_EQ(with([](ReleaseRecords& records) { return records.files("p1", 2); }),
              (std::vector<ReleaseFile>{first, second}));
    EXPECT_TRUE(with([](ReleaseRecords& records) { return records.files("p1", 1); }).empty());
}

}  // namespace
}  // namespace engross
