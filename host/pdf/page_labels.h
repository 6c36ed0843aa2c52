#pragma once
#include <map>
#include <string>
#include <vector>

class QPDFObjectHandle;

namespace engross {

/// The entries of a number tree, found without recursion and never more than a hundred thousand.
[[nodiscard]] std::map<long long, QPDFObjectHandle> numbersOf(const QPDFObjectHandle& tree);

/// What a reader shows as the label of each of `pages` pages under a /PageLabels tree (ISO 32000-1 12.4.2).
[[nodiscard]] std::vector<std::string> labelsFrom(const QPDFObjectHandle& tree, std::size_t pages);

}  // namespace engross
