#pragma once
#include "pdf/linker.h"
#include "store/test_folder.h"

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace engross {

/// Sources as chance has them, the same for the same seed: files written object by object with shared, nested and odd
/// parts, and files that Engross drew, joined as ours or as foreign. Every page shows a word of its own.
class RandomSources {
public:
    explicit RandomSources(unsigned seed);

    /// A plan of them all, with labels, bookmarks and targets.
    LinkPlan plan;
    /// The word of each page, in order.
    std::vector<std::string> words;

private:
    std::size_t below(std::size_t limit);
    std::string nextWord();
    std::string rawFile();
    std::string drawnFile(bool ours);
    void add(const std::string& bytes, bool ours);

    TestFolder folder_;
    std::mt19937 random_;
    std::size_t files_ = 0;
    std::size_t wordsMade_ = 0;
};

}  // namespace engross
