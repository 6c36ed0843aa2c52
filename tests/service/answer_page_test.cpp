#include "model/request_secrets.h"
#include "service/server_fixture.h"

#include <filesystem>

namespace engross {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

/// The form by which a person answers a request that needs attention.
class AnswerPageTest : public ServiceTest {
protected:
    AnswerPageTest() {
        seal_ = Seal::withKey(Seal::newKey());
        session_ = sessionOf(PersonRole::Officer);
    }
    std::string sessionOf(PersonRole role) {
        const std::string link =
            makeSignInLink(*sqlite_, "", {.role = role, .team = "north", .expiresAt = start + std::chrono::hours{8}},
                           std::chrono::seconds{60}, start);
        const std::string cookie = get(link, {}, "").header("Set-Cookie");
        return cookie.substr(0, cookie.find(';'));
    }
    Reply page(const std::string& path, const std::string& session) {
        return get(path, {{"Cookie", session}}, "");
    }
    std::string uploaded(const std::string& bytes) {
        return upload(form(bytes)).json().textOr("exhibit", "");
    }

    /// A bundle of three documents, the second of which is locked and the third cannot be read.
    void ask(const std::string& more = {}, const std::string& token = "officer") {
        const auto item = [](const std::string& title, const std::string& exhibit) {
            return R"({"title":")" + title + R"(","date":"2026-02-03","exhibit":")" + exhibit + "\"}";
        };
        handle_ = uploaded("%PDF-1.7 open");
        const Reply sent =
            submit(R"({"type":"bundle","case_ref":"EN/2026/0142","exhibits":[{"mark":"AB/2","exhibit":")" +
                       uploaded("%PDF-1.7 locked") + R"("}],"sections":[{"title":"One","items":[)" +
                       item("Lease", handle_) + "," + item("Gas <record>", "AB/2") + R"(]},{"title":"Two","items":[)" +
                       item("Report", uploaded("%PDF-1.7 half")) + "]}]" + more + "}",
                   {}, token);
        ASSERT_EQ(sent.status, 202) << sent.body;
        id_ = sent.json().textOr("id", "");
        path_ = "/requests/" + id_ + "/answer";
        needsAttention({fault("pdf-encrypted", "/sections/0/items/1", "gas.pdf opens only with a password"),
                        fault("pdf-damaged", "/sections/1/items/0", "report.pdf is damaged")});
    }
    static Value fault(const char* code, const char* field, const char* message) {
        return Object{{"code", code}, {"severity", "error"}, {"field", field}, {"message", message}};
    }
    void needsAttention(List diagnostics) {
        const auto work = queue_.claim("worker", {Lane::Bundles}, 1, start);
        ASSERT_EQ(work.size(), 1U);
        ASSERT_TRUE(queue_.needsAttention(work.front().claim,
                                          writeJson(Object{{"diagnostics", std::move(diagnostics)}}), start));
    }

    static std::string between(const std::string& text, const std::string& before, const std::string& after) {
        const std::size_t begin = text.find(before);
        EXPECT_NE(begin, std::string::npos) << before;
        const std::size_t from = begin == std::string::npos ? 0 : begin + before.size();
        return text.substr(from, text.find(after, from) - from);
    }
    /// What a browser sends for the form it was given; fields whose names begin with "copy" are files.
    Reply send(const Fields& entered, const std::string& session, const std::string& given) {
        Fields all = entered;
        all.emplace_back("token", between(given, "name=\"token\" value=\"", "\""));
        all.emplace_back("version", between(given, "name=\"version\" value=\"", "\""));
        return post(all, session);
    }
    Reply send(const Fields& entered) {
        return send(entered, session_, page(path_, session_).body);
    }
    Reply post(const Fields& fields, const std::string& session, const Headers& more = {}) {
        std::string body;
        for (const auto& [name, value] : fields) {
            body += "--XyZ\r\nContent-Disposition: form-data; name=\"" + name + "\"";
            body += name.starts_with("copy") ? "; filename=\"new.pdf\"\r\nContent-Type: application/pdf" : "";
            body += "\r\n\r\n" + value + "\r\n";
        }
        body += "--XyZ--\r\n";
        Headers headers = more;
        headers.emplace_back("Content-Type", "multipart/form-data; boundary=XyZ");
        headers.emplace_back("Cookie", session);
        return call("POST", path_, body, headers, "");
    }
    [[nodiscard]] Request now() {
        Request request = readRequest(*readJson(queue_.find(id_)->payload).value).request;
        EXPECT_TRUE(openSecrets(request, *seal_, id_));
        return request;
    }

    std::string session_;
    std::string handle_;
    std::string id_;
    std::string path_;
};

TEST_F(AnswerPageTest, AsksWhatIsToBecomeOfEachDocumentThatCannotBeUsed) {
    ask();
    const std::string before = page("/requests/" + id_, session_).body;
    EXPECT_NE(before.find("<a class=\"button\" href=\"" + path_ + "\">Say what to do</a>"), std::string::npos);
    const Reply reply = page(path_, session_);
    ASSERT_EQ(reply.status, 200) << reply.body;
    EXPECT_NE(reply.body.find("Gas &lt;record&gt;, 3\u00a0February\u00a02026"), std::string::npos) << reply.body;
    EXPECT_NE(reply.body.find("gas.pdf opens only with a password"), std::string::npos);
    EXPECT_NE(reply.body.find("<label for=\"password-0-1\">Password</label>"), std::string::npos);
    EXPECT_EQ(reply.body.find("password-1-0"), std::string::npos) << "what is not locked has no password";
    EXPECT_NE(reply.body.find("<label for=\"copy-1-0\">File</label>"), std::string::npos);
    EXPECT_LT(reply.body.find("choice-1-0"), reply.body.find("<details>")) << "what was not named is folded below";
    EXPECT_NE(reply.body.find("name=\"choice-0-0\" value=\"\" checked"), std::string::npos) << "and stays as it is";
    EXPECT_EQ(reply.body.find("<script"), std::string::npos);
    EXPECT_EQ(trail().back(), "request.seen " + id_);
}

TEST_F(AnswerPageTest, GoesOnWithWhatWasDecidedAndNothingElseChanged) {
    ask();
    Request expected = now();
    expected.sections.at(0).items.at(1).password = "sesame";
    expected.sections.pop_back();
    const Reply reply = send({{"choice-0-1", "password"}, {"password-0-1", "sesame"}, {"choice-1-0", "leave-out"}});
    EXPECT_EQ(reply.status, 303) << reply.body;
    EXPECT_EQ(reply.header("Location"), "/requests/" + id_);
    EXPECT_EQ(queue_.find(id_)->state, JobState::Queued);
    EXPECT_EQ(queue_.find(id_)->payload.find("sesame"), std::string::npos) << "it is sealed where it is kept";
    EXPECT_EQ(now(), expected);
    EXPECT_EQ(trail().back(), "request.answered " + id_);
    EXPECT_EQ(log().find("sesame"), std::string::npos);
    EXPECT_EQ(workforce_.woken, 5) << "for three uploads, the request and the answer";
    const Reply again = page(path_, session_);
    EXPECT_EQ(again.status, 409);
    EXPECT_NE(again.body.find("does not wait for an answer"), std::string::npos);
}

TEST_F(AnswerPageTest, TakesAnotherCopyAndASheet) {
    ask();
    const Reply reply = send({{"choice-0-1", "copy"},
                              {"copy-0-1", "%PDF-1.7 opened"},
                              {"password-0-1", "not asked for"},
                              {"choice-1-0", "sheet"},
                              {"sheet-1-0", "The report is held by the council’s surveyor."}});
    ASSERT_EQ(reply.status, 303) << reply.body;
    const Request request = now();
    EXPECT_EQ(request.sections.at(0).items.at(1).exhibit, "AB/2") << "the mark stays";
    EXPECT_TRUE(request.sections.at(0).items.at(1).password.empty());
    const auto exhibit = sqlite_->snapshot([&](Transaction& transaction) {
        return Records(transaction).exhibit("north", request.exhibits.at(0).exhibit);
    });
    ASSERT_TRUE(exhibit.has_value());
    EXPECT_EQ(vault_.get(exhibit->hash), "%PDF-1.7 opened");
    EXPECT_EQ(exhibit->name, "new.pdf");
    EXPECT_EQ(request.sections.at(1).items.at(0).sheet, "The report is held by the council’s surveyor.");
    EXPECT_EQ(request.sections.at(0).items.at(0).exhibit, handle_);
}

TEST_F(AnswerPageTest, SaysByEachFieldWhatIsMissingAndKeepsWhatWasEnteredButPasswords) {
    ask();
    const Reply empty = send({});
    EXPECT_EQ(empty.status, 422);
    EXPECT_NE(empty.body.find("<title>Error: Say what to do"), std::string::npos);
    for (const char* said :
         {"<a href=\"#choice-0-1\">Choose what to do with &#39;Gas &lt;record&gt;&#39;</a>",
          "id=\"choice-0-1\" name=\"choice-0-1\"", "<a href=\"#choice-1-0\">", "id=\"error-choice-1-0\""}) {
        EXPECT_NE(empty.body.find(said), std::string::npos) << said;
    }
    const Reply half = send({{"choice-0-1", "password"}, {"password-0-1", "sesame"}, {"choice-1-0", "sheet"}});
    EXPECT_EQ(half.status, 422);
    EXPECT_NE(half.body.find("<a href=\"#sheet-1-0\">"), std::string::npos);
    EXPECT_NE(half.body.find("aria-describedby=\"hint-sheet-1-0 error-sheet-1-0\" aria-invalid=\"true\""),
              std::string::npos);
    EXPECT_NE(half.body.find("value=\"password\" checked"), std::string::npos);
    EXPECT_EQ(half.body.find("sesame"), std::string::npos);
    EXPECT_EQ(queue_.find(id_)->state, JobState::NeedsAttention);

    const Reply arrived = send({{"choice-0-1", "password"}, {"choice-1-0", "copy"}, {"copy-1-0", "%PDF-1.7 whole"}});
    EXPECT_EQ(arrived.status, 422);
    EXPECT_NE(arrived.body.find("<a href=\"#password-0-1\">Enter the password"), std::string::npos);
    EXPECT_NE(arrived.body.find("new.pdf has arrived"), std::string::npos);
    const std::string received = between(arrived.body, "name=\"received-1-0\" value=\"", "\"");
    const Reply taken = send({{"choice-0-1", "leave-out"}, {"choice-1-0", "copy"}, {"received-1-0", received}});
    ASSERT_EQ(taken.status, 303) << taken.body;
    EXPECT_EQ(now().sections.at(1).items.at(0).exhibit, received) << "the copy that had arrived is not sent twice";
}

TEST_F(AnswerPageTest, RefusesWhatIsNoChoiceOfTheDocumentAndAnEmptyFile) {
    ask();
    const Reply reply =
        send({{"choice-0-1", "copy"}, {"copy-0-1", ""}, {"choice-1-0", "password"}, {"password-1-0", "x"}});
    EXPECT_EQ(reply.status, 422);
    EXPECT_NE(reply.body.find("<a href=\"#copy-0-1\">The file for"), std::string::npos) << reply.body;
    EXPECT_NE(reply.body.find("<a href=\"#choice-1-0\">"), std::string::npos);
    // A handle of another team is none.
    const std::string theirs = upload(form("%PDF-1.7 secret"), stranger_).json().textOr("exhibit", "");
    const Reply stolen = send({{"choice-0-1", "copy"}, {"received-0-1", theirs}, {"choice-1-0", "leave-out"}});
    EXPECT_EQ(stolen.status, 422);
    EXPECT_NE(stolen.body.find("<a href=\"#copy-0-1\">Choose the file"), std::string::npos);
}

TEST_F(AnswerPageTest, IsForWhoeverMayAskAndForNobodyElse) {
    ask();
    const std::string auditor = sessionOf(PersonRole::Auditor);
    const std::string server = sessionOf(PersonRole::Server);
    for (const std::string& session : {auditor, server}) {
        EXPECT_EQ(page("/requests/" + id_, session).body.find(path_), std::string::npos);
        EXPECT_EQ(page(path_, session).status, 403);
        EXPECT_EQ(post({}, session).status, 403);
    }
    EXPECT_EQ(get(path_, {}, stranger_).status, 404);
    EXPECT_EQ(get(path_, {}, "").status, 401);
    EXPECT_EQ(call("POST", path_, "", {}, stranger_).status, 404);
    EXPECT_EQ(queue_.find(id_)->state, JobState::NeedsAttention);
}

TEST_F(AnswerPageTest, IsTakenOnlyFromAPageOfThisSessionAndThisState) {
    ask();
    const std::string given = page(path_, session_).body;
    const Fields answer{{"choice-0-1", "leave-out"}, {"choice-1-0", "leave-out"}};
    const std::string version = between(given, "name=\"version\" value=\"", "\"");
    Fields forged = answer;
    forged.emplace_back("version", version);
    EXPECT_EQ(post(forged, session_).status, 403) << "no token";
    forged.emplace_back("token",
                        between(page(path_, sessionOf(PersonRole::Legal)).body, "name=\"token\" value=\"", "\""));
    EXPECT_EQ(post(forged, session_).status, 403) << "the token of another session";
    Fields elsewhere = answer;
    elsewhere.emplace_back("version", version);
    elsewhere.emplace_back("token", between(given, "name=\"token\" value=\"", "\""));
    EXPECT_EQ(post(elsewhere, session_, {{"Sec-Fetch-Site", "cross-site"}}).status, 403);
    EXPECT_EQ(queue_.find(id_)->state, JobState::NeedsAttention);

    ASSERT_EQ(send(answer, session_, given).status, 303);
    needsAttention({fault("pdf-damaged", "/sections/0/items/0", "lease.pdf is damaged")});
    const Reply stale = send(answer, session_, given);
    EXPECT_EQ(stale.status, 409) << "somebody has answered since, and something else is asked";
    EXPECT_EQ(
        call("POST", path_, "x=1", {{"Content-Type", "application/x-www-form-urlencoded"}, {"Cookie", session_}}, "")
            .status,
        415);
}

TEST_F(AnswerPageTest, KeepsWhatALegalOfficerOrderedWhoeverAnswers) {
    ask(R"(,"directions":{"by":"Judge A. Example","on":"2026-09-01","pages_at_most":90},"protected":["12 Example Close"])",
        tokenFor(PersonRole::Legal, "north"));
    const Request before = now();
    EXPECT_EQ(page(path_, session_).body.find("Example Close"), std::string::npos);
    ASSERT_EQ(send({{"choice-0-1", "password"}, {"password-0-1", "sesame"}, {"choice-1-0", "leave-out"}}).status, 303);
    EXPECT_EQ(now().directions, before.directions);
    EXPECT_EQ(now().protectedTerms, before.protectedTerms);
}

TEST_F(AnswerPageTest, MayChangeAnyDocumentWhereNoneIsNamed) {
    ask();
    ASSERT_EQ(send({{"choice-0-1", "leave-out"}, {"choice-1-0", "leave-out"}}).status, 303);
    needsAttention({fault("courts-2021.20-upright", "", "a page is upside down: page 5")});
    const std::string body = page(path_, session_).body;
    EXPECT_NE(body.find("a page is upside down: page 5"), std::string::npos);
    EXPECT_NE(body.find("save without a change to try again as it is"), std::string::npos);
    const Reply reply = send({{"choice-0-0", ""}});
    EXPECT_EQ(reply.status, 303) << reply.body;
    EXPECT_EQ(now().sections.at(0).items.size(), 1U);
}

TEST_F(AnswerPageTest, LeavesNothingOnTheDiskOfFilesThatNobodyTook) {
    ask();
    (void)send({{"choice-0-1", "sheet"}, {"copy-0-1", "%PDF-1.7 nobody chose it"}, {"copy-9-9", "%PDF-1.7 no such"}});
    EXPECT_TRUE(std::filesystem::is_empty(vault_.stagingFolder()));
}

TEST_F(AnswerPageTest, SpeaksWelsh) {
    ask();
    const std::string body = get(path_ + "?lang=cy", {{"Cookie", session_}}, "").body;
    EXPECT_NE(body.find("Dweud beth i&#39;w wneud"), std::string::npos);
    EXPECT_NE(body.find("Rhoi ei chyfrinair"), std::string::npos);
}

}  // namespace
}  // namespace engross
