#include "pdf/page_labels.h"

#include <algorithm>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>

namespace engross {

namespace {

constexpr std::size_t mostNodes = 100'000;
constexpr long long longestAlphabetic = 520;

std::string roman(long long number) {
    static constexpr std::pair<int, const char*> steps[] = {
        {1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
        {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};
    std::string text;
    for (const auto& [value, letters] : steps) {
        for (; number >= value && text.size() < 64; number -= value) {
            text += letters;
        }
    }
    return text;
}

std::string numberIn(const std::string& style, long long number) {
    if (style == "/D") {
        return std::to_string(number);
    }
    std::string text;
    if (style == "/R" || style == "/r") {
        text = roman(number);
    } else if ((style == "/A" || style == "/a") && number > 0 && number <= longestAlphabetic) {
        text.assign(static_cast<std::size_t>((number - 1) / 26 + 1), static_cast<char>('A' + (number - 1) % 26));
    }
    if (style == "/r" || style == "/a") {
        std::transform(text.begin(), text.end(), text.begin(), [](char c) { return static_cast<char>(c + 32); });
    }
    return text;
}

}  // namespace

std::map<long long, QPDFObjectHandle> numbersOf(const QPDFObjectHandle& tree) {
    std::map<long long, QPDFObjectHandle> entries;
    std::vector<QPDFObjectHandle> waiting{tree};
    std::set<QPDFObjGen> seen;
    while (!waiting.empty() && entries.size() < mostNodes && seen.size() < mostNodes) {
        QPDFObjectHandle node = waiting.back();
        waiting.pop_back();
        if (!node.isDictionary() || (node.isIndirect() && !seen.insert(node.getObjGen()).second)) {
            continue;
        }
        QPDFObjectHandle leaves = node.getKey("/Nums");
        for (int i = 0; leaves.isArray() && i + 1 < leaves.getArrayNItems(); i += 2) {
            if (leaves.getArrayItem(i).isInteger()) {
                entries.insert_or_assign(leaves.getArrayItem(i).getIntValue(), leaves.getArrayItem(i + 1));
            }
        }
        QPDFObjectHandle kids = node.getKey("/Kids");
        for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) {
            waiting.push_back(kids.getArrayItem(i));
        }
    }
    return entries;
}

std::vector<std::string> labelsFrom(const QPDFObjectHandle& tree, std::size_t pages) {
    const auto ranges = numbersOf(tree);
    std::vector<std::string> labels;
    std::string prefix;
    std::string style = ranges.empty() ? "/D" : "";
    long long number = 1;
    for (std::size_t i = 0; i < pages; ++i, ++number) {
        const auto range = ranges.find(static_cast<long long>(i));
        if (range != ranges.end() && QPDFObjectHandle(range->second).isDictionary()) {
            QPDFObjectHandle entry = range->second;
            prefix = entry.getKey("/P").isString() ? entry.getKey("/P").getUTF8Value() : std::string();
            style = entry.getKey("/S").isName() ? entry.getKey("/S").getName() : std::string();
            number = entry.getKey("/St").isInteger() ? entry.getKey("/St").getIntValue() : 1;
        }
        labels.push_back(prefix + numberIn(style, number));
    }
    return labels;
}

}  // namespace engross
