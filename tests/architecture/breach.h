#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace engross::architecture {

/// One place where the tree does not keep its own rules.
struct Breach {
    std::string file;      // relative to the root of the tree
    std::size_t line = 0;  // 1-based; 0 where the whole file is meant
    std::string what;
    bool operator==(const Breach&) const = default;
};

/// "host/letter/a.cpp:12: letter may not include pdf/linker.h", one a line.
[[nodiscard]] std::string listed(const std::vector<Breach>& breaches);

}  // namespace engross::architecture
