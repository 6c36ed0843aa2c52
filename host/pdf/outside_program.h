#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// What a program that is not ours may use. It reads files that strangers made.
struct ProgramLimits {
    std::chrono::seconds patience{60};
    std::chrono::seconds processorTime{40};
    std::size_t memoryBytes = std::size_t{768} << 20U;
};

/// A file that a child can read as its standard input: one on the disk, or bytes that are held in memory.
class ProgramInput {
public:
    /// Throws PdfError ("pdf-tool") where it cannot be opened.
    [[nodiscard]] static ProgramInput file(const std::string& path);
    [[nodiscard]] static ProgramInput bytes(std::string_view bytes);
    ~ProgramInput();
    ProgramInput(ProgramInput&& other) noexcept;
    ProgramInput(const ProgramInput&) = delete;
    ProgramInput& operator=(const ProgramInput&) = delete;
    ProgramInput& operator=(ProgramInput&&) = delete;

    [[nodiscard]] int descriptor() const noexcept;

private:
    explicit ProgramInput(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

/// Runs `command` (an absolute path and its arguments) in a process of its own, with the input as its standard input,
/// which it may also open as /dev/stdin, and gives its standard output to `sink`, piece by piece. False where the
/// program failed, was too slow or wanted too much. Throws PdfError ("pdf-tool") where it cannot be started.
[[nodiscard]] bool runProgram(const std::vector<std::string>& command, const ProgramInput& input,
                              const ProgramLimits& limits, const std::function<void(std::string_view)>& sink);

}  // namespace engross
