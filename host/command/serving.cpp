#include "command/serving.h"

#include "work/worker_process.h"

#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <charconv>
#include <csignal>
#include <thread>

namespace engross {
namespace {

constexpr unsigned kFewestWorkers = 3;
constexpr unsigned kMostWorkers = 64;

sigset_t awaited() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

unsigned workerCount(const Arguments& arguments) {
    const unsigned usual = std::max(kFewestWorkers, std::thread::hardware_concurrency() + 1);
    const auto text = arguments.value("workers");
    if (!text) {
        return usual;
    }
    unsigned count = 0;
    const auto read = std::from_chars(text->data(), text->data() + text->size(), count);
    if (read.ptr != text->data() + text->size() || count < kFewestWorkers || count > kMostWorkers) {
        throw UsageFaults{{{UsageFault::Kind::UnfitValue, "--workers " + *text, "3-64"}}};
    }
    return count;
}

}  // namespace

StopSignals::StopSignals() {
    // Evidence and documents of people: nobody else on this machine reads them.
    ::umask(S_IRWXG | S_IRWXO);
    const sigset_t signals = awaited();
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

void StopSignals::wait() {
    const sigset_t signals = awaited();
    int number = 0;
    ::sigwait(&signals, &number);
}

void StopSignals::stop() noexcept {
    ::kill(::getpid(), SIGTERM);
}

SupervisorSettings workerSettings(const Arguments& arguments, const DataFolder& data) {
    SupervisorSettings settings;
    settings.program = {ownProgram(), "worker", "--home", findHome(arguments)};
    settings.scratch = data.scratch();
    settings.prepared = data.path() + "/prepared";
    settings.slots = workerCount(arguments);
    return settings;
}

Exit stoppedAfter(const std::string& code, Console& console) {
    if (code.empty()) {
        return Exit::Done;
    }
    console.complain(console.text("serve.must_stop", {{"code", code}}));
    return Exit::Failed;
}

Option workersOption() {
    return {.name = "workers", .value = "N"};
}

}  // namespace engross
