// Bundles of generated sets by our linker, beside `cat` of the same files and beside other programs that join PDFs.
// Ours also numbers every page, draws links from an index, and writes bookmarks, labels and a structure tree; the
// others merge pages only, but for the scripted bundler. Usage: linker_bench PROGRAM [SET…]    (PROGRAM is not used;
// the sets are made in $ENGROSS_BENCH_FOLDER and stay there; without it, in a folder that is removed again. With
// ENGROSS_SOAK, the large sets too: 4 GB)
#include "bench/linker/link_sets.h"
#include "bench/linker/rebuilds.h"
#include "bench/linker/timed_program.h"
#include "pdf/linker.h"

#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>

namespace {

using engross::bench::LinkSet;
using engross::bench::timed;
using engross::bench::Timing;

constexpr int rounds = 3;

/// `digests` is the folder of stored digests, or empty.
engross::LinkPlan planOf(const LinkSet& set, const std::string& digests) {
    engross::LinkPlan plan;
    plan.metadata.title = "Bundle";
    plan.metadata.language = "en-GB";
    const auto add = [&plan, &digests](const engross::bench::SetFile& file, const std::string& name, bool ours) {
        const engross::PageNumber first = plan.labels.size() + 1;
        for (std::size_t page = 0; page < file.pages; ++page) {
            plan.labels.push_back(std::to_string(first + page));
        }
        plan.bookmarks.push_back({name, first, {}, plan.sources.size()});
        plan.sources.push_back({file.path,
                                {},
                                name,
                                ours,
                                file.pages,
                                digests.empty() ? "" : engross::bench::digestOf(file.path, digests)});
        return first;
    };
    add(set.front(), "Index", true);
    std::size_t row = 0;
    for (const auto& file : set.files()) {
        const std::string number = std::to_string(++row);
        plan.targets["doc:" + number] = add(file, "Exhibit " + number, false);
    }
    return plan;
}

int link(const std::string& set, const std::string& folder, const std::string& output, unsigned readers,
         bool sharesEqual, const std::string& digests, bool waits) {
    engross::LinkOptions options;
    options.readers = readers;
    options.sharesEqual = sharesEqual;
    const auto linker = engross::makeLinker(engross::Typesetter::standard(), {}, options);
    char byte = 0;
    if (waits && (::write(STDOUT_FILENO, &byte, 1) != 1 || ::read(STDIN_FILENO, &byte, 1) != 1)) {
        return 3;
    }
    (void)linker->link(planOf(LinkSet(set, folder), digests), output);
    return !waits || ::write(STDOUT_FILENO, &byte, 1) == 1 ? 0 : 3;
}

struct Contender {
    std::string name;
    std::function<Timing()> run;
    double slower = 0;  // than the linker: by so much at least it should be
    std::vector<Timing> times{};
};

constexpr double mostOfText = 4;        // times `cat` of 10,000 pages, in a worker that waits
constexpr double mostOfPictures = 1.3;  // times `cat`

/// The best run: everything else on the machine only adds.
Timing best(const std::vector<Timing>& times) {
    return *std::min_element(times.begin(), times.end(), [](const Timing& a, const Timing& b) {
        return a.done != b.done ? a.done : a.seconds < b.seconds;
    });
}

class Measurement {
public:
    Measurement(std::string self, std::string folder, std::string set)
        : self_(std::move(self)),
          folder_(std::move(folder)),
          name_(std::move(set)),
          set_(name_, folder_),
          output_(folder_ + "/out.pdf") {}

    /// Answers the linker's own seconds. Without rivals it is measured beside `cat` alone.
    double run(bool rivals) {
        std::vector<Contender> all = contenders();
        if (!rivals) {
            all.resize(3);
        }
        for (int round = 0; round < rounds; ++round) {
            for (Contender& one : all) {
                const bool hopeless = !one.times.empty() && (!one.times[0].done || one.times[0].seconds > 20);
                if (!hopeless) {
                    one.times.push_back(one.run());
                }
            }
        }
        print(all);
        judge(all);
        return best(all.at(1).times).seconds;
    }
    [[nodiscard]] bool meetsItsBars() const noexcept {
        return meetsItsBars_;
    }

private:
    std::vector<Contender> contenders() {
        const auto ours = [this](const char* readers, const char* shares) {
            return [this, readers, shares] {
                return timed({self_, "--link", name_, folder_, output_, readers, shares}, output_);
            };
        };
        const auto words = [this](std::vector<std::string> before, std::vector<std::string> after = {}) {
            std::vector<std::string> line = std::move(before);
            for (const auto& file : set_.files()) {
                line.push_back(file.path);
            }
            line.insert(line.end(), after.begin(), after.end());
            return line;
        };
        const auto theirs = [this](std::vector<std::string> line, bool toOutput = false) {
            return [this, line = std::move(line), toOutput] { return timed(line, output_, toOutput); };
        };
        const std::string list = folder_ + "/peer.list";
        std::ofstream paths(list);
        for (const auto& file : set_.files()) {
            paths << file.path << '\n';
        }
        const std::string script = ENGROSS_SOURCE_DIR "/tests/bench/linker/peer_bundler.py";
        const auto waiting = [this] {
            return engross::bench::timedWhenWaiting({self_, "--waiting", name_, folder_, output_, "2", "yes"}, output_);
        };
        return {{"cat, flushed to disk", theirs(words({"cat"}), true)},
                {"**linker**", ours("2", "yes")},
                {"**linker**, in a worker that waits for work", waiting},
                {"linker, one thread", ours("0", "yes")},
                {"linker, equal objects kept apart", ours("2", "no")},
                {"qpdf --empty --pages", theirs(words({"qpdf", "--empty", "--pages"}, {"--", output_})), 5},
                {"mutool merge", theirs(words({"mutool", "merge", "-o", output_})), 5},
                {"pdfunite", theirs(words({"pdfunite"}, {output_})), 5},
                {"pdftk cat", theirs(words({"pdftk"}, {"cat", "output", output_})), 5},
                {"pikepdf + ReportLab bundler", theirs({"/usr/bin/python3", script, list, output_}), 40}};
    }

    void print(const std::vector<Contender>& all) const {
        double input = 0;
        for (const auto& file : set_.files()) {
            input += static_cast<double>(std::filesystem::file_size(file.path)) / 1e6;
        }
        std::printf("\n%s: %zu files, %zu pages, %.1f MB; best of %d\n\n", name_.c_str(), set_.files().size(),
                    set_.pages(), input, rounds);
        std::printf(
            "| | seconds | × cat | × linker | processor | peak MB | result MB |\n|---|---|---|---|---|---|---|\n");
        const double floor = best(all.at(0).times).seconds;
        const double own = best(all.at(1).times).seconds;
        for (const Contender& one : all) {
            const Timing time = best(one.times);
            if (time.done) {
                std::printf("| %s | %.3f | %.2f | %.1f | %.3f | %.0f | %.2f |\n", one.name.c_str(), time.seconds,
                            time.seconds / floor, time.seconds / own, time.processor, time.megabytes, time.written);
            } else {
                std::printf("| %s | not done | | | | | |\n", one.name.c_str());
            }
            std::fflush(stdout);
        }
    }

    /// Bars are for the plain text of 10,000 pages and for pictures; office pages are more work and have none.
    void judge(const std::vector<Contender>& all) {
        const bool text = name_ == "text-10000";
        const bool pictures = name_.rfind("scans", 0) == 0 || name_.rfind("photos", 0) == 0;
        const double floor = best(all.at(0).times).seconds;
        if (text || pictures) {
            const double most = text ? mostOfText : mostOfPictures;
            const double times = best(all.at(text ? 2 : 1).times).seconds / floor;
            say(times <= most, "linker against cat", times, most);
        }
        for (const Contender& one : all) {
            const Timing time = best(one.times);
            if (text && one.slower > 0 && time.done) {
                const double times = time.seconds / best(all.at(1).times).seconds;
                say(times >= one.slower, one.name + " against the linker", times, one.slower);
            }
        }
    }

    void say(bool met, const std::string& what, double times, double bar) {
        std::printf("bar %s: %s %.2f x, to be %.1f x\n", met ? "met" : "MISSED", what.c_str(), times, bar);
        meetsItsBars_ = meetsItsBars_ && met;
    }

    std::string self_;
    std::string folder_;
    std::string name_;
    LinkSet set_;
    std::string output_;
    bool meetsItsBars_ = true;
};

/// What this process holds in memory would count as that of the programs it starts.
void inChild(const std::function<void()>& work) {
    std::fflush(stdout);
    if (const pid_t child = ::fork(); child == 0) {
        work();
        std::fflush(stdout);
        ::_exit(0);
    } else if (child > 0) {
        ::waitpid(child, nullptr, 0);
    }
}

int measure(const std::string& self, std::vector<std::string> sets) {
    const char* given = std::getenv("ENGROSS_BENCH_FOLDER");
    const std::string folder =
        given != nullptr ? given : (std::filesystem::temp_directory_path() / "engross-bench").string();
    std::filesystem::create_directories(folder);
    const bool all = sets.empty();
    if (all) {
        sets = {"text-1000", "text-2000", "text-5000", "text-10000", "office-10000"};
        if (std::getenv("ENGROSS_SOAK") != nullptr) {
            sets.insert(sets.end(), {"scans-500", "photos-300", "mixed-2000"});
        }
    }
    std::vector<std::pair<double, double>> growth;  // pages, seconds
    bool meetsAllBars = true;
    for (const auto& set : sets) {
        // In a process of its own: what this one holds in memory would count as that of the programs it starts.
        if (!timed({self, "--make", set, folder}, folder + "/made", true, 1200).done) {
            throw std::runtime_error("the set " + set + " could not be made");
        }
        // The sets between the least and the largest show that time grows with pages: the others need not be there.
        const bool between = all && (set == "text-2000" || set == "text-5000");
        Measurement measurement(self, folder, set);
        const double seconds = measurement.run(!between);
        meetsAllBars = meetsAllBars && measurement.meetsItsBars();
        if (set.rfind("text-", 0) == 0) {
            growth.emplace_back(static_cast<double>(LinkSet(set, folder).pages()), seconds);
        }
        if (set == "text-10000") {
            inChild([&] { engross::bench::measureRebuilds(self, set, folder, seconds); });
        }
        if (given == nullptr) {
            std::filesystem::remove_all(folder);
            std::filesystem::create_directories(folder);
        }
    }
    engross::bench::printFit(growth);
    return meetsAllBars ? 0 : 1;
}

int run(const std::vector<std::string>& words) {
    if (words.size() == 4 && words.at(1) == "--make") {
        LinkSet::make(words.at(2), words.at(3));
        std::puts("made");
        return 0;
    }
    if ((words.size() == 7 || words.size() == 8) && (words.at(1) == "--link" || words.at(1) == "--waiting")) {
        return link(words.at(2), words.at(3), words.at(4), static_cast<unsigned>(std::stoul(words.at(5))),
                    words.at(6) == "yes", words.size() == 8 ? words.at(7) : std::string(), words.at(1) == "--waiting");
    }
    if (words.size() < 2) {
        std::fputs("usage: linker_bench PROGRAM [SET...]\n", stderr);
        return 2;
    }
    return measure(words.front(), {words.begin() + 2, words.end()});
}

}  // namespace

int main(int count, char** words) {
    try {
        return run({words, words + count});
    } catch (const std::exception& error) {
        std::fprintf(stderr, "linker_bench: %s\n", error.what());
        return 3;
    }
}
