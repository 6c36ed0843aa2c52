#pragma once
#include "queue/job.h"
#include "service/answer.h"
#include "service/answer_rows.h"
#include "service/call.h"

#include <string>
#include <vector>

namespace engross {

/// What the form shows.
struct AnswerPage {
    const Job& job;
    std::string title;  // of what the request makes
    std::vector<AnswerRow> rows;
    std::vector<Value> others;           // what stands in the way and is of no one document
    AnswerEntries entries{};             // as they were sent
    std::vector<FieldError> errors{};    // of the fields as they were sent
    std::vector<Diagnostic> refusals{};  // of the answer as a whole
};

/// The form by which a person answers a request that needs attention: one group of choices a document, those that are
/// asked about open, the others folded. It needs no script. What was entered stands there still, but passwords, which
/// are never sent back.
[[nodiscard]] Answer answerPage(const Call& call, int status, const AnswerPage& page);

}  // namespace engross
