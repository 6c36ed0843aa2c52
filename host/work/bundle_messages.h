#pragma once
#include "bundle/numbering.h"
#include "bundle/plan_rules.h"
#include "bundle/profile.h"
#include "model/finding.h"
#include "pdf/fingerprint.h"

namespace engross {

/// A plan, its page counts, laid links, a profile, a verdict and a fingerprint as messages between processes, whole:
/// what is read is equal to what was sent. Reading throws WorkError ("worker-answer").
[[nodiscard]] Value messageOf(const BundlePlan& plan);
[[nodiscard]] BundlePlan planFrom(const Value& value);
[[nodiscard]] Value messageOf(const std::vector<LaidLink>& laid);
[[nodiscard]] std::vector<LaidLink> laidLinksFrom(const Value& value);
[[nodiscard]] Value messageOf(const PartCounts& counts);
[[nodiscard]] PartCounts countsFrom(const Value& value);
[[nodiscard]] Value messageOf(const BundleProfile& profile);
[[nodiscard]] BundleProfile profileFrom(const Value& value);
[[nodiscard]] Verdict verdictFrom(const Value& value);
[[nodiscard]] Value messageOf(const PdfFingerprint& print);
[[nodiscard]] PdfFingerprint fingerprintFrom(const Value& value);

}  // namespace engross
