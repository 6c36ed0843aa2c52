#include "command/data_folder.h"
#include "command/home.h"
#include "command/program.h"
#include "model/json.h"
#include "store/records.h"
#include "store/test_folder.h"
#include "work/produce.h"
#include "work/scratch.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <chrono>
#include <functional>
#include <random>
#include <thread>

namespace engross {
namespace {

constexpr int kLetters = 30;

int killsWanted() {
    const char* soak = std::getenv("ENGROSS_SOAK");
    return soak == nullptr ? 8 : std::atoi(soak);
}

/// Real letters, real workers, the whole process killed at random.
class ServiceKillTest : public testing::Test {
protected:
    TestFolder folder;
    DataFolder data{folder.path("data")};
    Types types = loadTypes(std::string(ENGROSS_SOURCE_DIR));

    std::vector<std::string> submit(int count) {
        Value body = *readJson(contentsOf(sample("requests/missed_appointment.json"))).value;
        std::vector<std::string> ids;
        for (int number = 0; number < count; ++number) {
            body.object()->set("case_ref", "EN/2026/" + std::to_string(1000 + number));
            const Request request = readRequest(body).request;
            NewJob job;
            job.id = makeUuid(systemNow());
            job.type = request.type;
            job.caseReference = request.caseRecord.reference;
            job.team = "team";
            job.caller = "test";
            job.payload = writeJson(body);
            job.closure = *types.catalogue->closure(request);
            (void)data.queue().submit(job, systemNow(), [&](Transaction& transaction) {
                Records{transaction}.noteCase(job.team, job.caseReference, systemNow());
            });
            ids.push_back(job.id);
        }
        return ids;
    }

    [[nodiscard]] bool allFinal(const std::vector<std::string>& ids) {
        return std::all_of(ids.begin(), ids.end(),
                           [&](const std::string& id) { return isFinal(data.queue().find(id)->state); });
    }

    /// What the letter is when nobody disturbs its making.
    Sha256 undisturbed(const Job& job, const std::string& scratch) {
        ScratchVault vault{scratch};
        Workshop workshop;
        workshop.catalogue = types.catalogue;
        workshop.typesetter = types.typesetter;
        workshop.vault = &vault;
        const Outcome outcome = produce(readRequest(*readJson(job.payload).value).request, workshop, job.submittedAt);
        return outcome.artefacts.at(0).hash;
    }
};

TEST_F(ServiceKillTest, EachLetterIsMadeOnceWithTheBytesOfAnUndisturbedRun) {
    const auto ids = submit(kLetters);
    std::mt19937 random{20261120};
    std::uniform_int_distribution<int> pause{50, 500};
    for (int kill = 0; kill < killsWanted(); ++kill) {
        const Program workers{folder.path(), {"work", "--data", data.path()}};
        std::this_thread::sleep_for(std::chrono::milliseconds{pause(random)});
    }
    Program last{folder.path(), {"work", "--data", data.path()}};
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{60};
    const auto ready = [&] { return last.err().find(data.path()) != std::string::npos; };
    while ((!allFinal(ids) || !ready()) && std::chrono::steady_clock::now() < end) {
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    last.signal(SIGTERM);
    EXPECT_EQ(last.wait(), 0) << last.err();
    const std::string scratch = folder.path("scratch");
    std::filesystem::create_directory(scratch);
    for (const std::string& id : ids) {
        const Job job = *data.queue().find(id);
        EXPECT_EQ(job.state, JobState::Done) << job.note << job.lastWords;
        const auto documents = data.database().snapshot([&](Transaction& t) { return Records{t}.documentsOf(id); });
        ASSERT_EQ(documents.size(), 1U);
        EXPECT_EQ(documents.at(0).artefact, undisturbed(job, scratch));
        EXPECT_EQ(Sha256::of(data.vault().get(documents.at(0).artefact)), documents.at(0).artefact);
    }
    const TrailVerdict trail = data.database().snapshot([](Transaction& t) { return Trail{t}.verify(); });
    EXPECT_FALSE(trail.firstBreak);
}

}  // namespace
}  // namespace engross
