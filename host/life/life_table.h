#pragma once
#include "store/records.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace engross {

/// What happens to a document. `Serve` records service on one recipient, `ServeLast` on the last who was missing;
/// `Undeliver` records that a copy came back. `Supersede` is not asked for: it follows from issuing the next version.
enum class LifeVerb { Approve, SendBack, Sign, Issue, Serve, ServeLast, Undeliver, Supersede, Withdraw };

/// "approve", "send_back" …: as records and the trail have them; service is "serve", the last one too.
[[nodiscard]] std::string_view nameOf(LifeVerb verb) noexcept;

/// One allowed move.
struct LifeStep {
    /// Whether the step is there for every document, only for those that a person signs, or only for the others.
    enum class For : std::uint8_t { All, Signed, Unsigned };
    LifeVerb verb;
    DocumentState from;
    DocumentState to;
    For forWhich = For::All;
};

/// Every allowed move; what is not in it is refused. `draft` has none but away: a document that is made without
/// `draft` begins as `checked`.
[[nodiscard]] std::span<const LifeStep> lifeSteps() noexcept;

/// Where the verb leads from a state; nothing where it is not allowed.
[[nodiscard]] std::optional<DocumentState> stateAfter(DocumentState state, LifeVerb verb, bool isSigned);

/// The state that must come first for the verb, of a document that is not there yet: `approved` for `Sign`. Nothing
/// where no later step of this document can ever allow the verb: it has gone past it, or has ended.
[[nodiscard]] std::optional<DocumentState> neededFor(DocumentState state, LifeVerb verb, bool isSigned);

/// Signed or served means locked (GEN-09): such a document is never made again nor overwritten, a change is a new
/// version. What was superseded or withdrawn is kept as it was.
[[nodiscard]] bool isLocked(DocumentState state) noexcept;

}  // namespace engross
