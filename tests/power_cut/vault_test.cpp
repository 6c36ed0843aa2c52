#include "power_cut/recorded_files.h"
#include "store/test_folder.h"
#include "vault/folder_vault.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace engross {
namespace {

struct Kept {
    std::size_t since = 0;
    Sha256 hash{};
};

std::string bytesOf(int number) {
    return std::string(700 + static_cast<std::size_t>(number) * 311, static_cast<char>('a' + number));
}

/// Objects are put, and files that nobody flushed are adopted; each of them is kept when the call returns.
std::vector<Kept> keepObjects(const std::string& folder, Recorder& recorder) {
    FolderVault vault(folder + "/vault", std::make_shared<RecordedFiles>(recorder));
    std::vector<Kept> kept;
    for (int number = 0; number < 12; ++number) {
        const std::string bytes = bytesOf(number);
        Sha256 hash;
        if (number % 2 == 0) {
            hash = vault.put(bytes);
        } else {
            const std::string path = vault.stagingFolder() + "/upload-" + std::to_string(number);
            std::ofstream(path, std::ios::binary) << bytes;
            recorder.add([name = recorder.relative(path), bytes](ModelDisk& disk) {
                disk.createFile(name);
                disk.write(name, 0, bytes);
            });
            hash = vault.adopt(path);
        }
        kept.push_back({recorder.steps().size(), hash});
    }
    return kept;
}

struct Damage {
    std::size_t lost = 0;
    std::size_t half = 0;
    std::size_t cuts = 0;
};

Damage damageAfterCuts(Recorder::Leaves leaves) {
    const TestFolder folder;
    Recorder recorder(folder.path(), leaves);
    const std::vector<Kept> kept = keepObjects(folder.path(), recorder);
    Damage damage;
    damage.cuts = cutPower(recorder, {.mixtures = 20}, [&](const auto& files, std::size_t done) {
        for (const Kept& one : kept) {
            const std::string hex = one.hash.hex();
            const auto found = files.find("vault/" + hex.substr(0, 2) + "/" + hex.substr(2, 2) + "/" + hex);
            damage.lost += one.since <= done && found == files.end() ? 1U : 0U;
            damage.half += found != files.end() && Sha256::of(found->second) != one.hash ? 1U : 0U;
        }
    });
    return damage;
}

TEST(PowerCutVault, AtAnyCallLosesNoObjectThatWasKeptAndShowsNoHalf) {
    const Damage damage = damageAfterCuts(Recorder::Leaves::NothingOut);
    EXPECT_GT(damage.cuts, 2000U);
    EXPECT_EQ(damage.lost, 0U);
    EXPECT_EQ(damage.half, 0U);
}

TEST(PowerCutVault, IsSeenToShowHalfAnObjectWhereItsFileIsNotFlushed) {
    EXPECT_GT(damageAfterCuts(Recorder::Leaves::FileSyncsOut).half, 0U);
}

TEST(PowerCutVault, IsSeenToLoseAnObjectWhereItsFolderIsNotFlushed) {
    const Damage damage = damageAfterCuts(Recorder::Leaves::FolderSyncsOut);
    EXPECT_GT(damage.lost, 0U);
    EXPECT_EQ(damage.half, 0U);
}

}  // namespace
}  // namespace engross
