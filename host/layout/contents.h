#pragma once
#include "layout/page_painter.h"
#include "layout/setting.h"

#include <vector>

namespace engross {

/// Puts the numbers of pages into tables of contents, now that pages are made. Numbers have their room already, so that
/// nothing moves.
void numberContents(Setting& setting, const std::vector<SetPage>& pages, Flow& body);

}  // namespace engross
