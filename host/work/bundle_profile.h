#pragma once
#include "bundle/plan_check.h"
#include "bundle/profile.h"
#include "work/produce_parts.h"

#include <optional>
#include <vector>

namespace engross {

/// Profiles from their files, "plugins/bundle/profiles/courts-2021.json".
[[nodiscard]] ProfileSet profilesFrom(const std::vector<ScriptFile>& files, Language reader);

/// The profile that a bundle is made by: that of the request, or of its type, with the directions of the request over
/// it, its protected terms, and whether every page is to be read: where the request, the profile or a protected term
/// asks for that, but not of a preview. Nothing, and why, where there is none of that name, or its file or the
/// directions have faults.
[[nodiscard]] std::optional<BundleProfile> profileOf(const Order& order, Language reader,
                                                     std::vector<Diagnostic>& faults);

/// The bundle is judged by the numbering that it `has`; where another was directed (a fault) or is asked for by the
/// profile (a warning), that is told.
[[nodiscard]] std::vector<Diagnostic> keepNumbering(BundleProfile& profile, std::string_view has, Language reader);

/// A fault for each item of the request whose kind nobody asks for, neither the type nor the profile nor the
/// directions, with the kinds that somebody does.
[[nodiscard]] std::vector<Diagnostic> unknownKinds(const Order& order, const BundleProfile& profile, Language reader);

}  // namespace engross
