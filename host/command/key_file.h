#pragma once
#include "model/seal.h"

#include <string>

namespace engross {

/// The key of a data folder, made where there is none: one line of hexadecimal digits in a file that its owner alone
/// may read. It belongs into the backup, apart from the store's: without it, passwords of exhibits in unfinished
/// requests cannot be read. Throws VaultError; CommandError ("key-damaged").
[[nodiscard]] Seal sealOf(const std::string& keyFile);

}  // namespace engross
