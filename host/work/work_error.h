#pragma once
#include "model/error.h"

namespace engross {

/// Work itself failed: a worker that cannot be started or that died ("worker-gone"), an answer that cannot be read.
class WorkError : public Error {
    using Error::Error;
};

}  // namespace engross
