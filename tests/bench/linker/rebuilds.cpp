#include "bench/linker/rebuilds.h"

#include "bench/linker/link_sets.h"
#include "bench/linker/made_pdf.h"
#include "bench/linker/timed_program.h"
#include "pdf/prepared_source.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace engross::bench {

namespace {

constexpr int rounds = 5;
constexpr std::size_t pagesOfAnExhibit = 100;

double bestOf(const std::vector<std::string>& line, const std::string& output) {
    double best = 1e9;
    for (int round = 0; round < rounds; ++round) {
        const Timing time = timed(line, output);
        best = time.done ? std::min(best, time.seconds) : best;
    }
    return best;
}

double millisecondsOfADigest(const std::string& folder) {
    const std::string path = folder + "/hundred.pdf";
    std::ofstream(path, std::ios::binary) << MadePdf::text(TextLook::Lines, 1, pagesOfAnExhibit);
    double best = 1e9;
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        (void)prepareSource(path, "AB/1", {}, folder + "/hundred.digest");
        best =
            std::min(best, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    return best;
}

}  // namespace

std::string digestOf(const std::string& file, const std::string& digests) {
    return (std::filesystem::path(digests) / std::filesystem::path(file).filename()).string() + ".digest";
}

void measureRebuilds(const std::string& self, const std::string& set, const std::string& folder, double cold) {
    const std::string digests = folder + "/digests";
    std::filesystem::create_directories(digests);
    const LinkSet made(set, folder);
    for (const SetFile& file : made.files()) {
        (void)prepareSource(file.path, "AB/1", {}, digestOf(file.path, digests));
    }
    const std::string output = folder + "/out.pdf";
    const std::vector<std::string> line{self, "--link", set, folder, output, "2", "yes", digests};
    const double warm = bestOf(line, output);
    std::filesystem::remove(digestOf(made.files().front().path, digests));
    const double changed = bestOf(line, output);
    std::printf("\n| %s again | seconds | × cold |\n|---|---|---|\n", set.c_str());
    std::printf("| cold: every file is read | %.3f | 1.00 |\n", cold);
    std::printf("| one exhibit of %zu changed | %.3f | %.2f |\n", made.files().size(), changed, changed / cold);
    std::printf("| nothing changed | %.3f | %.2f |\n", warm, warm / cold);
    std::printf("\nIntake digest of an exhibit of %zu pages, written to disk: %.1f ms\n", pagesOfAnExhibit,
                millisecondsOfADigest(folder));
    std::filesystem::remove_all(digests);
}

void printFit(const std::vector<std::pair<double, double>>& points) {
    if (points.size() < 3) {
        return;
    }
    const auto count = static_cast<double>(points.size());
    double x = 0;
    double y = 0;
    for (const auto& [pages, seconds] : points) {
        x += pages / count;
        y += seconds / count;
    }
    double xx = 0;
    double xy = 0;
    for (const auto& [pages, seconds] : points) {
        xx += (pages - x) * (pages - x);
        xy += (pages - x) * (seconds - y);
    }
    const double slope = xy / xx;
    const double start = y - slope * x;
    double off = 0;
    for (const auto& [pages, seconds] : points) {
        off = std::max(off, std::abs(seconds - start - slope * pages) / seconds);
    }
    std::printf(
        "\nThe linker's time over %zu sets of text: %.1f ms + %.2f µs a page; no set is more than %.0f %% off.\n",
        points.size(), start * 1e3, slope * 1e6, off * 100);
}

}  // namespace engross::bench
