#include "evidence/page_sizes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <string_view>

namespace engross {

namespace {

struct NamedSize {
    std::string_view name;
    int shortMm;
    int longMm;
};

constexpr std::array<NamedSize, 10> named{{{"A0", 841, 1189},
                                           {"A1", 594, 841},
                                           {"A2", 420, 594},
                                           {"A3", 297, 420},
                                           {"A4", 210, 297},
                                           {"A5", 148, 210},
                                           {"A6", 105, 148},
                                           {"US Letter", 216, 279},
                                           {"US Legal", 216, 356},
                                           {"Tabloid", 279, 432}}};
constexpr int slackMm = 2;

/// A page may say that it is kilometres long.
int millimetres(Points length) {
    constexpr double mostMm = 1e9;
    return static_cast<int>(std::lround(std::clamp(length / mm(1), 0.0, mostMm)));
}

PageSizeGroup sizeOf(const PdfPageFacts& page) {
    PageSizeGroup size;
    size.widthMm = millimetres(page.width);
    size.heightMm = millimetres(page.height);
    const auto [shorter, longer] = std::minmax(size.widthMm, size.heightMm);
    for (const NamedSize& one : named) {
        if (std::abs(shorter - one.shortMm) <= slackMm && std::abs(longer - one.longMm) <= slackMm) {
            const bool across = size.widthMm > size.heightMm;
            size.name = one.name;
            size.widthMm = across ? one.longMm : one.shortMm;
            size.heightMm = across ? one.shortMm : one.longMm;
            break;
        }
    }
    return size;
}

}  // namespace

std::vector<PageSizeGroup> pageSizesOf(const std::vector<PdfPageFacts>& pages) {
    std::vector<PageSizeGroup> groups;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        PageSizeGroup size = sizeOf(pages[i]);
        auto group = std::find_if(groups.begin(), groups.end(), [&size](const PageSizeGroup& known) {
            return known.widthMm == size.widthMm && known.heightMm == size.heightMm;
        });
        if (group == groups.end()) {
            groups.push_back(std::move(size));
            group = groups.end() - 1;
        }
        if (group->pages.empty() || group->pages.back().second != i) {
            group->pages.emplace_back(i + 1, i + 1);
        } else {
            group->pages.back().second = i + 1;
        }
    }
    return groups;
}

}  // namespace engross
