#include "bundle/volumes.h"

#include <gtest/gtest.h>
#include <random>

namespace engross {
namespace {

constexpr VolumeSize front{3, 1000};

TEST(Volumes, AreCutAtSectionsAndNowhereElse) {
    const std::vector<VolumeSize> sections{{40, 0}, {30, 0}, {50, 0}, {10, 0}};
    EXPECT_EQ(cutVolumes(sections, front, front, {80, 0}), (VolumeCut{{2}, {}}));
    EXPECT_EQ(cutVolumes(sections, front, front, {60, 0}), (VolumeCut{{1, 2, 3}, {}}));
    EXPECT_EQ(cutVolumes(sections, front, front, {0, 0}), VolumeCut{});
}

TEST(Volumes, KeepToBytesToo) {
    const std::vector<VolumeSize> sections{{1, 5000}, {1, 4000}, {1, 4500}};
    EXPECT_EQ(cutVolumes(sections, front, front, {0, 10'000}), (VolumeCut{{2}, {}}));
    EXPECT_EQ(cutVolumes(sections, front, front, {0, 9'999}), (VolumeCut{{1}, {}}));
}

TEST(Volumes, NameASectionThatNoVolumeCanHold) {
    const VolumeCut cut = cutVolumes({{10, 0}, {98, 0}, {10, 0}}, front, front, {100, 0});
    EXPECT_EQ(cut.tooLarge, (std::vector<std::size_t>{1}));
}

TEST(Volumes, HoldEverySectionOnceWithinTheLimitForRandomBundles) {
    std::mt19937 random(7);
    const auto pick = [&random](std::size_t least, std::size_t most) {
        return std::uniform_int_distribution<std::size_t>(least, most)(random);
    };
    for (int bundle = 0; bundle < 500; ++bundle) {
        std::vector<VolumeSize> sections(pick(1, 30));
        for (VolumeSize& section : sections) {
            section = {pick(1, 90), pick(1, 900)};
        }
        const VolumeSize limit{pick(0, 1) * 100, pick(0, 1) * 2000};
        const VolumeCut cut = cutVolumes(sections, front, {2, 500}, limit);
        std::size_t next = 0;
        VolumeSize volume = front;
        for (std::size_t section = 0; section < sections.size(); ++section) {
            if (next < cut.firsts.size() && cut.firsts[next] == section) {
                ++next;
                volume = {2, 500};
            }
            volume.pages += sections[section].pages;
            volume.bytes += sections[section].bytes;
            EXPECT_TRUE(limit.pages == 0 || volume.pages <= limit.pages);
            EXPECT_TRUE(limit.bytes == 0 || volume.bytes <= limit.bytes);
        }
        EXPECT_EQ(next, cut.firsts.size());
        EXPECT_TRUE(cut.tooLarge.empty());
    }
}

}  // namespace
}  // namespace engross
