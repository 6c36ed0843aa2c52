#include "layout/block_setter.h"
#include "layout/table_setter.h"

namespace engross {

void BlockSetter::set(const TableBlock& table, const Column& column) {
    TableSetter(setting_, flow_, {setting_.table(table.size), false}, column).set(table);
}

void BlockSetter::set(const KeyValues& values, const Column& column) {
    TableBlock table;
    table.rowHeader = true;
    for (const auto& [label, value] : values.rows) {
        table.rows.push_back({label, value});
    }
    TableSetter setter(setting_, flow_, {setting_.body(), true}, column);
    table.columns = setter.labelColumns(table.rows);
    setter.set(table);
}

}  // namespace engross
