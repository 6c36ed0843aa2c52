#include "layout/block_setter.h"

namespace engross {

void BlockSetter::set(const SideBySide& pairs, const Column& column) {
    for (const SideBySide::Pair& pair : pairs.pairs) {
        set(pair.left, column);
        set(pair.right, column);
    }
}

}  // namespace engross
