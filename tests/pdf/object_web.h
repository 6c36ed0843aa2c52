#pragma once
#include <string>
#include <vector>

class QPDF;

namespace engross {

/// What is wrong with how a file's objects hang together: references to objects that are not there, and objects that
/// nothing refers to. Empty for a file that is whole and holds nothing beside itself.
[[nodiscard]] std::vector<std::string> looseEnds(QPDF& pdf);

}  // namespace engross
