#pragma once
#include "evidence/kind.h"
#include "model/error.h"

#include <cstdint>
#include <string>
#include <utility>

namespace engross {

/// An uploaded file cannot become pages. The subject is the name that the caller gave it. Codes:
///   evidence-unsupported  it is of a kind that Engross cannot turn into pages; `kind()` says which
///   evidence-damaged      the picture breaks off or contradicts itself
///   evidence-too-large    above a limit of bytes or pixels
///   evidence-empty        no bytes
///   evidence-unreadable   the file cannot be opened
///   evidence-mailbox      it holds several e-mails
///   evidence-no-attachment  it is no e-mail, or has fewer files in it
class EvidenceError : public Error {
public:
    EvidenceError(std::string code, std::string subject, const std::string& message, EvidenceKind kind)
        : Error(std::move(code), std::move(subject), message), kind_(kind) {}

    [[nodiscard]] EvidenceKind kind() const noexcept {
        return kind_;
    }

private:
    EvidenceKind kind_;
};

/// What may be spent on one picture.
struct PictureLimits {
    std::uint64_t bytes = std::uint64_t{256} << 20U;
    std::uint64_t pixels = 100'000'000;  // of a picture that is decoded here
    std::uint64_t passedPixels =
        150'000'000;  // of a JPEG, which passes through: A0 at 300 dots an inch has 139 million
    int side = 65'000;
};

}  // namespace engross
