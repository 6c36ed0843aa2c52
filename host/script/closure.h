#pragma once
#include "model/sha256.h"
#include "script/catalogue.h"
#include "script/declared.h"
#include "script/shelf.h"

#include <string>
#include <vector>

namespace engross {

/// The digest of font files, in their order.
[[nodiscard]] Sha256 hashOfFonts(const std::vector<std::string>& files, const FileDigest& digest);

/// Everything that decides what a request of this type looks like, but for the request itself.
/// `texts` are those of every language that the type speaks, for it may say the same in two.
[[nodiscard]] Sha256 closureOf(const DocumentType& type, const std::vector<std::shared_ptr<const TypeTexts>>& texts,
                               const House& house, Language language, const std::vector<ScriptFile>& shared,
                               const Sha256& fonts);

}  // namespace engross
