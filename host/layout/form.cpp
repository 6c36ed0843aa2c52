#include "layout/block_setter.h"

namespace engross {

void BlockSetter::set(const TickList& list, const Column& column) {
    for (const TickList::Item& item : list.items) {
        set(Paragraph{.text = item.text}, column);
    }
}

void BlockSetter::set(const FillIn& fill, const Column& column) {
    set(Paragraph{.text = fill.label}, column);
}

}  // namespace engross
