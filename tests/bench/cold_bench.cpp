// `engross make` as a cold process beside an empty process linked to the same libraries: this program itself, which
// does nothing when it is called with --empty. Usage: cold_bench PROGRAM
#include "command/commands.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

extern char** environ;

namespace {

constexpr int kRuns = 20;

struct Time {
    double elapsed = 0;    // milliseconds, of the median run
    double processor = 0;  // user and system
};

double milliseconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

Time once(const std::vector<std::string>& line) {
    std::vector<std::string> words = line;
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (auto& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    const auto start = std::chrono::steady_clock::now();
    pid_t pid = 0;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    const int started = ::posix_spawn(&pid, words.front().c_str(), &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (started != 0) {
        std::fprintf(stderr, "cold_bench: %s does not start\n", words.front().c_str());
        std::exit(3);
    }
    int status = 0;
    rusage used{};
    ::wait4(pid, &status, 0, &used);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        std::fprintf(stderr, "cold_bench: %s failed\n", words.front().c_str());
        std::exit(3);
    }
    const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - start;
    return {elapsed.count(), milliseconds(used.ru_utime) + milliseconds(used.ru_stime)};
}

Time median(const std::vector<std::string>& line) {
    (void)once(line);
    std::vector<Time> times;
    times.reserve(kRuns);
    for (int run = 0; run < kRuns; ++run) {
        times.push_back(once(line));
    }
    Time result;
    std::sort(times.begin(), times.end(), [](const Time& a, const Time& b) { return a.elapsed < b.elapsed; });
    result.elapsed = times.at(kRuns / 2).elapsed;
    std::sort(times.begin(), times.end(), [](const Time& a, const Time& b) { return a.processor < b.processor; });
    result.processor = times.at(kRuns / 2).processor;
    return result;
}

void print(const char* name, const Time& time, const Time& floor) {
    std::printf("| %s | %.1f | %.1f | %.2f |\n", name, time.elapsed, time.processor, time.processor / floor.processor);
}

}  // namespace

int main(int count, char** words) {
    if (count == 2 && std::string(words[1]) == "--empty") {
        return 0;
    }
    // Naming both links this program to the same libraries as the whole.
    if (count != 2 || engross::makeCommand().run == nullptr || engross::serveCommand().run == nullptr) {
        std::fputs("usage: cold_bench PROGRAM\n", stderr);
        return 2;
    }
    const std::string samples = std::string(ENGROSS_SOURCE_DIR) + "/samples/requests/";
    const std::string output = "/tmp/engross-cold-bench.pdf";
    const auto make = [&](const char* type) {
        return median({words[1], "make", "--request", samples + type + ".json", "-o", output});
    };
    const Time floor = median({words[0], "--empty"});
    std::printf("| cold process, median of %d | ms | CPU ms | times the empty one |\n|---|---:|---:|---:|\n", kRuns);
    print("empty, linked to the same libraries", floor, floor);
    print("`engross --version`", median({words[1], "--version"}), floor);
    print("`engross make`, a letter", make("access_appointment"), floor);
    print("`engross make`, a letter whose ink is looked at for Notify", make("missed_appointment"), floor);
    print("`engross make`, a notice of 9 pages", make("improvement_notice"), floor);
    ::unlink(output.c_str());
    return 0;
}
