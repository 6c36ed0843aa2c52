#pragma once
#include <string>
#include <vector>

namespace engross {

/// One line of two texts laid over each other.
struct LineChange {
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    std::string line;
    bool operator==(const LineChange&) const = default;
};

/// How one text becomes another with the fewest lines removed and added; what is removed stands before what is added.
/// Texts of more than 4,000 differing lines are answered as removed and added whole.
[[nodiscard]] std::vector<LineChange> changesBetween(const std::vector<std::string>& before,
                                                     const std::vector<std::string>& after);

}  // namespace engross
