#include "command/bundle_home.h"
#include "pdf/reading.h"

#include <gtest/gtest.h>
#include <array>
#include <cstdlib>

namespace engross {
namespace {

/// Names as people have them, of which bundlers lose letters: Welsh, Polish, Tamil, Hebrew, Arabic; and a picture
/// letter.
constexpr std::array<const char*, 5> names{"tŷ Ŵyn Łódź", "தமிழ் வீடு", "בית", "عربي", "🏠"};

class NamesTest : public testing::Test {
protected:
    TestFolder folder;
    BundleHome home{folder.path()};
    std::string output = folder.path("bundle.pdf");

    /// An e-mail whose file, title, subject, sender and text are named so.
    std::string mailCalled(const std::string& name) {
        std::string path = folder.path(name + ".eml");
        write(path,
              "From: \"" + name + "\" <a@example.org>\nTo: b@example.org\nDate: Mon, 2 Mar 2026 09:15:00 +0000\n" +
                  "Subject: About " + name + "\nMIME-Version: 1.0\n" +
                  "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\nIt is " + name + ".\n");
        return path;
    }
    Ran bundle(const Object& plan) {
        write(folder.path("plan.json"), writeJson(plan));
        return run(folder.path(), {"bundle", folder.path("plan.json"), "--home", home.path(), "-o", output,
                                   "--no-cache", "--at=2026-11-20T10:00"});
    }
    std::string textOf(std::size_t first, std::size_t last) {
        const std::string text = folder.path("text");
        const std::string pages = "-f " + std::to_string(first) + " -l " + std::to_string(last);
        const std::string command = "pdftotext " + pages + " '" + output + "' '" + text + "' 2>/dev/null";
        return std::system(command.c_str()) == 0 ? contentsOf(text) : std::string();
    }
    static Object titled(Object plan) {
        List& items = *plan.find("sections")->list()->at(0).object()->find("items")->list();
        for (std::size_t i = 0; i < items.size(); ++i) {
            items[i].object()->set("title", "Message of the tenant about " + std::string(names.at(i)));
        }
        return plan;
    }
};

TEST_F(NamesTest, StandWholeInIndexBookmarksAndPages) {
    std::vector<std::string> files;
    files.reserve(names.size());
    for (const char* name : names) {
        files.push_back(mailCalled(name));
    }
    const Ran ran = bundle(titled(planOf(files)));
    if (ran.exit == 1 && ran.err.find("cannot become pages yet") != std::string::npos) {
        GTEST_SKIP() << "GMime is not installed";
    }
    ASSERT_EQ(ran.exit, 0) << ran.err;
    const PdfReading reading = readFinished(output, "bundle");
    std::string bookmarks;
    for (const ReadBookmark& section : reading.bookmarks) {
        bookmarks += section.title + "\n";
        for (const ReadBookmark& document : section.children) {
            bookmarks += document.title + "\n";
        }
    }
    for (const char* name : names) {
        EXPECT_NE(bookmarks.find("about " + std::string(name) + ","), std::string::npos) << name << " in " << bookmarks;
    }
    if (textOf(1, 1).empty()) {
        GTEST_SKIP() << "pdftotext is not installed";
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        const std::string page = textOf(4 + i, 4 + i);  // behind cover, index and divider
        EXPECT_NE(textOf(2, 2).find(names.at(i)), std::string::npos) << names.at(i) << " in the index " << textOf(2, 2);
        std::size_t times = 0;  // title, sender, subject, text and the file's name
        for (std::size_t at = page.find(names.at(i)); at != std::string::npos; at = page.find(names.at(i), at + 1)) {
            ++times;
        }
        EXPECT_GE(times, 5U) << names.at(i) << " on " << page;
    }
}

/// A letter that no font of ours has is named by its number, where it would else be a box.
TEST_F(NamesTest, AreNamedByTheirNumberWhereNoFontHasThem) {
    const std::string linearB = "\xF0\x90\x80\x80";  // U+10000
    const Ran ran = bundle(planOf({mailCalled("ra " + linearB)}));
    if (ran.exit == 1 && ran.err.find("cannot become pages yet") != std::string::npos) {
        GTEST_SKIP() << "GMime is not installed";
    }
    ASSERT_EQ(ran.exit, 0) << ran.err;
    const std::string page = textOf(4, 4);
    if (page.empty()) {
        GTEST_SKIP() << "pdftotext is not installed";
    }
    EXPECT_NE(page.find("ra [U+10000]"), std::string::npos) << page;
    Object plan = planOf({mailCalled("plain")});
    plan.find("sections")
        ->list()
        ->at(0)
        .object()
        ->find("items")
        ->list()
        ->at(0)
        .object()
        ->set("title", "Message of the tenant about ra " + linearB);
    const Ran told = bundle(plan);
    EXPECT_NE(told.err.find("U+10000"), std::string::npos) << told.exit << told.err;
}

}  // namespace
}  // namespace engross
