#include "bundle/document_texts.h"

#include "model/utf8.h"
#include "words/text.h"

#include <algorithm>
#include <string_view>

namespace engross {
namespace {

constexpr std::size_t sketchSize = 256;
constexpr std::size_t runLength = 5;
constexpr std::size_t leastWords = 60;
constexpr std::size_t leastVotes = 12;

std::uint64_t hashOf(const std::deque<std::string>& run) {
    std::uint64_t hash = 0xcbf29ce484222325U;  // FNV-1a, then a finish that spreads it
    for (const std::string& word : run) {
        for (const char byte : word + " ") {
            hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
        }
    }
    hash ^= hash >> 33U;
    hash *= 0xff51afd7ed558ccdU;
    return hash ^ (hash >> 33U);
}

/// The letters and digits of a word, in small letters; what stands around them differs from scan to scan.
std::string plainWord(const std::string& word) {
    std::string plain;
    for (const char byte : lower(word, Language::English)) {
        const bool sign = static_cast<unsigned char>(byte) < 0x30 || (byte > '9' && byte < 'a');
        if (!sign) {
            plain += byte;
        }
    }
    return plain;
}

/// Words that stand in every text of their language and in few of the others.
struct CommonWords {
    std::string_view language;
    std::array<std::string_view, 10> words;
};
constexpr std::array<CommonWords, 9> languages{{
    {"en", {"the", "and", "of", "to", "is", "was", "that", "for", "with", "it"}},
    {"cy", {"yn", "y", "yr", "mae", "ac", "ar", "o'r", "i'r", "wedi", "ei"}},
    {"pl", {"nie", "się", "jest", "na", "że", "do", "z", "oraz", "przez", "dla"}},
    {"ro", {"și", "în", "de", "nu", "este", "pentru", "că", "cu", "din", "sau"}},
    {"fr", {"le", "les", "des", "est", "que", "dans", "une", "pour", "et", "du"}},
    {"es", {"el", "los", "que", "y", "una", "del", "por", "con", "las", "se"}},
    {"pt", {"não", "que", "uma", "os", "do", "da", "em", "com", "para", "é"}},
    {"it", {"il", "di", "che", "non", "della", "per", "sono", "gli", "è", "una"}},
    {"de", {"der", "die", "und", "das", "nicht", "ist", "den", "mit", "ein", "von"}},
}};

struct Script {
    std::string_view name;
    char32_t first;
    char32_t last;
};
constexpr std::array<Script, 6> scripts{{{"ar", 0x0600, 0x06FF},
                                         {"cyrl", 0x0400, 0x04FF},
                                         {"beng", 0x0980, 0x09FF},
                                         {"deva", 0x0900, 0x0A7F},
                                         {"han", 0x4E00, 0x9FFF},
                                         {"grek", 0x0370, 0x03FF}}};

template <typename See>
void forEachCharacter(const std::string& text, See see) {
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t code = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t i = 1; i < length && at + i < text.size(); ++i) {
            code = (code << 6U) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
        }
        see(code);
        at += length;
    }
}

}  // namespace

TextQuality qualityOf(const std::vector<PlacedWord>& words) {
    TextQuality quality;
    for (const PlacedWord& word : words) {
        forEachCharacter(word.text, [&quality](char32_t code) {
            ++quality.characters;
            const bool hidden =
                code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xFFFD || (code >= 0xE000 && code <= 0xF8FF);
            quality.senseless += hidden ? 1U : 0U;
        });
    }
    return quality;
}

void WordSketch::add(const std::vector<PlacedWord>& words) {
    for (const PlacedWord& word : words) {
        std::string plain = plainWord(word.text);
        if (plain.empty()) {
            continue;
        }
        ++words_;
        run_.push_back(std::move(plain));
        if (run_.size() > runLength) {
            run_.pop_front();
        }
        if (run_.size() < runLength) {
            continue;
        }
        smallest_.insert(hashOf(run_));
        if (smallest_.size() > sketchSize) {
            smallest_.erase(std::prev(smallest_.end()));
        }
    }
}

std::size_t WordSketch::words() const noexcept {
    return words_;
}

double WordSketch::likeness(const WordSketch& other) const {
    // The smallest hashes of the union are a fair sample of it (Broder 1997).
    auto one = smallest_.begin();
    auto two = other.smallest_.begin();
    std::size_t sample = 0;
    std::size_t both = 0;
    while (sample < sketchSize && (one != smallest_.end() || two != other.smallest_.end())) {
        ++sample;
        if (two == other.smallest_.end() || (one != smallest_.end() && *one < *two)) {
            ++one;
        } else if (one == smallest_.end() || *two < *one) {
            ++two;
        } else {
            ++both;
            ++one;
            ++two;
        }
    }
    return sample == 0 ? 0 : static_cast<double>(both) / static_cast<double>(sample);
}

const std::set<std::uint64_t>& WordSketch::smallest() const noexcept {
    return smallest_;
}

void LanguageVotes::add(const std::vector<PlacedWord>& words) {
    for (const PlacedWord& word : words) {
        ++words_;
        const std::string small = lower(word.text, Language::English);
        for (std::size_t i = 0; i < languages.size(); ++i) {
            votes_.at(i) +=
                std::ranges::find(languages.at(i).words, std::string_view(small)) != languages.at(i).words.end() ? 1U
                                                                                                                 : 0U;
        }
        forEachCharacter(word.text, [this](char32_t code) {
            letters_ += code > 0x40 ? 1U : 0U;
            for (std::size_t i = 0; i < scripts.size(); ++i) {
                scripts_.at(i) += code >= scripts.at(i).first && code <= scripts.at(i).last ? 1U : 0U;
            }
        });
    }
}

std::string LanguageVotes::foreign() const {
    if (words_ < leastWords) {
        return {};
    }
    const auto* const script = std::ranges::max_element(scripts_);
    if (2 * *script > letters_) {
        return std::string(scripts.at(static_cast<std::size_t>(script - scripts_.begin())).name);
    }
    const auto* const most = std::ranges::max_element(votes_);
    const auto place = static_cast<std::size_t>(most - votes_.begin());
    const bool clear = place > 1 && *most >= leastVotes && *most * 12 >= words_ && *most > 2 * (votes_[0] + votes_[1]);
    return clear ? std::string(languages.at(place).language) : std::string();
}

}  // namespace engross
