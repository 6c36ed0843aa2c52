#include "command/commands.h"
#include "command/live_catalogue.h"
#include "command/serving.h"
#include "model/json.h"
#include "service/server.h"
#include "work/version.h"

#include <charconv>
#include <fstream>
#include <mutex>

namespace engross {
namespace {

constexpr std::chrono::hours kSignInUsable{12};
constexpr std::chrono::hours kSessionLength{12};

void setListen(const std::string& text, ServerSettings& settings) {
    const auto colon = text.rfind(':');
    const std::string port = colon == std::string::npos ? text : text.substr(colon + 1);
    const auto read = std::from_chars(port.data(), port.data() + port.size(), settings.port);
    if (port.empty() || read.ec != std::errc{} || read.ptr != port.data() + port.size()) {
        throw UsageFaults{{{UsageFault::Kind::UnfitValue, "--listen " + text, "127.0.0.1:8080"}}};
    }
    if (colon != std::string::npos && colon > 0) {
        settings.address = text.substr(0, colon);
    }
}

/// One JSON line a call in the data folder's log; calls hold no personal data.
class CallLog {
public:
    explicit CallLog(const std::string& path) : file_(path, std::ios::app) {}
    void write(const Value& line) {
        const std::lock_guard lock{mutex_};
        file_ << writeJson(line) << '\n' << std::flush;
    }

private:
    std::mutex mutex_;
    std::ofstream file_;
};

void announce(DataFolder& data, const Server& server, const Arguments& arguments, Console& console) {
    const Instant now = systemNow();
    Grant grant;
    grant.role = PersonRole::Administrator;
    grant.team = arguments.valueOr("team", "housing");
    grant.expiresAt = now + kSessionLength;
    const std::string link = makeSignInLink(data.database(), server.url(), grant, kSignInUsable, now);
    if (console.answersJson()) {
        console.answer(Object{{"url", server.url()}, {"sign_in", link}});
    } else {
        console.out() << console.text("serve.address", {{"url", server.url()}}) << '\n'
                      << console.text("serve.sign_in", {{"url", link}}) << '\n'
                      << std::flush;
    }
}

Exit serve(const Arguments& arguments, Console& console) {
    ServerSettings settings;
    setListen(arguments.valueOr("listen", "127.0.0.1:8080"), settings);
    StopSignals signals;
    DataFolder data{arguments};
    settings.dataFolder = data.path();
    settings.version = engineVersion();
    const SupervisorSettings workers = workerSettings(arguments, data);
    LiveCatalogue catalogue{findHome(arguments), data};
    CallLog log{data.path() + "/calls.log"};
    std::mutex brokenMutex;
    std::string broken;
    const auto mustStop = [&](const std::string& code) {
        const std::lock_guard lock{brokenMutex};
        broken = code;
        signals.stop();
    };
    {
        Supervisor supervisor{workers,
                              {.queue = data.queue(),
                               .database = data.database(),
                               .vault = data.vault(),
                               .clock = systemNow,
                               .mustStop = mustStop,
                               .seal = &data.seal(),
                               .catalogue = [&] { return catalogue.current(); }}};
        const Server server{{.database = data.database(),
                             .queue = data.queue(),
                             .vault = data.vault(),
                             .catalogue = [&] { return catalogue.current(); },
                             .clock = systemNow,
                             .workforce = &supervisor,
                             .mustStop = mustStop,
                             .seal = &data.seal(),
                             .log = [&](const Value& line) { log.write(line); }},
                            settings};
        announce(data, server, arguments, console);
        signals.wait();
        console.say(console.text("serve.stopping"));
    }
    return stoppedAfter(broken, console);
}

}  // namespace

Command serveCommand() {
    return {.name = "serve",
            .options = {{.name = "listen", .value = "ADDRESS:PORT"},
                        dataOption(),
                        {.name = "team", .value = "TEAM", .ownHelp = true},
                        workersOption(),
                        homeOption()},
            .run = serve};
}

}  // namespace engross
