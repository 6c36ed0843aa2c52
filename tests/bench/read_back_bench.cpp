// What it costs to prove a bundle of 10,000 pages in 200 exhibits: numbering with index and front matter, the read-back
// of its structure, and the deep check of every page, each by itself.
#include "bundle/plan_check.h"
#include "bundle/read_back.h"
#include "bundle/sample_bundle.h"

#include <sys/resource.h>
#include <unistd.h>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>

namespace {

using namespace engross;

constexpr std::size_t exhibits = 200;
constexpr std::size_t pagesEach = 50;

double seconds(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double peakMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

BundlePlan largePlan() {
    using namespace std::chrono;
    BundlePlan plan = samplePlan();
    plan.sections.clear();
    for (std::size_t section = 0; section < 8; ++section) {
        PlannedSection made{"Section of the hearing, part " + std::to_string(section + 1), {}, {}};
        for (std::size_t item = 0; item < exhibits / 8; ++item) {
            PlannedItem planned;
            planned.title = "Letter from the council about the state of room " + std::to_string(item + 1) +
                            " in house " + std::to_string(section + 1);
            planned.date = Day{sys_days{2026y / January / 1d} + days{item}};
            planned.hash = Sha256::of(planned.title);
            made.items.push_back(std::move(planned));
        }
        plan.sections.push_back(std::move(made));
    }
    return plan;
}

}  // namespace

int main() {
    const std::string folder =
        std::filesystem::temp_directory_path() / ("engross-read-back-" + std::to_string(getpid()));
    std::filesystem::create_directory(folder);
    const BundlePlan plan = largePlan();
    const BundleProfile profile = sampleProfile();
    const auto document = sampleDocument("Letter about the state of a room", pagesEach);
    const Numbering none(samplePlan(), PartCounts(partCount(samplePlan()), 1));
    const std::string file = document->file(none, folder);
    const PageSources sources =
        sampleSources(plan, [&file](std::size_t, std::size_t) { return filePages(file, pagesEach, true); });
    const std::string output = folder + "/EN-2026-0142 bundle A.pdf";
    Settled settled;
    const double numbering = seconds([&] {
        static_cast<void>(checkPlan(plan, profile));
        settled = settle(plan, sources);
    });
    (void)assemble(plan, *settled.numbering, sources, *makeLinker(Typesetter::standard()), folder, output, profile);
    Verdict verdict;
    const double before = peakMegabytes();
    const double structure = seconds([&] { verdict = readBack(output, plan, *settled.numbering, profile); });
    const double after = peakMegabytes();
    const double deep =
        seconds([&] { static_cast<void>(checkBundle(output, profile, Language::English, Depth::Pages)); });
    std::printf("| %zu pages, %zu exhibits | s | bar |\n|---|---:|---:|\n", verdict.pages, exhibits);
    std::printf("| numbering, index and front matter | %.3f | 0.1 |\n", numbering);
    std::printf("| read-back of the structure (%zu rules, %s) | %.2f | 3 |\n", verdict.rulesRun.size(),
                verdict.passed() ? "passed" : "refused", structure);
    std::printf("| deep check of every page | %.1f | – |\n", deep);
    std::printf("\nPeak memory %.0f MB before the read-back, %.0f MB after.\n", before, after);
    std::filesystem::remove_all(folder);
    return EXIT_SUCCESS;
}
