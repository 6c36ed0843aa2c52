#include "layout/block_setter.h"

namespace engross {

void BlockSetter::set(const Contents& contents, const Column& column) {
    for (const Contents::Row& row : contents.rows) {
        set(Paragraph{.text = row.title}, column);
    }
}

}  // namespace engross
