#pragma once
#include <array>
#include <cstddef>
#include <memory>
#include <vector>

namespace engross {

/// Memory of one Lua state, given back as a whole: a state is thrown away with its job. Small blocks come from chunks
/// and return to lists by size; large ones are the system's. One thread at a time.
class Arena {
public:
    Arena() = default;
    ~Arena();
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;

    /// As realloc, with the size that the block has; nullptr where the system has no more. A size of nought frees.
    [[nodiscard]] void* resize(void* block, std::size_t oldSize, std::size_t newSize) noexcept;

private:
    static constexpr std::size_t step = 16;
    static constexpr std::size_t largest = 512;
    static constexpr std::size_t chunkSize = std::size_t{64} << 10U;

    struct Free {
        Free* next;
    };
    struct Large {
        Large* previous;
        Large* next;
    };
    [[nodiscard]] void* take(std::size_t size) noexcept;
    void give(void* block, std::size_t size) noexcept;
    [[nodiscard]] void* takeLarge(std::size_t size) noexcept;
    [[nodiscard]] void* resizeLarge(void* block, std::size_t newSize) noexcept;
    void giveLarge(void* block) noexcept;

    std::array<Free*, largest / step + 1> free_{};
    std::vector<std::unique_ptr<std::byte[]>> chunks_;
    std::size_t left_ = 0;
    Large* large_ = nullptr;
};

}  // namespace engross
