#include "command/bundle_home.h"
#include "command/text_exhibit.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

/// Bundles of which every page is read before they are kept.
class DeepBundle : public testing::Test {
protected:
    void SetUp() override {
        write(folder.path("plan.json"), "");
    }

    /// A page of text, upside down or not.
    std::string exhibit(const std::string& name, const std::string& words, int rotation = 0,
                        const std::string& more = "") {
        std::string path = folder.path(name);
        writeExhibit(path, {.words = words, .more = more, .rotation = rotation});
        return path;
    }

    Ran bundle(const Object& plan, const std::vector<std::string>& more = {}) {
        write(folder.path("plan.json"), writeJson(plan));
        std::vector<std::string> words{"bundle",
                                       folder.path("plan.json"),
                                       "--home",
                                       home.path(),
                                       "-o",
                                       folder.path("out.pdf"),
                                       "--at=2026-11-20T10:00"};
        words.insert(words.end(), more.begin(), more.end());
        return run(folder.path(), words);
    }
    [[nodiscard]] std::string certificate() const {
        return contentsOf(folder.path("out.release.json"));
    }

    TestFolder folder;
    BundleHome home{folder.path()};
    const std::string letter = "The surveyor wrote to the council about the state of the roof and the gutters";
};

TEST_F(DeepBundle, IsRefusedForAPageUpsideDownWhichTheStructureDoesNotShow) {
    Object plan = planOf({exhibit("one.pdf", letter), exhibit("two.pdf", letter + " again", 180)});
    EXPECT_EQ(bundle(plan).exit, 0);
    EXPECT_NE(certificate().find("\"read\": \"structure\""), std::string::npos);

    const Ran refused = bundle(plan, {"--deep"});
    EXPECT_EQ(refused.exit, 1);
    EXPECT_NE(refused.err.find("upside down: page 5 ("), std::string::npos) << refused.err;
    EXPECT_NE(refused.err.find("in 'Exhibit paper of the test with the number 2'"), std::string::npos) << refused.err;
    EXPECT_NE(refused.err.find("waive rule 20 in the directions"), std::string::npos) << refused.err;

    plan.set("deep", true);
    EXPECT_EQ(bundle(plan).exit, 1) << "the plan itself may ask";
    plan.set("directions",
             Object{{"by", "Judge A. Example"},
                    {"on", "2026-11-01"},
                    {"waive", List{Object{{"rule", "20"}, {"why", "the page is the exhibit as it was found"}}}}});
    const Ran waived = bundle(plan);
    EXPECT_EQ(waived.exit, 0) << waived.err;
    EXPECT_NE(certificate().find("\"read\": \"every page\""), std::string::npos);
    EXPECT_NE(certificate().find("\"why\": \"the page is the exhibit as it was found\""), std::string::npos);
}

TEST_F(DeepBundle, TellsWhatWarnsAndIsMade) {
    const Object plan = planOf({exhibit("one.pdf", letter), exhibit("two.pdf", letter)});
    const Ran ran = bundle(plan, {"--deep"});
    EXPECT_EQ(ran.exit, 0) << ran.err;
    EXPECT_NE(ran.err.find("warning: "), std::string::npos) << ran.err;
    EXPECT_NE(ran.err.find("an earlier page shows: page 5"), std::string::npos) << ran.err;
}

TEST_F(DeepBundle, IsRefusedForAProtectedTermWhichNothingThenPrints) {
    const auto planWith = [this](const std::string& words, const std::string& more) {
        Object plan = planOf({exhibit("one.pdf", letter), exhibit("two.pdf", words, 0, more)});
        plan.set("protected", List{"Ms Q. Nobody", "12 Example Close"});
        return plan;
    };
    const Ran refused = bundle(planWith("She has lived since May at 12 Example", "Close, Anytown"));
    EXPECT_EQ(refused.exit, 1);
    EXPECT_NE(refused.err.find("protected term 2 of the list can be read: page 5"), std::string::npos) << refused.err;
    EXPECT_EQ(refused.err.find("Example Close"), std::string::npos) << refused.err;

    const Ran made = bundle(planWith("She has lived since May in a refuge", "of the county"));
    EXPECT_EQ(made.exit, 0) << made.err;
    EXPECT_NE(certificate().find("\"read\": \"every page\""), std::string::npos) << "a term asks for all pages";
    EXPECT_EQ(certificate().find("Example Close"), std::string::npos);
    EXPECT_EQ(certificate().find("Nobody"), std::string::npos);
    EXPECT_EQ(contentsOf(folder.path("out.pdf")).find("Example Close"), std::string::npos);

    Object inTitle = planWith(letter, "");
    Object& item = *inTitle.find("sections")->list()->front().object()->find("items")->list()->front().object();
    item.set("title", "Lease of 12 Example Close");
    const Ran titled = bundle(inTitle);
    EXPECT_EQ(titled.exit, 1);
    EXPECT_NE(titled.err.find("/sections/0/items/0: a title of the plan holds protected term 2"), std::string::npos)
        << titled.err;
    EXPECT_EQ(titled.err.find("Example Close"), std::string::npos) << titled.err;
}

TEST_F(DeepBundle, IsRefusedForAProtectedTermInTheNameOfItsFile) {
    Object plan = planOf({exhibit("one.pdf", letter)});
    plan.set("protected", List{"12 Example Close"});
    write(folder.path("plan.json"), writeJson(plan));
    const auto named = [this](const std::string& name) {
        return run(folder.path(), {"bundle", folder.path("plan.json"), "--home", home.path(), "-o", folder.path(name),
                                   "--at=2026-11-20T10:00"});
    };
    const Ran refused = named("Appeal-12-example-close.pdf");
    EXPECT_EQ(refused.exit, 1);
    EXPECT_NE(refused.err.find("the file's own name holds protected term 1 of the list"), std::string::npos)
        << refused.err;
    EXPECT_EQ(refused.err.find("example-close"), std::string::npos) << refused.err;
    EXPECT_FALSE(std::filesystem::exists(folder.path("Appeal-12-example-close.pdf")));
    const Ran made = named("Appeal of A Example.pdf");
    EXPECT_EQ(made.exit, 0) << made.err;
    EXPECT_EQ(made.err.find("29-file-name"), std::string::npos) << made.err;
    const Ran idle = named("bundle.pdf");
    EXPECT_EQ(idle.exit, 0);
    EXPECT_NE(idle.err.find("'bundle.pdf'"), std::string::npos)
        << "rule 29 judges the name that goes out: " << idle.err;
}

TEST_F(DeepBundle, IsCheckedForTheProtectedTermsOfItsPlan) {
    Object plan = planOf({exhibit("one.pdf", letter), exhibit("two.pdf", "She lives at 12 Example Close")});
    ASSERT_EQ(bundle(plan).exit, 0);
    plan.set("protected", List{"12 Example Close"});
    write(folder.path("plan.json"), writeJson(plan));
    const Ran ran = run(folder.path(), {"check", folder.path("out.pdf"), "--profile", "courts-2021", "--deep",
                                        "--directions", folder.path("plan.json")});
    EXPECT_EQ(ran.exit, 1);
    EXPECT_NE(ran.err.find("protected term 1 of the list can be read: page 5"), std::string::npos) << ran.err;
    EXPECT_EQ(ran.err.find("Example Close"), std::string::npos) << ran.err;
}

}  // namespace
}  // namespace engross
