#pragma once
#include "layout/page_filler.h"
#include "layout/setting.h"

namespace engross {

/// Sets the footnotes of a document in lines as wide as the column, each with its number hanging and a target
/// "note:1" that its mark leads to.
[[nodiscard]] FootLines setNotes(Setting& setting, const Column& column);

}  // namespace engross
