#include "work/worker_process.h"

#include "work/work_error.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstring>
#include <memory>
#include <thread>

extern char** environ;

namespace engross {
namespace {

using namespace std::chrono_literals;

struct SpawnSetup {
    posix_spawn_file_actions_t actions{};
    posix_spawnattr_t attributes{};
    SpawnSetup() {
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
    }
    ~SpawnSetup() {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }
    SpawnSetup(const SpawnSetup&) = delete;
    SpawnSetup& operator=(const SpawnSetup&) = delete;
};

void prepare(SpawnSetup& setup, int pipeEnd, WorkerProcess::Group group) {
    posix_spawn_file_actions_addopen(&setup.actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&setup.actions, STDERR_FILENO, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&setup.actions, pipeEnd, WorkerProcess::kDescriptor);
    posix_spawn_file_actions_addclosefrom_np(&setup.actions, WorkerProcess::kDescriptor + 1);
    sigset_t none;
    sigemptyset(&none);
    sigset_t usual;
    sigfillset(&usual);
    posix_spawnattr_setsigmask(&setup.attributes, &none);
    posix_spawnattr_setsigdefault(&setup.attributes, &usual);
    short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
    if (group == WorkerProcess::Group::Own) {
        posix_spawnattr_setpgroup(&setup.attributes, 0);
        flags |= POSIX_SPAWN_SETPGROUP;
    }
    posix_spawnattr_setflags(&setup.attributes, flags);
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (auto& text : texts) {
        result.push_back(text.data());
    }
    result.push_back(nullptr);
    return result;
}

std::vector<std::string> childEnvironment() {
    std::vector<std::string> result;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        if (std::strncmp(*entry, "ENGROSS_PARENT=", 15) != 0) {
            result.emplace_back(*entry);
        }
    }
    result.push_back("ENGROSS_PARENT=" + std::to_string(::getpid()));
    return result;
}

}  // namespace

std::string WorkerEnding::describe() const {
    if (signal != 0) {
        return "killed by signal " + std::to_string(signal) + " (" + ::strsignal(signal) + ")";
    }
    return "ended with status " + std::to_string(exitStatus);
}

WorkerProcess::WorkerProcess(const std::vector<std::string>& command, Group group) : group_(group) {
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        throw WorkError("worker-start", command.at(0), std::strerror(errno), Error::Retry::Yes);
    }
    pipe_.emplace(ends[0]);
    const MessagePipe childEnd{ends[1]};
    // Descriptor 3 of the child must not be closed again by the dup2 of itself.
    const int lifted = ::fcntl(ends[1], F_DUPFD_CLOEXEC, kDescriptor + 1);
    const MessagePipe liftedEnd{lifted};
    SpawnSetup setup;
    prepare(setup, lifted, group);
    auto words = command;
    auto variables = childEnvironment();
    const int fault = ::posix_spawn(&pid_, command.at(0).c_str(), &setup.actions, &setup.attributes,
                                    pointers(words).data(), pointers(variables).data());
    if (lifted < 0 || fault != 0) {
        pid_ = 0;
        throw WorkError("worker-start", command.at(0), std::strerror(fault), Error::Retry::Yes);
    }
}

WorkerProcess::~WorkerProcess() {
    kill();
}

MessagePipe& WorkerProcess::pipe() noexcept {
    return *pipe_;
}

pid_t WorkerProcess::pid() const noexcept {
    return pid_;
}

WorkerEnding WorkerProcess::kill() {
    if (!ending_ && pid_ > 0) {
        siginfo_t state{};
        const bool ended =
            ::waitid(P_PID, static_cast<id_t>(pid_), &state, WEXITED | WNOHANG | WNOWAIT) == 0 && state.si_pid == pid_;
        ending_ = reap(!ended);
    }
    return ending_.value_or(WorkerEnding{});
}

WorkerEnding WorkerProcess::collect() {
    for (int turn = 0; turn < 200 && !ending_; ++turn) {
        siginfo_t state{};
        if (::waitid(P_PID, static_cast<id_t>(pid_), &state, WEXITED | WNOHANG | WNOWAIT) != 0 ||
            state.si_pid == pid_) {
            ending_ = reap(false);
            break;
        }
        std::this_thread::sleep_for(5ms);
    }
    return kill();
}

WorkerEnding WorkerProcess::reap(bool byUs) {
    // The group goes first: until its leader is reaped the group's number cannot be anybody else's.
    if (group_ == Group::Own) {
        ::kill(-pid_, SIGKILL);
    }
    ::kill(pid_, SIGKILL);
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    return {.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0,
            .exitStatus = WIFEXITED(status) ? WEXITSTATUS(status) : 0,
            .byUs = byUs};
}

std::string ownProgram() {
    std::array<char, PATH_MAX> path{};
    const auto length = ::readlink("/proc/self/exe", path.data(), path.size() - 1);
    if (length <= 0) {
        throw WorkError("worker-start", "/proc/self/exe", std::strerror(errno));
    }
    return {path.data(), static_cast<std::size_t>(length)};
}

}  // namespace engross
