#include "layout/block_setter.h"
#include "layout/table_setter.h"

#include <algorithm>

namespace engross {

void BlockSetter::set(const TableBlock& table, const Column& column) {
    TableSetter(setting_, flow_, {setting_.table(table.size), false}, column).set(table);
}

void BlockSetter::set(const KeyValues& values, const Column& column) {
    TableBlock table;
    table.rowHeader = true;
    // Labels take what they need, up to two fifths; the values take the rest.
    TableSetter setter(setting_, flow_, {setting_.body(), true}, column);
    Points widest = 0;
    for (const auto& [label, value] : values.rows) {
        TextLook look = setting_.body();
        look.strong = true;
        const TextSetter text(setting_, label, look, column.language, artifactNode);
        widest = std::max(widest, text.naturalWidth());
        table.rows.push_back({label, value});
    }
    constexpr double labelShare = 0.4;
    const bool longLabels = widest > labelShare * column.width;
    table.columns = {{.weight = longLabels ? labelShare : 0}, {.weight = 1 - labelShare}};
    setter.set(table);
}

}  // namespace engross
