#include "pdf/digest.h"
#include "pdf/joined.h"
#include "pdf/raw_pdf.h"
#include "pdf/source_rewriting.h"
#include "store/corpus.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace engross {
namespace {

bool hasPoppler() {
    return std::system("command -v pdftotext pdftoppm >/dev/null 2>&1") == 0;
}

std::string said(const std::string& command, const std::string& output) {
    EXPECT_EQ(std::system((command + " >'" + output + "' 2>/dev/null").c_str()), 0) << command;
    return readBytes(output);
}

std::vector<std::string> textsOf(const std::string& bundle, const std::string& scratch) {
    std::vector<std::string> pages(1);
    for (const char letter : said("pdftotext '" + bundle + "' -", scratch)) {
        letter == '\f' ? (void)pages.emplace_back() : pages.back().push_back(letter);
    }
    return pages;
}

std::string pictureOf(const std::string& bundle, std::size_t page, const std::string& scratch) {
    const std::string number = std::to_string(page);
    return said("pdftoppm -r 30 -gray -f " + number + " -l " + number + " '" + bundle + "'", scratch);
}

/// The good files that the fast reader reads itself, joined from its digests and from what libqpdf writes of them.
class TwoWays {
public:
    struct File {
        std::string name;
        std::size_t firstPage = 1;
    };

    TwoWays(const TestFolder& folder, const std::vector<std::string>& paths) {
        std::vector<std::string> direct;
        std::vector<std::string> rewritten;
        for (const std::string& path : paths) {
            const std::string name = std::filesystem::path(path).filename().string();
            const DigestedFile file = digestFile(path, name);
            if (!file.digest.detour.empty()) {
                detours.push_back(name + ": " + file.digest.detour);
                continue;
            }
            files.push_back({name, pages + 1});
            pages += file.digest.pages.size();
            direct.push_back(path);
            rewritten.push_back(writeBytes(folder.path("plain-" + name), rewriteSource(path, name, {}, {}).bytes));
        }
        if (!direct.empty()) {
            (void)makeLinker(Typesetter::standard())->link(Joined::planOf(direct), folder.path("direct.pdf"));
            (void)makeLinker(Typesetter::standard())->link(Joined::planOf(rewritten), folder.path("libqpdf.pdf"));
        }
    }

    std::vector<File> files;
    std::vector<std::string> detours;
    std::size_t pages = 0;
};

/// What libqpdf makes of a file is the measure of what the fast reader took of it: each page says and shows the same.
TEST(TwoWays, SayAndShowTheSameOnEveryPage) {
    const std::vector<std::string> paths = corpusFiles("good", {".pdf"});
    if (paths.empty()) {
        GTEST_SKIP() << "the corpus is not there";
    }
    if (!hasPoppler()) {
        GTEST_SKIP() << "pdftotext and pdftoppm are not there";
    }
    const TestFolder folder;
    const TwoWays both(folder, paths);
    for (const std::string& detour : both.detours) {
        std::printf("through libqpdf: %s\n", detour.c_str());
    }
    std::printf("%zu of %zu files read directly, %zu pages\n", both.files.size(), paths.size(), both.pages);
    EXPECT_GE(both.files.size() * 100, paths.size() * 80);
    const std::string scratch = folder.path("said");
    const auto direct = textsOf(folder.path("direct.pdf"), scratch);
    const auto other = textsOf(folder.path("libqpdf.pdf"), scratch);
    ASSERT_EQ(direct.size(), both.pages + 1);
    ASSERT_EQ(other.size(), direct.size());
    const std::size_t step = std::getenv("ENGROSS_SOAK") != nullptr ? 1 : 4;
    for (std::size_t i = 0; i < both.files.size(); ++i) {
        const std::size_t first = both.files[i].firstPage;
        const std::size_t end = i + 1 < both.files.size() ? both.files[i + 1].firstPage : both.pages + 1;
        for (std::size_t page = first; page < end; ++page) {
            EXPECT_EQ(direct.at(page - 1), other.at(page - 1)) << both.files[i].name << ", page " << page - first + 1;
        }
        if (i % step == 0) {
            const std::size_t sampled = first + (end - first) / 2;
            const std::string picture = pictureOf(folder.path("direct.pdf"), sampled, scratch);
            EXPECT_GT(picture.size(), 100U);
            EXPECT_TRUE(picture == pictureOf(folder.path("libqpdf.pdf"), sampled, scratch))
                << both.files[i].name << ", page " << sampled - first + 1 << " looks different";
        }
    }
}

TEST(TwoWays, AreToldApartByOneLetter) {
    if (!hasPoppler()) {
        GTEST_SKIP() << "pdftotext and pdftoppm are not there";
    }
    const TestFolder folder;
    const auto joined = [&folder](const char* word) {
        RawPdf source;
        source.addTextPage(word);
        const std::string path = source.writeTo(folder.path(std::string(word) + ".pdf"));
        (void)makeLinker(Typesetter::standard())->link(Joined::planOf({path}), folder.path(std::string(word) + "-out"));
        return folder.path(std::string(word) + "-out");
    };
    const std::string scratch = folder.path("said");
    EXPECT_NE(textsOf(joined("damp"), scratch).at(0), textsOf(joined("lamp"), scratch).at(0));
    EXPECT_NE(pictureOf(joined("damp"), 1, scratch), pictureOf(joined("lamp"), 1, scratch));
}

}  // namespace
}  // namespace engross
