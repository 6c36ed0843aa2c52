#include "work/version.h"

namespace engross {

std::string_view engineVersion() noexcept {
    return ENGROSS_VERSION;
}

std::string_view engineCommit() noexcept {
    return ENGROSS_COMMIT;
}

}  // namespace engross
