#pragma once
#include "bundle/plan.h"

#include <string>
#include <vector>

namespace engross {

/// How the printed numbers of a file run, whoever made it.
struct PageRun {
    std::size_t first = 0;               // the number of the first page; above 1 in a later volume, 0 where it has none
    std::vector<std::size_t> outOfTurn;  // physical pages whose number is not the one that follows
    std::vector<std::size_t> suffixed;   // physical pages such as 45A, which follow 45 by choice (checklist 36)
    bool operator==(const PageRun&) const = default;
};

/// Reads labels by a scheme: `OneRun` as 1, 2, 3 … with one letter and a space before them or none ("A 1"); `Sections`
/// as i, ii, iii … and then A1, A2 … B1 …, sections in order, each from 1.
[[nodiscard]] PageRun runOf(const std::vector<std::string>& labels, PageNumbering scheme);

/// "1–3, 7": printed numbers of the pages (physical, from 1, in order), runs of neighbours as a person says them.
[[nodiscard]] std::string spokenPages(const std::vector<std::size_t>& pages, const std::vector<std::string>& labels);

}  // namespace engross
