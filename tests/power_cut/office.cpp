#include "power_cut/office.h"

#include "audit/trail.h"
#include "store/migrations.h"
#include "store/records.h"

#include <fstream>
#include <utility>

namespace engross {
namespace {

using std::chrono::seconds;

constexpr Instant opened{std::chrono::milliseconds{1'772'400'000'000}};
constexpr const char* team = "north";
constexpr const char* reference = "EN/2026/0142";

NewJob jobOf(int number) {
    return {.id = Office::idOf(number),
            .type = "missed_appointment",
            .caseReference = reference,
            .team = team,
            .caller = "token-1",
            .payload = R"({"type":"missed_appointment","number":)" + std::to_string(number) + "}",
            .closure = Sha256::of("closure"),
            .idempotencyKey = "key-" + std::to_string(number),
            .bodyHash = Sha256::of("body " + std::to_string(number))};
}

/// Long enough for many sectors, and the same whoever makes it.
std::string artefactOf(const std::string& job) {
    std::string bytes;
    while (bytes.size() < 3000) {
        bytes += Sha256::of(job + std::to_string(bytes.size())).hex();
    }
    return bytes;
}

TrailEntry entry(const std::string& action, const std::string& subject) {
    return {.at = opened, .actor = "test", .action = action, .subject = subject};
}

}  // namespace

std::string Office::idOf(int number) {
    std::string digits = std::to_string(number);
    return "019c0000-0000-7000-8000-" + digits.insert(0, 12 - digits.size(), '0');
}

Office::Office(const std::string& folder, const StoreOpener& open, std::shared_ptr<Files> files)
    : folder_(folder), open_(open), vault_(folder + "/vault", std::move(files)) {
    reopen();
    migrate(*database_, opened);
}

void Office::reopen() {
    queue_.reset();
    database_.reset();
    database_ = open_(folder_ + "/store.sqlite");
    queue_ = std::make_unique<Queue>(
        *database_, QueueSettings{}, [](Transaction& transaction, const JobChange& change, Instant) {
            Trail(transaction).append(entry(std::string(nameOf(change.verb)), change.jobId));
        });
}

bool Office::accept(int number) {
    const NewJob job = jobOf(number);
    return queue_
               ->submit(job, opened,
                        [&](Transaction& transaction) {
                            Records(transaction).noteCase(team, reference, opened);
                            Trail(transaction).append(entry("submit", job.id));
                        })
               .id == job.id;
}

std::vector<std::string> Office::workOff(Instant now, const std::function<void(const std::string& path)>& written) {
    std::vector<std::string> done;
    for (;;) {
        const auto work = queue_->claim("worker-1", {Lane::Letters}, 1, now);
        if (work.empty()) {
            return done;
        }
        const std::string& id = work.front().job.id;
        Sha256 hash;
        if (written && done.size() % 2 == 1) {
            const std::string path = vault_.stagingFolder() + "/made-" + id;
            std::ofstream(path, std::ios::binary) << artefactOf(id);
            written(path);
            hash = vault_.adopt(path);
        } else {
            hash = vault_.put(artefactOf(id));
        }
        const auto record = [&](Transaction& transaction) {
            Records(transaction)
                .add(DocumentRecord{.id = "document-" + id,
                                    .requestId = id,
                                    .type = "missed_appointment",
                                    .caseReference = reference,
                                    .team = team,
                                    .artefact = hash,
                                    .madeAt = now});
        };
        if (queue_->complete(work.front().claim, "{}", hash, now, record) == Completion::Recorded) {
            done.push_back(id);
        }
    }
}

std::vector<std::string> Office::faults(const OfficePromises& promises, std::size_t stepsDone) {
    std::vector<std::string> found;
    checkStore(found);
    for (const OfficePromises::One& promise : promises.all) {
        if (promise.since <= stepsDone) {
            checkPromise(promise, found);
        }
    }
    checkJobs(found);
    finish(found);
    return found;
}

void Office::checkStore(std::vector<std::string>& found) {
    database_->snapshot([&](Transaction& transaction) {
        const std::string whole = transaction.query("PRAGMA integrity_check").at(0).text("integrity_check");
        if (whole != "ok") {
            found.push_back("the store is damaged: " + whole);
        }
        if (const auto verdict = Trail(transaction).verify(); verdict.firstBreak) {
            found.push_back("the trail is broken at " + std::to_string(verdict.firstBreak->number));
        }
    });
}

void Office::checkPromise(const OfficePromises::One& promise, std::vector<std::string>& found) {
    const auto job = queue_->find(promise.job);
    if (!job) {
        found.push_back("an accepted request is lost: " + promise.job);
        return;
    }
    if (promise.done && job->state != JobState::Done) {
        found.push_back("a finished request is not done: " + promise.job);
    }
}

void Office::checkJobs(std::vector<std::string>& found) {
    const auto records =
        database_->snapshot([](Transaction& transaction) { return Trail(transaction).records(1, 1'000'000); });
    std::map<std::string, int> told;
    for (const TrailRecord& record : records) {
        ++told[record.entry.action + " " + record.entry.subject];
    }
    for (const Job& listed : queue_->list(team, "", 1'000'000)) {
        const int number = std::stoi(listed.id.substr(listed.id.size() - 12));
        const NewJob expected = jobOf(number);
        const auto known = queue_->known(expected.caller, expected.idempotencyKey, expected.bodyHash);
        if (queue_->find(listed.id)->payload != expected.payload || !known || known->id != listed.id ||
            told["submit " + listed.id] != 1) {
            found.push_back("half of a submission is there: " + listed.id);
        }
        if (told["complete " + listed.id] != (listed.state == JobState::Done ? 1 : 0)) {
            found.push_back("the trail and the queue differ: " + listed.id);
        }
    }
}

void Office::finish(std::vector<std::string>& found) {
    const Instant later = opened + seconds{1000};
    queue_->rescue(later);
    (void)workOff(later);
    for (const Job& job : queue_->list(team, "", 1'000'000)) {
        const auto documents =
            database_->snapshot([&](Transaction& transaction) { return Records(transaction).documentsOf(job.id); });
        if (job.state != JobState::Done || documents.size() != 1) {
            found.push_back("a request did not finish once: " + job.id);
            continue;
        }
        try {
            if (vault_.get(documents.front().artefact) != artefactOf(job.id)) {
                found.push_back("a document has other bytes: " + job.id);
            }
        } catch (const VaultError& error) {
            found.push_back("a document's object is not whole: " + error.code() + " " + job.id);
        }
    }
}

}  // namespace engross
