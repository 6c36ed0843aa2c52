#include "store/test_folder.h"
#include "work/workplace.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <vector>

extern char** environ;

namespace engross {
namespace {

using namespace std::chrono_literals;

constexpr int kRounds = 60;

/// 20 kills for every build; ENGROSS_SOAK names another number for the long run.
int killsWanted() {
    const char* soak = std::getenv("ENGROSS_SOAK");
    return soak == nullptr ? 20 : std::atoi(soak);
}

/// The vault holds whole objects only, each under its own hash.
void expectWholeObjects(const std::string& vault) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(vault)) {
        const std::string name = entry.path().filename().string();
        if (entry.is_regular_file() && entry.path().string().find("/incoming/") == std::string::npos) {
            std::ifstream file(entry.path(), std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(file), {}};
            EXPECT_EQ(Sha256::of(bytes).hex(), name);
        }
    }
}

void expectDoneExactlyOnce(const Workplace& place, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
        const Job job = *place.queue->find(id);
        EXPECT_EQ(job.state, JobState::Done) << id << " " << job.note << " " << job.lastWords;
        const auto documents = place.database->snapshot([&](Transaction& t) { return Records{t}.documentsOf(id); });
        ASSERT_EQ(documents.size(), 1U) << id;
        EXPECT_EQ(documents.at(0).artefact, place.undisturbed(id, kRounds)) << id;
        EXPECT_EQ(Sha256::of(place.vault->get(documents.at(0).artefact)), documents.at(0).artefact);
    }
    expectWholeObjects(place.folder + "/vault");
    const TrailVerdict trail = place.database->snapshot([](Transaction& t) { return Trail{t}.verify(); });
    EXPECT_FALSE(trail.firstBreak);
    EXPECT_EQ(trail.records, static_cast<std::int64_t>(ids.size()));
}

std::vector<std::string> submitMany(const Workplace& place, int count) {
    std::vector<std::string> ids;
    for (int number = 0; number < count; ++number) {
        ids.push_back(place.submit("slow", {{"number", number}}));
    }
    return ids;
}

bool allFinal(const Workplace& place, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
        if (!isFinal(place.queue->find(id)->state)) {
            return false;
        }
    }
    return true;
}

TEST(Kill, AWorkerAtAnyMomentLosesNothingAndDoublesNothing) {
    const TestFolder folder;
    const Workplace place{folder.path(), {.crashLimit = 1'000'000, .crashDelay = 1ms}};
    const int kills = killsWanted();
    const auto ids = submitMany(place, kills / 2 + 4);
    std::mt19937 random{20261122};
    std::uniform_int_distribution<int> pause{0, 40};
    {
        const Supervisor supervisor{
            quickSettings(ENGROSS_FAKE_WORKER, folder.path()),
            {.queue = *place.queue, .database = *place.database, .vault = *place.vault, .clock = systemNow}};
        for (int kill = 0; kill < kills && !allFinal(place, ids); ++kill) {
            std::this_thread::sleep_for(std::chrono::milliseconds{pause(random)});
            const auto pids = supervisor.workerPids();
            if (!pids.empty()) {
                ::kill(pids.at(random() % pids.size()), SIGKILL);
            }
        }
        ASSERT_TRUE(eventually([&] { return allFinal(place, ids); }));
    }
    expectDoneExactlyOnce(place, ids);
}

class Host {
public:
    explicit Host(const std::string& folder) {
        std::vector<std::string> words{ENGROSS_FAKE_HOST, folder, ENGROSS_FAKE_WORKER};
        std::vector<char*> pointers;
        for (auto& word : words) {
            pointers.push_back(word.data());
        }
        pointers.push_back(nullptr);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        if (::posix_spawn(&pid_, ENGROSS_FAKE_HOST, &actions, nullptr, pointers.data(), environ) != 0) {
            throw std::runtime_error("no host");
        }
        posix_spawn_file_actions_destroy(&actions);
    }
    ~Host() {
        ::kill(pid_, SIGKILL);
        int status = 0;
        ::waitpid(pid_, &status, 0);
    }
    Host(const Host&) = delete;
    Host& operator=(const Host&) = delete;

private:
    pid_t pid_ = 0;
};

TEST(Kill, TheWholeHostAtAnyMomentLosesNothingAndDoublesNothing) {
    const TestFolder folder;
    const Workplace place{folder.path()};
    const int kills = killsWanted();
    const auto ids = submitMany(place, kills * 2);
    std::mt19937 random{19971122};
    std::uniform_int_distribution<int> pause{20, 250};
    for (int kill = 0; kill < kills && !allFinal(place, ids); ++kill) {
        const Host host{folder.path()};
        std::this_thread::sleep_for(std::chrono::milliseconds{pause(random)});
    }
    {
        const Host last{folder.path()};
        ASSERT_TRUE(eventually([&] { return allFinal(place, ids); }));
    }
    expectDoneExactlyOnce(place, ids);
}

std::set<int> processesNaming(const std::string& word) {
    std::set<int> found;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
        std::ifstream file(entry.path() / "cmdline", std::ios::binary);
        const std::string line{std::istreambuf_iterator<char>(file), {}};
        const int pid = std::atoi(entry.path().filename().c_str());
        if (pid > 0 && line.find(word) == 0) {
            found.insert(pid);
        }
    }
    return found;
}

TEST(Kill, WorkersDieWithTheirHost) {
    const TestFolder folder;
    const Workplace place{folder.path()};
    const auto before = processesNaming(ENGROSS_FAKE_WORKER);
    (void)place.submit("endless");
    {
        const Host host{folder.path()};
        ASSERT_TRUE(eventually([&] { return place.queue->list("team", "", 1).at(0).state == JobState::Running; }));
    }
    EXPECT_TRUE(eventually([&] {
        for (const int pid : processesNaming(ENGROSS_FAKE_WORKER)) {
            if (before.count(pid) == 0) {
                return false;
            }
        }
        return true;
    }));
}

}  // namespace
}  // namespace engross
