#include "work/limits.h"

#include "work/work_error.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>

namespace engross {
namespace {

void limitTo(__rlimit_resource_t resource, rlim_t most, const char* name) {
    rlimit limit{};
    const bool known = getrlimit(resource, &limit) == 0;
    if (known && limit.rlim_max != RLIM_INFINITY && limit.rlim_max <= most) {
        return;
    }
    limit = {most, most};
    if (!known || setrlimit(resource, &limit) != 0) {
        throw WorkError("worker-limits", name, std::strerror(errno));
    }
}

}  // namespace

bool memoryLimitsHold() noexcept {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return false;
#else
    return true;
#endif
}

int slownessOfBuild() noexcept {
    return memoryLimitsHold() ? 1 : 10;
}

void confine(const Limits& limits) {
    limitTo(RLIMIT_CORE, 0, "core files");
    if (limits.memoryBytes > 0 && memoryLimitsHold()) {
        limitTo(RLIMIT_AS, limits.memoryBytes, "memory");
    }
    if (limits.fileBytes > 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        limitTo(RLIMIT_FSIZE, limits.fileBytes, "file size");
    }
}

void allowMemory(std::uint64_t bytes) {
    rlimit limit{};
    if (!memoryLimitsHold()) {
        return;
    }
    const bool known = getrlimit(RLIMIT_AS, &limit) == 0;
    limit.rlim_cur = limit.rlim_max == RLIM_INFINITY ? bytes : std::min<rlim_t>(bytes, limit.rlim_max);
    if (!known || setrlimit(RLIMIT_AS, &limit) != 0) {
        throw WorkError("worker-limits", "memory", std::strerror(errno));
    }
}

void allowProcessorTime(std::chrono::seconds allowance) {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto soFar = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
    rlimit limit{};
    getrlimit(RLIMIT_CPU, &limit);
    limit.rlim_cur = soFar + 1 + static_cast<rlim_t>(allowance.count() * slownessOfBuild());
    if (setrlimit(RLIMIT_CPU, &limit) != 0) {
        throw WorkError("worker-limits", "processor time", std::strerror(errno));
    }
}

void dieWithParent(int parent) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) {
        std::_Exit(EXIT_FAILURE);
    }
}

}  // namespace engross
