#pragma once
#include "service/access.h"
#include "service/answer.h"
#include "service/call.h"
#include "service/server.h"
#include "work/pinned_sources.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// Connections that got no answer, since the server was started.
struct LostConnections {
    std::int64_t refused = 0;  // no thread and no place to wait was free
    std::int64_t cutOff = 0;   // too slow with their headers
};

/// What a handler may use.
struct Context {
    const ServerParts& parts;
    const ServerSettings& settings;
    std::function<LostConnections()> lostConnections;
    PinnedSources& pinned;
};

using Handler = std::function<Answer(const Context&, const Call&)>;

struct Route {
    /// Open needs no token. Api answers a missing one with a problem, Page with the sign-in page.
    enum class Door { Open, Api, Page };

    std::string method;
    std::string pattern;  // "/api/v1/requests/{id}"
    Door door = Door::Api;
    Action action = Action::SeeTypes;  // of the doors that need a token
    Handler handler;
};

/// Every route there is; `/openapi.json` describes those under /api/ and the open ones that are no pages.
[[nodiscard]] const std::vector<Route>& routes();

/// The route of a call, with what its {names} stand for.
struct RouteMatch {
    const Route* route = nullptr;  // nullptr where no route has the path and the method
    std::map<std::string, std::string> parts{};
    std::vector<std::string> otherMethods{};  // that the path has, where the method is wrong
};
/// A HEAD is answered by the route of GET.
[[nodiscard]] RouteMatch match(const std::vector<Route>& table, std::string_view method, std::string_view path);

}  // namespace engross
