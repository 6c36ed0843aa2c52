#pragma once
#include "audit/trail.h"
#include "model/json.h"
#include "queue/queue.h"
#include "service/fake_catalogue.h"
#include "service/server.h"
#include "store/failing_database.h"
#include "store/migrations.h"
#include "store/sqlite_database.h"
#include "store/test_folder.h"
#include "vault/folder_vault.h"

#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/StreamCopier.h>

#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace engross {

constexpr Instant start{std::chrono::milliseconds{1'772'400'000'000}};

/// What a client got.
struct Reply {
    int status = 0;
    std::map<std::string, std::string> headers{};  // names as they were sent
    std::string body{};

    [[nodiscard]] Value json() const {
        const auto read = readJson(body);
        EXPECT_TRUE(read.value.has_value()) << body;
        return read.value.value_or(Value{});
    }
    [[nodiscard]] std::string header(const std::string& name) const {
        const auto found = headers.find(name);
        return found == headers.end() ? std::string() : found->second;
    }
    [[nodiscard]] std::string code() const {
        return json().textOr("code", "");
    }
};

using Headers = std::vector<std::pair<std::string, std::string>>;

/// Workers that only count how often they were woken.
class FakeWorkforce : public Workforce {
public:
    Preview preview(const Request& /*request*/) override {
        return {};
    }
    void wake() noexcept override {
        ++woken;
    }
    [[nodiscard]] std::string paused() const override {
        return reason;
    }
    std::atomic<int> woken = 0;
    std::string reason;
};

/// A real server on a free port of the loopback, with a store and a vault in a folder of their own.
class ServiceTest : public testing::Test {
protected:
    ServiceTest()
        : sqlite_(openSqlite(folder_.path("store.sqlite"))),
          database_(*sqlite_),
          queue_(database_),
          vault_(folder_.path("vault")) {
        migrate(*sqlite_, start);
        officer_ = tokenFor(PersonRole::Officer, "north");
        stranger_ = tokenFor(PersonRole::Officer, "south");
        auditor_ = tokenFor(PersonRole::Auditor, "north");
        settings_.port = 0;
        settings_.bodyLimit = 100'000;
        settings_.exhibitLimit = 1'000'000;
        settings_.idle = std::chrono::seconds{2};
        settings_.dataFolder = folder_.path();
        settings_.leastFreeBytes = 1;
        settings_.version = "1.2.3";
    }
    Server& server() {
        if (!server_) {
            server_ = std::make_unique<Server>(
                ServerParts{.database = database_,
                            .queue = queue_,
                            .vault = vault_,
                            .catalogue = [this] { return catalogue_; },
                            .clock = [this] { return start + std::chrono::milliseconds{elapsed_}; },
                            .workforce = &workforce_,
                            .mustStop = [this](const std::string& code) { stopped_ = code; },
                            .seal = seal_ ? &*seal_ : nullptr,
                            .log =
                                [this](const Value& line) {
                                    const std::lock_guard lock(logging_);
                                    log_ += writeJson(line) + "\n";
                                }},
                settings_);
        }
        return *server_;
    }
    std::string tokenFor(PersonRole role, const std::string& team) {
        const IssuedToken issued = makeToken(
            TokenKind::Bearer, {.role = role, .team = team, .expiresAt = start + std::chrono::hours{1}}, start);
        sqlite_->transaction([&](Transaction& transaction) { Records(transaction).add(issued); });
        return issued.secret;
    }
    Reply call(const std::string& method, const std::string& path, const std::string& body = {},
               const Headers& headers = {}, const std::string& token = "officer") {
        Poco::Net::HTTPClientSession session("127.0.0.1", server().port());
        session.setTimeout(Poco::Timespan(20, 0));
        Poco::Net::HTTPRequest request(method, path, Poco::Net::HTTPMessage::HTTP_1_1);
        const std::string& secret = token == "officer" ? officer_ : token;
        if (!secret.empty()) {
            request.set("Authorization", "Bearer " + secret);
        }
        for (const auto& [name, value] : headers) {
            request.set(name, value);
        }
        if (method == "POST") {
            request.setContentLength64(static_cast<Poco::Int64>(body.size()));
        }
        session.sendRequest(request) << body << std::flush;
        return receive(session);
    }
    static Reply receive(Poco::Net::HTTPClientSession& session) {
        Poco::Net::HTTPResponse response;
        std::istream& in = session.receiveResponse(response);
        Reply reply{.status = response.getStatus()};
        for (const auto& [name, value] : response) {
            reply.headers.emplace(name, value);
        }
        Poco::StreamCopier::copyToString(in, reply.body);
        return reply;
    }
    Reply get(const std::string& path, const Headers& headers = {}, const std::string& token = "officer") {
        return call("GET", path, {}, headers, token);
    }
    Reply submit(const std::string& body, Headers headers = {}, const std::string& token = "officer") {
        headers.emplace_back("Content-Type", "application/json");
        return call("POST", "/api/v1/requests", body, headers, token);
    }
    std::string submitted() {
        const Reply reply = submit(letter);
        EXPECT_EQ(reply.status, 202) << reply.body;
        return reply.json().textOr("id", "");
    }
    /// Makes the request's file, as a worker would.
    Sha256 finish(const std::string& id, const std::string& pdf, const std::string& name = "letter.pdf") {
        const auto work = queue_.claim("worker", {Lane::Letters}, 1, start);
        EXPECT_EQ(work.size(), 1U);
        EXPECT_EQ(work.at(0).job.id, id);
        const Sha256 hash = vault_.put(pdf);
        const Object artefact{{"sha256", hash.hex()}, {"name", name}, {"media_type", "application/pdf"}, {"pages", 2}};
        EXPECT_EQ(queue_.complete(work.at(0).claim, writeJson(Object{{"artefacts", List{artefact}}}), hash, start),
                  Completion::Recorded);
        return hash;
    }
    Reply upload(const std::string& body, const std::string& token = "officer") {
        return call("POST", "/api/v1/exhibits", body, {{"Content-Type", "multipart/form-data; boundary=XyZ"}}, token);
    }
    static std::string form(const std::string& bytes, const std::string& reference = "EN/2026/0142",
                            const std::string& name = "gas.pdf") {
        return "--XyZ\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name +
               "\"\r\nContent-Type: application/pdf\r\n\r\n" + bytes +
               "\r\n--XyZ\r\nContent-Disposition: form-data; name=\"case_ref\"\r\n\r\n" + reference + "\r\n--XyZ--\r\n";
    }
    std::vector<std::string> trail() {
        return sqlite_->snapshot([](Transaction& transaction) {
            std::vector<std::string> actions;
            const Trail trail(transaction);
            EXPECT_EQ(trail.verify().firstBreak, std::nullopt);
            for (const TrailRecord& record : trail.records(1, 1000)) {
                actions.push_back(record.entry.action + " " + record.entry.subject);
            }
            return actions;
        });
    }
    std::string log() {
        const std::lock_guard lock(logging_);
        return log_;
    }

    static constexpr const char* letter =
        R"({"type":"letter","case_ref":"EN/2026/0142","case":{"occupier":"Ms A. Example"},"fields":{"reason":"because"}})";

    TestFolder folder_;
    std::unique_ptr<Database> sqlite_;
    FailingDatabase database_;
    Queue queue_;
    FolderVault vault_;
    std::shared_ptr<const Catalogue> catalogue_ = std::make_shared<FakeCatalogue>();
    FakeWorkforce workforce_;
    ServerSettings settings_;
    std::atomic<std::int64_t> elapsed_ = 0;
    std::string officer_;
    std::string stranger_;
    std::string auditor_;
    std::string stopped_;
    std::optional<Seal> seal_;
    std::mutex logging_;
    std::string log_;
    std::unique_ptr<Server> server_;
};

}  // namespace engross
