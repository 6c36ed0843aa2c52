#include "life/scan_comparison.h"

#include "life/page_ink_map.h"
#include "pdf/outside_program.h"
#include "script/composed_text.h"
#include "words/text.h"

#include <algorithm>

namespace engross {
namespace {

using Seen = PageDifference::Seen;

const std::string textReader = "/usr/bin/pdftotext";
constexpr std::size_t fewestWords = 5;                    // a page with fewer is a picture with a stamp on it
constexpr std::size_t mostWords = 4000;                   // of a page; a bill of quantities has some 1,200
constexpr std::size_t mostText = std::size_t{64} << 20U;  // of a scan; a stranger's file may say anything, for ever
constexpr std::size_t longestRun = 120;                   // characters of a run that are shown

std::vector<std::string> wordsOf(const std::string& text) {
    std::vector<std::string> words(1);
    const std::string plain = plainSpaced(text);
    for (const char character : plain) {
        if (character != ' ') {
            words.back().push_back(character);
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    if (words.size() > mostWords) {
        words.resize(mostWords);
    }
    return words;
}

/// The text of each page; nothing where the file cannot be read.
std::optional<std::vector<std::string>> pageTexts(const std::string& path) {
    std::string text;
    const ProgramInput input = ProgramInput::file(path);
    const bool read = runProgram({textReader, "-enc", "UTF-8", "-layout", "-", "-"}, input, {},
                                 [&](std::string_view bytes) { text += bytes.substr(0, mostText - text.size()); });
    if (!read || text.size() == mostText) {
        return std::nullopt;
    }
    std::vector<std::string> pages;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\f', at);
        pages.push_back(text.substr(at, end == std::string::npos ? end : end - at));
        at = end == std::string::npos ? text.size() : end + 1;
    }
    return pages;
}

/// Runs of words that are marked as not shared.
std::vector<std::string> runsOf(const std::vector<std::string>& words, const std::vector<bool>& shared) {
    std::vector<std::string> runs;
    bool open = false;
    for (std::size_t index = 0; index < words.size(); ++index) {
        if (shared[index]) {
            open = false;
        } else if (open) {
            runs.back() += " " + words[index];
        } else {
            runs.push_back(words[index]);
            open = true;
        }
    }
    for (std::string& run : runs) {
        if (run.size() > longestRun) {
            run.resize(run.find(' ', longestRun) == std::string::npos ? run.size() : run.find(' ', longestRun));
            run += " …";
        }
    }
    return runs;
}

std::string folded(const std::string& word) {
    return lower(word, Language::English);
}

std::string placesOf(const std::vector<int>& bands) {
    std::vector<std::string> parts;
    std::ranges::transform(bands, std::back_inserter(parts), [](int band) { return std::to_string(band) + " %"; });
    std::string text;
    for (const std::string& part : parts) {
        text += (text.empty() ? "" : ", ") + part;
    }
    return text;
}

Value toValue(const PageDifference& difference) {
    const auto texts = [](const std::vector<std::string>& runs) {
        List values;
        std::ranges::copy(runs, std::back_inserter(values));
        return values;
    };
    const auto bands = [](const std::vector<int>& found) {
        List values;
        std::ranges::copy(found, std::back_inserter(values));
        return values;
    };
    const char* seen = difference.seen == Seen::Text      ? "text"
                       : difference.seen == Seen::Picture ? "picture"
                                                          : "nothing";
    return Object{{"page", static_cast<std::int64_t>(difference.page)},
                  {"compared_by", seen},
                  {"missing", texts(difference.missing)},
                  {"added", texts(difference.added)},
                  {"ink_missing_at", bands(difference.inkMissing)},
                  {"ink_added_at", bands(difference.inkAdded)}};
}

}  // namespace

bool ScanComparison::samePages() const noexcept {
    return readable && approvedPages == scannedPages;
}

bool ScanComparison::needsEyes() const noexcept {
    return !everyPageHasText || !differences.empty();
}

WordRuns differingWords(const std::string& approved, const std::string& scanned) {
    const auto before = wordsOf(approved);
    const auto after = wordsOf(scanned);
    std::vector<std::string> left(before.size());
    std::vector<std::string> right(after.size());
    std::ranges::transform(before, left.begin(), folded);
    std::ranges::transform(after, right.begin(), folded);
    // The longest common run of words, from the end: common[i][j] words are shared by left[i…] and right[j…].
    const std::size_t width = right.size() + 1;
    std::vector<std::uint16_t> common((left.size() + 1) * width, 0);
    for (std::size_t i = left.size(); i-- > 0;) {
        for (std::size_t j = right.size(); j-- > 0;) {
            common[i * width + j] = left[i] == right[j]
                                        ? static_cast<std::uint16_t>(common[(i + 1) * width + j + 1] + 1)
                                        : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);
        }
    }
    std::vector<bool> inLeft(left.size(), false);
    std::vector<bool> inRight(right.size(), false);
    for (std::size_t i = 0, j = 0; i < left.size() && j < right.size();) {
        if (left[i] == right[j]) {
            inLeft[i++] = true;
            inRight[j++] = true;
        } else if (common[(i + 1) * width + j] >= common[i * width + j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
    return {runsOf(before, inLeft), runsOf(after, inRight)};
}

ScanComparison compareScan(const std::string& approvedPath, const std::string& scanPath) {
    ScanComparison result;
    const auto approved = pageTexts(approvedPath);
    const auto scanned = pageTexts(scanPath);
    result.approvedPages = approved ? approved->size() : 0;
    result.scannedPages = scanned ? scanned->size() : 0;
    result.readable = approved && scanned && result.scannedPages > 0;
    if (!result.samePages()) {
        result.everyPageHasText = false;
        return result;
    }
    for (std::size_t page = 0; page < approved->size(); ++page) {
        PageDifference difference{.page = page + 1};
        const bool hasText = wordsOf(scanned->at(page)).size() >= fewestWords || wordsOf(approved->at(page)).empty();
        if (hasText) {
            WordRuns runs = differingWords(approved->at(page), scanned->at(page));
            difference.missing = std::move(runs.missing);
            difference.added = std::move(runs.added);
            if (!difference.missing.empty() || !difference.added.empty()) {
                result.differences.push_back(std::move(difference));
            }
            continue;
        }
        result.everyPageHasText = false;
        const auto before = inkMapOf(approvedPath, page + 1);
        const auto after = inkMapOf(scanPath, page + 1);
        difference.seen = before && after ? Seen::Picture : Seen::Nothing;
        if (before && after) {
            difference.inkMissing = bandsWithout(*before, *after);
            difference.inkAdded = bandsWithout(*after, *before);
        }
        result.differences.push_back(std::move(difference));
    }
    return result;
}

std::vector<std::string> describe(const ScanComparison& comparison, Language reader) {
    const Messages& messages = Messages::in(reader);
    std::vector<std::string> lines;
    for (const PageDifference& difference : comparison.differences) {
        const std::string page = std::to_string(difference.page);
        for (const std::string& run : difference.missing) {
            lines.push_back(messages.text("life.scan_missing", {{"page", page}, {"words", run}}));
        }
        for (const std::string& run : difference.added) {
            lines.push_back(messages.text("life.scan_added", {{"page", page}, {"words", run}}));
        }
        if (difference.seen == Seen::Nothing) {
            lines.push_back(messages.text("life.scan_not_drawn", {{"page", page}}));
        } else if (difference.seen == Seen::Picture) {
            lines.push_back(messages.text("life.scan_picture", {{"page", page}}));
        }
        if (!difference.inkMissing.empty()) {
            lines.push_back(
                messages.text("life.scan_ink_missing", {{"page", page}, {"places", placesOf(difference.inkMissing)}}));
        }
        if (!difference.inkAdded.empty()) {
            lines.push_back(
                messages.text("life.scan_ink_added", {{"page", page}, {"places", placesOf(difference.inkAdded)}}));
        }
    }
    return lines;
}

Value toValue(const ScanComparison& comparison) {
    List differences;
    std::ranges::transform(comparison.differences, std::back_inserter(differences),
                           [](const PageDifference& difference) { return toValue(difference); });
    return Object{{"approved_pages", static_cast<std::int64_t>(comparison.approvedPages)},
                  {"scanned_pages", static_cast<std::int64_t>(comparison.scannedPages)},
                  {"text_compared", comparison.everyPageHasText},
                  {"differences", std::move(differences)}};
}

}  // namespace engross
