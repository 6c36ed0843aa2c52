#pragma once
#include "pdf/source_survey.h"

#include <map>
#include <string>
#include <vector>

namespace engross {

struct Flattening {
    std::map<std::string, std::size_t> losses;  // beyond the survey's, by LinkLoss::kind
    std::vector<bool> showsText;                // for each page
};

/// Draws every annotation but links into its page, as a reader shows it: form answers, stamps, notes. Hidden ones are
/// left out. Content that is not regular, or that carries ids of a structure tree which is not taken along, is first
/// wrapped in a form of its own, so that nothing it left open reaches what comes after. Answers that could not be drawn
/// whole are counted as "form-answer", pages whose content broke off as "damaged-page".
[[nodiscard]] Flattening flatten(SourceFile& file, const SourceSurvey& found, bool keepsMarkedIds);

}  // namespace engross
