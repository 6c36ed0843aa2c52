#include "command/program.h"
#include "model/json.h"
#include "store/test_folder.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <chrono>
#include <functional>
#include <thread>

namespace engross {
namespace {

bool eventually(const std::function<bool()>& condition) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{20};
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) {
            return false;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    return true;
}

class OperationsTest : public testing::Test {
protected:
    TestFolder folder;
    std::string data = folder.path("data");
    Ran engross(const std::vector<std::string>& words) {
        return run(folder.path(), words);
    }
};

TEST_F(OperationsTest, PrintsANewTokenAlone) {
    const Ran ran = engross({"token", "new", "--role", "officer", "--data", data});
    EXPECT_EQ(ran.exit, 0) << ran.err;
    EXPECT_EQ(ran.out.rfind("egr_", 0), 0U);
    EXPECT_EQ(std::count(ran.out.begin(), ran.out.end(), '\n'), 1);
    EXPECT_TRUE(ran.err.empty());
}

TEST_F(OperationsTest, NamesTheRolesWhereOneIsUnknown) {
    const Ran ran = engross({"token", "new", "--role", "king", "--data", data});
    EXPECT_EQ(ran.exit, 2);
    EXPECT_NE(ran.err.find("officer"), std::string::npos);
}

TEST_F(OperationsTest, VerifiesTheTrail) {
    ASSERT_EQ(engross({"token", "new", "--role", "officer", "--data", data}).exit, 0);
    const Ran whole = engross({"audit", "verify", "--data", data});
    EXPECT_EQ(whole.exit, 0) << whole.err;
    EXPECT_EQ(whole.out.rfind("engross-trail 1 1 ", 0), 0U) << whole.out;
    write(folder.path("kept"), "engross-trail 1 2 " + std::string(64, 'a') + "\n");
    const Ran broken = engross({"audit", "verify", "--data", data, "--checkpoint", folder.path("kept")});
    EXPECT_EQ(broken.exit, 1) << broken.out;
    EXPECT_NE(broken.err.find("broken at record"), std::string::npos) << broken.err;
}

TEST_F(OperationsTest, ServesUntilItIsToldToStopAndThenStopsCleanly) {
    const TestFolder other;
    Program service{folder.path(), {"serve", "--listen", "127.0.0.1:0", "--data", data}};
    ASSERT_TRUE(eventually([&] { return service.out().find("sign-in?key=") != std::string::npos; })) << service.err();
    service.signal(SIGTERM);
    EXPECT_EQ(service.wait(), 0) << service.err();
}

TEST_F(OperationsTest, RunsWorkersAlone) {
    Program workers{folder.path(), {"work", "--data", data}};
    ASSERT_TRUE(eventually([&] { return workers.err().find(data) != std::string::npos; }));
    workers.signal(SIGINT);
    EXPECT_EQ(workers.wait(), 0) << workers.err();
}

TEST_F(OperationsTest, SaysWhyItCannotListen) {
    const Ran ran = engross({"serve", "--listen", "256.0.0.1:80", "--data", data});
    EXPECT_EQ(ran.exit, 3);
    EXPECT_FALSE(ran.err.empty());
    EXPECT_EQ(engross({"serve", "--listen", "nowhere:http", "--data", data}).exit, 2);
}

/// Samples through HTTP, the queue and the workers.
TEST_F(OperationsTest, MakesALetterThroughTheService) {
    const TestFolder home;
    const TestFolder other;
    std::filesystem::create_directories(home.path("samples/requests"));
    for (const char* part : {"plugins", "scripts", "templates"}) {
        std::filesystem::create_directory_symlink(std::string(ENGROSS_SOURCE_DIR) + "/" + part, home.path(part));
    }
    std::filesystem::copy(sample("requests/missed_appointment.json"), home.path("samples/requests"));
    Program service{folder.path(),
                    {"serve", "--listen", "127.0.0.1:0", "--data", data, "--home", home.path(), "--json"}};
    ASSERT_TRUE(eventually([&] { return readJson(service.out()).value.has_value(); })) << service.err();
    const std::string url = readJson(service.out()).value->textOr("url", "");
    const Ran token = run(other.path(), {"token", "new", "--role", "officer", "--data", data});
    const Ran ran = run(other.path(), {"samples", "--url", url, "--token", token.out.substr(0, token.out.size() - 1),
                                       "--evidence", other.path(), "-o", other.path("made"), "--home", home.path()});
    EXPECT_EQ(ran.exit, 0) << ran.out << ran.err;
    EXPECT_NE(ran.out.find("1 of 1"), std::string::npos) << ran.out;
    service.signal(SIGTERM);
    EXPECT_EQ(service.wait(), 0) << service.err();
    EXPECT_EQ(run(other.path(), {"audit", "verify", "--data", data}).exit, 0);
}

}  // namespace
}  // namespace engross
