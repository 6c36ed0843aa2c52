#include "store/corpus.h"
#include "bundle/sample_bundle.h"
#include "evidence/exhibit.h"
#include "pdf/child.h"
#include "pdf/reading.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <set>
#include <sstream>

namespace engross {
namespace {

PictureSheet sheetFor(const std::string& title) {
    PictureSheet sheet;
    sheet.title = title;
    sheet.metadata.title = title;
    sheet.metadata.language = "en-GB";
    return sheet;
}

/// The words of each page by poppler's pdftotext; nothing where the file does not let its text be copied.
std::vector<std::set<std::string>> wordsOf(const std::string& path) {
    const std::string command = "pdftotext -q -enc UTF-8 '" + path + "' - 2>/dev/null";
    const std::unique_ptr<FILE, int (*)(FILE*)> out(::popen(command.c_str(), "r"), ::pclose);
    std::vector<std::set<std::string>> pages;
    std::string page;
    std::array<char, 65536> part{};
    while (const std::size_t length = std::fread(part.data(), 1, part.size(), out.get())) {
        for (std::size_t i = 0; i < length; ++i) {
            if (part.at(i) != '\f') {
                page += part.at(i);
                continue;
            }
            std::istringstream in(page);
            pages.emplace_back(std::istream_iterator<std::string>(in), std::istream_iterator<std::string>());
            page.clear();
        }
    }
    return pages;
}

struct Exhibit {
    std::string original;
    std::string joined;  // the file that the linker takes
    std::string digest;
    std::size_t pages = 0;
};

/// Everything good that can become pages, each prepared in a child process as a worker would.
std::vector<Exhibit> prepareAll(const TestFolder& folder) {
    std::vector<Exhibit> exhibits;
    std::vector<std::string> files = corpusFiles("good");
    for (auto& picture : corpusFiles("images")) {
        files.push_back(std::move(picture));
    }
    for (const auto& file : files) {
        const std::string name = std::filesystem::path(file).filename().string();
        const std::string output = folder.path(std::to_string(exhibits.size()) + ".pdf");
        const ChildResult result = inChild([&file, &name, &output] {
            const Prepared done = prepare({file, name, ""}, sheetFor(name), Typesetter::standard(), output);
            return std::to_string(done.pages) + (done.isDigest ? " as it is" : "");
        });
        EXPECT_EQ(result.signal, 0) << name;
        // Other kinds of picture wait for a later day, and one of the JPEGs has no scan: both are named.
        const bool named = result.said.rfind("evidence-", 0) == 0;
        EXPECT_TRUE(named || std::atol(result.said.c_str()) > 0) << name << ": " << result.said;
        EXPECT_FALSE(named && file.ends_with(".pdf")) << name << ": " << result.said;
        if (!named) {
            const bool asItIs = result.said.find("as it is") != std::string::npos;
            exhibits.push_back({file, asItIs ? file : output, asItIs ? output : "",
                                static_cast<std::size_t>(std::atol(result.said.c_str()))});
        }
    }
    return exhibits;
}

BundlePlan planOf(const std::vector<Exhibit>& exhibits) {
    BundlePlan plan;
    plan.title = "Hearing bundle: everything";
    plan.profile = "property-chamber";
    plan.sections.push_back({"Documents", {}, {}});
    for (const auto& exhibit : exhibits) {
        PlannedItem item;
        item.title = std::filesystem::path(exhibit.original).filename().string();
        item.hash = Sha256::of(exhibit.original);
        plan.sections.at(0).items.push_back(item);
    }
    return plan;
}

/// Reading order around the page's number may glue two words together; nothing may be missing altogether.
bool holds(const std::set<std::string>& words, const std::string& word) {
    return words.count(word) != 0 || std::any_of(words.begin(), words.end(), [&word](const std::string& other) {
               return other.find(word) != std::string::npos;
           });
}

/// Every word of every source page is on its page of the bundle, and so is the page's number.
void expectTheirText(const std::vector<Exhibit>& exhibits, const Numbering& numbering, const std::string& bundle) {
    const auto joined = wordsOf(bundle);
    if (joined.size() != numbering.pages()) {
        GTEST_SKIP() << "pdftotext is not installed";
    }
    for (std::size_t page = 0; page < joined.size(); ++page) {
        EXPECT_TRUE(holds(joined[page], std::to_string(page + 1))) << "no number on page " << page + 1;
    }
    for (std::size_t i = 0; i < exhibits.size(); ++i) {
        const auto source = wordsOf(exhibits[i].original);
        const PageNumber first = numbering.targets().at("doc:" + std::to_string(i + 1));
        for (std::size_t page = 0; page < source.size() && source.size() == exhibits[i].pages; ++page) {
            const auto& there = joined.at(first - 1 + page);
            for (const auto& word : source[page]) {
                EXPECT_TRUE(holds(there, word))
                    << exhibits[i].original << " page " << page + 1 << " lost '" << word << "'";
            }
        }
    }
}

TEST(Corpus, OfGoodFilesJoinsIntoOneSoundBundle) {
    if (corpusFiles("good").empty()) {
        GTEST_SKIP() << "the corpus is not there";
    }
    TestFolder folder;
    const std::vector<Exhibit> exhibits = prepareAll(folder);
    const BundlePlan plan = planOf(exhibits);
    const PageSources sources = sampleSources(plan, [&exhibits](std::size_t, std::size_t item) {
        const Exhibit& exhibit = exhibits.at(item);
        return filePages(exhibit.joined, exhibit.pages, false, exhibit.digest);
    });
    const Settled settled = settle(plan, sources);
    ASSERT_TRUE(settled.numbering);
    const std::string output = folder.path("bundle.pdf");
    const Assembled assembled = assemble(plan, *settled.numbering, sources, *makeLinker(Typesetter::standard()),
                                         folder.path(), output, sampleProfile("property-chamber"));

    std::size_t sum = 0;
    for (const auto& part : settled.numbering->parts()) {
        sum += part.pages;
    }
    EXPECT_EQ(assembled.report.pages, sum);
    for (const auto& finding : assembled.verdict.findings) {
        EXPECT_EQ(finding.severity, Severity::Warning) << finding.rule << ": " << finding.message;
    }
    EXPECT_EQ(readFinished(output, "bundle").repairs, 0U);
    expectTheirText(exhibits, *settled.numbering, output);
}

/// Prepares a file, joins it alone and reads the result back, or names what is wrong with it.
std::string tried(const std::string& file, const TestFolder& folder) {
    const std::string name = std::filesystem::path(file).filename().string();
    const std::string plain = folder.path("plain.pdf");
    const Prepared prepared = prepare({file, name, ""}, sheetFor(name), Typesetter::standard(), plain);
    LinkPlan plan;
    plan.metadata.language = "en-GB";
    plan.sources.push_back(
        {prepared.isDigest ? file : plain, {}, name, false, prepared.pages, prepared.isDigest ? plain : ""});
    for (std::size_t i = 0; i < prepared.pages; ++i) {
        plan.labels.push_back(std::to_string(i + 1));
    }
    const std::string output = folder.path("alone.pdf");
    (void)makeLinker(Typesetter::standard())->link(plan, output);
    const PdfReading reading = readFinished(output, name);
    for (std::size_t i = 0; i < reading.pages.size(); ++i) {
        const auto& stamp = reading.pages[i].stamp;
        if (!stamp || stamp->text != std::to_string(i + 1) || !stamp->upright || !stamp->inCorner) {
            return "page " + std::to_string(i + 1) + " is not numbered";
        }
    }
    return reading.active.empty() && reading.repairs == 0 ? "joined" : "not clean";
}

class CorpusFolder : public testing::TestWithParam<const char*> {};

TEST_P(CorpusFolder, HasNoFileThatIsNeitherJoinedNorNamed) {
    const auto files = corpusFiles(GetParam());
    if (files.empty()) {
        GTEST_SKIP() << "the corpus is not there";
    }
    TestFolder folder;
    std::size_t joined = 0;
    for (const auto& file : files) {
        SCOPED_TRACE(file);
        const ChildResult result = inChild([&file, &folder] { return tried(file, folder); }, 1500, 20);
        EXPECT_EQ(result.signal, 0);
        const bool named = result.said.rfind("pdf-", 0) == 0 || result.said.rfind("evidence-", 0) == 0;
        EXPECT_TRUE(named || result.said == "joined") << result.said;
        joined += result.said == "joined" ? 1U : 0U;
    }
    RecordProperty("joined", static_cast<int>(joined));
}

INSTANTIATE_TEST_SUITE_P(Every, CorpusFolder, testing::Values("good", "hostile", "images", "mail", "office"),
                         [](const testing::TestParamInfo<const char*>& info) { return std::string(info.param); });

}  // namespace
}  // namespace engross
