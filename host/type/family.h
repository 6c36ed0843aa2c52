#pragma once
#include "type/typesetter.h"

#include <array>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace engross {

/// The faces that text may be set in: four of the family itself, then the fallbacks in the order in which they are
/// asked. A fallback face is opened when a character first needs it; a file that is not installed is passed over.
class FaceFamily {
public:
    /// Throws FontError where a face of the family itself is missing.
    [[nodiscard]] static std::unique_ptr<const FaceFamily> standard();
    /// The same of another family. Throws FontError where it is not installed.
    [[nodiscard]] static std::unique_ptr<const FaceFamily> of(const std::string& family);

    [[nodiscard]] const std::shared_ptr<const Face>& main(TypeStyle style) const;
    /// The first face that can set every one of the characters, or null. `preferred` is asked first.
    [[nodiscard]] std::shared_ptr<const Face> find(const std::u32string& characters, TypeStyle style,
                                                   const std::shared_ptr<const Face>& preferred) const;
    /// The paths of all faces that are installed.
    [[nodiscard]] std::vector<std::string> files() const;

private:
    struct Slot {
        explicit Slot(std::string file) : path(std::move(file)) {}
        std::string path;
        std::once_flag once;
        std::shared_ptr<const Face> face;
    };
    FaceFamily() = default;
    void addFallback(const std::string& stem, bool bold, bool italic);
    [[nodiscard]] std::size_t slotFor(const std::string& path);
    [[nodiscard]] const std::shared_ptr<const Face>& opened(std::size_t slot) const;

    std::array<std::shared_ptr<const Face>, 4> main_;
    mutable std::deque<Slot> slots_;
    std::vector<std::array<std::size_t, 4>> fallbacks_;  // slots by style
};

/// Whether the face can set the character, or the character needs no glyph of its own (a joiner, a kind of space).
/// No face sets a control character, whatever its tables say.
[[nodiscard]] bool canSet(const Face& face, char32_t character);

}  // namespace engross
