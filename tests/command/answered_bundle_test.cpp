// Bundles that need a person's decision, over HTTP and through the real workers.
#include "audit/trail.h"
#include "command/bundle_service.h"
#include "command/text_exhibit.h"

namespace engross {
namespace {

class AnsweredBundle : public BundleService {
protected:
    std::string uploaded(const TextExhibit& exhibit) {
        const std::string path = folder_.path("exhibit-" + std::to_string(++files_) + ".pdf");
        writeExhibit(path, exhibit);
        return client_->upload(path, "EN/2026/0001").body.textOr("exhibit", "");
    }
    static Object planWith(const std::vector<std::string>& handles) {
        Object plan = planOf({});
        List items;
        for (const std::string& handle : handles) {
            const std::string number = std::to_string(items.size() + 1);
            items.emplace_back(Object{{"title", "Exhibit paper of the test with the number " + number},
                                      {"date", "2026-01-01"},
                                      {"exhibit", handle}});
        }
        plan.set("sections", List{Object{{"title", "Evidence"}, {"items", std::move(items)}}});
        return plan;
    }
    static Object& itemOf(Object& plan, std::size_t number) {
        return *plan.find("sections")->list()->front().object()->find("items")->list()->at(number).object();
    }
    Job posted(ApiClient& client, const Object& plan) {
        const ApiAnswer answer = client.post("/api/v1/requests", plan);
        EXPECT_EQ(answer.status, 202) << writeJson(answer.body);
        return settled(answer.body.textOr("id", ""));
    }
    Job answered(const std::string& id, const Object& plan) {
        const ApiAnswer answer = client_->post("/api/v1/requests/" + id + "/answer", plan);
        EXPECT_EQ(answer.status, 200) << writeJson(answer.body);
        return settled(id);
    }
    /// The refusing diagnostics: "code field: message".
    static std::vector<std::string> errorsOf(const Job& job) {
        std::vector<std::string> errors;
        const Value outcome = *readJson(job.outcome).value;
        for (const Value& fault : *outcome.find("diagnostics")->list()) {
            if (fault.textOr("severity", "error") == "error") {
                errors.push_back(fault.textOr("code", "") + " " + fault.textOr("field", "") + ": " +
                                 fault.textOr("message", ""));
            }
        }
        return errors;
    }
    std::string certificateOf(const Job& job) {
        const Value outcome = *readJson(job.outcome).value;
        for (const Value& artefact : *outcome.find("artefacts")->list()) {
            if (artefact.textOr("media_type", "") == "application/json") {
                return room_->vault().get(*Sha256::fromHex(artefact.textOr("sha256", "")));
            }
        }
        return {};
    }
    /// Ends the service, and looks through every file of it, its log and its trail.
    void expectNowhere(const std::vector<std::string>& secrets) {
        std::string trail = room_->database().snapshot([](Transaction& transaction) {
            std::string all;
            for (const TrailRecord& record : Trail(transaction).records(1, 10'000)) {
                all += record.entry.action + record.entry.subject + record.entry.details;
            }
            return all;
        });
        EXPECT_NE(trail.find("request.answered"), std::string::npos);
        workers_.reset();
        server_.reset();
        for (const std::string& secret : secrets) {
            EXPECT_EQ(trail.find(secret), std::string::npos);
            EXPECT_EQ(log_.find(secret), std::string::npos);
            std::size_t looked = 0;
            for (const auto& entry : std::filesystem::recursive_directory_iterator(data_)) {
                if (entry.is_regular_file()) {
                    ++looked;
                    EXPECT_EQ(contentsOf(entry.path()).find(secret), std::string::npos) << entry.path();
                }
            }
            EXPECT_GT(looked, 3U);
        }
    }

    const std::string letter = "The surveyor wrote to the council about the state of the roof and the gutters";
    int files_ = 0;
};

TEST_F(AnsweredBundle, OpensALockedExhibitWithTheSecondPasswordAndKeepsWhatWasOrdered) {
    const auto legal = clientOf(PersonRole::Legal);
    Object plan = planWith({uploaded({.words = letter}),
                            uploaded({.words = "Behind a lock: " + letter, .password = "sesame-right"}),
                            uploaded({.words = "A third one. " + letter})});
    plan.set("directions", Object{{"by", "Judge A. Example"}, {"on", "2026-09-01"}, {"pages_at_most", 90}});
    plan.set("protected", List{"12 Example Close"});
    const Job asking = posted(*legal, plan);
    ASSERT_EQ(asking.state, JobState::NeedsAttention) << asking.outcome;
    EXPECT_EQ(
        errorsOf(asking),
        (std::vector<std::string>{"pdf-encrypted /sections/0/items/1: exhibit-2.pdf opens only with a password"}));

    itemOf(plan, 1).set("password", "sesame-wrong");
    const Job again = answered(asking.id, plan);
    ASSERT_EQ(again.state, JobState::NeedsAttention) << again.outcome;
    EXPECT_EQ(errorsOf(again), (std::vector<std::string>{"pdf-encrypted /sections/0/items/1: the password that was "
                                                         "given does not open exhibit-2.pdf"}));
    EXPECT_EQ(again.submittedAt, asking.submittedAt) << "the same request, as it was accepted";

    itemOf(plan, 1).set("password", "sesame-right");
    const Job done = answered(asking.id, plan);
    ASSERT_EQ(done.state, JobState::Done) << done.outcome;
    EXPECT_TRUE(errorsOf(done).empty());
    const Value certificate = *readJson(certificateOf(done)).value;
    EXPECT_EQ(certificate.find("pages")->integer() == nullptr ? 0 : *certificate.find("pages")->integer(), 6);
    EXPECT_NE(writeJson(*certificate.find("checked_by")).find("Judge A. Example"), std::string::npos)
        << "what was ordered was checked";
    EXPECT_EQ(certificate.textOr("read", ""), "every page") << "for the protected term";
    EXPECT_EQ(readRequest(*readJson(done.payload).value).request.directions, *plan.find("directions"));
    expectNowhere({"sesame-wrong", "sesame-right", "12 Example Close"});
}

TEST_F(AnsweredBundle, IsReadPageByPageWhereThatIsAskedForAndNamesThePageThatIsUpsideDown) {
    Object plan = planWith({uploaded({.words = letter}), uploaded({.words = letter + " again", .rotation = 180})});
    const Job shallow = posted(*client_, plan);
    EXPECT_EQ(shallow.state, JobState::Done) << "its structure does not show it" << shallow.outcome;
    plan.set("deep", true);
    const Job asking = posted(*client_, plan);
    ASSERT_EQ(asking.state, JobState::NeedsAttention) << asking.outcome;
    ASSERT_EQ(errorsOf(asking).size(), 1U);
    EXPECT_NE(errorsOf(asking).front().find("upside down: page 5"), std::string::npos) << errorsOf(asking).front();
    itemOf(plan, 1).set("exhibit", uploaded({.words = letter + " again"}));
    const Job done = answered(asking.id, plan);
    ASSERT_EQ(done.state, JobState::Done) << done.outcome;
    EXPECT_EQ(readJson(certificateOf(done)).value->textOr("read", ""), "every page");
}

TEST_F(AnsweredBundle, IsRefusedForAProtectedAddressThatWasOnlyCroppedAway) {
    Object plan = planWith(
        {uploaded({.words = letter}),
         uploaded({.words = "She has lived since May at 12 Example Close, Anytown", .crop = "[0 0 595 600]"})});
    plan.set("protected", List{"Ms Q. Nobody", "12 Example Close"});
    const Job asking = posted(*client_, plan);
    ASSERT_EQ(asking.state, JobState::NeedsAttention) << asking.outcome;
    ASSERT_EQ(errorsOf(asking).size(), 1U) << asking.outcome;
    EXPECT_NE(errorsOf(asking).front().find("protected term 2 of the list can be read: page 5"), std::string::npos)
        << errorsOf(asking).front();
    EXPECT_EQ(asking.outcome.find("Example Close"), std::string::npos);
    EXPECT_EQ(readJson(asking.outcome).value->find("artefacts")->list()->size(), 0U) << "nobody sees the file";

    plan.find("sections")->list()->front().object()->find("items")->list()->pop_back();
    plan.set("protected", List{"Ms Q. Nobody"});
    EXPECT_EQ(client_->post("/api/v1/requests/" + asking.id + "/answer", plan).status, 422)
        << "an officer takes no term off the list";
    plan.set("protected", List{"Ms Q. Nobody", "12 Example Close"});
    const Job done = answered(asking.id, plan);
    EXPECT_EQ(done.state, JobState::Done) << done.outcome;
    expectNowhere({"Ms Q. Nobody"});
}

TEST_F(AnsweredBundle, IsRefusedForAFileNameThatHoldsAProtectedTerm) {
    Object plan = planWith({uploaded({.words = letter})});
    plan.set("protected", List{"EN 2026 0001"});
    const Job asking = posted(*client_, plan);
    EXPECT_NE(asking.state, JobState::Done);
    EXPECT_NE(asking.outcome.find("the file's own name holds protected term 1 of the list"), std::string::npos)
        << asking.outcome;
}

}  // namespace
}  // namespace engross
