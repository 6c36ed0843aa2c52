#pragma once
#include "bundle/assembly.h"
#include "bundle/release.h"
#include "bundle/volumes.h"
#include "model/request.h"

#include <optional>
#include <vector>

namespace engross {

/// A plan whose documents stand as they were asked for: the first release of a pack.
[[nodiscard]] LaterRelease firstRelease(const BundlePlan& plan);

[[nodiscard]] Renumbering orderOf(const RenumberOrder& order);

/// What a request asks of its numbers that cannot be: pages behind others, or numbers afresh, where nothing was
/// numbered yet; another kind of numbers than the earlier release has.
[[nodiscard]] std::vector<Diagnostic> choiceFaults(const Request& request, const BundlePlan& plan,
                                                   const BundleRelease* before, Language reader);

/// Of each section: what its divider and documents take up.
using VolumeSizes = std::vector<VolumeSize>;

/// What stands before the sections of a volume, as far as it is known.
struct VolumeFronts {
    VolumeSize opening{2, 1U << 18U};
    VolumeSize later{2, 1U << 18U};

    /// Learns from a numbering; whether it is what was taken for the cut.
    bool hold(const Numbering& numbering);
};

/// Where a bundle is cut, or why it cannot be: a section is larger than a volume may be ("bundle-section-too-large").
/// What was numbered stays in its volume; only the section that a later release adds may begin another.
struct VolumeChoice {
    std::vector<std::size_t> volumes;
    bool commonIndex = false;
    std::vector<Diagnostic> faults;
};
[[nodiscard]] VolumeChoice chooseVolumes(const BundlePlan& plan, const std::optional<VolumeLimits>& limits,
                                         const VolumeSizes& sizes, const VolumeFronts& fronts, bool keepsNumbers,
                                         const BundleRelease* before, Language reader);

/// A fault ("bundle-volumes-unsettled"): no cut holds once covers and indexes have their pages.
[[nodiscard]] Diagnostic volumesUnsettled(Language reader);

/// A fault ("bundle-volume-too-large") for a written volume that takes up more than it may: nothing of it is published.
[[nodiscard]] std::optional<Diagnostic> volumeTooLarge(const std::optional<VolumeLimits>& limits,
                                                       const VolumeFile& file, std::uint64_t bytes, Language reader);

}  // namespace engross
