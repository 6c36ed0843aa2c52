#include "queue/job.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace engross {
namespace {

constexpr std::array<std::string_view, 8> stateNames{"queued", "running", "waiting",   "needs_attention",
                                                     "done",   "failed",  "cancelled", "quarantined"};
constexpr std::array<std::string_view, 3> laneNames{"letters", "bundles", "inspections"};
constexpr std::array<std::string_view, 2> kindNames{"request", "inspection"};

std::chrono::milliseconds since(Instant start, Instant now) {
    return std::max(std::chrono::milliseconds{0}, now - start);
}

}  // namespace

std::string_view nameOf(JobState state) noexcept {
    return stateNames[static_cast<std::size_t>(state)];
}

std::optional<JobState> jobStateFrom(std::string_view name) {
    const auto found = std::ranges::find(stateNames, name);
    return found == stateNames.end() ? std::nullopt : std::optional(static_cast<JobState>(found - stateNames.begin()));
}

bool isFinal(JobState state) noexcept {
    return state == JobState::Done || state == JobState::Failed || state == JobState::Cancelled ||
           state == JobState::Quarantined;
}

std::string_view nameOf(Lane lane) noexcept {
    return laneNames[static_cast<std::size_t>(lane)];
}

std::optional<Lane> laneFrom(std::string_view name) {
    const auto found = std::ranges::find(laneNames, name);
    return found == laneNames.end() ? std::nullopt : std::optional(static_cast<Lane>(found - laneNames.begin()));
}

std::string_view nameOf(JobKind kind) noexcept {
    return kindNames[static_cast<std::size_t>(kind)];
}

std::optional<JobKind> jobKindFrom(std::string_view name) {
    const auto found = std::ranges::find(kindNames, name);
    return found == kindNames.end() ? std::nullopt : std::optional(static_cast<JobKind>(found - kindNames.begin()));
}

std::chrono::milliseconds Job::waiting(Instant now) const {
    return waited + (state == JobState::Queued ? since(stateSince, now) : std::chrono::milliseconds{0});
}

std::chrono::milliseconds Job::working(Instant now) const {
    return worked + (state == JobState::Running ? since(stateSince, now) : std::chrono::milliseconds{0});
}

}  // namespace engross
