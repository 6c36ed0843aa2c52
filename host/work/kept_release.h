#pragma once
#include "bundle/assembly.h"
#include "bundle/profile.h"
#include "work/finished_files.h"
#include "work/produce_parts.h"

#include <string>
#include <vector>

namespace engross {

/// The finished files of a release, and what they were made from and checked by.
struct FinishedRelease {
    const BundlePlan& plan;
    const Numbering& numbering;
    const BundleProfile& profile;
    const std::vector<VolumeFile>& files;  // one a volume
    FinishedFiles& reader;
};

/// What the files of the release are called, without their ending.
[[nodiscard]] std::string releaseStem(const Order& order);

/// Puts the files into the vault and the release's certificate behind them: what it printed where, what each page
/// shows, and what the files were checked for (`outcome.verdict`).
void keepRelease(const Order& order, const FinishedRelease& release, Outcome& outcome);

}  // namespace engross
