#include "service/handlers.h"
#include "store/migrations.h"

#include <algorithm>
#include <filesystem>

namespace engross {
namespace {

struct Check {
    std::string name;
    std::string fault;  // a code, or empty
};

// An unreachable store answers with its error's code; any other fault of ours is not for /readyz to hide.
Check storeCheck(Database& database) {
    try {
        proveWritable(database);
        const bool current = schemaVersion(database) == migrations().back().number;
        return {"store", current ? "" : "schema-outdated"};
    } catch (const StoreError& error) {
        return {"store", error.code()};
    }
}

Check diskCheck(const ServerSettings& settings) {
    if (settings.dataFolder.empty()) {
        return {"disk", ""};
    }
    std::error_code fault;
    const auto space = std::filesystem::space(settings.dataFolder, fault);
    if (fault) {
        return {"disk", "disk-unreadable"};
    }
    return {"disk", space.available < settings.leastFreeBytes ? "disk-nearly-full" : ""};
}

Check workCheck(const ServerParts& parts) {
    return {"work", parts.workforce == nullptr ? std::string() : parts.workforce->paused()};
}

}  // namespace

Answer showHealth(const Context& /*context*/, const Call& /*call*/) {
    return json(200, Object{{"status", "ok"}});
}

Answer showReadiness(const Context& context, const Call& call) {
    bool ready = true;
    List checks;
    for (const Check& check :
         {storeCheck(context.parts.database), diskCheck(context.settings), workCheck(context.parts)}) {
        ready = ready && check.fault.empty();
        Object shown{{"name", check.name}, {"ok", check.fault.empty()}};
        if (!check.fault.empty()) {
            shown.set("code", check.fault);
        }
        checks.push_back(std::move(shown));
    }
    List lanes;
    for (const LaneDepth& depth : context.parts.queue.depths()) {
        const auto waiting = depth.oldest ? std::max(std::chrono::milliseconds{0}, call.now - *depth.oldest)
                                          : std::chrono::milliseconds{0};
        lanes.push_back(Object{{"lane", nameOf(depth.lane)},
                               {"queued", depth.queued},
                               {"running", depth.running},
                               {"oldest_ms", std::int64_t{waiting.count()}}});
    }
    const LostConnections lost = context.lostConnections();
    Answer answer =
        json(ready ? 200 : 503, Object{{"ready", ready},
                                       {"checks", std::move(checks)},
                                       {"lanes", std::move(lanes)},
                                       {"connections", Object{{"refused", lost.refused}, {"cut_off", lost.cutOff}}}});
    if (!ready) {
        answer.with("Retry-After", "5");
    }
    return answer;
}

}  // namespace engross
