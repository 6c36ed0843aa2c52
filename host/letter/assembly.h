#pragma once
#include "letter/faults.h"
#include "letter/nodes.h"
#include "letter/template.h"

#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// A template as far as it can be read without values.
struct AssembledText {
    Nodes nodes;
    std::vector<TemplateUse> uses;
};

/// Reads a template and the clauses it names: tags, then Markdown, then sections put back into their holes.
/// Every fault goes to `faults`; the nodes are complete only where there is none.
[[nodiscard]] AssembledText assemble(std::string_view text, const std::string& file, std::size_t firstLine,
                                     const ClauseSource& clauses, Faults& faults);

}  // namespace engross
