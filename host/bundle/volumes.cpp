#include "bundle/volumes.h"

namespace engross {

namespace {

VolumeSize sum(const VolumeSize& left, const VolumeSize& right) {
    return {left.pages + right.pages, left.bytes + right.bytes};
}

bool fits(const VolumeSize& size, const VolumeSize& limit) {
    return (limit.pages == 0 || size.pages <= limit.pages) && (limit.bytes == 0 || size.bytes <= limit.bytes);
}

}  // namespace

VolumeCut cutVolumes(const std::vector<VolumeSize>& sections, const VolumeSize& opening, const VolumeSize& later,
                     const VolumeSize& limit) {
    VolumeCut cut;
    VolumeSize volume = opening;
    bool hasSections = false;
    for (std::size_t section = 0; section < sections.size(); ++section) {
        if (hasSections && !fits(sum(volume, sections[section]), limit)) {
            cut.firsts.push_back(section);
            volume = later;
        }
        volume = sum(volume, sections[section]);
        hasSections = true;
        if (!fits(sum(cut.firsts.empty() ? opening : later, sections[section]), limit)) {
            cut.tooLarge.push_back(section);
        }
    }
    return cut;
}

}  // namespace engross
