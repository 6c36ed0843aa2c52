#include "store/test_folder.h"
#include "work/publish.h"
#include "work/work_error.h"
#include "work/workplace.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

/// A pack with one release, and requests for the next.
class NextRelease : public testing::Test {
protected:
    /// A request that was accepted `after` the start.
    Job request(std::chrono::seconds after, const std::string& pack = {}) {
        NewJob job;
        job.id = makeUuid(start + after);
        job.lane = Lane::Bundles;
        job.type = "any_bundle";
        job.caseReference = "EN/2026/0001";
        job.team = "team";
        job.caller = "test";
        job.payload = writeJson(Object{{"type", "any_bundle"}, {"case_ref", "EN/2026/0001"}, {"release_of", pack}});
        static_cast<void>(place.queue->submit(job, start + after, [&](Transaction& transaction) {
            Records{transaction}.noteCase(job.team, job.caseReference, start);
        }));
        return *place.queue->find(job.id);
    }

    void release(const Job& made, std::chrono::seconds after, const Sha256& certificate) {
        place.database->transaction([&](Transaction& transaction) {
            Records records{transaction};
            if (!records.pack("team", "pack")) {
                records.add(PackRecord{.id = "pack",
                                       .caseReference = "EN/2026/0001",
                                       .team = "team",
                                       .title = "any_bundle",
                                       .madeAt = start});
            }
            static_cast<void>(records.addRelease({.packId = "pack",
                                                  .requestId = made.id,
                                                  .artefact = Sha256::of(made.id),
                                                  .identity = Sha256::of("identity of " + made.id),
                                                  .name = "bundle.pdf",
                                                  .pages = 4,
                                                  .certificate = certificate,
                                                  .madeAt = start + after}));
        });
    }

    Task task(const Job& job) {
        return taskOf(job, folder.path("scratch"), *place.database, *place.vault);
    }
    std::string refusal(const Job& job) {
        try {
            static_cast<void>(task(job));
        } catch (const WorkError& error) {
            return error.code();
        }
        return {};
    }

    TestFolder folder;
    Workplace place{folder.path()};
    Instant start = systemNow();
};

using std::chrono::seconds;

TEST_F(NextRelease, GoesOnFromTheCertificateOfTheNewest) {
    const Sha256 certificate = place.vault->put("the certificate");
    release(request(seconds{0}), seconds{10}, certificate);
    const Task next = task(request(seconds{20}, "pack"));
    EXPECT_EQ(next.release, 2);
    EXPECT_EQ(next.before, place.vault->localPath(certificate));
}

TEST_F(NextRelease, IsRefusedWhereItsPlanIsOlderThanTheNewestRelease) {
    const Sha256 certificate = place.vault->put("the certificate");
    release(request(seconds{0}), seconds{10}, certificate);
    const Job first = request(seconds{20}, "pack");
    const Job second = request(seconds{21}, "pack");
    release(first, seconds{30}, certificate);
    EXPECT_EQ(refusal(second), "release-newer") << "it would withdraw what the other added";
    EXPECT_EQ(refusal(request(seconds{40}, "pack")), "");
}

TEST_F(NextRelease, IsRefusedWhereTheNumbersOfTheNewestAreNotKnown) {
    release(request(seconds{0}), seconds{10}, Sha256{});
    EXPECT_EQ(refusal(request(seconds{20}, "pack")), "release-uncertified");
}

}  // namespace
}  // namespace engross
