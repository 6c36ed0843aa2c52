#include "work/message_pipe.h"

#include "work/work_error.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>
#include <array>
#include <string>
#include <thread>

namespace engross {
namespace {

using namespace std::chrono_literals;

struct Ends {
    std::array<int, 2> descriptors{};
    Ends() {
        EXPECT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, descriptors.data()), 0);
    }
};

std::string codeOf(MessagePipe& pipe) {
    try {
        (void)pipe.receive(1s);
    } catch (const WorkError& error) {
        return error.code();
    }
    return "";
}

TEST(MessagePipe, CarriesMessagesInOrder) {
    const Ends ends;
    MessagePipe left{ends.descriptors[0]};
    MessagePipe right{ends.descriptors[1]};
    left.send(Object{{"first", 1}});
    left.send("second");
    EXPECT_EQ(right.receive(1s), Value(Object{{"first", 1}}));
    EXPECT_EQ(right.receive(1s), Value("second"));
    EXPECT_EQ(right.receive(0ms), std::nullopt);
}

TEST(MessagePipe, CarriesAMessageLargerThanTheSocketHolds) {
    const Ends ends;
    MessagePipe left{ends.descriptors[0]};
    MessagePipe right{ends.descriptors[1]};
    const std::string large(5'000'000, 'x');
    std::thread writer{[&] { left.send(large); }};
    const auto received = right.receive(10s);
    writer.join();
    ASSERT_TRUE(received);
    EXPECT_EQ(*received->text(), large);
}

TEST(MessagePipe, SaysThatTheOtherEndIsGone) {
    const Ends ends;
    MessagePipe left{ends.descriptors[0]};
    ::close(ends.descriptors[1]);
    EXPECT_EQ(codeOf(left), "worker-gone");
    EXPECT_THROW(left.send("anybody?"), WorkError);
}

TEST(MessagePipe, RefusesAnAnnouncedLengthThatNobodyWouldSend) {
    const Ends ends;
    MessagePipe left{ends.descriptors[0]};
    const std::string header = "\xff\xff\xff\xff";
    ASSERT_EQ(::write(ends.descriptors[1], header.data(), header.size()), 4);
    EXPECT_EQ(codeOf(left), "worker-answer");
    ::close(ends.descriptors[1]);
}

TEST(MessagePipe, RefusesWhatIsNotJson) {
    const Ends ends;
    MessagePipe left{ends.descriptors[0]};
    const std::string message("\0\0\0\2{]", 6);
    ASSERT_EQ(::write(ends.descriptors[1], message.data(), message.size()), 6);
    EXPECT_EQ(codeOf(left), "worker-answer");
    ::close(ends.descriptors[1]);
}

}  // namespace
}  // namespace engross
