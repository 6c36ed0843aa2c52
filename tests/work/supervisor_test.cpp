#include "work/supervisor.h"

#include "model/request_secrets.h"
#include "store/test_folder.h"
#include "work/limits.h"
#include "work/workplace.h"

#include <gtest/gtest.h>
#include <atomic>
#include <csignal>
#include <filesystem>
#include <mutex>

namespace engross {
namespace {

using namespace std::chrono_literals;

class SupervisorTest : public testing::Test {
protected:
    TestFolder folder;
    Workplace place{folder.path()};
    SupervisorSettings settings = quickSettings(ENGROSS_FAKE_WORKER, folder.path());

    std::unique_ptr<Supervisor> start(Vault& vault) {
        return std::make_unique<Supervisor>(
            settings,
            SupervisorParts{.queue = *place.queue, .database = *place.database, .vault = vault, .clock = systemNow});
    }
    std::unique_ptr<Supervisor> start() {
        return start(*place.vault);
    }
    [[nodiscard]] JobState stateOf(const std::string& id) const {
        return place.queue->find(id)->state;
    }
    [[nodiscard]] bool reaches(const std::string& id, JobState state) const {
        return eventually([&] { return stateOf(id) == state; });
    }
    [[nodiscard]] std::vector<DocumentRecord> documentsOf(const std::string& id) const {
        return place.database->snapshot([&](Transaction& t) { return Records{t}.documentsOf(id); });
    }
};

TEST_F(SupervisorTest, MakesWhatWasAskedForAndRecordsIt) {
    const auto id = place.submit("note");
    const auto supervisor = start();
    ASSERT_TRUE(reaches(id, JobState::Done));
    const auto documents = documentsOf(id);
    ASSERT_EQ(documents.size(), 1U);
    EXPECT_EQ(documents.at(0).artefact, place.undisturbed(id, 2));
    EXPECT_EQ(Sha256::of(place.vault->get(documents.at(0).artefact)), documents.at(0).artefact);
    EXPECT_EQ(documents.at(0).state, DocumentState::Checked);
    EXPECT_EQ(place.queue->find(id)->result, documents.at(0).artefact);
}

TEST_F(SupervisorTest, GivesAWorkerThePasswordsThatTheStoreHoldsClosed) {
    const Seal seal = *Seal::withKey(Seal::newKey());
    Request request;
    request.type = "note";
    request.caseRecord.reference = "EN/2026/0001";
    request.sections = {{.title = "Evidence", .items = {{.title = "Locked", .exhibit = "AB/1", .password = "sesame"}}}};
    const auto submitted = [&](const Seal& closing) {
        NewJob job{.id = makeUuid(systemNow()), .type = "note", .caseReference = "EN/2026/0001", .team = "team"};
        Request closed = request;
        closeSecrets(closed, closing, job.id);
        job.payload = writeJson(toValue(closed));
        return place.queue
            ->submit(job, systemNow(),
                     [&](Transaction& t) { Records{t}.noteCase(job.team, job.caseReference, systemNow()); })
            .id;
    };
    const auto id = submitted(seal);
    const auto foreign = submitted(*Seal::withKey(Seal::newKey()));
    const Supervisor supervisor{settings, SupervisorParts{.queue = *place.queue,
                                                          .database = *place.database,
                                                          .vault = *place.vault,
                                                          .clock = systemNow,
                                                          .seal = &seal}};
    ASSERT_TRUE(reaches(id, JobState::Done));
    EXPECT_EQ(documentsOf(id).at(0).artefact,
              Workplace::undisturbed(toValue(request), place.queue->find(id)->submittedAt, 2));
    ASSERT_TRUE(reaches(foreign, JobState::Failed));
    EXPECT_NE(place.queue->find(foreign)->outcome.find("secret-closed"), std::string::npos);
}

TEST_F(SupervisorTest, LeavesNothingUnfinishedBehind) {
    const auto id = place.submit("note");
    auto supervisor = start();
    ASSERT_TRUE(reaches(id, JobState::Done));
    supervisor.reset();
    std::size_t left = 0;
    for (const auto& entry : std::filesystem::directory_iterator(settings.scratch)) {
        left += entry.is_directory() ? 1U : 0U;
    }
    EXPECT_EQ(left, 0U);
}

TEST_F(SupervisorTest, MakesItAgainWhenAWorkerDies) {
    const auto id = place.submit("crash_once", {{"marker", folder.path("marker")}});
    const auto supervisor = start();
    ASSERT_TRUE(reaches(id, JobState::Done));
    EXPECT_EQ(place.queue->find(id)->crashes, 1);
    EXPECT_EQ(documentsOf(id).size(), 1U);
}

TEST_F(SupervisorTest, SetsAsideWhatKillsEveryWorkerWithItsLastWords) {
    const Workplace quick{folder.path(), {.crashDelay = 1ms}};
    const auto poison = quick.submit("crash");
    const auto good = quick.submit("note");
    const Supervisor supervisor{
        settings,
        SupervisorParts{.queue = *quick.queue, .database = *quick.database, .vault = *quick.vault, .clock = systemNow}};
    ASSERT_TRUE(reaches(poison, JobState::Quarantined));
    EXPECT_EQ(quick.queue->find(poison)->crashes, 3);
    EXPECT_NE(quick.queue->find(poison)->lastWords.find("signal 11"), std::string::npos);
    EXPECT_TRUE(reaches(good, JobState::Done));
}

TEST_F(SupervisorTest, EndsWorkThatNeverEnds) {
    settings.letterDeadline = 150ms;
    const auto id = place.submit("endless");
    const auto supervisor = start();
    ASSERT_TRUE(reaches(id, JobState::Failed));
    const Job job = *place.queue->find(id);
    EXPECT_EQ(job.attempts, 2);
    EXPECT_NE(job.outcome.find("work-deadline"), std::string::npos);
    const auto next = place.submit("note");
    EXPECT_TRUE(reaches(next, JobState::Done));
}

TEST_F(SupervisorTest, FailsWorkThatNeedsTooMuchMemory) {
    if (!memoryLimitsHold()) {
        GTEST_SKIP() << "no memory limits under a sanitizer";
    }
    const auto id = place.submit("greedy");
    const auto supervisor = start();
    ASSERT_TRUE(reaches(id, JobState::Failed));
    EXPECT_NE(place.queue->find(id)->outcome.find("worker-memory"), std::string::npos);
}

TEST_F(SupervisorTest, KeepsDiagnosticsOfWorkThatWasRefused) {
    const auto id = place.submit("refusal");
    const auto supervisor = start();
    ASSERT_TRUE(reaches(id, JobState::Failed));
    EXPECT_NE(place.queue->find(id)->outcome.find("the test refuses"), std::string::npos);
}

TEST_F(SupervisorTest, DoesNotBelieveAWorkerAboutItsBytes) {
    const auto liar = place.submit("liar");
    const auto linker = place.submit("linker");
    const auto supervisor = start();
    ASSERT_TRUE(reaches(liar, JobState::Failed));
    ASSERT_TRUE(reaches(linker, JobState::Failed));
    EXPECT_TRUE(documentsOf(liar).empty());
    EXPECT_TRUE(documentsOf(linker).empty());
}

TEST_F(SupervisorTest, EndsTheWorkerOfACancelledJob) {
    const auto id = place.submit("endless");
    const auto supervisor = start();
    ASSERT_TRUE(reaches(id, JobState::Running));
    ASSERT_TRUE(place.queue->cancel(id, "test", systemNow()));
    const auto next = place.submit("note");
    EXPECT_TRUE(reaches(next, JobState::Done));
    EXPECT_EQ(stateOf(id), JobState::Cancelled);
}

TEST_F(SupervisorTest, HandsBackWhatItCannotFinishWhenItStops) {
    const auto id = place.submit("endless");
    auto supervisor = start();
    ASSERT_TRUE(reaches(id, JobState::Running));
    supervisor.reset();
    const Job job = *place.queue->find(id);
    EXPECT_EQ(job.state, JobState::Queued);
    EXPECT_EQ(job.note, "host-stopping");
    EXPECT_EQ(job.crashes, 0);
}

TEST_F(SupervisorTest, ALetterDoesNotWaitForABundle) {
    const auto bundle = place.submit("endless", {}, Lane::Bundles);
    const auto supervisor = start();
    ASSERT_TRUE(reaches(bundle, JobState::Running));
    const auto letter = place.submit("note");
    EXPECT_TRUE(reaches(letter, JobState::Done));
    EXPECT_EQ(stateOf(bundle), JobState::Running);
}

TEST_F(SupervisorTest, RecordsWhatAWorkerFoundOutAboutAnUpload) {
    const Sha256 hash = place.vault->put("%PDF-1.7 sample");
    place.database->transaction([&](Transaction& t) {
        Records{t}.noteCase("team", "EN/2026/0001", systemNow());
        ExhibitRecord exhibit;
        exhibit.handle = "handle-1";
        exhibit.caseReference = "EN/2026/0001";
        exhibit.team = "team";
        exhibit.name = "gas.pdf";
        exhibit.hash = hash;
        exhibit.mediaType = "application/octet-stream";
        exhibit.uploadedBy = "test";
        Records{t}.add(exhibit);
    });
    NewJob job;
    job.id = makeUuid(systemNow());
    job.kind = JobKind::Inspection;
    job.lane = Lane::Inspections;
    job.team = "team";
    job.caller = "test";
    job.payload = R"({"exhibit": "handle-1"})";
    const auto id = place.queue->submit(job, systemNow()).id;
    const auto supervisor = start();
    ASSERT_TRUE(reaches(id, JobState::Done));
    const auto exhibit =
        place.database->snapshot([](Transaction& t) { return Records{t}.exhibit("team", "handle-1"); });
    ASSERT_TRUE(exhibit);
    EXPECT_EQ(exhibit->inspection, Inspection::Inspected);
    EXPECT_EQ(exhibit->mediaType, "application/pdf");
    EXPECT_EQ(exhibit->facts, R"({"pages":3})");
}

/// A vault on a disk that is full until somebody makes room.
class FullVault : public FolderVault {
public:
    using FolderVault::FolderVault;
    Sha256 adopt(const std::string& path) override {
        if (full) {
            throw VaultError("vault-full", "vault", "no space left", Error::Retry::Yes);
        }
        return FolderVault::adopt(path);
    }
    std::atomic<bool> full{true};
};

TEST_F(SupervisorTest, KeepsARequestInTheQueueWhileTheDiskIsFullAndSaysSo) {
    FullVault vault{folder.path("vault")};
    const auto id = place.submit("note");
    const auto supervisor = start(vault);
    ASSERT_TRUE(eventually([&] { return place.queue->find(id)->note == "vault-full"; }));
    EXPECT_TRUE(eventually([&] { return supervisor->paused() == "vault-full"; }));
    EXPECT_TRUE(documentsOf(id).empty());
    vault.full = false;
    EXPECT_TRUE(reaches(id, JobState::Done));
    EXPECT_EQ(documentsOf(id).size(), 1U);
}

/// A vault that does something of the test's before it takes a file over.
class BusyVault : public FolderVault {
public:
    using FolderVault::FolderVault;
    Sha256 adopt(const std::string& path) override {
        before();
        return FolderVault::adopt(path);
    }
    std::function<void()> before = [] {};
};

TEST_F(SupervisorTest, KeepsItsClaimWhileAnArtefactTakesLongerThanALeaseToStore) {
    const Workplace brief{folder.path(), {.lease = 400ms}};
    BusyVault vault{folder.path("vault")};
    const auto id = brief.submit("note");
    bool renewed = false;
    vault.before = [&] {
        const Instant begun = *brief.queue->find(id)->leaseUntil;
        renewed = eventually([&] { return *brief.queue->find(id)->leaseUntil > begun + 3 * 400ms; });
    };
    const Supervisor supervisor{
        settings,
        SupervisorParts{.queue = *brief.queue, .database = *brief.database, .vault = vault, .clock = systemNow}};
    ASSERT_TRUE(reaches(id, JobState::Done));
    EXPECT_TRUE(renewed);
    EXPECT_EQ(brief.queue->find(id)->attempts, 1);
}

TEST_F(SupervisorTest, RaisesAnAlarmWhenTheSameRequestGaveOtherBytesBefore) {
    BusyVault vault{folder.path("vault")};
    const auto id = place.submit("note");
    const Sha256 other = Sha256::of("other bytes");
    vault.before = [&] {
        const Instant later = systemNow() + 60s;
        EXPECT_EQ(place.queue->rescue(later), std::vector{id});
        const auto stolen = place.queue->claim("another host", {Lane::Letters}, 1, later);
        ASSERT_EQ(stolen.size(), 1U);
        EXPECT_EQ(place.queue->complete(stolen.front().claim, "{}", other, later), Completion::Recorded);
    };
    const auto supervisor = start(vault);
    const auto alarmed = [&] {
        for (const TrailRecord& record :
             place.database->snapshot([](Transaction& t) { return Trail{t}.records(1, 100); })) {
            if (record.entry.action == "alarm.result_contradicted" && record.entry.subject == id) {
                return true;
            }
        }
        return false;
    };
    EXPECT_TRUE(eventually(alarmed));
    EXPECT_EQ(place.queue->find(id)->result, other);
    EXPECT_TRUE(documentsOf(id).empty());
}

class UnsureVault : public FolderVault {
public:
    using FolderVault::FolderVault;
    Sha256 adopt(const std::string&) override {
        throw VaultError("vault-fsync", "vault", "the disk did not confirm");
    }
};

TEST_F(SupervisorTest, StopsTheHostWhenTheDiskDidNotConfirmAWrite) {
    UnsureVault vault{folder.path("vault")};
    const auto id = place.submit("note");
    std::atomic<int> told{0};
    const Supervisor supervisor{settings, SupervisorParts{.queue = *place.queue,
                                                          .database = *place.database,
                                                          .vault = vault,
                                                          .clock = systemNow,
                                                          .mustStop = [&](const std::string& code) {
                                                              EXPECT_EQ(code, "vault-fsync");
                                                              ++told;
                                                          }}};
    ASSERT_TRUE(eventually([&] { return told == 1; }));
    EXPECT_NE(stateOf(id), JobState::Done);
}

TEST_F(SupervisorTest, PausesWhereNoWorkerCanBeStarted) {
    settings.program = {folder.path("no-such-program")};
    const auto id = place.submit("note");
    const auto supervisor = start();
    ASSERT_TRUE(eventually([&] { return supervisor->paused() == "worker-start"; }));
    EXPECT_EQ(stateOf(id), JobState::Queued);
    EXPECT_EQ(place.queue->find(id)->attempts, 0);
}

TEST_F(SupervisorTest, PreviewsWithoutADurableRequest) {
    const auto supervisor = start();
    Request request;
    request.type = "note";
    const Preview preview = supervisor->preview(request);
    EXPECT_EQ(preview.pages, 1U);
    EXPECT_FALSE(preview.pdf.empty());
    EXPECT_TRUE(place.queue->list("team", "", 10).empty());
    request.type = "crash";
    EXPECT_THROW((void)supervisor->preview(request), Error);
    request.type = "refusal";
    EXPECT_EQ(supervisor->preview(request).diagnostics.at(0).code, "test-refusal");
}

TEST_F(SupervisorTest, ReplacesAWorkerAfterItsTasks) {
    settings.tasksPerWorker = 1;
    const auto supervisor = start();
    ASSERT_TRUE(eventually([&] { return supervisor->workerPids().size() == 3; }));
    const auto before = supervisor->workerPids();
    for (int count = 0; count < 4; ++count) {
        ASSERT_TRUE(reaches(place.submit("note"), JobState::Done));
    }
    EXPECT_TRUE(eventually([&] { return supervisor->workerPids() != before; }));
}

}  // namespace
}  // namespace engross
