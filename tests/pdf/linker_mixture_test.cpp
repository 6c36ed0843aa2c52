#include "pdf/joined.h"
#include "pdf/object_web.h"
#include "pdf/random_sources.h"
#include "pdf/raw_pdf.h"
#include "store/corpus.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <random>

namespace engross {
namespace {

std::string linkedBytes(const std::vector<std::string>& paths, unsigned readers) {
    const TestFolder folder;
    LinkOptions options;
    options.readers = readers;
    (void)makeLinker(Typesetter::standard(), {}, options)->link(Joined::planOf(paths), folder.path("out.pdf"));
    return readBytes(folder.path("out.pdf"));
}

std::size_t pagesIn(const std::vector<std::string>& paths) {
    std::size_t pages = 0;
    for (const std::string& path : paths) {
        pages += readPdfFacts(path, path).pages.size();
    }
    return pages;
}

/// What is wrong with these files joined; empty where nothing is.
std::string faultOf(const std::vector<std::string>& paths) {
    Joined joined(paths);
    const std::size_t wanted = pagesIn(paths);
    if (joined.reading.pages.size() != wanted || joined.report.pages != wanted) {
        return std::to_string(wanted) + " pages became " + std::to_string(joined.reading.pages.size());
    }
    if (const auto ends = looseEnds(joined.pdf); !ends.empty()) {
        return ends.front();
    }
    for (std::size_t page = 0; page < wanted; ++page) {
        const auto& stamp = joined.reading.pages[page].stamp;
        if (!stamp || !stamp->upright || !stamp->inCorner || stamp->text != std::to_string(page + 1)) {
            return "page " + std::to_string(page + 1) + " has another number, or none";
        }
    }
    const std::string alone = linkedBytes(paths, 0);
    for (const unsigned readers : {1U, 2U}) {
        if (linkedBytes(paths, readers) != alone) {
            return "other bytes with " + std::to_string(readers) + " readers";
        }
    }
    return {};
}

/// The fewest of the files that still show a fault: one after the other is left out while it does.
template <typename Fails>
std::vector<std::string> shrunk(std::vector<std::string> paths, Fails fails) {
    for (std::size_t i = 0; i < paths.size() && paths.size() > 1;) {
        std::vector<std::string> fewer = paths;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        if (fails(fewer)) {
            paths = std::move(fewer);
        } else {
            ++i;
        }
    }
    return paths;
}

/// Real files and made ones, in any order, some of them twice. A failing mixture is told by its seed and by the fewest
/// files that fail.
TEST(LinkerMixture, LosesNoPageNoEndAndGivesTheSameBytesOnAnyNumberOfReaders) {
    const std::vector<std::string> real = corpusFiles("good", {".pdf"});
    if (real.empty()) {
        GTEST_SKIP() << "the corpus is not there";
    }
    const bool soak = std::getenv("ENGROSS_SOAK") != nullptr;
    const char* given = std::getenv("ENGROSS_SEED");
    const unsigned first = given == nullptr ? 0 : static_cast<unsigned>(std::strtoul(given, nullptr, 10));
    const unsigned seeds = given != nullptr ? 1 : soak ? 200 : 6;
    for (unsigned seed = first; seed < first + seeds; ++seed) {
        std::mt19937 random(seed);
        const RandomSources made(seed);
        std::vector<std::string> paths;
        for (const LinkSource& source : made.plan.sources) {
            if (!source.ours) {
                paths.push_back(source.path);
            }
        }
        for (std::size_t count = 2 + random() % 12; count > 0; --count) {
            paths.push_back(real.at(random() % real.size()));
        }
        for (std::size_t i = paths.size(); i > 1; --i) {
            std::swap(paths.at(i - 1), paths.at(random() % i));
        }
        if (const std::string fault = faultOf(paths); !fault.empty()) {
            std::string files;
            for (const std::string& path : shrunk(paths, [](const auto& some) { return !faultOf(some).empty(); })) {
                files += "\n  " + path;
            }
            ADD_FAILURE() << "ENGROSS_SEED=" << seed << ": " << fault << "; the fewest files that fail:" << files;
        }
    }
}

TEST(LinkerMixture, IsToldByTheFewestFilesThatFail) {
    const auto fails = [](const std::vector<std::string>& paths) {
        return std::count(paths.begin(), paths.end(), "bad") > 0 && std::count(paths.begin(), paths.end(), "worse") > 0;
    };
    EXPECT_EQ(shrunk({"a", "worse", "b", "bad", "c", "bad"}, fails), (std::vector<std::string>{"worse", "bad"}));
}

TEST(LinkerMixture, SeesAPageThatIsNotThere) {
    const TestFolder folder;
    RawPdf source;
    source.addTextPage("one");
    const std::string path = source.writeTo(folder.path("a.pdf"));
    EXPECT_EQ(faultOf({path, path}), "");
    LinkPlan plan = Joined::planOf({path});
    plan.labels.emplace_back("2");
    EXPECT_ANY_THROW(Joined{plan});
}

}  // namespace
}  // namespace engross
