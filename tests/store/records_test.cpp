#include "store/records.h"

#include "store/migrations.h"
#include "store/sqlite_database.h"
#include "store/test_folder.h"

#include <algorithm>

namespace engross {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

constexpr Instant now{milliseconds{1'772'400'000'000}};
constexpr const char* team = "north";
constexpr const char* reference = "EN/2026/0142";

class RecordsTest : public testing::Test {
protected:
    RecordsTest() : database_(openSqlite(folder_.path("store.sqlite"))) {
        migrate(*database_, now);
    }
    template <typename Work>
    auto with(Work work) {
        return database_->transaction([&](Transaction& transaction) {
            Records records(transaction);
            return work(records);
        });
    }
    static Person officer() {
        return {.id = "p1",
                .name = "Ms A. Example",
                .role = PersonRole::Officer,
                .team = team,
                .active = true,
                .addedAt = now};
    }
    static Grant grant(const std::string& personId = {}) {
        return {.personId = personId, .role = PersonRole::Officer, .team = team, .expiresAt = now + hours{1}};
    }
    static ExhibitRecord exhibit(const std::string& handle) {
        return {.handle = handle,
                .caseReference = reference,
                .team = team,
                .name = "gas.pdf",
                .hash = Sha256::of("gas"),
                .size = 3,
                .mediaType = "application/pdf",
                .inspection = Inspection::Pending,
                .facts = "{}",
                .uploadedBy = "token-1",
                .uploadedAt = now};
    }
    static ReleaseRecord release(const std::string& requestId) {
        return {.packId = "pack-1",
                .number = 0,
                .requestId = requestId,
                .artefact = Sha256::of(requestId),
                .identity = Sha256::of("identity " + requestId),
                .name = "bundle.pdf",
                .pages = 40,
                .madeAt = now};
    }
    TestFolder folder_;
    std::unique_ptr<Database> database_;
};

TEST_F(RecordsTest, GivesPeopleBackAsTheyWereAdded) {
    with([](Records& records) { records.add(officer()); });
    EXPECT_EQ(with([](Records& records) { return records.person("p1"); }), officer());
    EXPECT_EQ(with([](Records& records) { return records.people(); }), std::vector{officer()});
    EXPECT_EQ(with([](Records& records) { return records.person("p2"); }), std::nullopt);
}

TEST_F(RecordsTest, KnowsATokenByItsSecretUntilItExpires) {
    const IssuedToken issued = makeToken(TokenKind::Bearer, grant(), now);
    with([&](Records& records) { records.add(issued); });
    EXPECT_EQ(with([&](Records& records) { return records.token(issued.secret, now); }), issued.token);
    EXPECT_EQ(with([&](Records& records) { return records.token(issued.secret, now + hours{1}); }), std::nullopt);
    EXPECT_EQ(with([&](Records& records) { return records.token(issued.secret + "x", now); }), std::nullopt);
    EXPECT_EQ(with([&](Records& records) { return records.token("", now); }), std::nullopt);
}

TEST_F(RecordsTest, KeepsNoSecretInTheStore) {
    const IssuedToken issued = makeToken(TokenKind::Bearer, grant(), now);
    with([&](Records& records) {
        records.add(issued);
        records.addSignInLink("the-key-of-the-link", grant(), now + hours{1}, now);
    });
    database_->snapshot([&](Transaction& transaction) {
        for (const char* table : {"tokens", "sign_in_links"}) {
            const auto rows = transaction.query(std::string("SELECT * FROM ") + table);
            ASSERT_EQ(rows.size(), 1U);
        }
        EXPECT_EQ(transaction.query("SELECT secret_sha256 FROM tokens").at(0).text("secret_sha256"),
                  Sha256::of(issued.secret).hex());
        EXPECT_EQ(transaction.query("SELECT key_sha256 FROM sign_in_links").at(0).text("key_sha256"),
                  Sha256::of("the-key-of-the-link").hex());
    });
}

TEST_F(RecordsTest, MakesTokensOf256BitsThatNeverRepeat) {
    const IssuedToken one = makeToken(TokenKind::Bearer, grant(), now);
    const IssuedToken other = makeToken(TokenKind::Bearer, grant(), now);
    EXPECT_NE(one.secret, other.secret);
    EXPECT_NE(one.token.id, other.token.id);
    EXPECT_EQ(one.secret.size(), std::string("egr_").size() + 43);
}

TEST_F(RecordsTest, RefusesARevokedTokenAndOneOfAPersonWhoLeft) {
    const IssuedToken revoked = makeToken(TokenKind::Bearer, grant(), now);
    Person gone = officer();
    gone.active = false;
    const IssuedToken orphan = makeToken(TokenKind::Session, grant(gone.id), now);
    with([&](Records& records) {
        records.add(gone);
        records.add(revoked);
        records.add(orphan);
        EXPECT_TRUE(records.revoke(revoked.token.id, now));
        EXPECT_FALSE(records.revoke(revoked.token.id, now));
    });
    EXPECT_EQ(with([&](Records& records) { return records.token(revoked.secret, now); }), std::nullopt);
    EXPECT_EQ(with([&](Records& records) { return records.token(orphan.secret, now); }), std::nullopt);
}

TEST_F(RecordsTest, OpensASignInLinkOnceAndInTime) {
    with([&](Records& records) {
        records.addSignInLink("first", grant(), now + hours{1}, now);
        records.addSignInLink("late", grant(), now + hours{1}, now);
    });
    EXPECT_EQ(with([](Records& records) { return records.useSignInLink("first", now); }), grant());
    EXPECT_EQ(with([](Records& records) { return records.useSignInLink("first", now); }), std::nullopt);
    EXPECT_EQ(with([](Records& records) { return records.useSignInLink("late", now + hours{1}); }), std::nullopt);
    EXPECT_EQ(with([](Records& records) { return records.useSignInLink("unknown", now); }), std::nullopt);
}

TEST_F(RecordsTest, NotesACaseOnce) {
    with([](Records& records) {
        records.noteCase(team, reference, now);
        records.noteCase(team, reference, now + hours{1});
        records.noteCase("south", reference, now);
    });
    EXPECT_EQ(with([](Records& records) { return records.cases(team); }),
              (std::vector<CaseSummary>{{reference, team, now}}));
}

TEST_F(RecordsTest, HidesAnExhibitFromOtherTeams) {
    with([](Records& records) {
        records.noteCase(team, reference, now);
        records.add(exhibit("e1"));
        records.add(exhibit("e2"));
    });
    EXPECT_EQ(with([](Records& records) { return records.exhibit(team, "e1"); }), exhibit("e1"));
    EXPECT_EQ(with([](Records& records) { return records.exhibit("south", "e1"); }), std::nullopt);
    EXPECT_EQ(with([](Records& records) { return records.exhibits(team, reference); }),
              (std::vector{exhibit("e1"), exhibit("e2")}));
    EXPECT_TRUE(with([](Records& records) { return records.exhibits("south", reference); }).empty());
}

TEST_F(RecordsTest, RefusesAnExhibitOfACaseThatNobodyNoted) {
    EXPECT_THROW(with([](Records& records) { records.add(exhibit("e1")); }), StoreError);
}

TEST_F(RecordsTest, RecordsAnInspectionOnce) {
    with([](Records& records) {
        records.noteCase(team, reference, now);
        records.add(exhibit("e1"));
        EXPECT_TRUE(records.setInspection("e1", Inspection::Inspected, "image/jpeg", R"({"pages":1})"));
        EXPECT_FALSE(records.setInspection("e1", Inspection::Refused, "image/png", "{}"));
        EXPECT_FALSE(records.setInspection("e9", Inspection::Refused, "image/png", "{}"));
    });
    const auto found = with([](Records& records) { return records.exhibit(team, "e1"); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->inspection, Inspection::Inspected);
    EXPECT_EQ(found->mediaType, "image/jpeg");
    EXPECT_EQ(found->facts, R"({"pages":1})");
}

TEST_F(RecordsTest, MovesADocumentOnlyFromTheStateItIsIn) {
    const DocumentRecord document{.id = "d1",
                                  .requestId = "r1",
                                  .type = "improvement_notice",
                                  .typeVersion = 2,
                                  .closure = Sha256::of("closure"),
                                  .caseReference = reference,
                                  .team = team,
                                  .language = "en",
                                  .state = DocumentState::Draft,
                                  .artefact = Sha256::of("pdf"),
                                  .name = "notice.pdf",
                                  .mediaType = "application/pdf",
                                  .pages = 4,
                                  .madeAt = now};
    with([&](Records& records) {
        records.noteCase(team, reference, now);
        records.add(document);
    });
    EXPECT_EQ(with([](Records& records) { return records.document(team, "d1"); }), document);
    EXPECT_EQ(with([](Records& records) { return records.document("south", "d1"); }), std::nullopt);
    EXPECT_EQ(with([](Records& records) { return records.documents(team, reference); }), std::vector{document});
    EXPECT_EQ(with([](Records& records) { return records.documentsOf("r1"); }), std::vector{document});
    with([](Records& records) {
        EXPECT_TRUE(records.move("d1", DocumentState::Draft, DocumentState::Checked));
        EXPECT_FALSE(records.move("d1", DocumentState::Draft, DocumentState::Checked));
    });
    EXPECT_EQ(with([](Records& records) { return records.document(team, "d1"); })->state, DocumentState::Checked);
}

TEST_F(RecordsTest, NumbersReleasesWithoutAGapEvenAfterOneWasUndone) {
    const PackRecord pack{.id = "pack-1", .caseReference = reference, .team = team, .title = "Appeal", .madeAt = now};
    with([&](Records& records) {
        records.noteCase(team, reference, now);
        records.add(pack);
        EXPECT_EQ(records.addRelease(release("r1")), 1);
    });
    EXPECT_THROW(with([](Records& records) {
                     EXPECT_EQ(records.addRelease(release("r2")), 2);
                     throw std::runtime_error("undone");
                 }),
                 std::runtime_error);
    EXPECT_EQ(with([](Records& records) { return records.addRelease(release("r3")); }), 2);
    const auto releases = with([](Records& records) { return records.releases("pack-1"); });
    ASSERT_EQ(releases.size(), 2U);
    EXPECT_EQ(releases[0].requestId, "r1");
    EXPECT_EQ(releases[1].requestId, "r3");
    EXPECT_EQ(releases[1].number, 2);
    EXPECT_EQ(with([](Records& records) { return records.packs(team, reference); }), std::vector{pack});
    EXPECT_EQ(with([](Records& records) { return records.pack("south", "pack-1"); }), std::nullopt);
}

TEST_F(RecordsTest, RefusesASecondReleaseForTheSameRequestAndOneOfNoPack) {
    with([&](Records& records) {
        records.noteCase(team, reference, now);
        records.add(PackRecord{.id = "pack-1", .caseReference = reference, .team = team, .title = "", .madeAt = now});
        EXPECT_EQ(records.addRelease(release("r1")), 1);
    });
    EXPECT_THROW(with([](Records& records) { return records.addRelease(release("r1")); }), StoreError);
    ReleaseRecord lost = release("r2");
    lost.packId = "nobody";
    EXPECT_THROW(with([&](Records& records) { return records.addRelease(lost); }), StoreError);
    EXPECT_EQ(with([](Records& records) { return records.releases("pack-1"); }).size(), 1U);
}

TEST_F(RecordsTest, KeepsTheCertificateOfAReleaseAndCountsItAmongTheNamedObjects) {
    ReleaseRecord certified = release("r2");
    certified.certificate = Sha256::of("certificate");
    const auto releases = with([&](Records& records) {
        records.noteCase(team, reference, now);
        records.add(
            PackRecord{.id = "pack-1", .caseReference = reference, .team = team, .title = "Appeal", .madeAt = now});
        (void)records.addRelease(release("r1"));
        (void)records.addRelease(certified);
        return records.releases("pack-1");
    });
    ASSERT_EQ(releases.size(), 2U);
    EXPECT_EQ(releases.at(0).certificate, Sha256{});
    EXPECT_EQ(releases.at(1).certificate, certified.certificate);
    const auto named = with([](Records& records) { return records.namedObjects(); });
    EXPECT_EQ(named.size(), 3U);
    EXPECT_NE(std::ranges::find(named, certified.certificate), named.end());
}

TEST_F(RecordsTest, NamesEveryObjectThatARecordHolds) {
    with([](Records& records) {
        records.noteCase(team, reference, now);
        records.add(exhibit("e1"));
        records.add(exhibit("e2"));
        records.add(PackRecord{.id = "pack-1", .caseReference = reference, .team = team, .title = "", .madeAt = now});
        (void)records.addRelease(release("r1"));
    });
    auto expected = std::vector{Sha256::of("gas"), Sha256::of("r1")};
    std::ranges::sort(expected);
    EXPECT_EQ(with([](Records& records) { return records.namedObjects(); }), expected);
}

TEST_F(RecordsTest, SaysThatARowIsDamagedRatherThanGuess) {
    with([](Records& records) {
        records.noteCase(team, reference, now);
        records.add(exhibit("e1"));
    });
    database_->transaction([](Transaction& transaction) { transaction.execute("UPDATE exhibits SET sha256 = 'zz'"); });
    try {
        (void)with([](Records& records) { return records.exhibit(team, "e1"); });
        FAIL() << "a damaged row was read";
    } catch (const StoreError& error) {
        EXPECT_EQ(error.code(), "store-damaged");
    }
}

TEST(RecordNames, ReadBackAsTheyAreWritten) {
    for (const PersonRole role : {PersonRole::Officer, PersonRole::Signatory, PersonRole::Server, PersonRole::Legal,
                                  PersonRole::Administrator, PersonRole::Auditor}) {
        EXPECT_EQ(roleFrom(nameOf(role)), role);
    }
    for (const Inspection inspection : {Inspection::Pending, Inspection::Inspected, Inspection::Refused}) {
        EXPECT_EQ(inspectionFrom(nameOf(inspection)), inspection);
    }
    for (const DocumentState state :
         {DocumentState::Draft, DocumentState::Checked, DocumentState::Approved, DocumentState::Signed,
          DocumentState::Issued, DocumentState::Served, DocumentState::Superseded, DocumentState::Withdrawn}) {
        EXPECT_EQ(documentStateFrom(nameOf(state)), state);
    }
    EXPECT_EQ(roleFrom("owner"), std::nullopt);
}

}  // namespace
}  // namespace engross
