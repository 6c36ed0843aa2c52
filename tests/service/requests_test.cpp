#include "service/server_fixture.h"

#include <filesystem>
#include <fstream>

#include <algorithm>

namespace engross {
namespace {

std::vector<std::string> pointers(const Reply& reply) {
    std::vector<std::string> found;
    const Value body = reply.json();
    const Value* errors = body.find("errors");
    for (const Value& error : errors == nullptr || errors->list() == nullptr ? List{} : *errors->list()) {
        found.push_back(error.textOr("code", "") + " " + error.textOr("field", ""));
    }
    return found;
}

std::int64_t number(const Value& value, std::string_view name) {
    const Value* found = value.find(name);
    return found == nullptr || found->integer() == nullptr ? -1 : *found->integer();
}

TEST_F(ServiceTest, AcceptsARequestOnceItIsInTheQueue) {
    const Reply reply = submit(letter);
    ASSERT_EQ(reply.status, 202) << reply.body;
    const std::string id = reply.json().textOr("id", "");
    EXPECT_EQ(reply.header("Location"), "/api/v1/requests/" + id);
    const auto job = queue_.find(id);
    ASSERT_TRUE(job.has_value());
    EXPECT_EQ(job->state, JobState::Queued);
    EXPECT_EQ(job->lane, Lane::Letters);
    EXPECT_EQ(job->closure, Sha256::of("closure of letter"));
    EXPECT_EQ(job->team, "north");
    const auto payload = readJson(job->payload);
    EXPECT_EQ(payload.value->textOr("case_ref", ""), "EN/2026/0142");
    EXPECT_EQ(workforce_.woken, 1);
    EXPECT_EQ(trail(), std::vector{"request.submitted " + id});
}

TEST_F(ServiceTest, ShowsTheWarningsOfAnAcceptedRequest) {
    const Reply reply = submit(letter);
    const Value body = reply.json();
    const List* diagnostics = body.find("diagnostics")->list();
    ASSERT_EQ(diagnostics->size(), 1U);
    EXPECT_EQ(diagnostics->front().textOr("code", ""), "GEN-02");
}

TEST_F(ServiceTest, TakesAWaiverOnlyWithATokenOfTheRoleThatMayGiveIt) {
    const auto waived = [](const std::string& as) {
        return R"({"type":"letter","case_ref":"EN/2026/0142","fields":{"reason":"x","hint":"y"},
            "waivers":[{"check":"X-1","as":")" +
               as + R"(","name":"L. Lawyer","post":"Solicitor","on":"2026-11-20","until":"2026-12-20",
            "reason":"the amending provision was read"}]})";
    };
    const auto sent = [&](PersonRole role, const std::string& as) {
        return submit(waived(as), {}, tokenFor(role, "north"));
    };
    const Reply refused = sent(PersonRole::Officer, "legal");
    EXPECT_EQ(refused.status, 422) << refused.body;
    EXPECT_EQ(pointers(refused), std::vector<std::string>{"waiver.role /waivers/0/as"});
    EXPECT_NE(refused.body.find("a token of the role 'legal'; this token's role is 'officer'"), std::string::npos)
        << refused.body;
    EXPECT_EQ(sent(PersonRole::Officer, "manager").status, 422);
    EXPECT_EQ(sent(PersonRole::Signatory, "legal").status, 422);
    EXPECT_EQ(sent(PersonRole::Signatory, "manager").status, 202);
    EXPECT_EQ(sent(PersonRole::Legal, "legal").status, 202);
}

TEST_F(ServiceTest, TakesWhatWasOrderedOfABundleOnlyFromWhoAnswersForIt) {
    const auto sent = [&](PersonRole role, const std::string& members) {
        return submit(R"({"type":"bundle","case_ref":"EN/2026/0142",)" + members + "}", {}, tokenFor(role, "north"));
    };
    const std::string more = R"("directions":{"by":"Judge A. Example","on":"2026-09-01","documents":["chronology"]})";
    EXPECT_EQ(sent(PersonRole::Officer, more).status, 202) << "it asks for more than the profile";
    const std::string looser = R"("directions":{"by":"Judge A. Example","on":"2026-09-01","pages_at_most":900,
        "waive":[{"rule":"12","why":"the index follows the list of issues"}]})";
    EXPECT_EQ(
        pointers(sent(PersonRole::Officer, looser)),
        (std::vector<std::string>{"directions.role /directions/pages_at_most", "rule-waiver.role /directions/waive"}));
    EXPECT_EQ(pointers(sent(PersonRole::Signatory, looser)),
              std::vector<std::string>{"rule-waiver.role /directions/waive"});
    EXPECT_EQ(pointers(sent(PersonRole::Administrator, looser)).size(), 2U)
        << "keeps the machine, and answers for no case";
    EXPECT_EQ(sent(PersonRole::Legal, looser).status, 202);
    const std::string afresh = R"("renumber":{"ordered_by":"Judge A. Example","on":"2026-09-01","reason":"One order"})";
    EXPECT_EQ(pointers(sent(PersonRole::Officer, afresh)), std::vector<std::string>{"renumber.role /renumber"});
    EXPECT_EQ(sent(PersonRole::Signatory, afresh).status, 202);
}

TEST_F(ServiceTest, PutsBundlesIntoTheirOwnLane) {
    const Reply reply = submit(R"({"type":"bundle","case_ref":"EN/2026/0142"})");
    ASSERT_EQ(reply.status, 202) << reply.body;
    EXPECT_EQ(queue_.find(reply.json().textOr("id", ""))->lane, Lane::Bundles);
}

TEST_F(ServiceTest, NamesEveryFaultOfARequestAtOnce) {
    const Reply reply = submit(R"({"type":"letter","feilds":{},"fields":{},"release_of":"none",
        "exhibits":[{"mark":"AB/1","exhibit":"not-a-handle"},{"mark":"AB/2","file":"/etc/passwd"}],
        "sections":[{"title":"A","items":[{"title":"x","exhibit":"AB/9"},{"title":"y","file":"../secret"}]}]})");
    EXPECT_EQ(reply.status, 422);
    EXPECT_EQ(reply.header("Content-Type"), "application/problem+json");
    EXPECT_EQ(reply.code(), "request-refused");
    EXPECT_FALSE(reply.json().textOr("correlation_id", "").empty());
    const auto found = pointers(reply);
    for (const char* expected : {"GEN-01 /fields/reason", "exhibit-unknown /exhibits/0/exhibit",
                                 "file-not-upload /exhibits/1/file", "exhibit-not-listed /sections/0/items/0/exhibit",
                                 "file-not-upload /sections/0/items/1/file", "pack-unknown /release_of"}) {
        EXPECT_NE(std::ranges::find(found, expected), found.end()) << expected << "\n" << reply.body;
    }
    EXPECT_TRUE(std::ranges::any_of(found, [](const std::string& fault) { return fault.ends_with("/feilds"); }))
        << reply.body;
    EXPECT_NE(reply.body.find("case_ref"), std::string::npos);
    EXPECT_TRUE(queue_.list("north", "", 10).empty());
    EXPECT_EQ(workforce_.woken, 0);
}

TEST_F(ServiceTest, SuggestsATypeWhoseNameIsNear) {
    const Reply reply = submit(R"({"type":"leter","case_ref":"EN/2026/0142"})");
    EXPECT_EQ(reply.status, 422);
    EXPECT_EQ(pointers(reply), std::vector<std::string>{"type-unknown /type"});
    EXPECT_NE(reply.body.find("letter"), std::string::npos);
}

TEST_F(ServiceTest, AnswersInWelshWhereItIsAskedTo) {
    const Reply reply = submit(R"({"type":"leter","case_ref":"EN/2026/0142"})", {{"Accept-Language", "cy, en;q=0.5"}});
    EXPECT_EQ(reply.header("Content-Language"), "cy-GB");
    EXPECT_NE(reply.body.find("Ni ellir derbyn"), std::string::npos);
}

TEST_F(ServiceTest, RefusesABodyThatIsNotJson) {
    for (const char* body : {"", "{", "[1,2", "\xff\xfe", R"({"type":"letter","type":"letter"})"}) {
        const Reply reply = submit(body);
        EXPECT_EQ(reply.status, 400) << body;
        EXPECT_EQ(reply.code(), "not-json") << body;
        EXPECT_EQ(pointers(reply).size(), 1U) << body;
    }
    const Reply list = submit("[]");
    EXPECT_EQ(list.status, 422) << list.body;
}

TEST_F(ServiceTest, RefusesAnotherKindOfContent) {
    const Reply reply = call("POST", "/api/v1/requests", letter, {{"Content-Type", "text/plain"}});
    EXPECT_EQ(reply.status, 415);
    EXPECT_EQ(reply.code(), "not-json-type");
}

TEST_F(ServiceTest, RefusesAnOversizeBodyAndStillAnswersTheClientThatSendsIt) {
    const Reply stated = submit(std::string(5'000'000, ' '));
    EXPECT_EQ(stated.status, 413);
    EXPECT_EQ(stated.code(), "body-too-large");

    Poco::Net::HTTPClientSession session("127.0.0.1", server().port());
    Poco::Net::HTTPRequest request("POST", "/api/v1/requests", Poco::Net::HTTPMessage::HTTP_1_1);
    request.set("Authorization", "Bearer " + officer_);
    request.set("Content-Type", "application/json");
    request.setChunkedTransferEncoding(true);
    session.sendRequest(request) << std::string(500'000, ' ') << std::flush;
    EXPECT_EQ(receive(session).status, 413);
}

TEST_F(ServiceTest, TakesABodyInChunks) {
    Poco::Net::HTTPClientSession session("127.0.0.1", server().port());
    Poco::Net::HTTPRequest request("POST", "/api/v1/requests", Poco::Net::HTTPMessage::HTTP_1_1);
    request.set("Authorization", "Bearer " + officer_);
    request.set("Content-Type", "application/json");
    request.setChunkedTransferEncoding(true);
    session.sendRequest(request) << letter << std::flush;
    EXPECT_EQ(receive(session).status, 202);
}

TEST_F(ServiceTest, GivesTheFirstAnswerAgainForTheSameKeyAndBody) {
    const Reply first = submit(letter, {{"Idempotency-Key", "k1"}});
    const Reply again = submit(letter, {{"Idempotency-Key", "k1"}});
    EXPECT_EQ(first.status, 202);
    EXPECT_EQ(again.status, 202);
    EXPECT_EQ(again.header("Location"), first.header("Location"));
    EXPECT_EQ(queue_.list("north", "", 10).size(), 1U);

    const Reply other = submit(R"({"type":"bundle","case_ref":"EN/2026/0142"})", {{"Idempotency-Key", "k1"}});
    EXPECT_EQ(other.status, 422);
    EXPECT_EQ(other.code(), "key-reused");
    EXPECT_EQ(submit(letter, {{"Idempotency-Key", "k1"}}, tokenFor(PersonRole::Officer, "north")).status, 202);
    EXPECT_EQ(queue_.list("north", "", 10).size(), 2U);
    EXPECT_EQ(submit(letter, {{"Idempotency-Key", std::string(201, 'k')}}).code(), "key-too-long");
}

TEST_F(ServiceTest, KeepsItsFirstAnswerWhenTheTypeHasChangedSince) {
    class Stricter : public FakeCatalogue {
        [[nodiscard]] CheckResult check(const Request& request, Instant now, Language reader) const override {
            CheckResult result = FakeCatalogue::check(request, now, reader);
            result.diagnostics.emplace_back().code = "GEN-99";
            return result;
        }
    };
    EXPECT_EQ(submit(letter, {{"Idempotency-Key", "k1"}}).status, 202);
    catalogue_ = std::make_shared<Stricter>();
    EXPECT_EQ(submit(letter, {{"Idempotency-Key", "k1"}}).status, 202);
    EXPECT_EQ(submit(letter, {{"Idempotency-Key", "k2"}}).status, 422);
}

TEST_F(ServiceTest, ShowsARequestFromQueuedToDone) {
    const std::string id = submitted();
    elapsed_ = 3000;
    Reply reply = get("/api/v1/requests/" + id);
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.header("Retry-After"), "1");
    EXPECT_EQ(reply.json().textOr("state", ""), "queued");
    EXPECT_EQ(number(reply.json(), "waiting_ms"), 3000);

    const Sha256 hash = finish(id, "%PDF-1.7 letter");
    reply = get("/api/v1/requests/" + id);
    EXPECT_EQ(reply.json().textOr("state", ""), "done");
    EXPECT_EQ(reply.header("Retry-After"), "");
    const Value shown = reply.json();
    const Value artefact = shown.find("artefacts")->list()->at(0);
    EXPECT_EQ(artefact.textOr("sha256", ""), hash.hex());
    EXPECT_EQ(artefact.textOr("name", ""), "letter.pdf");
    EXPECT_EQ(number(artefact, "pages"), 2);
    EXPECT_EQ(get(artefact.textOr("href", "")).body, "%PDF-1.7 letter");
}

TEST_F(ServiceTest, AnswersAPollWithNothingWhereNothingChanged) {
    const std::string path = "/api/v1/requests/" + submitted();
    const std::string tag = get(path).header("ETag");
    const auto seen = trail().size();
    const Reply same = get(path, {{"If-None-Match", tag}});
    EXPECT_EQ(same.status, 304);
    EXPECT_EQ(same.body, "");
    EXPECT_EQ(same.header("Retry-After"), "1");
    EXPECT_EQ(trail().size(), seen) << "nothing was shown";
    (void)queue_.claim("worker", {Lane::Letters}, 1, start);
    EXPECT_EQ(get(path, {{"If-None-Match", tag}}).status, 200);
}

TEST_F(ServiceTest, SaysWhyARequestWaits) {
    const std::string id = submitted();
    const auto work = queue_.claim("worker", {Lane::Letters}, 1, start);
    EXPECT_TRUE(queue_.handBack(work.at(0).claim, "vault-full", std::chrono::seconds{5}, start));
    const Value shown = get("/api/v1/requests/" + id).json();
    EXPECT_EQ(shown.textOr("state", ""), "queued");
    EXPECT_EQ(shown.find("note")->textOr("code", ""), "vault-full");
    EXPECT_NE(shown.find("note")->textOr("message", "").find("disk"), std::string::npos);
}

TEST_F(ServiceTest, ListsTheRequestsOfTheTeamAndOfACase) {
    const std::string id = submitted();
    EXPECT_EQ(submit(R"({"type":"bundle","case_ref":"EN/2026/0099"})").status, 202);
    EXPECT_EQ(submit(letter, {}, stranger_).status, 202);
    EXPECT_EQ(get("/api/v1/requests").json().find("requests")->list()->size(), 2U);
    const Value one = get("/api/v1/requests?case_ref=EN%2F2026%2F0142").json();
    ASSERT_EQ(one.find("requests")->list()->size(), 1U);
    EXPECT_EQ(one.find("requests")->list()->at(0).textOr("id", ""), id);
    EXPECT_EQ(get("/api/v1/requests?limit=1").json().find("requests")->list()->size(), 1U);
    EXPECT_EQ(get("/api/v1/requests?limit=nonsense").json().find("requests")->list()->size(), 2U);
}

TEST_F(ServiceTest, CancelsARequestOnce) {
    const std::string path = "/api/v1/requests/" + submitted() + "/cancel";
    const Reply reply = call("POST", path);
    EXPECT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(reply.json().textOr("state", ""), "cancelled");
    EXPECT_EQ(call("POST", path).code(), "request-final");
    EXPECT_EQ(call("POST", "/api/v1/requests/nothing/cancel").status, 404);
}

TEST_F(ServiceTest, TakesAnAnswerToARequestThatNeedsAttentionAndGoesOnWithTheSameWork) {
    const std::string id = submitted();
    const std::string path = "/api/v1/requests/" + id + "/answer";
    const std::string answer = R"({"type":"letter","case_ref":"EN/2026/0142","fields":{"reason":"x","hint":"y"}})";
    EXPECT_EQ(call("POST", path, answer, {{"Content-Type", "application/json"}}).code(), "request-not-asking");
    const auto claimed = queue_.claim("worker", {Lane::Letters}, 1, start);
    ASSERT_EQ(claimed.size(), 1U);
    ASSERT_TRUE(queue_.needsAttention(claimed.front().claim, "{}", start));
    const Reply other =
        call("POST", path, R"({"type":"bundle","case_ref":"EN/2026/0143"})", {{"Content-Type", "application/json"}});
    EXPECT_EQ(other.status, 422) << other.body;
    EXPECT_EQ(pointers(other), (std::vector<std::string>{"answer-other-work /type", "answer-other-work /case_ref"}));
    EXPECT_EQ(queue_.find(id)->state, JobState::NeedsAttention) << "and what was refused changed nothing";
    EXPECT_EQ(call("POST", path, answer, {}).code(), "not-json-type");
    EXPECT_EQ(call("POST", path, answer, {{"Content-Type", "application/json"}}, stranger_).status, 404);
    const Reply taken = call("POST", path, answer, {{"Content-Type", "application/json"}});
    EXPECT_EQ(taken.status, 200) << taken.body;
    EXPECT_EQ(taken.json().textOr("id", ""), id);
    EXPECT_EQ(queue_.find(id)->state, JobState::Queued);
    EXPECT_NE(queue_.find(id)->payload.find("\"reason\":\"x\""), std::string::npos);
    EXPECT_EQ(trail().back(), "request.answered " + id);
    EXPECT_EQ(call("POST", path, answer, {{"Content-Type", "application/json"}}).code(), "request-not-asking");
}

TEST_F(ServiceTest, HoldsWhatWasOrderedInARequestThatSomebodyElseAnswers) {
    const auto body = [](const std::string& members) {
        return R"({"type":"bundle","case_ref":"EN/2026/0142")" + members + "}";
    };
    const std::string order = R"(,"directions":{"by":"Judge A. Example","on":"2026-09-01","pages_at_most":90,
        "documents":["chronology"]},"protected":["12 Example Close"])";
    const Reply sent = submit(body(order), {}, tokenFor(PersonRole::Legal, "north"));
    ASSERT_EQ(sent.status, 202) << sent.body;
    const auto claimed = queue_.claim("worker", {Lane::Bundles}, 1, start);
    ASSERT_EQ(claimed.size(), 1U);
    ASSERT_TRUE(queue_.needsAttention(claimed.front().claim, "{}", start));
    const std::string path = "/api/v1/requests/" + sent.json().textOr("id", "") + "/answer";
    const auto answer = [&](const std::string& members) {
        return call("POST", path, body(members), {{"Content-Type", "application/json"}});
    };
    EXPECT_EQ(pointers(answer("")),
              (std::vector<std::string>{"directions.role /protected", "directions.role /directions/by",
                                        "directions.role /directions/documents", "directions.role /directions/on",
                                        "directions.role /directions/pages_at_most"}));
    EXPECT_EQ(answer(order).status, 200) << "an officer sends again what a legal officer had stated";
}

TEST_F(ServiceTest, HidesRequestsOfOtherTeamsAsIfTheyWereNotThere) {
    const std::string id = submitted();
    const Sha256 hash = finish(id, "%PDF");
    const std::string path = "/api/v1/requests/" + id;
    const auto before = trail().size();
    for (const auto& [method, place] : std::vector<std::pair<std::string, std::string>>{
             {"GET", path}, {"POST", path + "/cancel"}, {"GET", path + "/artefacts/" + hash.hex()}}) {
        const Reply theirs = call(method, place, "", {}, stranger_);
        std::string elsewhere = place;
        elsewhere.replace(elsewhere.find(id), id.size(), "019c0000-0000-7000-8000-000000000000");
        const Reply nothing = call(method, elsewhere, "", {}, stranger_);
        EXPECT_EQ(theirs.status, 404) << place;
        EXPECT_EQ(theirs.code(), "not-found");
        EXPECT_EQ(theirs.body.substr(0, theirs.body.find("correlation_id")),
                  nothing.body.substr(0, nothing.body.find("correlation_id")));
    }
    EXPECT_EQ(trail().size(), before);
}

TEST_F(ServiceTest, HidesInspectionsAmongRequests) {
    NewJob look{.id = "019c0000-0000-7000-8000-000000000001", .kind = JobKind::Inspection, .lane = Lane::Inspections};
    look.team = "north";
    (void)queue_.submit(look, start);
    EXPECT_EQ(get("/api/v1/requests/" + look.id).status, 404);
}

TEST_F(ServiceTest, WritesNoPasswordOfAnExhibitIntoItsStore) {
    seal_ = Seal::withKey(Seal::newKey());
    ASSERT_EQ(upload(form("%PDF-1.7")).status, 201);
    const std::string handle = sqlite_->snapshot(
        [](Transaction& transaction) { return Records(transaction).exhibits("north", "EN/2026/0142").at(0).handle; });
    const std::string body = R"({"type":"bundle","case_ref":"EN/2026/0142","exhibits":[{"mark":"AB/1","exhibit":")" +
                             handle + R"("}],"sections":[{"title":"Evidence","items":[{"title":"Locked","exhibit":)" +
                             R"("AB/1","password":"sesame-open-wide"}]}]})";
    const Reply first = submit(body, {{"Idempotency-Key", "k"}});
    ASSERT_EQ(first.status, 202) << first.body;
    EXPECT_EQ(submit(body, {{"Idempotency-Key", "k"}}).json().textOr("id", ""), first.json().textOr("id", ""));
    EXPECT_EQ(submit(body + " ", {{"Idempotency-Key", "k"}}).status, 422);
    const Job job = *queue_.find(first.json().textOr("id", ""));
    EXPECT_NE(job.payload.find("sealed:1:"), std::string::npos);
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_.path())) {
        if (entry.is_regular_file()) {
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string bytes((std::istreambuf_iterator<char>(file)), {});
            EXPECT_EQ(bytes.find("sesame-open-wide"), std::string::npos) << entry.path();
        }
    }
    EXPECT_EQ(log().find("sesame"), std::string::npos);
}

}  // namespace
}  // namespace engross
