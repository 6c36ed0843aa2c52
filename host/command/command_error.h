#pragma once
#include "model/error.h"

namespace engross {

/// The program cannot do what it was asked on this machine: "home-missing", "output-not-written", "service-answer".
class CommandError : public Error {
    using Error::Error;
};

}  // namespace engross
