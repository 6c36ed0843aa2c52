#pragma once
#include "model/diagnostic.h"
#include "model/request.h"

#include <cstddef>
#include <string>
#include <vector>

namespace engross {

/// A document made at once, for looking at.
struct Preview {
    std::string pdf;  // empty exactly when a diagnostic refuses
    std::size_t pages = 0;
    std::vector<Diagnostic> diagnostics;
};

/// The workers of this process, as the service sees them. Safe for all threads.
class Workforce {
public:
    virtual ~Workforce() = default;
    /// Makes a document in a warm worker, as a draft, without a durable request. Throws Error where the worker failed.
    virtual Preview preview(const Request& request) = 0;
    /// Something new is in the queue: the workers look now rather than at their next turn.
    virtual void wake() noexcept = 0;
    /// Why no work is taken at the moment ("vault-full"), or empty: what /readyz says.
    [[nodiscard]] virtual std::string paused() const = 0;
};

}  // namespace engross
