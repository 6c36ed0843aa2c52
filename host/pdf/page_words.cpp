#include "pdf/page_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace engross {
namespace {

constexpr double millimetresPerPoint = 25.4 / 72;
constexpr std::string_view extractor = "/usr/bin/pdftotext";
constexpr std::size_t mostBytes = std::size_t{16} << 20U;
constexpr std::size_t mostAtOnce = 200;  // pages

/// The value of an attribute of one line of the answer, or nothing.
std::optional<double> attribute(std::string_view line, std::string_view name) {
    const std::size_t at = line.find(name);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    const char* begin = line.data() + at + name.size();
    double value = 0;
    const auto read = std::from_chars(begin, line.data() + line.size(), value);
    return read.ec == std::errc() && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::string unescaped(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, char>, 5> entities{
        {{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&amp;", '&'}}};
    std::string out;
    while (!text.empty()) {
        const auto entity = std::find_if(entities.begin(), entities.end(), [&](const auto& one) {
            return text.substr(0, one.first.size()) == one.first;
        });
        out += entity == entities.end() ? text.front() : entity->second;
        text.remove_prefix(entity == entities.end() ? 1 : entity->first.size());
    }
    return out;
}

std::optional<PlacedWord> wordFrom(std::string_view line) {
    const auto left = attribute(line, "xMin=\"");
    const auto top = attribute(line, "yMin=\"");
    const auto right = attribute(line, "xMax=\"");
    const auto bottom = attribute(line, "yMax=\"");
    const std::size_t begin = line.find('>');
    const std::size_t end = line.rfind("</word>");
    if (!left || !top || !right || !bottom || begin == std::string_view::npos || end == std::string_view::npos ||
        end <= begin) {
        return std::nullopt;
    }
    return PlacedWord{unescaped(line.substr(begin + 1, end - begin - 1)),
                      {*left * millimetresPerPoint, *top * millimetresPerPoint, *right * millimetresPerPoint,
                       *bottom * millimetresPerPoint}};
}

bool touches(const SheetArea& box, const SheetArea& area) {
    return box.right > area.left && box.left < area.right && box.bottom > area.top && box.top < area.bottom;
}

double middle(const SheetArea& box) {
    return (box.top + box.bottom) / 2;
}

/// Every page and word of an answer of pdftotext.
std::vector<std::vector<PlacedWord>> pagesIn(std::string_view answer) {
    std::vector<std::vector<PlacedWord>> found;
    std::string_view rest = answer;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end + 1);
        const std::size_t first = std::min(line.find_first_not_of(' '), line.size());
        if (line.substr(first, 6) == "<page ") {
            found.emplace_back();
        } else if (line.substr(first, 6) == "<word " && !found.empty()) {
            if (auto word = wordFrom(line)) {
                found.back().push_back(std::move(*word));
            }
        }
    }
    return found;
}

/// What pdftotext says with these options; nothing where it gave up, or says more than is taken.
std::optional<std::string> answerOf(const ProgramInput& pdf, const std::vector<std::string>& options,
                                    const ProgramLimits& limits = {}) {
    std::vector<std::string> command{std::string(extractor), "-bbox", "-enc", "UTF-8"};
    command.insert(command.end(), options.begin(), options.end());
    command.insert(command.end(), {"/dev/stdin", "-"});
    std::string answer;
    bool whole = true;
    const bool ended = runProgram(command, pdf, limits, [&](std::string_view bytes) {
        whole = whole && bytes.size() <= mostBytes - answer.size();
        answer += whole ? bytes : std::string_view();
    });
    return ended && whole ? std::optional(std::move(answer)) : std::nullopt;
}

}  // namespace

std::optional<std::vector<std::vector<PlacedWord>>> wordsOnPages(const ProgramInput& pdf, std::size_t pages) {
    const auto answer = answerOf(pdf, {"-l", std::to_string(pages)});
    auto found = answer ? std::optional(pagesIn(*answer)) : std::nullopt;
    return found && found->size() == pages ? std::move(found) : std::nullopt;
}

std::optional<std::vector<std::vector<PlacedWord>>> wordsShown(const ProgramInput& pdf, PageRange range,
                                                               PageExtent extent, const ProgramLimits& limits) {
    std::vector<std::string> options{"-f", std::to_string(range.first)};
    if (extent == PageExtent::Visible) {
        options.emplace_back("-cropbox");
    }
    if (range.last > 0) {
        options.insert(options.end(), {"-l", std::to_string(range.last)});
    }
    const auto answer = answerOf(pdf, options, limits);
    return answer ? std::optional(pagesIn(*answer)) : std::nullopt;
}

std::vector<std::vector<PlacedWord>> wordsOfFile(const std::string& path, std::size_t pages, PageExtent extent,
                                                 const std::function<void(std::size_t)>& progress) {
    std::vector<std::vector<PlacedWord>> all;
    std::size_t atOnce = mostAtOnce;
    while (all.size() < pages) {
        const std::size_t last = std::min(pages, all.size() + atOnce);
        auto some = wordsShown(ProgramInput::file(path), {all.size() + 1, last}, extent);
        if (some && some->size() == last - all.size()) {
            std::move(some->begin(), some->end(), std::back_inserter(all));
            progress(all.size());
        } else if (atOnce > 1) {
            atOnce = (atOnce + 3) / 4;
        } else {
            break;
        }
    }
    return all;
}

std::vector<TextLine> linesIn(const std::vector<PlacedWord>& words, const SheetArea& area) {
    std::vector<const PlacedWord*> inside;
    for (const PlacedWord& word : words) {
        if (touches(word.box, area)) {
            inside.push_back(&word);
        }
    }
    std::stable_sort(inside.begin(), inside.end(),
                     [](const auto* a, const auto* b) { return middle(a->box) < middle(b->box); });
    std::vector<std::vector<const PlacedWord*>> rows;
    for (const PlacedWord* word : inside) {
        // A word is of a line where its middle lies between top and bottom of the line's first word.
        const bool sameLine = !rows.empty() && middle(word->box) < rows.back().front()->box.bottom &&
                              middle(word->box) > rows.back().front()->box.top;
        if (!sameLine) {
            rows.emplace_back();
        }
        rows.back().push_back(word);
    }
    std::vector<TextLine> lines;
    for (auto& row : rows) {
        std::stable_sort(row.begin(), row.end(),
                         [](const auto* a, const auto* b) { return a->box.left < b->box.left; });
        TextLine line{{}, row.front()->box};
        for (const PlacedWord* word : row) {
            line.text += (line.text.empty() ? "" : " ") + word->text;
            line.box.top = std::min(line.box.top, word->box.top);
            line.box.right = std::max(line.box.right, word->box.right);
            line.box.bottom = std::max(line.box.bottom, word->box.bottom);
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace engross
