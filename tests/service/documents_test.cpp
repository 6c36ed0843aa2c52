#include "life/document_desk.h"
#include "service/server_fixture.h"

#include <functional>
#include <utility>

namespace engross {
namespace {

/// Something happens while a step is being checked, once.
class MeddlingCatalogue : public FakeCatalogue {
public:
    explicit MeddlingCatalogue(std::function<void()> meanwhile) : meanwhile_(std::move(meanwhile)) {}
    CheckResult check(const Request& request, Instant now, Language reader) const override {
        if (const auto meanwhile = std::exchange(meanwhile_, {})) {
            meanwhile();
        }
        return FakeCatalogue::check(request, now, reader);
    }

private:
    mutable std::function<void()> meanwhile_;
};

class DocumentsTest : public ServiceTest {
protected:
    DocumentsTest() {
        signatory_ = tokenFor(PersonRole::Signatory, "north");
        server_role_ = tokenFor(PersonRole::Server, "north");
        administrator_ = tokenFor(PersonRole::Administrator, "north");
        id_ = makeDocument();
    }

    /// A letter to one person, as a worker's result would have been recorded.
    std::string makeDocument() {
        const Request request = [] {
            Request made;
            made.type = "letter";
            made.caseRecord.reference = "EN/2026/0142";
            made.fields = Object{{"reason", "because"}, {"recipients", List{Object{{"name", "Ms A. Example"}}}}};
            return made;
        }();
        MadeDocument made{.request = request, .requestObject = vault_.put(canonicalJson(toValue(request)))};
        made.type = catalogue_->find("letter");
        made.author = "officer-1";
        made.document = {.id = makeUuid(start),
                         .requestId = makeUuid(start),
                         .type = "letter",
                         .caseReference = "EN/2026/0142",
                         .team = "north",
                         .language = "en",
                         .state = DocumentState::Checked,
                         .artefact = vault_.put("%PDF-1.7 letter"),
                         .name = "letter.pdf",
                         .pages = 1,
                         .madeAt = start - std::chrono::days{14}};
        made.papers = {{.recipient = 1, .artefact = made.document.artefact, .name = "letter.pdf", .pages = 1}};
        sqlite_->transaction([&](Transaction& transaction) {
            Records(transaction).noteCase("north", "EN/2026/0142", start);
            Records(transaction).add(made.document);
            recordMade(transaction, made, {.team = "north", .id = "worker"}, Language::English, start);
            LifeRecords(transaction)
                .add(DocumentRecipient{
                    .documentId = made.document.id, .number = 1, .name = "Ms A. Example", .method = "hand"});
        });
        return made.document.id;
    }
    Reply post(const std::string& path, const std::string& body, const std::string& token) {
        return call("POST", path, body, {{"Content-Type", "application/json"}}, token);
    }
    Reply step(const std::string& verb, const std::string& body, const std::string& token) {
        return post("/api/v1/documents/" + id_ + "/" + verb, body, token);
    }

    void issueIt() {
        ASSERT_EQ(step("approve", R"({"by": "S. Signatory", "on": "2026-02-20"})", signatory_).status, 200);
        ASSERT_EQ(step("issue", R"({"by": "D. Officer", "on": "2026-02-20"})", "officer").status, 200);
    }
    DocumentDesk desk(const Catalogue& catalogue) {
        return {*sqlite_,          vault_, catalogue, {.team = "north", .id = "desk", .name = "P. Server"},
                Language::English, start};
    }

    std::string signatory_;
    std::string server_role_;
    std::string administrator_;
    std::string id_;
};

TEST_F(DocumentsTest, GoThroughTheirLifeByCalls) {
    const std::string by = R"({"by": "S. Signatory", "on": "2026-03-01"})";
    EXPECT_EQ(step("approve", by, signatory_).status, 200);
    const Reply issued = step("issue", by, "officer");
    EXPECT_EQ(issued.status, 200) << issued.body;
    const Reply served =
        step("serve", R"({"by": "P. Server", "recipient": 1, "method": "hand", "on": "2026-03-01", "at": "14:10"})",
             server_role_);
    EXPECT_EQ(served.status, 200) << served.body;
    EXPECT_EQ(served.json().find("document")->textOr("state", ""), "served");
    const Value shown = get("/api/v1/documents/" + id_).json();
    EXPECT_EQ(shown.find("recipients")->list()->front().textOr("served_on", ""), "2026-03-01");
    EXPECT_EQ(shown.find("moves")->list()->size(), 3U);
}

TEST_F(DocumentsTest, RefuseAStepThatComesTooEarlyWithWhatMustComeFirst) {
    const Reply early = step("issue", R"({"by": "D. Officer"})", "officer");
    EXPECT_EQ(early.status, 422);
    EXPECT_EQ(early.code(), "step-refused");
    EXPECT_NE(early.body.find("before it can be issued it must be approved"), std::string::npos) << early.body;
}

TEST_F(DocumentsTest, AreApprovedByNoOfficerAndServedByNoAuditor) {
    EXPECT_EQ(step("approve", "{}", "officer").status, 403);
    EXPECT_EQ(step("serve", "{}", auditor_).status, 403);
    EXPECT_EQ(step("approve", "{}", auditor_).status, 403);
}

TEST_F(DocumentsTest, OfAnotherTeamAreNotThere) {
    EXPECT_EQ(get("/api/v1/documents/" + id_, {}, stranger_).status, 404);
    EXPECT_EQ(post("/api/v1/documents/" + id_ + "/issue", "{}", stranger_).status, 404);
    EXPECT_EQ(get("/api/v1/documents?case_ref=EN/2026/0142", {}, stranger_).json().find("documents")->list()->size(),
              0U);
}

TEST_F(DocumentsTest, GiveOutThePapersOfTheirEnvelopesAndNothingElse) {
    const std::string good = Sha256::of("%PDF-1.7 letter").hex();
    const Reply paper = get("/api/v1/documents/" + id_ + "/papers/" + good);
    EXPECT_EQ(paper.status, 200);
    EXPECT_EQ(paper.body, "%PDF-1.7 letter");
    EXPECT_EQ(get("/api/v1/documents/" + id_ + "/papers/" + Sha256::of("other").hex()).status, 404);
    EXPECT_EQ(get("/api/v1/documents/" + id_ + "/papers/" + good, {}, stranger_).status, 404);
}

TEST_F(DocumentsTest, LeaveEveryStepInTheTrail) {
    ASSERT_EQ(step("approve", R"({"by": "S. Signatory", "on": "2026-03-01"})", signatory_).status, 200);
    ASSERT_EQ(step("withdraw", R"({"by": "S. Signatory", "note": "sent in error"})", signatory_).status, 200);
    const auto actions = trail();
    EXPECT_NE(std::ranges::find(actions, "document.approve " + id_), actions.end());
    EXPECT_NE(std::ranges::find(actions, "document.withdraw " + id_), actions.end());
}

TEST_F(DocumentsTest, WantAReasonBeforeTheyAreWithdrawn) {
    const Reply reply = step("withdraw", R"({"by": "S. Signatory"})", signatory_);
    EXPECT_EQ(reply.status, 422);
    EXPECT_NE(reply.body.find("the reason is missing"), std::string::npos) << reply.body;
}

TEST_F(DocumentsTest, CannotBeServedInTheFuture) {
    ASSERT_EQ(step("approve", R"({"by": "S. Signatory", "on": "2026-03-01"})", signatory_).status, 200);
    ASSERT_EQ(step("issue", R"({"by": "D. Officer", "on": "2026-03-01"})", "officer").status, 200);
    const Reply reply =
        step("serve", R"({"by": "P. Server", "recipient": 1, "method": "hand", "on": "2026-03-09"})", server_role_);
    EXPECT_EQ(reply.status, 422);
    EXPECT_NE(reply.body.find("has not come yet"), std::string::npos) << reply.body;
    const Reply missing =
        step("serve", R"({"by": "P. Server", "recipient": 2, "method": "hand", "on": "2026-03-01"})", server_role_);
    EXPECT_NE(missing.body.find("there is no recipient 2; the document has 1"), std::string::npos) << missing.body;
}

TEST_F(DocumentsTest, CountNoEmailWithoutConsentAsService) {
    ASSERT_EQ(step("approve", R"({"by": "S. Signatory", "on": "2026-03-01"})", signatory_).status, 200);
    ASSERT_EQ(step("issue", R"({"by": "D. Officer", "on": "2026-03-01"})", "officer").status, 200);
    const std::string body = R"({"by": "P. Server", "recipient": 1, "method": "email", "on": "2026-03-01"})";
    const Reply reply = step("serve", body, server_role_);
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_NE(reply.body.find("GEN-06"), std::string::npos);
    EXPECT_EQ(reply.json().find("document")->textOr("state", ""), "issued");
    const Reply agreed = step(
        "serve",
        R"({"by": "P. Server", "recipient": 1, "method": "email", "on": "2026-03-01", "consent": "letter of 2 February"})",
        server_role_);
    EXPECT_EQ(agreed.json().find("document")->textOr("state", ""), "served") << agreed.body;
}

TEST_F(DocumentsTest, ComeBackFromServedWhenTheirCopyIsReturned) {
    ASSERT_EQ(step("approve", R"({"by": "S. Signatory", "on": "2026-02-20"})", signatory_).status, 200);
    ASSERT_EQ(step("issue", R"({"by": "D. Officer", "on": "2026-02-20"})", "officer").status, 200);
    EXPECT_NE(
        step("serve", R"({"by": "P. Server", "recipient": 1, "returned": true, "on": "2026-02-23"})", server_role_)
            .body.find("nothing was sent to recipient 1"),
        std::string::npos);
    ASSERT_EQ(step("serve", R"({"by": "P. Server", "recipient": 1, "method": "first_class_post", "on": "2026-02-20"})",
                   server_role_)
                  .status,
              200);
    const Reply back =
        step("serve", R"({"by": "P. Server", "recipient": 1, "returned": true, "on": "2026-02-27"})", server_role_);
    ASSERT_EQ(back.status, 200) << back.body;
    EXPECT_EQ(back.json().find("document")->textOr("state", ""), "issued");
    const Value tasks = get("/api/v1/tasks").json();
    ASSERT_EQ(tasks.find("tasks")->list()->size(), 1U);
    const Value& task = tasks.find("tasks")->list()->front();
    EXPECT_EQ(task.textOr("kind", ""), "serve_again");
    EXPECT_EQ(
        post("/api/v1/tasks/" + task.textOr("id", "") + "/done", R"({"note": "served by hand"})", "officer").status,
        200);
    EXPECT_TRUE(get("/api/v1/tasks").json().find("tasks")->list()->empty());
}

TEST_F(DocumentsTest, AreServedByTwoPeopleAtOnceWithoutLosingEither) {
    issueIt();
    sqlite_->transaction([&](Transaction& transaction) {
        LifeRecords(transaction)
            .add(DocumentRecipient{.documentId = id_, .number = 2, .name = "Mr B. Example", .method = "hand"});
    });
    ServiceAct act{.recipient = 1, .method = "hand", .on = "2026-02-23", .by = "P. Server"};
    const FakeCatalogue plain;
    const MeddlingCatalogue meddling([&] {
        ServiceAct other = act;
        other.recipient = 2;
        EXPECT_TRUE(desk(plain).serve(id_, other).done);
    });
    try {
        (void)desk(meddling).serve(id_, act);
        FAIL() << "the other record was not seen";
    } catch (const StoreError& error) {
        EXPECT_EQ(error.code(), "store-conflict");
        EXPECT_TRUE(error.retryable());
    }
    EXPECT_EQ(desk(plain).serve(id_, act).state, DocumentState::Served);
}

TEST_F(DocumentsTest, StayServedWhenAPostedCopyComesBackAfterOneWasHandedOver) {
    issueIt();
    const FakeCatalogue plain;
    const ServiceAct post{.recipient = 1, .method = "first_class_post", .on = "2026-02-20", .by = "P. Server"};
    const ServiceAct hand{.recipient = 1, .method = "hand", .on = "2026-02-24", .by = "P. Server"};
    const ServiceAct back{.recipient = 1, .returned = true, .on = "2026-02-27", .by = "P. Server"};
    EXPECT_TRUE(desk(plain).serve(id_, post).done);
    EXPECT_TRUE(desk(plain).serve(id_, hand).done);
    EXPECT_EQ(desk(plain).serve(id_, back).state, DocumentState::Served);
    const auto file = *desk(plain).file(id_);
    ASSERT_NE(standingService(file.services, 1), nullptr);
    EXPECT_EQ(standingService(file.services, 1)->servedOn, "2026-02-24");
    EXPECT_TRUE(file.tasks.empty());
}

TEST_F(DocumentsTest, ThatWereOnlyHandedOverDoNotComeBack) {
    issueIt();
    const FakeCatalogue plain;
    EXPECT_TRUE(desk(plain).serve(id_, {.recipient = 1, .method = "hand", .on = "2026-02-24", .by = "P. Server"}).done);
    const LifeAnswer back =
        desk(plain).serve(id_, {.recipient = 1, .returned = true, .on = "2026-02-27", .by = "P. Server"});
    EXPECT_FALSE(back.done);
    ASSERT_EQ(back.diagnostics.size(), 1U);
    EXPECT_NE(back.diagnostics.front().message.find("nothing was sent"), std::string::npos);
}

TEST_F(DocumentsTest, AreNeitherApprovedBeforeTheyWereMadeNorIssuedBeforeTheyWereApproved) {
    const Reply early = step("approve", R"({"by": "S. Signatory", "on": "2026-02-14"})", signatory_);
    EXPECT_EQ(early.status, 422);
    EXPECT_NE(early.body.find("before the document was made"), std::string::npos) << early.body;
    ASSERT_EQ(step("approve", R"({"by": "S. Signatory", "on": "2026-02-20"})", signatory_).status, 200);
    const Reply issued = step("issue", R"({"by": "D. Officer", "on": "2026-02-19"})", "officer");
    EXPECT_EQ(issued.status, 422);
    EXPECT_NE(issued.body.find("before it was approved or signed"), std::string::npos) << issued.body;
}

TEST_F(DocumentsTest, AreNotApprovedByTheirAuthorWhereTheRegisterSpellsTheProvisionOtherwise) {
    sqlite_->transaction([&](Transaction& transaction) {
        LifeRecords(transaction)
            .add(DelegationEntry{.id = "e1",
                                 .team = "north",
                                 .post = "Manager",
                                 .person = "S. Signatory",
                                 .provision = "Housing Act 2004, Section 11",
                                 .fromDay = "2026-01-01",
                                 .scheme = "item 4",
                                 .secondPerson = true,
                                 .addedAt = start});
        transaction.execute(
            "UPDATE document_lives SET provision = 'Housing Act 2004, section 11', author = 'S. Signatory' "
            "WHERE document_id = $1",
            {id_});
    });
    const FakeCatalogue plain;
    EXPECT_FALSE(desk(plain).approve(id_, {.by = "s. signatory", .on = "2026-03-01"}).done);
    EXPECT_TRUE(desk(plain).approve(id_, {.by = "A. Nother", .on = "2026-03-01"}).done);
}

TEST_F(DocumentsTest, AskTheRegisterUnderTheirOwnProvisionWhateverBecameOfTheType) {
    sqlite_->transaction([&](Transaction& transaction) {
        transaction.execute("UPDATE document_lives SET provision = 'p' WHERE document_id = $1", {id_});
        transaction.execute("UPDATE documents SET type = 'gone' WHERE id = $1", {id_});
    });
    const FakeCatalogue plain;
    const LifeAnswer answer = desk(plain).approve(id_, {.by = "S. Signatory", .on = "2026-03-01"});
    EXPECT_FALSE(answer.done);
    ASSERT_FALSE(answer.diagnostics.empty());
    EXPECT_EQ(answer.diagnostics.front().code, "GEN-08");
}

TEST_F(DocumentsTest, HaveOneSuccessorOnly) {
    issueIt();
    const std::string first = id_;
    const auto successor = [&] {
        id_ = makeDocument();
        sqlite_->transaction([&](Transaction& transaction) {
            transaction.execute("UPDATE document_lives SET supersedes = $2 WHERE document_id = $1", {id_, first});
        });
        EXPECT_EQ(step("approve", R"({"by": "S. Signatory", "on": "2026-02-20"})", signatory_).status, 200);
        return step("issue", R"({"by": "D. Officer", "on": "2026-02-20"})", "officer");
    };
    EXPECT_EQ(successor().status, 200);
    const Reply second = successor();
    EXPECT_EQ(second.status, 422);
    EXPECT_NE(second.body.find("GEN-09"), std::string::npos) << second.body;
}

TEST_F(DocumentsTest, AreNotApprovedByWhoeverWroteThemUnderAnyName) {
    IssuedToken own;
    sqlite_->transaction([&](Transaction& transaction) {
        Records records(transaction);
        records.add(Person{.id = "person-1",
                           .name = "S. Signatory",
                           .role = PersonRole::Signatory,
                           .team = "north",
                           .addedAt = start});
        own = makeToken(TokenKind::Bearer,
                        {.personId = "person-1",
                         .role = PersonRole::Signatory,
                         .team = "north",
                         .expiresAt = start + std::chrono::hours{1}},
                        start);
        records.add(own);
        LifeRecords life(transaction);
        life.add(DelegationEntry{.id = "e1",
                                 .team = "north",
                                 .post = "Manager",
                                 .person = "S. Signatory",
                                 .provision = "p",
                                 .fromDay = "2026-01-01",
                                 .scheme = "item 4",
                                 .secondPerson = true,
                                 .addedAt = start});
        transaction.execute("UPDATE document_lives SET provision = 'p', author = 'person-1' WHERE document_id = $1",
                            {id_});
    });
    const Reply reply = step("approve", R"({"by": "Somebody Else", "on": "2026-03-01"})", own.secret);
    EXPECT_EQ(reply.status, 422) << reply.body;
    EXPECT_NE(reply.body.find("who wrote the document may not approve it under p"), std::string::npos) << reply.body;
    EXPECT_NE(reply.body.find("nobody approves in another person's name"), std::string::npos) << reply.body;
    EXPECT_EQ(step("approve", R"({"by": "S. Signatory", "on": "2026-03-01"})", signatory_).status, 200);
}

TEST_F(DocumentsTest, FindTheirSignatoriesInARegisterThatAdministratorsKeep) {
    const std::string entry = R"({"post": "Manager", "person": "S. Signatory", "provision": "p", "from": "2026-01-01",
                                  "scheme": "item 4"})";
    EXPECT_EQ(post("/api/v1/delegations", entry, "officer").status, 403);
    const Reply added = post("/api/v1/delegations", entry, administrator_);
    ASSERT_EQ(added.status, 201) << added.body;
    const std::string id = added.json().textOr("id", "");
    EXPECT_EQ(get("/api/v1/delegations").json().find("delegations")->list()->size(), 1U);
    EXPECT_EQ(get("/api/v1/delegations", {}, stranger_).json().find("delegations")->list()->size(), 0U);
    EXPECT_EQ(post("/api/v1/delegations/" + id + "/end", R"({"on": "2026-06-30"})", administrator_).status, 200);
    EXPECT_EQ(post("/api/v1/delegations/" + id + "/end", R"({"on": "2026-07-30"})", administrator_).status, 404);
    EXPECT_EQ(post("/api/v1/delegations", R"({"post": "Manager"})", administrator_).status, 422);
}

}  // namespace
}  // namespace engross
