#include "store/type_records.h"

#include "store/migrations.h"
#include "store/records.h"
#include "store/sqlite_database.h"
#include "store/test_folder.h"

#include <algorithm>

namespace engross {
namespace {

constexpr Instant now{std::chrono::milliseconds{1'795'000'000'000}};

TypeVersion version(int number) {
    return {.type = "rent_query",
            .version = number,
            .title = "A question about the rent",
            .inForceFrom = "2026-01-01",
            .inForceUntil = {},
            .sources = Sha256::of("sources " + std::to_string(number)),
            .tests = 3,
            .signedOffBy = "Ms L. Lawyer",
            .signedOffPost = "Solicitor",
            .note = "read against the policy",
            .publishedBy = "D. Admin",
            .publishedAt = now};
}

class TypeRecordsTest : public testing::Test {
protected:
    TypeRecordsTest() : database_(openSqlite(folder_.path("store.sqlite"))) {
        migrate(*database_, now);
    }
    template <typename Work>
    auto with(Work work) {
        return database_->transaction([&](Transaction& transaction) {
            TypeRecords records(transaction);
            return work(records);
        });
    }
    std::vector<int> inUse() {
        std::vector<int> numbers;
        for (const TypeVersion& one : with([](TypeRecords& records) { return records.inUse("rent_query"); })) {
            numbers.push_back(one.version);
        }
        return numbers;
    }
    void move(int number, TypeMoveKind kind) {
        with([&](TypeRecords& records) {
            records.add({.type = "rent_query",
                         .version = number,
                         .kind = kind,
                         .byWhom = "D. Admin",
                         .reason = "wrong office hours",
                         .movedAt = now});
        });
    }

    TestFolder folder_;
    std::unique_ptr<Database> database_;
};

TEST_F(TypeRecordsTest, KeepAVersionAsItWasPublished) {
    EXPECT_TRUE(with([](TypeRecords& records) { return records.publish(version(1)); }));
    TypeVersion other = version(1);
    other.sources = Sha256::of("something else");
    EXPECT_FALSE(with([&](TypeRecords& records) { return records.publish(other); }))
        << "a published version never changes";
    EXPECT_EQ(with([](TypeRecords& records) { return records.versions("rent_query"); }),
              std::vector<TypeVersion>{version(1)});
    EXPECT_TRUE(with([](TypeRecords& records) { return records.versions("another"); }).empty());
}

TEST_F(TypeRecordsTest, TellWhatIsInUseByTheMovesInTheirOrder) {
    EXPECT_EQ(with([](TypeRecords& records) { return records.newestMove(); }), 0);
    for (const int number : {1, 2, 3}) {
        EXPECT_TRUE(with([number](TypeRecords& records) { return records.publish(version(number)); }));
    }
    EXPECT_EQ(inUse(), (std::vector<int>{3, 2, 1}));
    move(3, TypeMoveKind::Withdrawn);
    EXPECT_EQ(inUse(), (std::vector<int>{2, 1}));
    move(3, TypeMoveKind::Restored);
    move(1, TypeMoveKind::Withdrawn);
    EXPECT_EQ(inUse(), (std::vector<int>{3, 2}));
    EXPECT_EQ(with([](TypeRecords& records) { return records.newestMove(); }), 6);
    const auto moves = with([](TypeRecords& records) { return records.moves("rent_query"); });
    ASSERT_EQ(moves.size(), 6U);
    EXPECT_EQ(moves.back().kind, TypeMoveKind::Withdrawn);
    EXPECT_EQ(moves.back().reason, "wrong office hours");
}

TEST_F(TypeRecordsTest, RefuseAMoveOfWhatWasNeverPublished) {
    EXPECT_THROW(move(9, TypeMoveKind::Withdrawn), StoreError);
}

TEST_F(TypeRecordsTest, AnswerWhichDocumentsRestOnAClauseALawOrAVersion) {
    const Sha256 first = Sha256::of("closure 1");
    const Sha256 second = Sha256::of("closure 2");
    const auto note = [&](const Sha256& closure, int number, const char* clause) {
        with([&](TypeRecords& records) {
            records.note({.closure = closure,
                          .type = "rent_query",
                          .version = number,
                          .engine = "engross 1",
                          .sources = Sha256::of("sources"),
                          .uses = {{"clause", clause, Sha256::of(clause)}, {"law", "penalty_cap", Sha256::of("law")}},
                          .made = {{"chronology", number + 2}},
                          .firstUsedAt = now});
        });
    };
    note(first, 1, "old-words");
    note(second, 2, "new-words");
    note(second, 2, "never-told");  // known already: it stays as it is
    database_->transaction([&](Transaction& transaction) {
        Records records(transaction);
        records.noteCase("north", "EN/2026/0142", now);
        for (const int number : {1, 2}) {
            records.add(DocumentRecord{.id = "document-" + std::to_string(number),
                                       .requestId = "request-" + std::to_string(number),
                                       .type = "rent_query",
                                       .typeVersion = number,
                                       .closure = number == 1 ? first : second,
                                       .caseReference = "EN/2026/0142",
                                       .team = "north",
                                       .language = "en",
                                       .artefact = Sha256::of("pdf"),
                                       .name = "x.pdf",
                                       .pages = 1,
                                       .madeAt = now});
        }
    });
    const auto documentsWith = [&](const std::string& name, int number = 0) {
        std::string ids;
        for (const DocumentUse& use :
             with([&](TypeRecords& records) { return records.documentsUsing(name, number); })) {
            ids += use.document + " ";
        }
        return ids;
    };
    EXPECT_EQ(documentsWith("old-words"), "document-1 ");
    EXPECT_EQ(documentsWith("new-words"), "document-2 ");
    EXPECT_EQ(documentsWith("penalty_cap"), "document-2 document-1 ");
    EXPECT_EQ(documentsWith("penalty_cap", 1), "document-1 ");
    EXPECT_EQ(documentsWith("rent_query", 2), "document-2 ");
    EXPECT_EQ(documentsWith("never-told"), "");
    EXPECT_EQ(documentsWith("chronology"), "document-2 document-1 ") << "what is made in them";
    EXPECT_EQ(documentsWith("chronology", 3), "document-1 ") << "in its own version, not in theirs";
    EXPECT_EQ(documentsWith("chronology", 1), "");
    const auto kept = with([&](TypeRecords& records) { return records.closure(first); });
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->uses.size(), 2U);
    EXPECT_EQ(kept->made, (std::vector<std::pair<std::string, int>>{{"chronology", 3}}));
    EXPECT_EQ(with([](TypeRecords& records) { return records.closure(Sha256::of("none")); }), std::nullopt);
}

TEST_F(TypeRecordsTest, NameTheirPackagesAmongTheObjectsThatMustStay) {
    EXPECT_TRUE(with([](TypeRecords& records) { return records.publish(version(1)); }));
    with([](TypeRecords& records) {
        records.note({.closure = Sha256::of("c"), .type = "t", .sources = Sha256::of("package"), .firstUsedAt = now});
    });
    const auto named =
        database_->transaction([](Transaction& transaction) { return Records(transaction).namedObjects(); });
    EXPECT_NE(std::ranges::find(named, version(1).sources), named.end());
    EXPECT_NE(std::ranges::find(named, Sha256::of("package")), named.end());
}

}  // namespace
}  // namespace engross
