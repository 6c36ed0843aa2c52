#pragma once
#include "letter/nodes.h"
#include "letter/template.h"

namespace engross {

struct RenderLanguages {
    Language faults = Language::English;
    Language text = Language::English;
};

/// Puts values into a template's nodes. Lists that meet where a section or clause stood become one list.
[[nodiscard]] Blocks renderNodes(const Nodes& nodes, const TemplateData& data, RenderLanguages languages,
                                 std::vector<Diagnostic>& faults);

}  // namespace engross
