#pragma once
#include "model/diagnostic.h"
#include "model/value.h"
#include "store/release_records.h"
#include "words/messages.h"

#include <string>
#include <vector>

namespace engross {

/// Reads `{"to", "method", "on", "by", "volume", "note"}` for a release that is known. All faults at once: who got it,
/// how, when and from whom must be said; neither a day before the release was made nor one after `now` is one.
[[nodiscard]] ReleaseGiven readGiven(const Value& value, const KnownRelease& release, Instant now, Language reader,
                                     std::vector<Diagnostic>& faults);

/// Keeps it, and appends "release.given" to the trail, in the transaction. `given` is whole but for its id and time.
void recordGiven(Transaction& transaction, ReleaseGiven& given, const std::string& actor, Instant now);

/// `{"id", "release", "identity", "to", "method", "on", "by", "volume", "note", "recorded_at"}`.
[[nodiscard]] Value toValue(const ReleaseGiven& given);

/// "release 2 (1f6c9a52), given to the tribunal by e-mail on 3 March 2027 by D. Officer".
[[nodiscard]] std::string sentenceOf(const ReleaseGiven& given, Language reader);

}  // namespace engross
