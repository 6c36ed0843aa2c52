#include "bundle/structure_rules.h"

#include <algorithm>

namespace engross {

namespace {

bool isWhole(const ReadPageStructure& page) {
    return !page.mark.empty();
}

/// The pages of a part that the file has.
std::vector<PageNumber> pagesOf(const NumberedPart& part, std::size_t pages) {
    std::vector<PageNumber> found;
    for (PageNumber page = part.first; page < part.first + part.pages && page <= pages; ++page) {
        found.push_back(page);
    }
    return found;
}

bool isNamed(const ReadPageStructure& page, const std::string& document, const std::string& number) {
    const ReadPageElement& element = *page.element;
    return element.type == page.mark && element.part == document &&
           element.alternative == (page.mark == "Figure" ? document + ", " + number : std::string());
}

}  // namespace

void checkStructure(const std::vector<ReadPageStructure>& pages, const BundlePlan& plan, const Numbering& numbering,
                    Findings& findings) {
    findings.begin("0-complete");
    PageList lost;
    PageList misnamed;
    for (const NumberedPart& part : numbering.parts()) {
        const std::vector<PageNumber> own = pagesOf(part, pages.size());
        const bool foreign = std::ranges::any_of(own, [&](PageNumber page) { return isWhole(pages[page - 1]); });
        const std::string name = partName(plan, part);
        for (const PageNumber page : own) {
            const ReadPageStructure& found = pages[page - 1];
            const bool outside = found.unmarked && (foreign || part.kind == PartKind::Document);
            if (!found.sound || outside || (isWhole(found) && !found.element)) {
                lost.push_back(page);
            } else if (isWhole(found) && !isNamed(found, name, numbering.label(page))) {
                misnamed.push_back(page);
            }
        }
    }
    if (!lost.empty()) {
        findings.breach("structure-lost", lost);
    }
    if (!misnamed.empty()) {
        findings.breach("structure-misnamed", misnamed);
    }
}

}  // namespace engross
