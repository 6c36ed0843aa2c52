#include "command/publishing_home.h"
#include "model/json.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

namespace fs = std::filesystem;

class PublishTest : public PublishingHome {
protected:
    std::string made(const std::string& type = "access_appointment") {
        const Ran ran = engross({"document", "make", "--home", home_, "--by", "A. Officer", "--request",
                                 std::string(ENGROSS_SOURCE_DIR) + "/samples/requests/" + type + ".json"});
        EXPECT_EQ(ran.exit, 0) << ran.err;
        return ran.out.substr(0, ran.out.find('\n'));
    }
};

TEST_F(PublishTest, WantsANamedPersonAndTestsThatPass) {
    const Ran nobodys = publish("access_appointment", {});
    EXPECT_EQ(nobodys.exit, 1);
    EXPECT_NE(nobodys.err.find("--signed-off-by"), std::string::npos) << nobodys.err;
    const std::string tests = home_ + "/scripts/letter/access_appointment.test.lua";
    const std::string good = contentsOf(tests);
    write(tests, "return tests { refused { \"never\", by = { \"NO-SUCH\" } } }");
    const Ran failed = publish("access_appointment");
    EXPECT_EQ(failed.exit, 1);
    EXPECT_NE(failed.err.find("its tests do not pass"), std::string::npos) << failed.err;
    fs::remove(tests);
    EXPECT_NE(publish("access_appointment").err.find("has no tests"), std::string::npos);
    EXPECT_EQ(publish("no_such_type").exit, 1);
    write(tests, good);
    const Ran done = publish("access_appointment");
    EXPECT_EQ(done.exit, 0) << done.err;
    EXPECT_NE(done.out.find("version 1 is in use; signed off by Ms L. Lawyer"), std::string::npos) << done.out;
}

TEST_F(PublishTest, NeverChangesAVersion) {
    ASSERT_EQ(publish("access_appointment").exit, 0);
    EXPECT_NE(publish("access_appointment").err.find("is published as it stands"), std::string::npos);
    change(", good day", 1);
    EXPECT_NE(publish("access_appointment").err.find("write version = 2 into the script"), std::string::npos);
}

TEST_F(PublishTest, RollsBackForAReasonAndOnlyToWhatWasPublished) {
    ASSERT_EQ(publish("access_appointment").exit, 0);
    change(", good day", 2);
    ASSERT_EQ(publish("access_appointment").exit, 0);
    EXPECT_EQ(engross({"types", "rollback", "access_appointment", "--by", "D. Admin"}).exit, 1);
    const std::vector<std::string> back{"types",    "rollback", "access_appointment", "--by", "D. Admin",
                                        "--reason", "words"};
    const Ran done = engross(back);
    EXPECT_EQ(done.exit, 0) << done.err;
    EXPECT_NE(done.out.find("version 1 is in use again"), std::string::npos) << done.out;
    EXPECT_NE(engross(back).err.find("no earlier version"), std::string::npos);
    std::vector<std::string> far = back;
    far.insert(far.end(), {"--to", "9"});
    EXPECT_NE(engross(far).err.find("no published version 9"), std::string::npos);
    far.back() = "2";
    EXPECT_EQ(engross(far).exit, 0) << "forward again";
    const std::string versions = engross({"types", "versions", "access_appointment"}).out;
    EXPECT_EQ(versions.find("withdrawn"), std::string::npos) << versions;
}

TEST_F(PublishTest, MakesADocumentAgainByteForByteWhateverBecomesOfTheFiles) {
    ASSERT_EQ(publish("access_appointment").exit, 0);
    const std::string first = made();
    change(", good day", 2);
    ASSERT_EQ(publish("access_appointment").exit, 0);
    const std::string second = made();
    write(home_ + "/templates/clauses/obstruction-offence.en.md", "Other words.\n");
    write(home_ + "/scripts/letter/access_appointment.lua", "broken");
    for (const std::string& id : {first, second}) {
        const std::string output = folder_.path("again.pdf");
        const Ran again = engross({"types", "remake", id, "-o", output});
        EXPECT_EQ(again.exit, 0) << again.err << again.out;
        EXPECT_NE(again.out.find("the same bytes"), std::string::npos) << again.out;
        EXPECT_EQ(contentsOf(output).rfind("%PDF", 0), 0U);
    }
    EXPECT_NE(made(), "") << "and the published version goes on";
    const auto used = [&](const std::vector<std::string>& words) {
        std::vector<std::string> all{"types", "used"};
        all.insert(all.end(), words.begin(), words.end());
        return engross(all).out;
    };
    EXPECT_NE(used({"obstruction-offence"}).find(first), std::string::npos);
    EXPECT_NE(used({"access_appointment", "--of-version", "1"}).find(first), std::string::npos);
    EXPECT_EQ(used({"access_appointment", "--of-version", "1"}).find(second), std::string::npos);
    EXPECT_EQ(used({"statement-of-truth"}), "");
    EXPECT_EQ(engross({"types", "remake", "none"}).exit, 1);
}

TEST_F(PublishTest, KeepsTheCoveringLetterWithTheDocumentWhoseCopiesItGoesWith) {
    const std::string notice = made("improvement_notice");
    const std::string files = engross({"document", "files", notice, "-o", folder_.path("papers")}).out;
    EXPECT_NE(files.find("-letter"), std::string::npos) << files;
    const std::string used = engross({"types", "used", "copy_covering_letter"}).out;
    EXPECT_NE(used.find(notice), std::string::npos) << used;
    EXPECT_EQ(engross({"types", "used", "copy_covering_letter", "--of-version", "2"}).out, "");
    fs::remove(home_ + "/scripts/letter/copy_covering_letter.lua");
    const Ran again = engross({"types", "remake", notice, "-o", folder_.path("again.pdf")});
    EXPECT_EQ(again.exit, 0) << again.err << again.out;
}

TEST_F(PublishTest, TellsOfAPackageThatIsGoneAndMakesEveryOtherTypeAsBefore) {
    ASSERT_EQ(publish("access_appointment").exit, 0);
    change(", good day", 2);
    ASSERT_EQ(publish("access_appointment").exit, 0);
    const Ran versions = engross({"types", "versions", "access_appointment", "--json"});
    const std::string sources = readJson(versions.out).value->list()->front().textOr("sources", "");
    std::size_t removed = 0;
    for (const auto& entry : fs::recursive_directory_iterator(data_)) {
        const std::string path = entry.path().string();
        if (entry.is_regular_file() && path.find(sources.substr(4)) != std::string::npos) {
            fs::remove(entry.path());
            ++removed;
            break;
        }
    }
    ASSERT_EQ(removed, 1U) << sources;
    const auto make = [&](const std::string& request) {
        return engross({"document", "make", "--home", home_, "--by", "A. Officer", "--request",
                        std::string(ENGROSS_SOURCE_DIR) + "/samples/requests/" + request + ".json"});
    };
    const Ran refused = make("access_appointment");
    EXPECT_EQ(refused.exit, 1) << refused.out;
    EXPECT_NE(refused.err.find("version 2 of 'access_appointment' is published, and its files cannot be read"),
              std::string::npos)
        << refused.err;
    const Ran other = make("missed_appointment");
    EXPECT_EQ(other.exit, 0) << other.err;
    ASSERT_EQ(engross({"types", "rollback", "access_appointment", "--by", "D. Admin", "--reason", "gone"}).exit, 0);
    EXPECT_EQ(make("access_appointment").exit, 0);
}

}  // namespace
}  // namespace engross
