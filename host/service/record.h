#pragma once
#include "service/routes.h"

#include <string>
#include <string_view>

namespace engross {

/// Appends to the trail what the call did, within the transaction that did it.
void record(Transaction& transaction, const Call& call, std::string_view action, const std::string& subject,
            const Object& details = {});

/// As above, in a transaction of its own: for what was seen or downloaded.
void recordSeen(const Context& context, const Call& call, std::string_view action, const std::string& subject,
                const Object& details = {});

}  // namespace engross
