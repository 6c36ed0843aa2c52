#include "work/worker.h"

#include "model/error.h"
#include "work/limits.h"
#include "work/message_pipe.h"
#include "work/work_error.h"
#include "work/worker_process.h"

#include <cstdlib>
#include <new>
#include <string>

namespace engross {
namespace {

Value describe(const std::string& code, const std::string& subject, const std::string& message, bool retryable) {
    return Object{
        {"error", Object{{"code", code}, {"subject", subject}, {"message", message}, {"retryable", retryable}}}};
}

Value answer(const TaskHandler& handler, const Value& task, MessagePipe& pipe) {
    try {
        return Object{{"outcome", handler(task, [&pipe](double share) { pipe.send(Object{{"progress", share}}); })}};
    } catch (const Error& error) {
        if (error.code() == "worker-gone") {
            throw;
        }
        return describe(error.code(), error.subject(), error.what(), error.retryable());
    } catch (const std::bad_alloc&) {
        return describe("worker-memory", "worker", "the work needs more memory than a worker may use", false);
    }
}

}  // namespace

int answerTasks(const TaskHandler& handler) {
    const char* parent = std::getenv("ENGROSS_PARENT");
    if (parent == nullptr) {
        return EXIT_FAILURE;
    }
    dieWithParent(std::atoi(parent));
    MessagePipe pipe{WorkerProcess::kDescriptor};
    try {
        pipe.send(Object{{"ready", true}});
        while (true) {
            const auto task = pipe.receive(std::chrono::milliseconds{-1});
            pipe.send(answer(handler, *task, pipe));
        }
    } catch (const WorkError& error) {
        return error.code() == "worker-gone" ? EXIT_SUCCESS : EXIT_FAILURE;
    }
}

}  // namespace engross
