#pragma once
#include "bundle/bundle_file.h"
#include "bundle/findings.h"

namespace engross {

/// Checklist 3 to 10, 36 and 37: what is printed on the pages as their numbers.
void checkNumbers(const BundleFile& file, Findings& findings);

/// The pages for which something holds, from 1.
template <typename Holds>
[[nodiscard]] PageList pagesWhere(const BundleFile& file, Holds holds) {
    PageList pages;
    for (std::size_t i = 0; i < file.reading.pages.size(); ++i) {
        if (holds(i)) {
            pages.push_back(i + 1);
        }
    }
    return pages;
}

}  // namespace engross
