// A thousand letters through the durable queue, as a service takes them: each is accepted in a transaction of its own,
// claimed, made and checked by a worker process, put into the vault and recorded, everything flushed to the disk.
// Usage: queue_bench PROGRAM
#include "audit/trail.h"
#include "command/home.h"
#include "model/json.h"
#include "queue/queue.h"
#include "script/catalogue.h"
#include "store/migrations.h"
#include "store/records.h"
#include "store/sqlite_database.h"
#include "type/typesetter.h"
#include "vault/folder_vault.h"
#include "work/supervisor.h"

#include <unistd.h>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

namespace {

using namespace engross;

constexpr int kLetters = 1000;

double secondsSince(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// A data folder that goes with the measurement.
class Folder {
public:
    Folder() : path_(std::filesystem::current_path() / ("queue-bench-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path_);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string file(const std::string& name) const {
        return (path_ / name).string();
    }

private:
    std::filesystem::path path_;
};

NewJob letter(int number, const Request& sample, const Catalogue& catalogue) {
    Request request = sample;
    request.caseRecord.reference = "EN/2026/" + std::to_string(10'000 + number);
    NewJob job;
    job.id = makeUuid(systemNow());
    job.lane = Lane::Letters;
    job.type = request.type;
    job.caseReference = request.caseRecord.reference;
    job.team = "housing";
    job.caller = "bench-" + std::to_string(number % 20);
    job.payload = writeJson(toValue(request));
    job.closure = *catalogue.closure(request);
    return job;
}

void accept(Queue& queue, const NewJob& job) {
    (void)queue.submit(job, systemNow(), [&](Transaction& transaction) {
        Records{transaction}.noteCase(job.team, job.caseReference, systemNow());
        Trail{transaction}.append({.at = systemNow(),
                                   .actor = job.caller,
                                   .action = "request.submitted",
                                   .subject = job.id,
                                   .request = {},
                                   .details = "{}"});
    });
}

/// Until nothing waits or runs in the lane; throws where a letter was not made.
void awaitAll(Queue& queue, const std::string& last) {
    while (true) {
        bool busy = false;
        for (const LaneDepth& depth : queue.depths()) {
            busy = busy || depth.queued + depth.running > 0;
        }
        if (!busy) {
            break;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{2});
    }
    const auto job = queue.find(last);
    if (job->state != JobState::Done) {
        throw std::runtime_error("a letter was not made: " + job->note + " " + job->outcome);
    }
}

void measure(const std::string& program) {
    const std::string home = ENGROSS_SOURCE_DIR;
    const auto catalogue =
        Catalogue::load(foldersOf(home), drawnFiles(*Typesetter::standard()), digestOfFile, readLogo);
    std::ifstream file(home + "/samples/requests/access_appointment.json");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const Request sample = readRequest(*readJson(text).value).request;
    const Folder folder;
    const auto database = openSqlite(folder.file("engross.sqlite"));
    migrate(*database, systemNow());
    Queue queue(*database);
    FolderVault vault(folder.file("vault"));
    SupervisorSettings settings;
    settings.program = {program, "worker", "--home", home};
    settings.scratch = folder.file("scratch");
    settings.prepared = folder.file("prepared");
    Supervisor supervisor(settings, {.queue = queue, .database = *database, .vault = vault, .clock = systemNow});
    const NewJob first = letter(0, sample, *catalogue);
    accept(queue, first);
    supervisor.wake();
    awaitAll(queue, first.id);
    const auto begin = std::chrono::steady_clock::now();
    std::string last;
    for (int number = 1; number <= kLetters; ++number) {
        const NewJob job = letter(number, sample, *catalogue);
        accept(queue, job);
        supervisor.wake();
        last = job.id;
    }
    const double accepted = secondsSince(begin);
    awaitAll(queue, last);
    const double done = secondsSince(begin);
    std::printf("| %d letters through the durable queue, %zu workers | s | letters/s |\n|---|---:|---:|\n", kLetters,
                settings.slots);
    std::printf("| accepted, one transaction each | %.2f | %.0f |\n", accepted, kLetters / accepted);
    std::printf("| made, checked, stored and recorded | %.2f | %.0f |\n", done, kLetters / done);
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) {
        std::fputs("usage: queue_bench PROGRAM\n", stderr);
        return 2;
    }
    try {
        measure(words[1]);
        return 0;
    } catch (const std::exception& error) {  // caught, so that the folder goes
        std::fprintf(stderr, "queue_bench: %s\n", error.what());
        return 3;
    }
}
