#include "work/isolation.h"

#include "pdf/pdf_error.h"
#include "work/limits.h"

#include <csignal>
#include <utility>

namespace engross {
namespace {

constexpr std::chrono::seconds kStartPatience{20};
constexpr int kBusyMachine = 4;

/// Our errors print as "subject: message"; the message alone travels on.
std::string withoutSubject(const std::string& sentence, const std::string& subject) {
    const std::string prefix = subject + ": ";
    return sentence.compare(0, prefix.size(), prefix) == 0 ? sentence.substr(prefix.size()) : sentence;
}

[[noreturn]] void rethrow(const Value& error) {
    const std::string code = error.textOr("code", "worker-answer");
    const std::string subject = error.textOr("subject", "");
    const std::string message = withoutSubject(error.textOr("message", ""), subject);
    const Value* retryable = error.find("retryable");
    const bool again = retryable != nullptr && retryable->boolean() != nullptr && *retryable->boolean();
    const auto retry = again ? Error::Retry::Yes : Error::Retry::No;
    if (code.compare(0, 4, "pdf-") == 0) {
        throw PdfError(code, subject, message, retry);
    }
    throw WorkError(code, subject, message, retry);
}

}  // namespace

Isolation::Isolation(std::vector<std::string> program) : program_(std::move(program)) {}

Value Isolation::run(const Value& errand, const std::string& subject, std::chrono::seconds patience,
                     const std::function<void(double)>& progress) {
    const auto end = std::chrono::steady_clock::now() + patience * kBusyMachine * slownessOfBuild();
    try {
        if (child_ == nullptr) {
            child_ = std::make_unique<WorkerProcess>(program_, WorkerProcess::Group::Shared);
            (void)child_->pipe().receive(kStartPatience);
        }
        child_->pipe().send(errand);
        while (true) {
            const auto left =
                std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
            const auto message = left.count() > 0 ? child_->pipe().receive(left) : std::nullopt;
            if (!message) {
                throw WorkError("worker-gone", subject, "it took too long");
            }
            if (const Value* outcome = message->find("outcome")) {
                return *outcome;
            }
            if (const Value* error = message->find("error")) {
                rethrow(*error);
            }
            if (const Value* share = message->find("progress"); share != nullptr && share->real() != nullptr) {
                progress(*share->real());
            }
        }
    } catch (const WorkError& error) {
        if (error.code() != "worker-gone") {
            throw;
        }
        // What still ran had not answered in time.
        const WorkerEnding ending = std::chrono::steady_clock::now() < end ? child_->collect() : child_->kill();
        if (ending.byUs || ending.signal == SIGXCPU) {
            child_.reset();
            throw WorkError("isolated-late", subject, "the program that read it took longer than is allowed");
        }
        child_.reset();
        throw WorkError("isolated-died", subject, "the program that read it was stopped");
    }
}

}  // namespace engross
