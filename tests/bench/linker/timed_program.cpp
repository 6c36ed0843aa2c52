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

}  // namespace

Timing timed(const std::vector<std::string>& line, const std::string& output, bool toOutput, double patience) {
    ::unlink(output.c_str());
    ::sync();
    std::vector<std::string> words = line;
    std::vector<char*> pointers;
    for (auto& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, toOutput ? output.c_str() : "/dev/null",
                                     O_WRONLY | O_CREAT | O_TRUNC, 0644);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    const auto start = Clock::now();
    pid_t child = 0;
    const int refused = ::posix_spawnp(&child, words.front().c_str(), &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    Timing timing;
    if (refused != 0) {
        return timing;
    }
    rusage used{};
    const auto deadline = start + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(patience));
    const int status = statusOf(child, deadline, used);
    timing.done = WIFEXITED(status) && WEXITSTATUS(status) == 0 && onDisk(output, timing.written);
    timing.seconds = std::chrono::duration<double>(Clock::now() - start).count();
    timing.processor = secondsOf(used.ru_utime) + secondsOf(used.ru_stime);
    timing.megabytes = static_cast<double>(used.ru_maxrss) * 1024 / 1e6;
    return timing;
}

}  // namespace engross::bench
