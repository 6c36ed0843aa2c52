#include "pdf/byte_output.h"

#include <gtest/gtest.h>

namespace engross {
namespace {

/// Pieces of every length that a border could fall into.
template <typename Output>
std::string putAll(Output& output) {
    std::string all;
    for (std::size_t length = 0; length < 3'000'000; length = length * 3 / 2 + 1) {
        const std::string piece(length, static_cast<char>('a' + length % 26));
        output.put(piece);
        all += piece;
        EXPECT_EQ(output.position(), all.size());
    }
    return all;
}

TEST(ByteOutput, KeptGivesBackWhatWasPutOnce) {
    KeptOutput output;
    const std::string all = putAll(output);
    EXPECT_TRUE(output.take() == all);
    EXPECT_TRUE(output.take().empty());
}

TEST(ByteOutput, PassedGivesAllOnInOrder) {
    std::string taken;
    PassedOutput output([&](std::string_view bytes) { taken += bytes; });
    const std::string all = putAll(output);
    output.flush();
    EXPECT_TRUE(taken == all);
}

}  // namespace
}  // namespace engross
