#include "model/error.h"

#include <utility>

namespace engross {

Error::Error(std::string code, std::string subject, const std::string& message, Retry retry)
    : std::runtime_error(subject.empty() ? message : subject + ": " + message),
      code_(std::move(code)),
      subject_(std::move(subject)),
      retry_(retry) {}

const std::string& Error::code() const noexcept {
    return code_;
}

const std::string& Error::subject() const noexcept {
    return subject_;
}

bool Error::retryable() const noexcept {
    return retry_ == Retry::Yes;
}

}  // namespace engross
