#pragma once
#include "life/document_desk.h"
#include "service/routes.h"

#include <optional>

namespace engross {

/// The body of a call that does something to a document or a register.
struct StepBody {
    Value value{};
    StatedStep step{};                // "by", "on" and "note"; who calls where "by" is not said
    std::optional<Answer> refusal{};  // where there is no such body
};
[[nodiscard]] StepBody readStep(const Context& context, const Call& call);

/// Who calls, for records and trail.
[[nodiscard]] LifeActor actorOf(const Context& context, const Call& call);

}  // namespace engross
