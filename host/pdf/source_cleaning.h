#pragma once
#include "pdf/linker.h"
#include "pdf/source_file.h"
#include "pdf/source_navigation.h"
#include "pdf/source_survey.h"

#include <vector>

namespace engross {

struct CleanSource {
    SourceSurvey found;
    SourceNavigation navigation;
    std::vector<bool> showsText;  // for each page
    std::vector<LinkLoss> losses;
};

/// Leaves of a source's pages nothing but what they show and their links: annotations are drawn, actions and whatever
/// else hangs on a page are gone. `ours` pages keep their places in the structure tree.
[[nodiscard]] CleanSource cleaned(SourceFile& file, bool ours);

}  // namespace engross
