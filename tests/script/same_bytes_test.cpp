#include "layout/paginator.h"
#include "pdf/pdf_canvas.h"
#include "script/catalogue.h"
#include "script/written_sources.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <thread>

namespace engross {
namespace {

namespace fs = std::filesystem;

using test::said;
using test::testDay;

/// By "type language size": the SHA-256 of the file.
using Drawn = std::map<std::string, std::string>;

std::shared_ptr<const Catalogue> ours() {
    static const std::string root = ENGROSS_SOURCE_DIR;
    static const auto catalogue = Catalogue::load({root + "/plugins", root + "/scripts", root + "/templates"}, {});
    return catalogue;
}

/// The worked example of every type of a document, in each of its languages, at its own size and in large print.
std::map<std::string, Request> samples(const Catalogue& catalogue) {
    std::map<std::string, Request> requests;
    for (const std::string& id : catalogue.ids()) {
        const TypeSummary* type = catalogue.find(id);
        auto request = type == nullptr || type->family == "bundle" ? std::nullopt : catalogue.example(id);
        if (!request) {
            continue;
        }
        for (const std::string& language : type->languages) {
            for (const int size : {0, 18}) {
                request->language = language;
                request->largePrint = size;
                requests.emplace(id + " " + language + " " + std::to_string(size), *request);
            }
        }
    }
    return requests;
}

std::string fileOf(const Catalogue& catalogue, const std::string& name, const Request& request) {
    const auto result = catalogue.check(request, testDay);
    if (result.checked == nullptr) {
        ADD_FAILURE() << name << ": " << said(result.diagnostics);
        return {};
    }
    std::vector<Diagnostic> faults;
    const auto composition = catalogue.compose(*result.checked, {}, faults);
    if (!composition) {
        ADD_FAILURE() << name << ": " << said(faults);
        return {};
    }
    PdfMetadata metadata;
    metadata.title = composition->title;
    metadata.author = composition->author;
    metadata.language = composition->language;
    metadata.made = testDay;
    metadata.identity = Sha256::of(name);
    PdfCanvas canvas(metadata);
    paginate(*composition, Typesetter::standard()).draw(canvas);
    return Sha256::of(canvas.finish()).hex();
}

/// Every other sample from `first` on, or from the end: two threads meet in the same faces and words.
Drawn drawnBy(const Catalogue& catalogue, const std::map<std::string, Request>& requests, bool backwards) {
    Drawn drawn;
    const auto draw = [&](const auto& sample) {
        drawn.emplace(sample.first, fileOf(catalogue, sample.first, sample.second));
    };
    if (backwards) {
        std::for_each(requests.rbegin(), requests.rend(), draw);
    } else {
        std::for_each(requests.begin(), requests.end(), draw);
    }
    return drawn;
}

/// What decides the bytes: the engine's sources, the types and their wording, and the font files.
std::string digestOfSources() {
    const fs::path root = ENGROSS_SOURCE_DIR;
    std::vector<fs::path> files;
    for (const char* folder : {"host", "plugins", "scripts", "templates"}) {
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            if (entry.is_regular_file()) {
                files.push_back(entry.path());
            }
        }
    }
    for (const std::string& font : Typesetter::standard()->fontFiles()) {
        files.emplace_back(font);
    }
    std::ranges::sort(files);
    std::string all;
    for (const fs::path& file : files) {
        all += file.lexically_relative(root).string() + " " + digestOfFile(file.string()).hex() + "\n";
    }
    return Sha256::of(all).hex().substr(0, 16);
}

std::string linesOf(const Drawn& drawn) {
    std::string lines;
    for (const auto& [name, digest] : drawn) {
        lines += name + " " + digest + "\n";
    }
    return lines;
}

std::string contentsOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(SameBytes, ComeOfEverySampleTwiceOnOneThreadAndOnTwo) {
    const auto catalogue = ours();
    const auto requests = samples(*catalogue);
    ASSERT_GE(requests.size(), 10U);
    const Drawn alone = drawnBy(*catalogue, requests, false);
    Drawn forwards;
    Drawn backwards;
    std::thread one([&] { forwards = drawnBy(*catalogue, requests, false); });
    std::thread other([&] { backwards = drawnBy(*catalogue, requests, true); });
    one.join();
    other.join();
    EXPECT_EQ(linesOf(forwards), linesOf(alone));
    EXPECT_EQ(linesOf(backwards), linesOf(alone));
}

/// Each build of these sources (release, sanitizers) notes what it drew in the folder of builds; the next one compares.
TEST(SameBytes, AreThoseOfEveryOtherBuildOfTheseSources) {
    const auto catalogue = ours();
    const std::string lines = linesOf(drawnBy(*catalogue, samples(*catalogue), false));
    const fs::path build = ENGROSS_BINARY_DIR;
    const fs::path notes = build.parent_path() / "same-bytes" / digestOfSources();
    fs::create_directories(notes);
    const std::string own = build.filename().string() + ".txt";
    {
        const fs::path partial = notes / (own + "-partial");
        std::ofstream(partial, std::ios::binary) << lines;
        fs::rename(partial, notes / own);
    }
    std::size_t compared = 0;
    for (const auto& entry : fs::directory_iterator(notes)) {
        if (entry.path().extension() == ".txt" && entry.path().filename() != own) {
            EXPECT_EQ(contentsOf(entry.path()), lines) << entry.path().filename();
            ++compared;
        }
    }
    if (compared == 0) {
        GTEST_SKIP() << "no other build of these sources has drawn them yet";
    }
}

}  // namespace
}  // namespace engross
