#pragma once
#include <stdexcept>
#include <string>

namespace engross {

/// An operation failed: a disk, a database, a broken file. Rooms throw subclasses; faults of a person are Diagnostics.
class Error : public std::runtime_error {
public:
    enum class Retry { No, Yes };

    /// `code` is stable ("vault-full"), `subject` is what it failed on; neither holds names, addresses or evidence.
    Error(std::string code, std::string subject, const std::string& message, Retry retry = Retry::No);

    [[nodiscard]] const std::string& code() const noexcept;
    [[nodiscard]] const std::string& subject() const noexcept;
    /// Whether the same work may succeed later without anybody changing it: a full disk may, a missing page may not.
    [[nodiscard]] bool retryable() const noexcept;

private:
    std::string code_;
    std::string subject_;
    Retry retry_;
};

}  // namespace engross
