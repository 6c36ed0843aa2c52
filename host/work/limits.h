#pragma once
#include <chrono>
#include <cstdint>

namespace engross {

/// What a worker process may use. Nought means no limit.
struct Limits {
    std::uint64_t memoryBytes = 0;  // RLIMIT_AS
    std::uint64_t fileBytes = 0;    // RLIMIT_FSIZE: a longer write fails, it does not kill
    bool operator==(const Limits&) const = default;
};

/// Whether this build can live under a memory limit: a sanitizer's shadow memory cannot.
[[nodiscard]] bool memoryLimitsHold() noexcept;

/// How many times longer work takes in this build than in a release: a sanitizer looks at every access.
[[nodiscard]] int slownessOfBuild() noexcept;

/// Limits the calling process for good: memory, file size, no core file. Throws WorkError.
void confine(const Limits& limits);

/// Lets the calling process use this much memory from now on, as far as what confined it allows.
void allowMemory(std::uint64_t bytes);

/// Lets the calling process use this much more processor time of a release build from now on; the kernel then ends it
/// (SIGXCPU).
void allowProcessorTime(std::chrono::seconds allowance);

/// The calling process is killed when the thread that started it ends. Ends the process where `parent` is gone already.
void dieWithParent(int parent);

}  // namespace engross
