#pragma once
#include "bundle/profile.h"
#include "command/console.h"
#include "model/finding.h"

#include <string>

namespace engross {

/// Tells a verdict to a person on the console's `err`: what refuses first, then what warns, what is for information and
/// what is waived; pages as runs; and, of a bundle's profile, which rules were kept and which nobody looked at.
/// `bundle` is nullptr for a profile that is not of bundles: of a file without findings only a terminal hears then.
void tellVerdict(const Verdict& verdict, const BundleProfile* bundle, bool deep, const std::string& file,
                 Console& console);

}  // namespace engross
