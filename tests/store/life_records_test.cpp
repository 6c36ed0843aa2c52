#include "store/life_records.h"

#include "store/migrations.h"
#include "store/sqlite_database.h"
#include "store/test_folder.h"

#include <algorithm>

namespace engross {
namespace {

constexpr Instant now{std::chrono::milliseconds{1'772'400'000'000}};

DocumentRecord document(const std::string& id) {
    return {.id = id,
            .requestId = "request-" + id,
            .type = "improvement_notice",
            .caseReference = "EN/2026/0142",
            .team = "north",
            .language = "en",
            .state = DocumentState::Checked,
            .artefact = Sha256::of(id),
            .name = "notice.pdf",
            .pages = 7,
            .madeAt = now};
}

class LifeRecordsTest : public testing::Test {
protected:
    LifeRecordsTest() : database_(openSqlite(folder_.path("store.sqlite"))) {
        migrate(*database_, now);
        database_->transaction([](Transaction& transaction) {
            Records(transaction).noteCase("north", "EN/2026/0142", now);
            Records(transaction).add(document("d1"));
            Records(transaction).add(document("d2"));
        });
    }
    template <typename Work>
    auto with(Work work) {
        return database_->transaction([&](Transaction& transaction) {
            LifeRecords records(transaction);
            return work(records);
        });
    }
    static DocumentMove move(const std::string& verb) {
        return {.documentId = "d1",
                .verb = verb,
                .from = DocumentState::Checked,
                .to = DocumentState::Approved,
                .byWhom = "S. Signatory",
                .onDay = "2026-03-01",
                .object = Sha256::of(verb),
                .recordedAt = now,
                .recordedBy = "command"};
    }
    static DocumentService service(int recipient) {
        return {.documentId = "d1",
                .recipient = recipient,
                .method = "hand",
                .stepAt = "2026-03-01T14:10",
                .byWhom = "P. Server",
                .proof = Sha256::of("proof"),
                .servedOn = "2026-03-01",
                .basis = "deemed",
                .recordedAt = now,
                .recordedBy = "command"};
    }

    TestFolder folder_;
    std::unique_ptr<Database> database_;
};

TEST_F(LifeRecordsTest, KeepALifeAsItWasGiven) {
    const DocumentLife life{.documentId = "d2",
                            .version = 2,
                            .supersedes = "d1",
                            .author = "officer-1",
                            .title = "Improvement notice",
                            .law = "Housing Act 2004, section 11",
                            .provision = "Housing Act 2004, section 11",
                            .request = Sha256::of("request")};
    with([&](LifeRecords& records) { records.add(life); });
    EXPECT_EQ(with([](LifeRecords& records) { return records.life("d2"); }), life);
    EXPECT_EQ(with([](LifeRecords& records) { return records.successors("d1"); }), std::vector<std::string>{"d2"});
    EXPECT_EQ(with([](LifeRecords& records) { return records.life("d1"); }), std::nullopt);
}

TEST_F(LifeRecordsTest, NumberTheStepsOfADocumentAndTheServicesOfARecipient) {
    const auto numbers = with([](LifeRecords& records) {
        return std::vector<int>{records.add(move("approve")), records.add(move("sign")), records.add(service(1)),
                                records.add(service(2)), records.add(service(1))};
    });
    EXPECT_EQ(numbers, (std::vector<int>{1, 2, 1, 1, 2}));
    EXPECT_EQ(with([](LifeRecords& records) { return records.moves("d1").back().verb; }), "sign");
}

TEST_F(LifeRecordsTest, LetADocumentBeSupersededOnce) {
    with([](LifeRecords& records) { records.add(DocumentLife{.documentId = "d1"}); });
    EXPECT_TRUE(with([](LifeRecords& records) { return records.setSupersededBy("d1", "d2"); }));
    EXPECT_FALSE(with([](LifeRecords& records) { return records.setSupersededBy("d1", "d3"); }));
    EXPECT_EQ(with([](LifeRecords& records) { return records.life("d1")->supersededBy; }), "d2");
}

TEST_F(LifeRecordsTest, RefuseServiceThatCountsAndHasNoDay) {
    DocumentService undated = service(1);
    undated.servedOn = "";
    EXPECT_THROW(with([&](LifeRecords& records) { return records.add(undated); }), StoreError);
    undated.result = ServiceResult::Returned;
    EXPECT_EQ(with([&](LifeRecords& records) { return records.add(undated); }), 1);
}

TEST_F(LifeRecordsTest, NameEveryObjectThatTheVaultMustKeep) {
    const auto objects = database_->transaction([](Transaction& transaction) {
        LifeRecords records(transaction);
        records.add(DocumentLife{.documentId = "d1", .request = Sha256::of("request")});
        records.add(move("sign"));
        records.add(service(1));
        records.add(DocumentPaper{.documentId = "d1", .recipient = 1, .artefact = Sha256::of("copy"), .name = "a.pdf"});
        return Records(transaction).namedObjects();
    });
    for (const char* bytes : {"d1", "request", "sign", "proof", "copy"}) {
        EXPECT_NE(std::ranges::find(objects, Sha256::of(bytes)), objects.end()) << bytes;
    }
}

TEST_F(LifeRecordsTest, EndADelegationOnceAndNeverLengthenIt) {
    const DelegationEntry entry{.id = "e1",
                                .team = "north",
                                .post = "Manager",
                                .person = "S. Signatory",
                                .provision = "s.11",
                                .limitPence = 5'000,
                                .fromDay = "2026-01-01",
                                .scheme = "item 4",
                                .secondPerson = true,
                                .addedAt = now};
    with([&](LifeRecords& records) { records.add(entry); });
    EXPECT_EQ(with([](LifeRecords& records) { return records.delegations("north"); }), std::vector{entry});
    EXPECT_TRUE(with([](LifeRecords& records) { return records.delegations("south"); }).empty());
    EXPECT_FALSE(with([](LifeRecords& records) { return records.endDelegation("south", "e1", "2026-06-30"); }));
    EXPECT_TRUE(with([](LifeRecords& records) { return records.endDelegation("north", "e1", "2026-06-30"); }));
    EXPECT_FALSE(with([](LifeRecords& records) { return records.endDelegation("north", "e1", "2026-09-30"); }));
    EXPECT_EQ(with([](LifeRecords& records) { return records.delegations("north").front().untilDay; }), "2026-06-30");
}

TEST_F(LifeRecordsTest, ListTasksUntilTheyAreDoneTheMostUrgentFirst) {
    const auto task = [](const std::string& id, const std::string& due) {
        return TaskRecord{.id = id,
                          .team = "north",
                          .caseReference = "EN/2026/0142",
                          .documentId = "d1",
                          .code = "GEN-11",
                          .sentence = "supply the reasons",
                          .dueOn = due,
                          .madeAt = now};
    };
    with([&](LifeRecords& records) {
        records.add(task("t1", "2026-03-09"));
        records.add(task("t2", "2026-03-02"));
    });
    const auto open = with([](LifeRecords& records) { return records.tasks("north", false); });
    ASSERT_EQ(open.size(), 2U);
    EXPECT_EQ(open.front().id, "t2");
    EXPECT_TRUE(
        with([](LifeRecords& records) { return records.finishTask("north", "t2", "D. Officer", "sent", now); }));
    EXPECT_FALSE(
        with([](LifeRecords& records) { return records.finishTask("north", "t2", "D. Officer", "again", now); }));
    EXPECT_EQ(with([](LifeRecords& records) { return records.tasks("north", false); }).size(), 1U);
    EXPECT_EQ(with([](LifeRecords& records) { return records.tasks("north", true); }).size(), 2U);
}

TEST(LifeMigration, GivesDocumentsOfBeforeALifeAtTheirFirstVersion) {
    const TestFolder folder;
    const auto database = openSqlite(folder.path("store.sqlite"));
    const auto& steps = migrations();
    migrate(*database, {steps.begin(), steps.begin() + 7}, now);
    database->transaction([](Transaction& transaction) {
        Records(transaction).noteCase("north", "EN/2026/0142", now);
        Records(transaction).add(document("old"));
    });
    migrate(*database, now);
    const auto life = database->snapshot([](Transaction& transaction) { return LifeRecords(transaction).life("old"); });
    ASSERT_TRUE(life);
    EXPECT_EQ(life->version, 1);
    EXPECT_EQ(life->title, "improvement_notice");
    EXPECT_EQ(life->request, std::nullopt);
}

}  // namespace
}  // namespace engross
