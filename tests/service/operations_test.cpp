#include "service/openapi.h"
#include "service/routes.h"
#include "service/server_fixture.h"

#include <Poco/Net/NetException.h>
#include <Poco/Net/StreamSocket.h>

#include <array>
#include <limits>
#include <set>
#include <thread>

namespace engross {
namespace {

std::string faultOf(const Reply& reply) {
    const Value body = reply.json();
    std::string found;
    for (const Value& check : *body.find("checks")->list()) {
        found += check.textOr("code", "");
    }
    return found;
}

TEST_F(ServiceTest, SaysThatItLivesAndThatItIsReady) {
    EXPECT_EQ(get("/healthz", {}, "").json().textOr("status", ""), "ok");
    const Reply reply = get("/readyz", {}, "");
    EXPECT_EQ(reply.status, 200) << reply.body;
    EXPECT_EQ(reply.json().find("lanes")->list()->size(), 3U);
}

TEST_F(ServiceTest, SaysHowLongTheOldestRequestOfALaneHasWaited) {
    (void)submitted();
    elapsed_ = 90'000;
    const Value body = get("/readyz", {}, "").json();
    const Value& letters = body.find("lanes")->list()->at(0);
    EXPECT_EQ(*letters.find("queued")->integer(), 1);
    EXPECT_EQ(*letters.find("oldest_ms")->integer(), 90'000);
}

TEST_F(ServiceTest, IsNotReadyWithoutAStoreThatTakesWrites) {
    (void)server();
    database_.failAt(1, "store-full");
    const Reply reply = get("/readyz", {}, "");
    EXPECT_EQ(reply.status, 503);
    EXPECT_EQ(faultOf(reply), "store-full");
    EXPECT_EQ(get("/readyz", {}, "").status, 200);
}

TEST_F(ServiceTest, IsNotReadyOnANearlyFullDiskOrWithPausedWorkers) {
    settings_.leastFreeBytes = std::numeric_limits<std::uint64_t>::max();
    EXPECT_EQ(faultOf(get("/readyz", {}, "")), "disk-nearly-full");
    server_.reset();
    settings_.leastFreeBytes = 1;
    workforce_.reason = "vault-full";
    EXPECT_EQ(faultOf(get("/readyz", {}, "")), "vault-full");
}

TEST_F(ServiceTest, IsNotReadyOnAnOldSchema) {
    sqlite_->transaction([](Transaction& transaction) {
        transaction.execute("DELETE FROM schema_steps WHERE number = $1", {std::int64_t{migrations().back().number}});
    });
    EXPECT_EQ(faultOf(get("/readyz", {}, "")), "schema-outdated");
}

TEST_F(ServiceTest, TellsTheHostToStopWhenTheDiskDidNotConfirmAWrite) {
    (void)server();
    database_.failAt(3, "store-fsync");
    EXPECT_EQ(submit(letter).status, 503);
    EXPECT_EQ(stopped_, "store-fsync");
}

TEST_F(ServiceTest, AsksToTryAgainAndKeepsOneRequestWhicheverStepOfTheStoreFails) {
    (void)server();
    int failures = 0;
    for (int step = 1; step < 100; ++step) {
        const std::string key = "key-" + std::to_string(step);
        database_.failAt(step, "store-full");
        const Reply reply = submit(letter, {{"Idempotency-Key", key}});
        const bool failed = reply.status == 503;
        failures += failed ? 1 : 0;
        EXPECT_TRUE(failed || reply.status == 202) << reply.status << reply.body;
        database_.failAt(0, "");
        EXPECT_EQ(submit(letter, {{"Idempotency-Key", key}}).status, 202);
        EXPECT_EQ(queue_.list("north", "", 200).size(), static_cast<std::size_t>(step));
        if (!failed) {
            break;
        }
    }
    EXPECT_GE(failures, 10);
    (void)trail();
}

TEST_F(ServiceTest, DescribesItsRoutesAndNoOthers) {
    std::set<std::string> served;
    for (const Route& route : routes()) {
        const bool isApi = route.door == Route::Door::Api;
        const bool isOpenJson =
            route.door == Route::Door::Open && route.pattern != "/sign-in" && !route.pattern.starts_with("/static/");
        if (isApi || isOpenJson) {
            std::string method = route.method == "GET" ? "get" : "post";
            served.insert(method + " " + route.pattern);
        }
    }
    const Reply reply = get("/openapi.json", {}, "");
    EXPECT_EQ(reply.header("Content-Type"), "application/json");
    const Value document = reply.json();
    EXPECT_EQ(document.textOr("openapi", ""), "3.1.0");
    EXPECT_EQ(document.find("info")->textOr("version", ""), "1.2.3");
    std::set<std::string> described;
    std::set<std::string> operations;
    for (const auto& [path, methods] : *document.find("paths")->object()) {
        for (const auto& [method, operation] : *methods.object()) {
            described.insert(std::string(method).append(" ").append(path));
            EXPECT_TRUE(operations.insert(operation.textOr("operationId", "")).second) << path;
            EXPECT_NE(operation.find("responses"), nullptr);
        }
    }
    EXPECT_EQ(described, served);
}

void collectReferences(const Value& value, std::set<std::string>& references) {
    if (const Object* object = value.object()) {
        for (const auto& [name, member] : *object) {
            if (name == "$ref" && member.text() != nullptr) {
                references.insert(*member.text());
            }
            collectReferences(member, references);
        }
    }
    if (const List* list = value.list()) {
        for (const Value& item : *list) {
            collectReferences(item, references);
        }
    }
}

TEST(OpenApi, RefersOnlyToWhatItHas) {
    const auto document = readJson(openApiDocument("1"));
    ASSERT_TRUE(document.value.has_value());
    std::set<std::string> references;
    collectReferences(*document.value, references);
    EXPECT_GT(references.size(), 10U);
    for (const std::string& reference : references) {
        ASSERT_TRUE(reference.starts_with("#/components/")) << reference;
        const std::string rest = reference.substr(std::string("#/components/").size());
        const std::size_t slash = rest.find('/');
        const Value* group = document.value->find("components")->find(rest.substr(0, slash));
        ASSERT_NE(group, nullptr) << reference;
        EXPECT_NE(group->find(rest.substr(slash + 1)), nullptr) << reference;
    }
}

/// Every member of a real answer stands in the schema of the description, and every required one in the answer.
void expectDescribed(const Value& answer, const std::string& schemaName) {
    const auto document = readJson(openApiDocument("1"));
    const Value* schema = document.value->find("components")->find("schemas")->find(schemaName);
    ASSERT_NE(schema, nullptr);
    for (const auto& [name, member] : *answer.object()) {
        EXPECT_NE(schema->find("properties")->find(name), nullptr) << schemaName << " does not describe " << name;
    }
    for (const Value& required : *schema->find("required")->list()) {
        EXPECT_NE(answer.find(*required.text()), nullptr) << schemaName << " demands " << *required.text();
    }
}

TEST_F(ServiceTest, AnswersAsItsDescriptionSays) {
    const Reply accepted = submit(letter);
    expectDescribed(accepted.json(), "Accepted");
    const std::string id = accepted.json().textOr("id", "");
    (void)finish(id, "%PDF");
    const Value request = get("/api/v1/requests/" + id).json();
    expectDescribed(request, "Request");
    expectDescribed(request.find("artefacts")->list()->at(0), "Artefact");
    expectDescribed(upload(form("x")).json(), "Exhibit");
    expectDescribed(get("/readyz").json(), "Readiness");
    expectDescribed(submit("{}").json(), "Problem");
    const Value types = get("/api/v1/types").json();
    expectDescribed(types.find("types")->list()->at(1), "DocumentType");
    expectDescribed(types.find("types")->list()->at(1).find("fields")->list()->at(0), "Field");
}

TEST_F(ServiceTest, ListsThePacksOfACaseWithTheirReleases) {
    sqlite_->transaction([](Transaction& transaction) {
        Records records(transaction);
        records.noteCase("north", "EN/2026/0142", start);
        records.add(PackRecord{
            .id = "p1", .caseReference = "EN/2026/0142", .team = "north", .title = "Appeal", .madeAt = start});
        EXPECT_EQ(records.addRelease(ReleaseRecord{.packId = "p1",
                                                   .requestId = "r1",
                                                   .artefact = Sha256::of("pdf"),
                                                   .identity = Sha256::of("identity"),
                                                   .name = "bundle.pdf",
                                                   .pages = 40,
                                                   .madeAt = start}),
                  1);
    });
    const Value packs = get("/api/v1/packs?case_ref=EN/2026/0142").json();
    ASSERT_EQ(packs.find("packs")->list()->size(), 1U);
    const Value pack = packs.find("packs")->list()->at(0);
    expectDescribed(pack, "Pack");
    expectDescribed(pack.find("releases")->list()->at(0), "Release");
    EXPECT_EQ(pack.find("releases")->list()->at(0).textOr("href", ""),
              "/api/v1/requests/r1/artefacts/" + Sha256::of("pdf").hex());
    EXPECT_EQ(trail().back(), "packs.listed EN/2026/0142");
    EXPECT_TRUE(get("/api/v1/packs?case_ref=EN/2026/0142", {}, stranger_).json().find("packs")->list()->empty());
    EXPECT_EQ(get("/api/v1/packs").code(), "case-ref-missing");
}

TEST_F(ServiceTest, RecordsWhoWasGivenAReleaseAndFindsThemByItsIdentity) {
    sqlite_->transaction([](Transaction& transaction) {
        Records records(transaction);
        records.noteCase("north", "EN/2026/0142", start);
        records.add(PackRecord{
            .id = "p1", .caseReference = "EN/2026/0142", .team = "north", .title = "Appeal", .madeAt = start});
        static_cast<void>(records.addRelease(ReleaseRecord{.packId = "p1",
                                                           .requestId = "r1",
                                                           .artefact = Sha256::of("pdf"),
                                                           .identity = Sha256::of("identity"),
                                                           .name = "bundle.pdf",
                                                           .pages = 40,
                                                           .madeAt = start}));
    });
    const std::string path = "/api/v1/packs/p1/releases/1/given";
    const auto post = [this](const std::string& to, const std::string& body, const std::string& token = "officer") {
        return call("POST", to, body, {{"Content-Type", "application/json"}}, token);
    };
    const Reply refused = post(path, R"({"method": "pigeon", "on": "2026-13-01"})");
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(refused.json().find("errors")->list()->size(), 4U);
    EXPECT_EQ(post(path, "[]").status, 422);
    const Reply given = post(path, R"({"to": "the tribunal", "method": "email", "by": "D. Officer"})");
    EXPECT_EQ(given.status, 201) << given.body;
    expectDescribed(given.json(), "ReleaseGiven");
    EXPECT_EQ(post("/api/v1/packs/p1/releases/2/given", R"({"to": "x", "method": "email"})").status, 404);
    EXPECT_EQ(post(path, R"({"to": "x", "method": "email"})", stranger_).status, 404);
    const Value found = get("/api/v1/given?identity=" + Sha256::of("identity").hex().substr(0, 8)).json();
    EXPECT_EQ(found.find("releases")->list()->at(0).textOr("case_ref", ""), "EN/2026/0142");
    EXPECT_EQ(found.find("given")->list()->at(0).textOr("to", ""), "the tribunal");
    EXPECT_EQ(get("/api/v1/given?identity=00000000").status, 404);
    const Value packs = get("/api/v1/packs?case_ref=EN/2026/0142").json();
    const Value release = packs.find("packs")->list()->at(0).find("releases")->list()->at(0);
    EXPECT_EQ(release.find("given")->list()->size(), 1U);
}

TEST_F(ServiceTest, NamesUnknownPathsAndWrongMethods) {
    EXPECT_EQ(get("/api/v1/nothing").code(), "not-found");
    EXPECT_EQ(get("/api/v1/requests/").code(), "not-found");
    EXPECT_EQ(get("//").code(), "not-found");
    const Reply reply = call("DELETE", "/api/v1/requests");
    EXPECT_EQ(reply.status, 405);
    EXPECT_EQ(reply.header("Allow"), "POST, GET");
}

TEST_F(ServiceTest, WritesALogWithoutPathsOrCases) {
    (void)get("/api/v1/requests?case_ref=EN/2026/0142");
    (void)get("/api/v1/requests/secret-id");
    server_.reset();
    EXPECT_NE(log().find("\"route\":\"/api/v1/requests/{id}\""), std::string::npos);
    EXPECT_EQ(log().find("0142"), std::string::npos);
    EXPECT_EQ(log().find("secret-id"), std::string::npos);
    EXPECT_EQ(log().find("egr_"), std::string::npos);
}

/// Sends bytes that no proper client would. A connection that the server resets has no answer; one that was reset
/// before our side was shut down is no connection any more.
std::string raw(std::uint16_t port, const std::string& bytes) {
    Poco::Net::StreamSocket socket(Poco::Net::SocketAddress("127.0.0.1", port));
    socket.setReceiveTimeout(Poco::Timespan(10, 0));
    std::string answer;
    try {
        socket.sendBytes(bytes.data(), static_cast<int>(bytes.size()));
        socket.shutdownSend();
        std::array<char, 4096> buffer{};
        for (int got = 0; (got = socket.receiveBytes(buffer.data(), static_cast<int>(buffer.size()))) > 0;) {
            answer.append(buffer.data(), static_cast<std::size_t>(got));
        }
    } catch (const Poco::Net::NetException& error) {
        EXPECT_TRUE(error.code() == POCO_ECONNRESET || error.code() == POCO_ENOTCONN) << error.displayText();
    }
    return answer;
}

TEST_F(ServiceTest, RefusesABodyWithTwoLengthsAndTakesNoSecondCallFromIt) {
    const std::string hidden = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
    const std::string answer =
        raw(server().port(), "POST /api/v1/requests HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + officer_ +
                                 "\r\nContent-Type: application/json\r\nContent-Length: 5\r\n"
                                 "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" +
                                 hidden);
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 400")) << answer;
    EXPECT_EQ(answer.find("\"ok\""), std::string::npos) << answer;
}

TEST_F(ServiceTest, SurvivesCallsThatAreNotHttp) {
    for (const std::string& bytes :
         {std::string("\r\n\r\n"), std::string("GARBAGE\r\n\r\n"), std::string("GET / HTTP/9.9\r\n\r\n"),
          std::string("GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n"), std::string(100'000, 'A'),
          std::string("GET / HTTP/1.1\r\nContent-Length: -5\r\n\r\n"),
          std::string("POST /api/v1/requests HTTP/1.1\r\nContent-Length: abc\r\n\r\n")}) {
        const std::string answer = raw(server().port(), bytes);
        EXPECT_TRUE(answer.empty() || answer.starts_with("HTTP/1.1 4")) << answer.substr(0, 80);
    }
    EXPECT_EQ(get("/healthz", {}, "").status, 200);
}

TEST_F(ServiceTest, NeedsALengthOrChunks) {
    const std::string answer =
        raw(server().port(), "POST /api/v1/requests HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + officer_ +
                                 "\r\nContent-Type: application/json\r\n\r\n" + letter);
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 411")) << answer;
}

TEST_F(ServiceTest, TellsAClientWhoseBodyWasCutOff) {
    const std::string answer =
        raw(server().port(), "POST /api/v1/requests HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + officer_ +
                                 "\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{");
    EXPECT_TRUE(answer.starts_with("HTTP/1.1 400")) << answer;
    EXPECT_NE(answer.find("body-cut-off"), std::string::npos) << answer;
    EXPECT_TRUE(queue_.list("north", "", 10).empty());
}

TEST_F(ServiceTest, AnswersManyClientsAtOnce) {
    (void)server();
    std::atomic<int> accepted = 0;
    std::vector<std::thread> clients;
    clients.reserve(6);
    for (int client = 0; client < 6; ++client) {
        clients.emplace_back([&] {
            for (int round = 0; round < 5; ++round) {
                accepted += submit(letter).status == 202 ? 1 : 0;
            }
        });
    }
    for (std::thread& client : clients) {
        client.join();
    }
    EXPECT_EQ(accepted, 30);
    EXPECT_EQ(queue_.list("north", "", 200).size(), 30U);
    EXPECT_EQ(trail().size(), 30U);
}

TEST_F(ServiceTest, SaysWhereItCannotListen) {
    settings_.port = server().port();
    try {
        const Server second({.database = database_,
                             .queue = queue_,
                             .vault = vault_,
                             .catalogue = [this] { return catalogue_; },
                             .clock = [] { return start; }},
                            settings_);
        FAIL() << "two servers share a port";
    } catch (const ServiceError& error) {
        EXPECT_EQ(error.code(), "listen-failed");
        EXPECT_EQ(error.subject(), "127.0.0.1:" + std::to_string(settings_.port));
    }
}

}  // namespace
}  // namespace engross
