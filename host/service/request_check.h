#pragma once
#include "model/diagnostic.h"
#include "model/request.h"
#include "service/routes.h"

#include <string_view>
#include <vector>

namespace engross {

/// A posted body as a request, with everything that is to be said of it.
struct PostedRequest {
    Request request{};
    std::vector<Diagnostic> diagnostics{};
    bool isJson = true;  // false: the one diagnostic says where the text stops being JSON
};

/// Reads and checks a body: its shape, its type's schema and checks, and that the exhibits and the pack it names belong
/// to the case and the team. All faults at once. `accepted` is the request that the body answers, where it does: what
/// was ordered in it stands unless somebody changes it who may.
[[nodiscard]] PostedRequest checkRequest(const Context& context, const Call& call, const Catalogue& catalogue,
                                         std::string_view body, const Request& accepted = {});

}  // namespace engross
