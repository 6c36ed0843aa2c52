#include "service/record.h"

#include "audit/trail.h"
#include "model/json.h"

namespace engross {

void record(Transaction& transaction, const Call& call, std::string_view action, const std::string& subject,
            const Object& details) {
    Object all = details;
    all.set("team", call.principal.team);
    if (!call.principal.personId.empty()) {
        all.set("person", call.principal.personId);
    }
    Trail(transaction)
        .append({.at = call.now,
                 .actor = call.principal.tokenId,
                 .action = std::string(action),
                 .subject = subject,
                 .request = call.correlation,
                 .details = canonicalJson(Value(std::move(all)))});
}

void recordSeen(const Context& context, const Call& call, std::string_view action, const std::string& subject,
                const Object& details) {
    context.parts.database.transaction(
        [&](Transaction& transaction) { record(transaction, call, action, subject, details); });
}

}  // namespace engross
