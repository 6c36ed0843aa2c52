#include "pdf/child.h"

#include "model/error.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <fstream>
#include <new>
#include <stdexcept>

namespace engross {

namespace {

void limit(std::size_t megabytes, unsigned seconds) {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    std::size_t pages = 0;
    std::ifstream("/proc/self/statm") >> pages;
    const std::size_t bytes = pages * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)) + (megabytes << 20U);
    const rlimit space{bytes, bytes};
    ::setrlimit(RLIMIT_AS, &space);
#else
    (void)megabytes;
#endif
    const rlimit time{seconds, seconds};
    ::setrlimit(RLIMIT_CPU, &time);
    const rlimit core{0, 0};
    ::setrlimit(RLIMIT_CORE, &core);
}

[[noreturn]] void runAndSay(const std::function<std::string()>& work, int pipe) {
    std::string said;
    try {
        said = work();
    } catch (const Error& error) {
        said = error.code();
    } catch (const std::bad_alloc&) {
        said = "bad_alloc";
    } catch (const std::exception& error) {
        said = error.what();
    }
    const bool whole = ::write(pipe, said.data(), said.size()) == static_cast<ssize_t>(said.size());
    ::_exit(whole ? 0 : 1);
}

}  // namespace

ChildResult inChild(const std::function<std::string()>& work, std::size_t megabytes, unsigned seconds) {
    int ends[2];
    if (::pipe(ends) != 0) {
        throw std::runtime_error("no pipe");
    }
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        limit(megabytes, seconds);
        runAndSay(work, ends[1]);
    }
    ::close(ends[1]);
    ChildResult result;
    char part[512];
    for (ssize_t length = 1; length > 0;) {
        length = ::read(ends[0], part, sizeof part);
        result.said.append(part, length > 0 ? static_cast<std::size_t>(length) : 0);
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    result.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    return result;
}

}  // namespace engross
