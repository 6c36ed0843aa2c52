#pragma once
#include "model/request.h"

#include <vector>

namespace engross {

/// The request of a document that a bundle makes: the bundle's case, options and exhibits, with the type and fields of
/// `make` (BundleItem::make). The bundle's waivers are of its own checks, its profile and pack of itself.
[[nodiscard]] Request madeRequest(const Request& bundle, const Value& make);

/// Of every item that is to be made, in order.
[[nodiscard]] std::vector<Request> madeRequests(const Request& bundle);

}  // namespace engross
