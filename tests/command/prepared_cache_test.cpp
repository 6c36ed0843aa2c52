#include "command/prepared_cache.h"

#include <gtest/gtest.h>
#include <cstdlib>

namespace engross {
namespace {

TEST(PreparedCache, StandsWhereTheUserKeepsSuchThings) {
    const char* home = std::getenv("HOME");
    const std::string kept = home == nullptr ? "" : home;
    ::setenv("HOME", "/home/a", 1);
    ::setenv("XDG_CACHE_HOME", "/cache", 1);
    EXPECT_EQ(preparedCache(), "/cache/engross/prepared");
    ::setenv("XDG_CACHE_HOME", "not/absolute", 1);
    EXPECT_EQ(preparedCache(), "/home/a/.cache/engross/prepared");
    ::unsetenv("XDG_CACHE_HOME");
    ::unsetenv("HOME");
    EXPECT_EQ(preparedCache(), "");
    ::setenv("HOME", kept.c_str(), 1);
}

}  // namespace
}  // namespace engross
