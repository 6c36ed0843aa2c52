#include "bundle/comparison.h"

#include <algorithm>

namespace engross {

namespace {

std::string factOf(const PdfFingerprint& file, const std::string& name) {
    const auto found = file.provenance.find(name);
    return found == file.provenance.end() ? std::string() : found->second;
}

int releaseOf(const PdfFingerprint& file) {
    const std::string text = factOf(file, "release");
    const bool digits = !text.empty() && text.size() < 9 &&
                        std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits ? std::stoi(text) : 0;
}

void comparePages(const PdfFingerprint& earlier, const PdfFingerprint& later, BundleComparison& comparison) {
    const std::size_t both = std::min(earlier.pages.size(), later.pages.size());
    for (std::size_t i = 0; i < both; ++i) {
        if (earlier.pages[i] != later.pages[i]) {
            comparison.changed.push_back(i + 1);
        }
    }
    for (std::size_t i = 0; i < earlier.labels.size(); ++i) {
        if (i >= later.labels.size() || earlier.labels[i] != later.labels[i]) {
            comparison.moved.push_back(i + 1);
        }
    }
    comparison.added = std::max(earlier.pages.size(), later.pages.size()) - both;
    comparison.navigationDiffers = earlier.navigation != later.navigation;
}

}  // namespace

BundleComparison compareBundles(const PdfFingerprint& first, const PdfFingerprint& second) {
    using Kind = BundleComparison::Kind;
    BundleComparison comparison;
    const bool related = !factOf(first, "pack").empty() && factOf(first, "pack") == factOf(second, "pack");
    comparison.secondIsLater = releaseOf(first) <= releaseOf(second);
    comparePages(comparison.secondIsLater ? first : second, comparison.secondIsLater ? second : first, comparison);
    const bool same = comparison.changed.empty() && comparison.added == 0 && !comparison.navigationDiffers;
    if (first.file == second.file) {
        comparison.kind = Kind::SameFile;
    } else if (same && factOf(first, "identity") == factOf(second, "identity")) {
        comparison.kind = Kind::SameRelease;
    } else if (!related) {
        comparison.kind = Kind::Unrelated;
    } else if (releaseOf(first) != releaseOf(second) && comparison.moved.empty()) {
        comparison.kind = Kind::LaterRelease;
    } else {
        comparison.kind = Kind::Altered;
    }
    return comparison;
}

}  // namespace engross
