#pragma once
#include "pdf/source_file.h"

#include <map>
#include <set>
#include <string>
#include <utility>

namespace engross {

/// What a source holds beside the look of its pages.
struct SourceSurvey {
    std::map<std::string, std::size_t> leftBehind;  // by LinkLoss::kind
    std::size_t fields = 0;
    std::size_t signatures = 0;
    bool xfa = false;
    bool needsAppearances = false;
    std::size_t layers = 0;
    std::set<std::pair<int, int>> hiddenLayers;  // object and generation of each group that is off by default
};

[[nodiscard]] SourceSurvey survey(const SourceFile& file);

/// Whether an object's /OC (a group, or a membership of groups) is hidden by default (ISO 32000-1 8.11).
[[nodiscard]] bool isHidden(const QPDFObjectHandle& optionalContent, const SourceSurvey& found);

/// The leaves of a name tree, in order, found without recursion and never more than a hundred thousand.
[[nodiscard]] std::vector<std::pair<std::string, QPDFObjectHandle>> namesOf(const QPDFObjectHandle& tree);

}  // namespace engross
