#include "service/server_fixture.h"

#include <Poco/Net/NetException.h>
#include <Poco/Net/StreamSocket.h>

#include <array>

namespace engross {
namespace {

using std::chrono::milliseconds;

/// A client that sends what it likes when it likes.
class RawClient {
public:
    explicit RawClient(std::uint16_t port) : socket_(Poco::Net::SocketAddress("127.0.0.1", port)) {
        socket_.setReceiveTimeout(Poco::Timespan(20, 0));
    }
    void send(const std::string& bytes) {
        socket_.sendBytes(bytes.data(), static_cast<int>(bytes.size()));
    }
    /// Everything until the server ends the connection, or up to `end`.
    std::string receive(const std::string& end = {}) {
        std::string found;
        std::array<char, 4096> buffer{};
        try {
            while (end.empty() || found.find(end) == std::string::npos) {
                const int count = socket_.receiveBytes(buffer.data(), static_cast<int>(buffer.size()));
                if (count <= 0) {
                    break;
                }
                found.append(buffer.data(), static_cast<std::size_t>(count));
            }
        } catch (const Poco::Net::ConnectionResetException&) {
            return found;
        }
        return found;
    }

private:
    Poco::Net::StreamSocket socket_;
};

class ConnectionsTest : public ServiceTest {
protected:
    std::int64_t lost(const std::string& kind) {
        const Reply reply = get("/readyz", {}, "");
        return *reply.json().find("connections")->find(kind)->integer();
    }
};

constexpr const char* shortCall = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";

TEST_F(ConnectionsTest, AClientThatSendsItsHeadersTooSlowlyIsCutOffAndCounted) {
    settings_.idle = std::chrono::seconds{60};
    settings_.headerDeadline = milliseconds{200};
    RawClient slow(server().port());
    slow.send("GET /healthz HTTP/1.1\r\nX-Slow");
    EXPECT_EQ(slow.receive(), "");
    RawClient silent(server().port());
    EXPECT_EQ(silent.receive(), "");
    EXPECT_EQ(lost("cut_off"), 2);
    EXPECT_EQ(lost("refused"), 0);
}

TEST_F(ConnectionsTest, ASlowSecondCallOfAConnectionIsCutOffToo) {
    settings_.idle = std::chrono::seconds{60};
    settings_.keepAlive = std::chrono::seconds{60};
    settings_.headerDeadline = milliseconds{200};
    RawClient slow(server().port());
    slow.send(shortCall);
    EXPECT_NE(slow.receive("\"ok\"}").find("200 OK"), std::string::npos);
    slow.send("GET /healthz HT");
    EXPECT_EQ(slow.receive(), "");
    EXPECT_EQ(lost("cut_off"), 1);
}

TEST_F(ConnectionsTest, ABodyMayTakeLongerThanHeadersMay) {
    settings_.idle = std::chrono::seconds{60};
    settings_.headerDeadline = milliseconds{200};
    RawClient patient(server().port());
    const std::string body = letter;
    patient.send("POST /api/v1/requests HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" +
                 ("Authorization: Bearer " + officer_) + "\r\nContent-Length: " + std::to_string(body.size()) +
                 "\r\n\r\n" + body.substr(0, 10));
    RawClient slow(server().port());
    slow.send("GET ");
    EXPECT_EQ(slow.receive(), "") << "which began later and is over";
    patient.send(body.substr(10));
    EXPECT_NE(patient.receive("\r\n\r\n").find("202 Accepted"), std::string::npos);
}

TEST_F(ConnectionsTest, AConnectionForWhichThereIsNoRoomIsCounted) {
    settings_.threads = 1;
    settings_.queued = 1;
    settings_.keepAlive = std::chrono::seconds{60};
    auto served = std::make_unique<RawClient>(server().port());
    served->send(shortCall);
    EXPECT_NE(served->receive("\"ok\"}").find("200 OK"), std::string::npos);
    auto waiting = std::make_unique<RawClient>(server().port());
    waiting->send(shortCall);
    EXPECT_EQ(RawClient(server().port()).receive(), "");
    served.reset();
    EXPECT_NE(waiting->receive("\"ok\"}").find("200 OK"), std::string::npos);
    waiting.reset();
    EXPECT_EQ(lost("refused"), 1);
}

TEST_F(ConnectionsTest, AStoppingServerWaitsForNoSilentClient) {
    settings_.idle = std::chrono::seconds{60};
    RawClient silent(server().port());
    RawClient half(server().port());
    half.send("GET /healthz");
    EXPECT_EQ(get("/healthz").status, 200);
    const auto begun = std::chrono::steady_clock::now();
    server_.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds{30});
}

}  // namespace
}  // namespace engross
