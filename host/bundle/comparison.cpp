#include "bundle/comparison.h"

#include <algorithm>
#include <deque>
#include <map>

namespace engross {

namespace {

std::string factOf(const PdfFingerprint& file, const std::string& name) {
    const auto found = file.provenance.find(name);
    return found == file.provenance.end() ? std::string() : found->second;
}

int numberOf(const PdfFingerprint& file, const std::string& name, int otherwise) {
    const std::string text = factOf(file, name);
    const bool digits = !text.empty() && text.size() < 9 &&
                        std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits ? std::stoi(text) : otherwise;
}

int releaseOf(const PdfFingerprint& file) {
    return numberOf(file, "release", 0);
}

/// "2" of "2 of 3"; empty for a bundle in one file.
std::string volumeOf(const PdfFingerprint& file) {
    const std::string text = factOf(file, "volume");
    return text.substr(0, text.find(' '));
}

std::map<std::string, std::size_t> placesOf(const std::vector<std::string>& labels) {
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        places.emplace(labels[i], i);
    }
    return places;
}

/// Where a page goes that differs under its number.
std::vector<std::size_t>& listOf(BundleComparison& comparison, const PdfFingerprint& earlier, std::size_t one,
                                 const PdfFingerprint& later, std::size_t other) {
    if (one >= earlier.contents.size() || other >= later.contents.size() ||
        earlier.contents[one] != later.contents[other]) {
        return comparison.changed;
    }
    return earlier.notes.at(one) == later.notes.at(other) ? comparison.relinked : comparison.noted;
}

void comparePages(const PdfFingerprint& earlier, const PdfFingerprint& later, BundleComparison& comparison) {
    const auto places = placesOf(later.labels);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < earlier.pages.size(); ++i) {
        const auto found = i < earlier.labels.size() ? places.find(earlier.labels[i]) : places.end();
        if (found == places.end()) {
            comparison.moved.push_back(i + 1);
            continue;
        }
        ++kept;
        if (earlier.pages[i] != later.pages.at(found->second)) {
            listOf(comparison, earlier, i, later, found->second).push_back(i + 1);
        }
    }
    comparison.added = std::max(earlier.pages.size(), later.pages.size()) - std::min(kept, later.pages.size());
    comparison.navigationDiffers = earlier.navigation != later.navigation;
}

/// Pairs the pages of both files by what they show, the first with the first where several show the same.
void followPages(const PdfFingerprint& earlier, const PdfFingerprint& later, BundleComparison& comparison) {
    std::map<Sha256, std::deque<std::size_t>> places;
    for (std::size_t i = 0; i < later.contents.size(); ++i) {
        places[later.contents[i]].push_back(i);
    }
    std::size_t found = 0;
    for (std::size_t i = 0; i < earlier.contents.size(); ++i) {
        auto& waiting = places[earlier.contents[i]];
        if (waiting.empty()) {
            comparison.gone.push_back(i + 1);
            continue;
        }
        comparison.moves.push_back({earlier.labels.at(i), later.labels.at(waiting.front())});
        waiting.pop_front();
        ++found;
    }
    comparison.changed.clear();
    comparison.relinked.clear();
    comparison.noted.clear();
    comparison.moved.clear();
    comparison.added = later.contents.size() - found;
}

BundleComparison::Kind kindOf(const PdfFingerprint& first, const PdfFingerprint& second,
                              const BundleComparison& comparison) {
    using Kind = BundleComparison::Kind;
    const bool related = !factOf(first, "pack").empty() && factOf(first, "pack") == factOf(second, "pack");
    const bool oneRelease = factOf(first, "identity") == factOf(second, "identity");
    const bool same = comparison.changed.empty() && comparison.relinked.empty() && comparison.noted.empty() &&
                      comparison.moved.empty() && comparison.added == 0 && !comparison.navigationDiffers;
    if (first.file == second.file) {
        return Kind::SameFile;
    }
    if (same && oneRelease) {
        return Kind::SameRelease;
    }
    if (!related) {
        return Kind::Unrelated;
    }
    // A release in one file and a later one in volumes can be compared: the numbers of the first volume are the same.
    const bool volumes = !volumeOf(first).empty() && !volumeOf(second).empty();
    if (volumes && volumeOf(first) != volumeOf(second)) {
        return oneRelease ? Kind::OtherVolume : Kind::OtherVolumes;
    }
    if (!oneRelease && releaseOf(first) == releaseOf(second)) {
        return Kind::Forked;
    }
    const int numberings = numberOf(first, "numbering", 1) - numberOf(second, "numbering", 1);
    const int releases = releaseOf(first) - releaseOf(second);
    if (numberings * releases > 0) {
        return Kind::Renumbered;
    }
    return numberings == 0 && releases != 0 && comparison.moved.empty() ? Kind::LaterRelease : Kind::Altered;
}

}  // namespace

std::string shownHash(const Sha256& hash) {
    return hash.hex().substr(0, 32);
}

BundleComparison compareBundles(const PdfFingerprint& first, const PdfFingerprint& second) {
    BundleComparison comparison;
    comparison.secondIsLater = releaseOf(first) <= releaseOf(second);
    const PdfFingerprint& earlier = comparison.secondIsLater ? first : second;
    const PdfFingerprint& later = comparison.secondIsLater ? second : first;
    comparePages(earlier, later, comparison);
    comparison.kind = kindOf(first, second, comparison);
    if (comparison.kind == BundleComparison::Kind::Renumbered) {
        followPages(earlier, later, comparison);
    }
    return comparison;
}

}  // namespace engross
