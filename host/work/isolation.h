#pragma once
#include "model/value.h"
#include "work/work_error.h"
#include "work/worker_process.h"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace engross {

/// Foreign files are read in a process of their own, so that a file which crashes, hangs or eats memory harms nothing
/// but that process. One child does errand after errand; it is started when first needed and again after a death.
class Isolation {
public:
    /// `program` is a path and its arguments; the child answers errands (`makeErrandHandler`).
    explicit Isolation(std::vector<std::string> program);

    /// The child's answer. Throws what the child threw with the same code and subject (PdfError for codes "pdf-…");
    /// WorkError "isolated-died" (its subject is `subject`) where the child died, "isolated-late" where it used up its
    /// processor time or did not answer in time. `patience` is what the errand may take on an idle machine; by the
    /// clock it gets four times as much, so that a busy machine does not turn good files away. (A file that loops is
    /// ended by its limit of processor time long before.)
    [[nodiscard]] Value run(
        const Value& errand, const std::string& subject, std::chrono::seconds patience,
        const std::function<void(double)>& progress = [](double) {});

private:
    std::vector<std::string> program_;
    std::unique_ptr<WorkerProcess> child_;
};

}  // namespace engross
