#pragma once
#include <cstdint>
#include <exception>
#include <string_view>

namespace engross {

/// Why the fast reader would rather not read a file itself. It is strict: what it is not sure of goes through libqpdf.
enum class ReaderRefusal : std::uint8_t {
    JunkHeader,     // the file does not begin with its header
    DamagedXref,    // the cross-references do not lead to objects
    Encrypted,      // needs a key, even if an empty one
    Forms,          // has fields whose answers are to be drawn
    DamagedObject,  // an object is not well formed, or not where it should be
    DamagedStream,  // a stream does not end where it says
    OddFilter,      // a stream of the file's own structure is packed in an unusual way
    OddPages,       // the page tree is not a plain tree
    OddAnnotation   // an annotation is drawn in an unusual way
};

/// Stable, for records: "forms", "damaged-xref".
[[nodiscard]] std::string_view nameOf(ReaderRefusal reason) noexcept;

/// Thrown inside the fast reader; whoever calls it turns to libqpdf. Never leaves the room.
class ReaderRefused : public std::exception {
public:
    explicit ReaderRefused(ReaderRefusal reason) : reason_(reason) {}

    [[nodiscard]] ReaderRefusal reason() const noexcept {
        return reason_;
    }
    [[nodiscard]] const char* what() const noexcept override {
        return nameOf(reason_).data();
    }

private:
    ReaderRefusal reason_;
};

}  // namespace engross
