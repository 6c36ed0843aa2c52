#include "work/pinned_sources.h"

#include "script/source_package.h"
#include "work/version.h"

namespace engross {
namespace {

constexpr std::size_t mostRemembered = 10'000;

}  // namespace

PinnedSources::PinnedSources(Vault& vault) : vault_(vault) {}

std::optional<ClosureRecord> PinnedSources::keep(const Catalogue& catalogue, const Request& request,
                                                 const Sha256& closure, Instant now) {
    {
        const std::lock_guard lock(mutex_);
        if (noted_.contains(closure)) {
            return std::nullopt;
        }
    }
    ClosureSources sources = catalogue.sources(request, now);
    if (sources.files.empty()) {
        return std::nullopt;
    }
    ClosureRecord record{.closure = closure,
                         .type = sources.type,
                         .version = sources.version,
                         .engine = std::string(engineVersion()),
                         .sources = vault_.put(writePackage(std::move(sources.files))),
                         .uses = {},
                         .made = {},
                         .firstUsedAt = now};
    for (ClosureSources::Use& use : sources.uses) {
        record.uses.push_back({std::move(use.kind), std::move(use.name), use.hash});
    }
    for (const ClosureSources::Made& made : sources.made) {
        record.made.emplace_back(made.type, made.version);
    }
    return record;
}

void PinnedSources::noted(const Sha256& closure) {
    const std::lock_guard lock(mutex_);
    if (noted_.size() >= mostRemembered) {
        noted_.clear();
    }
    noted_.insert(closure);
}

}  // namespace engross
