#include "bench/linker/timed_program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <chrono>
#include <csignal>
#include <thread>

extern char** environ;

namespace engross::bench {

namespace {

using Clock = std::chrono::steady_clock;

double secondsOf(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

/// Waits for the child; ends it where it takes too long.
int statusOf(pid_t child, Clock::time_point deadline, rusage& used) {
    int status = 0;
    // The poll is short beside anything measured here, and sleeping costs the child nothing.
    while (::wait4(child, &status, WNOHANG, &used) == 0) {
        if (Clock::now() > deadline) {
            ::kill(child, SIGKILL);
            ::wait4(child, &status, 0, &used);
            break;
        }
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
    return status;
}

bool onDisk(const std::string& path, double& bytes) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status {};
    const bool kept = file >= 0 && ::fsync(file) == 0 && ::fstat(file, &status) == 0 && status.st_size > 0;
    if (file >= 0) {
        ::close(file);
    }
    bytes = static_cast<double>(status.st_size) / 1e6;
    return kept;
}

void start(const std::vector<std::string>& line, posix_spawn_file_actions_t& actions, pid_t& child) {
    std::vector<std::string> words = line;
    std::vector<char*> pointers;
    pointers.reserve(words.size() + 1);
    for (auto& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    if (::posix_spawnp(&child, words.front().c_str(), &actions, nullptr, pointers.data(), environ) != 0) {
        child = 0;
    }
    posix_spawn_file_actions_destroy(&actions);
}

void take(const rusage& used, Timing& timing) {
    timing.processor = secondsOf(used.ru_utime) + secondsOf(used.ru_stime);
    timing.megabytes = static_cast<double>(used.ru_maxrss) * 1024 / 1e6;
}

}  // namespace

Timing timed(const std::vector<std::string>& line, const std::string& output, bool toOutput, double patience) {
    ::unlink(output.c_str());
    ::sync();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, toOutput ? output.c_str() : "/dev/null",
                                     O_WRONLY | O_CREAT | O_TRUNC, 0644);
    const auto begun = Clock::now();
    pid_t child = 0;
    start(line, actions, child);
    Timing timing;
    if (child == 0) {
        return timing;
    }
    rusage used{};
    const auto deadline = begun + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(patience));
    const int status = statusOf(child, deadline, used);
    timing.done = WIFEXITED(status) && WEXITSTATUS(status) == 0 && onDisk(output, timing.written);
    timing.seconds = std::chrono::duration<double>(Clock::now() - begun).count();
    take(used, timing);
    return timing;
}

Timing timedWhenWaiting(const std::vector<std::string>& line, const std::string& output) {
    ::unlink(output.c_str());
    int orders[2];
    int answers[2];
    Timing timing;
    if (::pipe2(orders, O_CLOEXEC) != 0 || ::pipe2(answers, O_CLOEXEC) != 0) {
        return timing;
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, orders[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, answers[1], STDOUT_FILENO);
    pid_t child = 0;
    start(line, actions, child);
    ::close(orders[0]);
    ::close(answers[1]);
    char byte = 0;
    const bool waits = child != 0 && ::read(answers[0], &byte, 1) == 1;
    ::sync();
    const auto begun = Clock::now();
    const bool worked = waits && ::write(orders[1], &byte, 1) == 1 && ::read(answers[0], &byte, 1) == 1;
    timing.done = worked && onDisk(output, timing.written);
    timing.seconds = std::chrono::duration<double>(Clock::now() - begun).count();
    ::close(orders[1]);
    ::close(answers[0]);
    rusage used{};
    int status = 0;
    if (child != 0) {
        ::wait4(child, &status, 0, &used);
    }
    take(used, timing);
    return timing;
}

}  // namespace engross::bench
