#include "command/program.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <algorithm>

namespace engross {
namespace {

constexpr const char* kTime = "--at=2026-11-20T10:00";

class MakeTest : public testing::Test {
protected:
    TestFolder folder;
    std::string output = folder.path("out.pdf");

    Ran engross(const std::vector<std::string>& words) {
        return run(folder.path(), words);
    }
    /// A body as a file, made with -o output.
    Ran makeFrom(const std::string& body) {
        write(folder.path("request.json"), body);
        return engross({"make", "--request", folder.path("request.json"), "-o", output, kTime});
    }
    void expectRefused(const Ran& ran, const std::vector<std::string>& sayings) {
        EXPECT_EQ(ran.exit, 1) << ran.err;
        for (const std::string& saying : sayings) {
            EXPECT_NE(ran.err.find(saying), std::string::npos) << saying << " is not in:\n" << ran.err;
        }
        EXPECT_TRUE(ran.out.empty()) << ran.out;
        expectNothingWritten();
    }
    void expectNothingWritten() {
        for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
            const std::string name = entry.path().filename().string();
            EXPECT_EQ(name.find("out.pdf"), std::string::npos) << name << " was left behind";
        }
    }
};

TEST_F(MakeTest, MakesEverySampleTwiceWithTheSameBytesAndInSilence) {
    for (const char* type :
         {"improvement_notice", "witness_statement", "review_upheld", "missed_appointment", "access_appointment"}) {
        const std::string request = sample("requests/" + std::string(type) + ".json");
        const Ran ran = engross({"make", "--request", request, "-o", output, kTime});
        EXPECT_EQ(ran.exit, 0) << type << "\n" << ran.err;
        EXPECT_TRUE(ran.out.empty()) << ran.out;
        const std::string first = contentsOf(output);
        EXPECT_EQ(first.rfind("%PDF-1.7", 0), 0U);
        EXPECT_EQ(engross({"make", "--request", request, "-o", output, kTime}).exit, 0);
        EXPECT_EQ(contentsOf(output), first) << type;
        EXPECT_EQ(engross({"check", output, "--profile", "drawn"}).exit, 0) << type;
    }
}

TEST_F(MakeTest, MakesADocumentFromACaseFile) {
    const Ran ran =
        engross({"make", "missed_appointment", "--case", sample("cases/missed_appointment.json"), "-o", output, kTime});
    EXPECT_EQ(ran.exit, 0) << ran.err;
    EXPECT_TRUE(std::filesystem::exists(output));
}

TEST_F(MakeTest, NamesAnUnknownTypeWithTheOneThatWasMeant) {
    const Ran ran =
        engross({"make", "mised_appointment", "--case", sample("cases/missed_appointment.json"), "-o", output});
    expectRefused(ran, {"mised_appointment", "missed_appointment'"});
}

TEST_F(MakeTest, NamesUnknownFieldsAndMissingOnesAtOnce) {
    const Ran ran = makeFrom(R"({"type": "access_appointment", "case_ref": "EN/2026/0001",
        "case": {"recipient": {"name": "Ms A. Example", "address": "12 Sample Street, Anytown"}},
        "fields": {"reasns": ["damp"], "visit_at": 7}})");
    expectRefused(ran, {"reasns", "reasons", "visit_at", "officer"});
}

TEST_F(MakeTest, NamesDatesInTheWrongOrder) {
    const Ran ran = engross({"make", "access_appointment", "--case", sample("cases/access_appointment.json"), "--set",
                             "visit_at=2020-01-01T10:00", "-o", output});
    expectRefused(ran, {"visit_at"});
}

TEST_F(MakeTest, NamesEveryThingThatAnEmptyCaseLacks) {
    write(folder.path("empty.json"), "{}");
    const Ran ran = engross({"make", "missed_appointment", "--case", folder.path("empty.json"), "-o", output});
    expectRefused(ran, {"recipient", "officer"});
}

TEST_F(MakeTest, RefusesANoticeForThreeReasonsAtOnce) {
    const Ran ran = engross({"make", "improvement_notice", "--case", sample("cases/broken.json"), "-o", output});
    EXPECT_EQ(ran.exit, 1);
    EXPECT_GE(std::count(ran.err.begin(), ran.err.end(), '\n'), 3) << ran.err;
    expectNothingWritten();
}

TEST_F(MakeTest, SaysWhereATextStopsBeingJson) {
    expectRefused(makeFrom("{\"type\": \"missed_appointment\",\n \"case\": oops}"), {"request.json:2: not JSON"});
    expectRefused(makeFrom(""), {"JSON"});
    expectRefused(makeFrom("[1, 2]"), {"group of fields"});
}

TEST_F(MakeTest, RefusesAHundredMegabytesOfJsonAtOnce) {
    {
        std::ofstream file(folder.path("large.json"));
        const std::string line(1'000'000, ' ');
        for (int count = 0; count < 100; ++count) {
            file << line;
        }
        file << "{}";
    }
    const Ran ran = engross({"make", "--request", folder.path("large.json"), "-o", output});
    expectRefused(ran, {"MB"});
}

TEST_F(MakeTest, AnswersInJsonWithThePlaceOfEachFault) {
    write(folder.path("empty.json"), "{}");
    const Ran ran =
        engross({"make", "missed_appointment", "--case", folder.path("empty.json"), "-o", output, "--json"});
    EXPECT_EQ(ran.exit, 1);
    EXPECT_NE(ran.out.find("\"state\": \"failed\""), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find("\"field\""), std::string::npos);
    expectNothingWritten();
}

TEST_F(MakeTest, LeavesNothingWhereTheOutputCannotBeWritten) {
    const Ran ran = engross({"make", "missed_appointment", "--case", sample("cases/missed_appointment.json"), "-o",
                             folder.path("no/such/folder.pdf")});
    EXPECT_EQ(ran.exit, 3) << ran.err;
    EXPECT_NE(ran.err.find("folder.pdf"), std::string::npos);
}

TEST_F(MakeTest, KeepsTheOldFileWhereTheNewOneIsRefused) {
    write(output, "old");
    write(folder.path("empty.json"), "{}");
    EXPECT_EQ(engross({"make", "missed_appointment", "--case", folder.path("empty.json"), "-o", output}).exit, 1);
    EXPECT_EQ(contentsOf(output), "old");
}

}  // namespace
}  // namespace engross
