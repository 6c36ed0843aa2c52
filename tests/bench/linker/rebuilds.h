#pragma once
#include <string>
#include <utility>
#include <vector>

namespace engross::bench {

/// Where the stored digest of a set's file stands in a folder of digests.
[[nodiscard]] std::string digestOf(const std::string& file, const std::string& digests);

/// Measures the set again with stored digests of every file, then of all but one, and how long the digest of one file
/// of a hundred pages takes in a process that is warm; prints them beside a cold build of `cold` seconds.
void measureRebuilds(const std::string& self, const std::string& set, const std::string& folder, double cold);

/// Prints the straight line through the points (pages, seconds), and how far they lie off it.
void printFit(const std::vector<std::pair<double, double>>& points);

}  // namespace engross::bench
