#pragma once
#include "model/request.h"

#include <string_view>
#include <vector>

namespace engross {

/// The request of a document that a bundle makes: the bundle's case, options and exhibits, with the type and fields of
/// `make` (BundleItem::make). The bundle's waivers are of its own checks, its profile and pack of itself.
[[nodiscard]] Request madeRequest(const Request& bundle, const Value& make);

/// The type of the letter that goes before a copy for information (Request::copy "each").
constexpr std::string_view coveringLetterType = "copy_covering_letter";

/// The request of that letter as far as the copied document decides it: case, options, and the fields that every copy's
/// letter says. Recipient and language are the copy's own.
[[nodiscard]] Request coveringLetterRequest(const Request& copied);

/// Of every document that is made beside the one asked for: the items that a bundle makes, in order, and the covering
/// letter of a document of which each recipient gets a copy. What they are made with is part of the request's closure.
[[nodiscard]] std::vector<Request> madeRequests(const Request& request);

}  // namespace engross
