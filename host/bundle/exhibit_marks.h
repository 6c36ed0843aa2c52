#pragma once
#include "bundle/plan.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// The marks of a bundle's exhibits, as references to them are found in words.
class ExhibitMarks {
public:
    /// Of every document of the plan that has one.
    explicit ExhibitMarks(const BundlePlan& plan);

    /// A reference in a text: bytes from `at` on, `length` of them, that read as a mark.
    struct Found {
        std::size_t at = 0;
        std::size_t length = 0;
        std::string mark;
        bool known = false;  // the bundle has it; else it has other exhibits with the same letters
    };
    /// All of them, in order. "AB/3" is one; it is none in "AB/31", "XAB/3" or "AB/3/2026".
    [[nodiscard]] std::vector<Found> in(std::string_view text) const;
    [[nodiscard]] bool empty() const noexcept;
    [[nodiscard]] bool knows(const std::string& mark) const;
    /// What stands before the numbers: "AB/", "AB".
    [[nodiscard]] const std::set<std::string>& letters() const noexcept;

private:
    std::set<std::string> marks_;
    std::set<std::string> letters_;  // what stands before the number: "AB/"
};

}  // namespace engross
