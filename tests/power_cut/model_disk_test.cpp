#include "power_cut/model_disk.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace engross {
namespace {

using Files = std::map<std::string, std::string>;

Files after(const ModelDisk& disk, Luck::Kind kind, std::uint32_t seed = 0) {
    Luck luck(kind, seed);
    return disk.afterPowerCut(luck);
}

ModelDisk withFile(const std::string& bytes) {
    ModelDisk disk;
    disk.createFile("file");
    disk.write("file", 0, bytes);
    return disk;
}

TEST(ModelDisk, LosesAFileWhoseNameWasNotFlushedThoughItsBytesWere) {
    ModelDisk disk = withFile("bytes");
    disk.syncFile("file");
    EXPECT_EQ(after(disk, Luck::Kind::AllLost), Files{});
    EXPECT_EQ(after(disk, Luck::Kind::AllKept), (Files{{"file", "bytes"}}));
    disk.syncFolder("");
    EXPECT_EQ(after(disk, Luck::Kind::AllLost), (Files{{"file", "bytes"}}));
}

TEST(ModelDisk, LosesTheBytesOfAFileThatWasNotFlushedThoughItsNameWas) {
    ModelDisk disk = withFile("bytes");
    disk.syncFolder("");
    EXPECT_EQ(after(disk, Luck::Kind::AllLost), (Files{{"file", ""}}));
}

TEST(ModelDisk, LosesARenameUntilItsFolderIsFlushed) {
    ModelDisk disk = withFile("bytes");
    disk.syncFile("file");
    disk.makeFolder("inner");
    disk.syncFolder("");
    disk.rename("file", "inner/named");
    EXPECT_EQ(after(disk, Luck::Kind::AllLost), (Files{{"file", "bytes"}, {"inner/", ""}}));
    EXPECT_EQ(after(disk, Luck::Kind::AllKept), (Files{{"inner/", ""}, {"inner/named", "bytes"}}));
    disk.syncFolder("inner");
    EXPECT_EQ(after(disk, Luck::Kind::AllLost), (Files{{"file", "bytes"}, {"inner/", ""}, {"inner/named", "bytes"}}));
}

TEST(ModelDisk, TearsAWriteBetweenSectorsAndNowhereElse) {
    ModelDisk disk = withFile(std::string(2048, 'a'));
    disk.syncFile("file");
    disk.syncFolder("");
    disk.write("file", 0, std::string(2048, 'b'));
    bool torn = false;
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        const std::string found = after(disk, Luck::Kind::Mixed, seed).at("file");
        ASSERT_EQ(found.size(), 2048U);
        for (std::size_t start = 0; start < found.size(); start += 512) {
            const std::string sector = found.substr(start, 512);
            EXPECT_EQ(std::count(sector.begin(), sector.end(), sector.front()), 512);
        }
        torn = torn || (found.find('a') != std::string::npos && found.find('b') != std::string::npos);
    }
    EXPECT_TRUE(torn);
}

TEST(ModelDisk, KeepsALaterWriteWithoutAnEarlierOne) {
    ModelDisk disk = withFile("1");
    disk.write("file", 1, "2");
    disk.syncFolder("");
    bool found = false;
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        found = found || after(disk, Luck::Kind::Mixed, seed).at("file") == std::string(
                                                                                "\0"
                                                                                "2",
                                                                                2);
    }
    EXPECT_TRUE(found);
}

TEST(ModelDisk, BringsBackAFileWhoseRemovalWasNotFlushed) {
    ModelDisk disk = withFile("bytes");
    disk.syncFile("file");
    disk.syncFolder("");
    disk.remove("file");
    EXPECT_EQ(after(disk, Luck::Kind::AllLost), (Files{{"file", "bytes"}}));
    disk.syncFolder("");
    EXPECT_EQ(after(disk, Luck::Kind::AllLost), Files{});
}

}  // namespace
}  // namespace engross
