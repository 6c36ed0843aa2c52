#pragma once
#include <cstddef>
#include <optional>

namespace engross {

/// Where a source's own link or bookmark leads: a page of the same source, and a place on it in page space.
struct SourcePlace {
    std::size_t page = 0;
    std::optional<double> left;
    std::optional<double> top;
    bool operator==(const SourcePlace&) const = default;
};

}  // namespace engross
