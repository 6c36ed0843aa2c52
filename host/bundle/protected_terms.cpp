#include "bundle/protected_terms.h"

#include "words/search_text.h"

namespace engross {
namespace {

bool isDigit(char32_t sign) {
    return sign >= U'0' && sign <= U'9';
}

}  // namespace

ProtectedTerms::ProtectedTerms(const std::vector<std::string>& terms) {
    for (const std::string& term : terms) {
        Stream stream;
        add(term, stream);
        terms_.push_back(std::move(stream.signs));
    }
}

std::size_t ProtectedTerms::count() const noexcept {
    return terms_.size();
}

void ProtectedTerms::add(std::string_view text, Stream& stream) {
    bool begins = true;
    for (const char32_t sign : searchText(text)) {
        if (sign == U' ') {
            begins = true;
            continue;
        }
        // "Flat12ExampleClose": where letters and figures meet a word begins, whatever the page left out between them.
        const bool turns = !stream.signs.empty() && isDigit(sign) != isDigit(stream.signs.back());
        stream.signs.push_back(sign);
        stream.begins.push_back(begins || turns);
        begins = false;
    }
}

std::vector<std::size_t> ProtectedTerms::in(const std::vector<PlacedWord>& words) const {
    Stream stream;
    for (const PlacedWord& word : words) {
        add(word.text, stream);
    }
    return found(stream);
}

std::vector<std::size_t> ProtectedTerms::in(std::string_view text) const {
    Stream stream;
    add(text, stream);
    return found(stream);
}

std::vector<std::size_t> ProtectedTerms::found(const Stream& stream) const {
    std::vector<std::size_t> all;
    for (std::size_t term = 0; term < terms_.size(); ++term) {
        if (!terms_[term].empty() && says(stream, terms_[term])) {
            all.push_back(term);
        }
    }
    return all;
}

bool ProtectedTerms::says(const Stream& stream, const std::u32string& term) {
    for (std::size_t at = stream.signs.find(term); at != std::u32string::npos; at = stream.signs.find(term, at + 1)) {
        const std::size_t end = at + term.size();
        if (stream.begins[at] && (end == stream.signs.size() || stream.begins[end])) {
            return true;
        }
    }
    return false;
}

}  // namespace engross
