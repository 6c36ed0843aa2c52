// A bundle that the service made is made again, byte for byte: each of its releases and volumes.
#include "command/bundle_service.h"

namespace engross {
namespace {

class RemakeBundle : public BundleService {
protected:
    RemakeBundle() {
        const Ran made = run(folder_.path(), {"make", "--request", sample("requests/missed_appointment.json"), "-o",
                                              folder_.path("letter.pdf"), "--at=2026-11-20T10:00"});
        EXPECT_EQ(made.exit, 0) << made.err;
    }

    std::string uploaded(const std::string& name) {
        const std::string path = folder_.path(name + ".pdf");
        write(path, contentsOf(folder_.path("letter.pdf")) + "% " + name + "\n");
        return client_->upload(path, "EN/2026/0001").body.textOr("exhibit", "");
    }

    /// Two sections of one exhibit each.
    Object planWith(const std::vector<std::string>& names) {
        Object plan = planOf({});
        List exhibits;
        List sections;
        for (const std::string& name : names) {
            const std::string mark = "AB/" + std::to_string(exhibits.size() + 1);
            exhibits.emplace_back(Object{{"mark", mark}, {"exhibit", uploaded(name)}});
            sections.emplace_back(Object{{"title", "Section of " + mark},
                                         {"items", List{Object{{"title", "Exhibit paper of the test " + mark},
                                                               {"date", "2026-01-01"},
                                                               {"exhibit", mark}}}}});
        }
        plan.set("exhibits", std::move(exhibits));
        plan.set("sections", std::move(sections));
        return plan;
    }

    /// The documents of a bundle once it is made: one, or its volumes.
    std::vector<DocumentRecord> made(const Object& plan) {
        ticks_ += 500;
        const ApiAnswer answer = client_->post("/api/v1/requests", plan);
        EXPECT_EQ(answer.status, 202) << writeJson(answer.body);
        const std::string id = answer.body.textOr("id", "");
        EXPECT_TRUE(eventually([&] { return isFinal(room_->queue().find(id)->state); }));
        const Job job = *room_->queue().find(id);
        EXPECT_EQ(job.state, JobState::Done) << job.note << job.lastWords << job.outcome;
        ticks_ += 500;
        return room_->database().snapshot(
            [&](Transaction& transaction) { return Records(transaction).documentsOf(id); });
    }

    std::string pack() {
        const ApiAnswer answer = client_->get("/api/v1/packs?case_ref=EN/2026/0001");
        return answer.body.find("packs")->list()->front().textOr("id", "");
    }

    void expectTheSame(const std::vector<DocumentRecord>& documents) {
        for (const DocumentRecord& document : documents) {
            const Ran again = engross({"types", "remake", document.id, "-o", folder_.path("again.pdf")});
            EXPECT_EQ(again.exit, 0) << document.name << again.err << again.out;
            EXPECT_EQ(Sha256::of(contentsOf(folder_.path("again.pdf"))), document.artefact) << document.name;
        }
    }
};

TEST_F(RemakeBundle, GivesTheBytesOfEachRelease) {
    const auto first = made(planWith({"one", "two"}));
    Object plan = planWith({"one", "two again", "three"});
    plan.set("release_of", pack());
    const auto second = made(plan);
    plan = planWith({"one", "two again"});
    plan.set("release_of", pack());
    const auto third = made(plan);
    ASSERT_EQ(second.size(), 1U);
    expectTheSame(first);
    expectTheSame(second);
    expectTheSame(third);
}

TEST_F(RemakeBundle, GivesTheBytesOfEachVolume) {
    Object plan = planWith({"one", "two"});
    plan.set("volumes", Object{{"pages", 6}});
    const auto first = made(plan);
    EXPECT_EQ(first.size(), 2U);
    plan = planWith({"one", "two", "three"});
    plan.set("volumes", Object{{"pages", 6}});
    plan.set("release_of", pack());
    const auto second = made(plan);
    EXPECT_GE(second.size(), 2U);
    expectTheSame(first);
    expectTheSame(second);
}

}  // namespace
}  // namespace engross
