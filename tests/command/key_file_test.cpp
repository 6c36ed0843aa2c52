#include "command/key_file.h"

#include "command/command_error.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

namespace engross {
namespace {

TEST(KeyFile, IsMadeOnceForItsOwnerAlone) {
    const TestFolder folder;
    const std::string closed = sealOf(folder.path("key")).close("sesame", "request-1");
    EXPECT_EQ(sealOf(folder.path("key")).open(closed, "request-1"), "sesame");
    struct stat facts = {};
    ASSERT_EQ(::stat(folder.path("key").c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0600U);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(KeyFile, IsOneKeyThoughManyProgramsStartAtOnce) {
    const TestFolder folder;
    std::vector<std::string> digests(8);
    std::vector<std::thread> threads;
    for (std::string& digest : digests) {
        threads.emplace_back([&] { digest = sealOf(folder.path("key")).digest("body").hex(); });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    for (const std::string& digest : digests) {
        EXPECT_EQ(digest, digests.front());
    }
}

TEST(KeyFile, IsNeverReplacedWhereItIsDamaged) {
    const TestFolder folder;
    std::ofstream(folder.path("key")) << "0123\n";
    try {
        (void)sealOf(folder.path("key"));
        FAIL() << "a damaged key was taken";
    } catch (const CommandError& error) {
        EXPECT_EQ(error.code(), "key-damaged");
    }
    EXPECT_EQ(std::filesystem::file_size(folder.path("key")), 5U);
}

}  // namespace
}  // namespace engross
