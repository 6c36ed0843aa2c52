#include "work/errands.h"

#include "store/test_folder.h"
#include "work/errand_messages.h"
#include "work/limits.h"
#include "work/prepared_shelf.h"
#include "work/scratch.h"

#include <gtest/gtest.h>
#include <chrono>
#include <filesystem>

namespace engross {
namespace {

/// One empty A4 page with an exact cross-reference table.
std::string onePage() {
    std::string pdf = "%PDF-1.4\n";
    std::vector<std::size_t> offsets;
    for (const char* object : {"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                               "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>"}) {
        offsets.push_back(pdf.size());
        pdf += std::to_string(offsets.size()) + " 0 obj\n" + object + "\nendobj\n";
    }
    const std::size_t table = pdf.size();
    pdf += "xref\n0 4\n0000000000 65535 f \n";
    for (const std::size_t offset : offsets) {
        const std::string digits = std::to_string(offset);
        pdf += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
    }
    return pdf + "trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
}

class ErrandsTest : public testing::Test {
protected:
    TestFolder folder;
    Errands errands{{ENGROSS_ERRAND_CHILD}};

    [[nodiscard]] std::string file(const std::string& name, const std::string& bytes) const {
        writeFile(folder.path(name), bytes);
        return folder.path(name);
    }
    void expectStillReads() {
        const Looked looked = errands.inspect(file("good.pdf", onePage()), "good.pdf", Language::English);
        EXPECT_FALSE(looked.refusal);
        EXPECT_EQ(looked.pages, 1U);
        EXPECT_EQ(looked.mediaType, "application/pdf");
    }
};

TEST_F(ErrandsTest, AFileThatCrashesItsReaderIsNamedAndTheNextOneIsRead) {
    const Looked looked = errands.inspect(file("bad.pdf", "crash"), "bad.pdf", Language::English);
    ASSERT_TRUE(looked.refusal);
    EXPECT_EQ(looked.refusal->code, "exhibit-unreadable");
    EXPECT_NE(looked.refusal->message.find("bad.pdf"), std::string::npos);
    expectStillReads();
}

TEST_F(ErrandsTest, AFileThatEatsMemoryIsNamedAndTheNextOneIsRead) {
    if (!memoryLimitsHold()) {
        GTEST_SKIP() << "no memory limits under a sanitizer";
    }
    const Looked looked = errands.inspect(file("bad.pdf", "eat"), "bad.pdf", Language::English);
    ASSERT_TRUE(looked.refusal);
    EXPECT_EQ(looked.refusal->code, "exhibit-unreadable");
    expectStillReads();
}

TEST_F(ErrandsTest, AFileThatHangsItsReaderIsStopped) {
    Isolation isolation{{ENGROSS_ERRAND_CHILD}};
    const Object errand{{"errand", "inspect"}, {"seconds", 20}, {"path", file("bad.pdf", "hang")}};
    try {
        (void)isolation.run(errand, "bad.pdf", std::chrono::seconds{1});
        FAIL() << "it answered";
    } catch (const WorkError& error) {
        EXPECT_EQ(error.code(), "isolated-late");
        EXPECT_EQ(error.subject(), "bad.pdf");
    }
}

TEST_F(ErrandsTest, AFileThatTakesTooLongOrTooMuchMemoryIsNotCalledDamaged) {
    if (!memoryLimitsHold()) {
        GTEST_SKIP() << "no memory limits under a sanitizer";
    }
    for (const Language reader : {Language::English, Language::Welsh}) {
        const auto said = [&](const std::string& command) {
            const Looked looked = errands.inspect(file("bad.pdf", command), "bad.pdf", reader);
            return looked.refusal && !looked.refusal->hints.empty() ? looked.refusal->message : std::string();
        };
        const bool english = reader == Language::English;
        EXPECT_NE(said("spin").find(english ? "longer to read" : "mwy o amser"), std::string::npos);
        EXPECT_NE(said("eat").find(english ? "memory" : "gof"), std::string::npos);
        EXPECT_NE(said("crash").find(english ? "damaged" : "ddifrodi"), std::string::npos);
    }
    expectStillReads();
}

TEST_F(ErrandsTest, AFileOfTheWrongKindIsRefusedWithItsCure) {
    const Looked looked = errands.inspect(file("bad.pdf", "plain words"), "bad.pdf", Language::Welsh);
    ASSERT_TRUE(looked.refusal);
    EXPECT_FALSE(looked.refusal->hints.empty());
}

TEST_F(ErrandsTest, JoinsFilesInTheChild) {
    LinkPlan plan;
    plan.sources.push_back(
        {.path = file("one.pdf", onePage()), .password = {}, .name = "AB/1", .ours = false, .expectedPages = 1});
    plan.labels = {"1"};
    plan.bookmarks.push_back({.title = "AB/1 [1]", .page = 1, .children = {}, .source = std::nullopt});
    plan.targets["doc:1"] = 1;
    plan.metadata.title = "Test";
    plan.metadata.language = "en-GB";
    const LinkReport report = errands.link(plan, folder.path("out.pdf"), 1, [](double) {});
    EXPECT_EQ(report.pages, 1U);
    EXPECT_EQ(readFile(folder.path("out.pdf")).rfind("%PDF", 0), 0U);
    plan.sources.front().path = file("two.pdf", "plain words");
    try {
        (void)errands.link(plan, folder.path("out2.pdf"), 1, [](double) {});
        FAIL() << "it was joined";
    } catch (const PdfError& error) {
        EXPECT_EQ(error.subject(), "AB/1");
    }
}

TEST(ErrandMessages, APlanArrivesAsItWasSent) {
    LinkPlan plan;
    plan.sources.push_back({.path = "/a", .password = "sesame", .name = "AB/1", .ours = true, .expectedPages = 3});
    plan.labels = {"1", "2", "3"};
    plan.bookmarks.push_back(
        {.title = "A", .page = 1, .children = {{.title = "B", .page = 2, .children = {}, .source = 0}}, .source = {}});
    plan.targets = {{"doc:1", 2}};
    plan.metadata.title = "Title";
    plan.metadata.made = Instant{std::chrono::milliseconds{1'795'312'345'678}};
    plan.metadata.identity = Sha256::of("identity");
    plan.metadata.provenance = {{"type", "letter"}};
    const Value sent = toValue(plan);
    EXPECT_EQ(toValue(linkPlanFrom(sent)), sent);
    EXPECT_EQ(linkPlanFrom(sent).bookmarks.at(0).children.at(0).source, 0U);
    EXPECT_EQ(linkPlanFrom(sent).metadata.provenance, plan.metadata.provenance);
}

TEST(PreparedShelf, GivesBackWhatWasKept) {
    const TestFolder folder;
    const PreparedShelf shelf{folder.path("prepared")};
    const Sha256 key = Sha256::of("key");
    EXPECT_FALSE(shelf.find(key));
    writeFile(folder.path("made.pdf"), "pages");
    Looked looked;
    looked.facts = Object{{"kind", "pdf"}};
    looked.mediaType = "application/pdf";
    looked.pages = 2;
    looked.losses = {{.source = "AB/1", .kind = "javascript", .count = 1}};
    const std::string path = shelf.keep(key, folder.path("made.pdf"), looked);
    const auto kept = shelf.find(key);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->path, path);
    EXPECT_EQ(kept->looked.pages, 2U);
    EXPECT_EQ(kept->looked.losses.at(0).kind, "javascript");
    EXPECT_EQ(kept->looked.facts, looked.facts);
}

TEST(PreparedShelf, DoesNotGiveBackWhatWasChanged) {
    const TestFolder folder;
    const PreparedShelf shelf{folder.path("prepared")};
    const Sha256 key = Sha256::of("key");
    writeFile(folder.path("made.pdf"), "pages");
    Looked looked;
    looked.pages = 1;
    const std::string path = shelf.keep(key, folder.path("made.pdf"), looked);
    writeFile(path, "other pages");
    EXPECT_FALSE(shelf.find(key));
}

TEST(PreparedShelf, SweepsNothingThatWasUsed) {
    const TestFolder folder;
    const PreparedShelf shelf{folder.path("prepared")};
    const Sha256 used = Sha256::of("used");
    const Sha256 left = Sha256::of("left");
    Looked looked;
    looked.pages = 1;
    for (const Sha256& key : {used, left}) {
        writeFile(folder.path("made.pdf"), "pages");
        (void)shelf.keep(key, folder.path("made.pdf"), looked);
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder.path("prepared"))) {
        std::filesystem::last_write_time(entry.path(),
                                         std::filesystem::file_time_type::clock::now() - std::chrono::hours{48});
    }
    ASSERT_TRUE(shelf.find(used));
    shelf.sweep(std::chrono::hours{24});
    EXPECT_TRUE(shelf.find(used));
    EXPECT_FALSE(shelf.find(left));
}

/// Puts a thing of a thousand bytes on the shelf, last used so many hours ago.
void keepAged(const TestFolder& folder, const PreparedShelf& shelf, const Sha256& key, int hours) {
    writeFile(folder.path("made.pdf"), std::string(1000, 'x'));
    Looked looked;
    looked.pages = 1;
    (void)shelf.keep(key, folder.path("made.pdf"), looked);
    for (const char* ending : {".part", ".json"}) {
        std::filesystem::last_write_time(folder.path("prepared/" + key.hex() + ending),
                                         std::filesystem::file_time_type::clock::now() - std::chrono::hours{hours});
    }
}

TEST(PreparedShelf, MakesRoomByWhatWasUsedLongestAgo) {
    const TestFolder folder;
    const PreparedShelf shelf{folder.path("prepared"), 4000};
    const Sha256 oldest = Sha256::of("oldest");
    const Sha256 old = Sha256::of("old");
    const Sha256 used = Sha256::of("used");
    keepAged(folder, shelf, old, 20);
    keepAged(folder, shelf, oldest, 30);
    shelf.makeRoom();
    EXPECT_TRUE(shelf.find(oldest)) << "there is room";
    keepAged(folder, shelf, oldest, 30);
    keepAged(folder, shelf, used, 0);
    keepAged(folder, shelf, Sha256::of("new"), 0);
    shelf.makeRoom();
    EXPECT_FALSE(shelf.find(oldest));
    EXPECT_TRUE(shelf.find(used)) << "a bundle may be made of it just now";
    EXPECT_TRUE(shelf.find(Sha256::of("new")));
}

TEST(PreparedShelf, IsBroughtBelowItsRoomAsThingsAreKept) {
    const TestFolder folder;
    const PreparedShelf shelf{folder.path("prepared"), 20'000};
    for (int i = 0; i < 300; ++i) {
        keepAged(folder, shelf, Sha256::of(std::to_string(i)), 400 - i);
    }
    std::uintmax_t taken = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path("prepared"))) {
        taken += entry.file_size();
    }
    EXPECT_LT(taken, 150'000U) << "300 things take more than 300,000 bytes";
    EXPECT_FALSE(shelf.find(Sha256::of("0")));
}

TEST(PreparedShelf, KeepsNothingThatWasUnlocked) {
    const TestFolder folder;
    const PreparedShelf shelf{folder.path("prepared")};
    writeFile(folder.path("made.pdf"), "pages");
    Looked looked;
    looked.pages = 1;
    looked.facts = Object{{"restricted", true}};
    EXPECT_EQ(shelf.keep(Sha256::of("key"), folder.path("made.pdf"), looked), folder.path("made.pdf"));
    EXPECT_FALSE(shelf.find(Sha256::of("key")));
    EXPECT_EQ(std::filesystem::status(folder.path("prepared")).permissions(), std::filesystem::perms::owner_all);
}

TEST(PreparedShelf, KeepsNothingWithoutAFolder) {
    const TestFolder folder;
    const PreparedShelf shelf{""};
    writeFile(folder.path("made.pdf"), "pages");
    EXPECT_EQ(shelf.keep(Sha256::of("key"), folder.path("made.pdf"), Looked{}), folder.path("made.pdf"));
    EXPECT_FALSE(shelf.find(Sha256::of("key")));
}

}  // namespace
}  // namespace engross
