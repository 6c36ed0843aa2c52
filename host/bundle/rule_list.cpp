#include "bundle/rule_list.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace engross {
namespace {

using From = RuleEvidence;

constexpr auto rules = std::to_array<BundleRule>({
    {0, "0-complete", From::Plan, true},
    {1, "1-readable", From::File, true},
    {2, "2-open", From::File, true},
    {3, "3-numbered", From::File, true},
    {4, "4-from-one", From::File, true},
    {5, "5-labels", From::File, true},
    {6, "6-section-numbers", From::File, true},
    {7, "7-plain-numbers", From::File},
    {8, "8-number-place", From::File},
    {9, "9-number-clear", From::Pages},
    {10, "10-upright", From::File, true},
    {11, "11-index", From::File, true},
    {12, "12-titles", From::File},
    {13, "13-dates", From::Plan},
    {14, "14-links", From::File, true},
    {15, "15-link-objects", From::File},
    {16, "16-bookmarks", From::File, true},
    {17, "17-bookmark-text", From::File, false, "most"},
    {18, "18-searchable", From::Pages},
    {19, "19-sense", From::Pages, false, "most"},
    {20, "20-upside-down", From::Pages},
    {21, "21-landscape", From::Pages},
    {22, "22-opening", From::File, false, "zoom"},
    {23, "23-dots", From::Pages, false, "most least"},
    {24, "24-optimised", From::Pages},
    {25, "25-paper", From::File},
    {26, "26-page-cap", From::File, false, "most"},
    {27, "27-size", From::File, false, "most"},
    {28, "28-volumes", From::File, false, "most"},
    {29, "29-file-name", From::File, false, "most"},
    {30, "30-twice", From::Pages, false, "least"},
    {31, "31-date-order", From::Plan},
    {32, "32-authorities", From::File},
    {33, "33-core-bundle", From::File, false, "most"},
    {34, "34-numbers-stay", From::Release, true},
    {35, "35-later-pages", From::Release},
    {36, "36-suffixes", From::File},
    {37, "37-supplemental", From::File},
    {38, "38-paper-copy", From::Nothing},
    {39, "39-legible", From::Pages, false, "size dots"},
    {40, "40-translation", From::Pages},
    {41, "41-contents", From::Plan},
    {42, "42-references", From::Pages},
    {43, "43-identity", From::File},
    {44, "44-nothing-hidden", From::File, true},
    {45, "45-redactions", From::Pages, true},
    {46, "46-deadline", From::Directions},
    {47, "47-directions", From::Directions},
});

bool isNumber(std::string_view text, int number) {
    return text == std::to_string(number);
}

}  // namespace

std::span<const BundleRule> bundleRules() {
    return rules;
}

const BundleRule* bundleRule(std::string_view idOrNumber) {
    const auto* const found = std::find_if(rules.begin(), rules.end(), [idOrNumber](const BundleRule& rule) {
        return rule.id == idOrNumber || isNumber(idOrNumber, rule.number);
    });
    return found == rules.end() ? nullptr : found;
}

std::vector<std::string> bundleRuleIds() {
    std::vector<std::string> ids;
    std::ranges::transform(rules, std::back_inserter(ids), [](const BundleRule& rule) { return std::string(rule.id); });
    return ids;
}

}  // namespace engross
