#pragma once
#include "script/library.h"

#include <string>
#include <string_view>
#include <vector>

namespace engross {

// The files that a document type rests on (script, texts, clauses, law data, plugin, house style) as one object of the
// vault: "engross-sources 1\n", then for each file, by name, its name, a line feed, its length in bytes, a line feed,
// and its bytes. The same files are the same bytes.

[[nodiscard]] std::string writePackage(std::vector<ScriptFile> files);

/// Throws ScriptFileError where the bytes are no package: `subject` names them.
[[nodiscard]] std::vector<ScriptFile> readPackage(std::string_view bytes, const std::string& subject);

}  // namespace engross
