// A worker that does what the request's type says instead of making documents: the ways in which real ones go wrong.
#include "model/json.h"
#include "model/request.h"
#include "work/limits.h"
#include "work/scratch.h"
#include "work/task.h"
#include "work/work_error.h"
#include "work/worker.h"

#include <fcntl.h>
#include <unistd.h>
#include <csignal>
#include <memory>
#include <vector>

namespace engross {
namespace {

constexpr std::uint64_t kMemory = std::uint64_t{512} << 20U;

/// The same request and time give the same bytes, however often and by whomever they are made.
Value made(const Task& task, const std::function<void(double)>& progress, int rounds) {
    std::string bytes = canonicalJson(task.request) + isoTime(task.at);
    for (int round = 0; round < rounds; ++round) {
        for (int turn = 0; turn < 2000; ++turn) {
            bytes += Sha256::of(bytes).hex();
            bytes.erase(0, 64);
        }
        progress(static_cast<double>(round) / rounds);
    }
    ScratchVault vault{task.scratch};
    Outcome outcome;
    outcome.state = Outcome::State::Done;
    outcome.artefacts.push_back({.hash = vault.put(bytes), .name = "note.pdf", .pages = 1});
    return toValue(outcome);
}

[[noreturn]] void loopForEver() {
    volatile std::uint64_t turns = 0;
    while (true) {
        turns = turns + 1;
    }
}

Value lie(const Task& task) {
    Outcome outcome;
    outcome.state = Outcome::State::Done;
    outcome.artefacts.push_back({.hash = Sha256::of("something else"), .name = "note.pdf", .pages = 1});
    ScratchVault vault{task.scratch};
    (void)vault.put("what was made");
    return toValue(outcome);
}

Value link(const Task& task) {
    Outcome outcome;
    outcome.state = Outcome::State::Done;
    const Sha256 hash = hashFile("/etc/hostname");
    outcome.artefacts.push_back({.hash = hash, .name = "note.pdf", .pages = 1});
    if (::symlink("/etc/hostname", (task.scratch + "/" + hash.hex()).c_str()) != 0) {
        throw WorkError("scratch", task.scratch, "no link could be made");
    }
    return toValue(outcome);
}

Value eatMemory() {
    std::vector<std::unique_ptr<std::vector<char>>> pieces;
    while (true) {
        pieces.push_back(std::make_unique<std::vector<char>>(std::size_t{16} << 20U, 'x'));
    }
}

/// By the signal itself: a sanitizer would turn it into an exit.
void crash() {
    std::signal(SIGSEGV, SIG_DFL);
    std::raise(SIGSEGV);
}

/// Only the first worker to come here dies.
void crashOnce(const std::string& marker) {
    const int file = ::open(marker.c_str(), O_CREAT | O_EXCL | O_WRONLY, 0600);
    if (file >= 0) {
        ::close(file);
        crash();
    }
}

Value handle(const Value& message, const std::function<void(double)>& progress) {
    const Task task = taskFrom(message);
    if (task.kind == Task::Kind::Inspect) {
        return Object{{"accepted", true}, {"media_type", "application/pdf"}, {"facts", Object{{"pages", 3}}}};
    }
    const Request request = readRequest(task.request).request;
    if (request.type == "crash") {
        crash();
    } else if (request.type == "crash_once") {
        crashOnce(request.fields.textOr("marker", ""));
    } else if (request.type == "endless") {
        loopForEver();
    } else if (request.type == "greedy") {
        return eatMemory();
    } else if (request.type == "liar") {
        return lie(task);
    } else if (request.type == "linker") {
        return link(task);
    } else if (request.type == "refusal") {
        Outcome outcome;
        Diagnostic diagnostic;
        diagnostic.code = "test-refusal";
        diagnostic.message = "the test refuses";
        outcome.diagnostics.push_back(diagnostic);
        return toValue(outcome);
    } else if (request.type == "slow") {
        return made(task, progress, 60);
    }
    return made(task, progress, 2);
}

}  // namespace
}  // namespace engross

int main() {
    engross::confine({.memoryBytes = engross::kMemory});
    return engross::answerTasks(engross::handle);
}
