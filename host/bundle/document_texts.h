#pragma once
#include "pdf/page_words.h"

#include <array>
#include <cstdint>
#include <deque>
#include <set>
#include <string>
#include <vector>

namespace engross {

/// How much of a text can be read.
struct TextQuality {
    std::size_t characters = 0;
    std::size_t senseless = 0;  // replacement, control and private-use characters
};
[[nodiscard]] TextQuality qualityOf(const std::vector<PlacedWord>& words);

/// What tells two texts apart without keeping either: the smallest hashes of its runs of five words.
class WordSketch {
public:
    void add(const std::vector<PlacedWord>& words);
    [[nodiscard]] std::size_t words() const noexcept;
    /// The share of runs that both have, about: 0 to 1.
    [[nodiscard]] double likeness(const WordSketch& other) const;
    /// What it keeps, in order: texts that share none of the first few are not alike.
    [[nodiscard]] const std::set<std::uint64_t>& smallest() const noexcept;

private:
    std::size_t words_ = 0;
    std::deque<std::string> run_;
    std::set<std::uint64_t> smallest_;
};

/// Which language a text is in, by its commonest words and its letters.
class LanguageVotes {
public:
    void add(const std::vector<PlacedWord>& words);
    /// "pl", "ar" … where it is clearly neither English nor Welsh; empty otherwise.
    [[nodiscard]] std::string foreign() const;

private:
    std::array<std::size_t, 9> votes_{};
    std::array<std::size_t, 6> scripts_{};
    std::size_t words_ = 0;
    std::size_t letters_ = 0;
};

}  // namespace engross
