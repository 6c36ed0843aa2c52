#include "pdf/outside_program.h"

#include "pdf/pdf_error.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

namespace engross {
namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void failed(const std::string& subject, int fault) {
    throw PdfError("pdf-tool", subject, std::string("cannot be started or fed: ") + std::strerror(fault),
                   Error::Retry::Yes);
}

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        close();
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void close() {
        if (number_ >= 0) {
            ::close(std::exchange(number_, -1));
        }
    }
    [[nodiscard]] int number() const noexcept {
        return number_;
    }

private:
    int number_;
};

struct Setup {
    posix_spawn_file_actions_t actions{};
    posix_spawnattr_t attributes{};
    Setup() {
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
    }
    ~Setup() {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }
    Setup(const Setup&) = delete;
    Setup& operator=(const Setup&) = delete;
};

/// A child in a process group of its own, which does not outlive this object.
class Child {
public:
    Child(const std::vector<std::string>& command, int input, int output) {
        Setup setup;
        posix_spawn_file_actions_adddup2(&setup.actions, input, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&setup.actions, output, STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&setup.actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addclosefrom_np(&setup.actions, STDERR_FILENO + 1);
        sigset_t none;
        sigemptyset(&none);
        sigset_t usual;
        sigfillset(&usual);
        posix_spawnattr_setsigmask(&setup.attributes, &none);
        posix_spawnattr_setsigdefault(&setup.attributes, &usual);
        posix_spawnattr_setpgroup(&setup.attributes, 0);
        posix_spawnattr_setflags(&setup.attributes,
                                 POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
        std::vector<std::string> words = command;
        std::vector<char*> arguments;
        arguments.reserve(words.size() + 1);
        for (std::string& word : words) {
            arguments.push_back(word.data());
        }
        arguments.push_back(nullptr);
        std::array<std::string, 2> settings{"LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin"};
        const std::array<char*, 3> environment{settings[0].data(), settings[1].data(), nullptr};
        const int fault = ::posix_spawn(&pid_, command.at(0).c_str(), &setup.actions, &setup.attributes,
                                        arguments.data(), environment.data());
        if (fault != 0) {
            throw PdfError("pdf-tool", command.at(0),
                           std::string(std::strerror(fault)) + "; install the package poppler-utils");
        }
    }
    ~Child() {
        (void)end();
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    // The child has begun when its limits are set; they hold for all that it does from then on.
    void confine(const ProgramLimits& limits) const {
        const auto set = [this](__rlimit_resource resource, rlim_t most) {
            const rlimit limit{most, most};
            ::prlimit(pid_, resource, &limit, nullptr);
        };
        set(RLIMIT_AS, limits.memoryBytes);
        set(RLIMIT_CPU, static_cast<rlim_t>(limits.processorTime.count()));
        set(RLIMIT_FSIZE, 0);
        set(RLIMIT_CORE, 0);
    }

    /// Whether it ended well by itself within the time; what still runs is killed.
    [[nodiscard]] bool endedWell(Clock::time_point end) {
        siginfo_t state{};
        while (::waitid(P_PID, static_cast<id_t>(pid_), &state, WEXITED | WNOHANG | WNOWAIT) == 0 &&
               state.si_pid != pid_ && Clock::now() < end) {
            ::usleep(500);
        }
        const bool byItself = state.si_pid == pid_;
        const int status = this->end();
        return byItself && WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

private:
    int end() {
        if (pid_ <= 0) {
            return 0;
        }
        // The group first: until its leader is reaped, nobody else can have its number.
        ::kill(-pid_, SIGKILL);
        int status = 0;
        while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
        }
        pid_ = 0;
        return status;
    }

    pid_t pid_ = 0;
};

/// False where the time ran out.
bool readAll(int pipe, Clock::time_point end, const std::function<void(std::string_view)>& sink) {
    std::array<char, 64U << 10U> piece{};
    while (true) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
        pollfd waiting{pipe, POLLIN, 0};
        const int ready = left > 0 ? ::poll(&waiting, 1, static_cast<int>(left)) : 0;
        if (ready == 0) {
            return false;
        }
        const ssize_t length = ready < 0 ? -1 : ::read(pipe, piece.data(), piece.size());
        if (length == 0) {
            return true;
        }
        if (length > 0) {
            sink({piece.data(), static_cast<std::size_t>(length)});
        } else if (errno != EINTR) {
            return false;
        }
    }
}

}  // namespace

ProgramInput ProgramInput::file(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        failed("input", errno);
    }
    return ProgramInput(descriptor);
}

ProgramInput ProgramInput::bytes(std::string_view bytes) {
    ProgramInput input(::memfd_create("document", MFD_CLOEXEC));
    if (input.descriptor_ < 0) {
        failed("input", errno);
    }
    while (!bytes.empty()) {
        const ssize_t written = ::write(input.descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            failed("input", errno);
        }
        bytes.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
    return input;
}

ProgramInput::~ProgramInput() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

ProgramInput::ProgramInput(ProgramInput&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

int ProgramInput::descriptor() const noexcept {
    return descriptor_;
}

bool runProgram(const std::vector<std::string>& command, const ProgramInput& input, const ProgramLimits& limits,
                const std::function<void(std::string_view)>& sink) {
    const auto end = Clock::now() + limits.patience;
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
        failed(command.at(0), errno);
    }
    const Descriptor ours(ends[0]);
    Descriptor theirs(ends[1]);
    Child child(command, input.descriptor(), theirs.number());
    child.confine(limits);
    theirs.close();
    return readAll(ours.number(), end, sink) && child.endedWell(end);
}

}  // namespace engross
