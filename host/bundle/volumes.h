#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace engross {

/// What pages take up in a file. As a limit, 0 is none.
struct VolumeSize {
    std::size_t pages = 0;
    std::uint64_t bytes = 0;
    bool operator==(const VolumeSize&) const = default;
};

/// Where a bundle is cut into files (checklist 28): never within a section.
struct VolumeCut {
    std::vector<std::size_t> firsts;    // the first section of the second volume, of the third …
    std::vector<std::size_t> tooLarge;  // sections that no volume can hold
    bool operator==(const VolumeCut&) const = default;
};

/// Fills volumes in the order of the sections, each as far as the limit allows. `opening` is what stands before the
/// first section of the first volume (cover and indexes), `later` what stands before that of any other.
[[nodiscard]] VolumeCut cutVolumes(const std::vector<VolumeSize>& sections, const VolumeSize& opening,
                                   const VolumeSize& later, const VolumeSize& limit);

}  // namespace engross
