// A service that runs on while an administrator publishes and rolls back beside it.
#include "command/live_service.h"
#include "model/json.h"
#include "pdf/page_words.h"
#include "store/type_records.h"

#include <gtest/gtest.h>
#include <atomic>

namespace engross {
namespace {

class TakenUpTest : public LiveService {
protected:
    TakenUpTest() {
        EXPECT_EQ(publish("access_appointment").exit, 0);
        serve([this] { return now_.load(); });
    }
    ~TakenUpTest() override {
        stop();
    }

    void secondsPass() {
        now_ = now_.load() + std::chrono::seconds{1};
    }

    std::string accepted() {
        const ApiAnswer answer =
            client_->post("/api/v1/requests", *readJson(contentsOf(sample("requests/access_appointment.json"))).value);
        EXPECT_EQ(answer.status, 202) << writeJson(answer.body);
        return answer.body.textOr("id", "");
    }

    Sha256 closureOf(const std::string& id) {
        return room_->queue().find(id)->closure;
    }

    /// The words of the letter, once a worker has made it.
    std::string made(const std::string& id) {
        EXPECT_TRUE(eventually([&] { return isFinal(room_->queue().find(id)->state); }));
        const Job job = *room_->queue().find(id);
        EXPECT_EQ(job.state, JobState::Done) << job.note << job.lastWords << job.outcome;
        const auto documents =
            room_->database().snapshot([&](Transaction& transaction) { return Records(transaction).documentsOf(id); });
        EXPECT_EQ(documents.size(), 1U);
        if (documents.empty()) {
            return {};
        }
        EXPECT_EQ(documents.front().closure, job.closure);
        const auto pages = wordsOnPages(ProgramInput::file(room_->vault().localPath(documents.front().artefact)), 1);
        std::string words = "version " + std::to_string(documents.front().typeVersion) + ":";
        for (const PlacedWord& word : pages.value().at(0)) {
            words += " " + word.text;
        }
        return words;
    }

    void expectMade(const std::string& id, int version, const std::string& greeting) {
        const std::string words = made(id);
        EXPECT_TRUE(words.starts_with("version " + std::to_string(version) + ":")) << words;
        EXPECT_NE(words.find("Dear Ms A. Example" + greeting + " I will call"), std::string::npos) << words;
    }

    std::atomic<std::chrono::steady_clock::time_point> now_{};
};

TEST_F(TakenUpTest, APublishedVersionAndARollBackAreUsedWithoutARestartAndWhatWasAcceptedKeepsItsOwn) {
    const std::string before = accepted();
    change(", good day", 2);
    ASSERT_EQ(publish("access_appointment").exit, 0);
    EXPECT_EQ(closureOf(accepted()), closureOf(before)) << "looked at again within the second";
    secondsPass();
    const std::string after = accepted();
    EXPECT_NE(closureOf(after), closureOf(before));
    startWorkers();
    expectMade(before, 1, "");
    expectMade(after, 2, ", good day");

    const auto pids = workers_->workerPids();
    change(", good evening", 3);
    ASSERT_EQ(publish("access_appointment").exit, 0);
    secondsPass();
    expectMade(accepted(), 3, ", good evening");

    const Ran back = engross({"types", "rollback", "access_appointment", "--by", "D. Admin", "--reason", "words"});
    ASSERT_EQ(back.exit, 0) << back.err;
    secondsPass();
    const std::string last = accepted();
    EXPECT_EQ(closureOf(last), closureOf(after));
    expectMade(last, 2, ", good day");
    EXPECT_EQ(workers_->workerPids(), pids) << "the same workers made them";
}

TEST_F(TakenUpTest, AVersionWhosePackageIsGoneRefusesForItselfAndForNoOther) {
    change(", good day", 2);
    ASSERT_EQ(publish("access_appointment").exit, 0);
    const auto versions = room_->database().snapshot(
        [](Transaction& transaction) { return TypeRecords(transaction).versions("access_appointment"); });
    std::filesystem::remove(room_->vault().localPath(versions.front().sources));
    secondsPass();
    const auto post = [this](const std::string& request) {
        return client_->post("/api/v1/requests", *readJson(contentsOf(sample("requests/" + request))).value);
    };
    const ApiAnswer refused = post("access_appointment.json");
    EXPECT_EQ(refused.status, 422);
    EXPECT_NE(writeJson(refused.body).find("type.unreadable"), std::string::npos) << writeJson(refused.body);
    EXPECT_EQ(writeJson(refused.body).find("type-unknown"), std::string::npos) << writeJson(refused.body);
    EXPECT_EQ(post("missed_appointment.json").status, 202);
}

}  // namespace
}  // namespace engross
