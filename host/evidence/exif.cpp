#include "evidence/exif.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace engross {

namespace {

constexpr std::uint32_t makerTag = 0x010F;
constexpr std::uint32_t modelTag = 0x0110;
constexpr std::uint32_t orientationTag = 0x0112;
constexpr std::uint32_t locationTag = 0x8825;
constexpr std::uint32_t shortType = 3;
constexpr std::size_t entrySize = 12;

class Reader {
public:
    Reader(std::string_view bytes, bool bigEndian) : bytes_(bytes), bigEndian_(bigEndian) {}

    [[nodiscard]] std::optional<std::uint32_t> number(std::size_t offset, std::size_t length) const {
        if (offset > bytes_.size() || bytes_.size() - offset < length) {
            return std::nullopt;
        }
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < length; ++i) {
            const std::size_t at = offset + (bigEndian_ ? i : length - 1 - i);
            value = value << 8U | static_cast<unsigned char>(bytes_[at]);
        }
        return value;
    }

private:
    std::string_view bytes_;
    bool bigEndian_;
};

/// Gives each entry of the first directory to `visit`, which takes its tag and place, until that answers false.
template <typename Visit>
void forEachEntry(std::string_view tiff, Visit visit) {
    const std::string_view order = tiff.substr(0, 2);
    if (order != "II" && order != "MM") {
        return;
    }
    const Reader reader(tiff, order == "MM");
    const auto directory = reader.number(4, 4);
    const auto entries = directory ? reader.number(*directory, 2) : std::nullopt;
    for (std::size_t i = 0; entries && i < *entries; ++i) {
        const std::size_t entry = *directory + 2 + i * entrySize;
        const auto tag = reader.number(entry, 2);
        if (!tag || !visit(reader, *tag, entry)) {
            return;
        }
    }
}

}  // namespace

int orientationFrom(std::string_view tiff) {
    int orientation = 1;
    forEachEntry(tiff, [&orientation](const Reader& reader, std::uint32_t tag, std::size_t entry) {
        if (tag != orientationTag || reader.number(entry + 2, 2) != shortType) {
            return true;
        }
        const auto value = reader.number(entry + 8, 2).value_or(1);
        orientation = value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
        return false;
    });
    return orientation;
}

CameraNotes cameraNotesFrom(std::string_view tiff) {
    CameraNotes notes;
    forEachEntry(tiff, [&notes](const Reader& reader, std::uint32_t tag, std::size_t entry) {
        if (tag == locationTag) {
            // A block of places may be there and hold nothing but its version.
            const auto places = reader.number(entry + 8, 4);
            notes.location = places && reader.number(*places, 2).value_or(0) > 1;
        }
        notes.device = notes.device || tag == makerTag || tag == modelTag;
        return true;
    });
    return notes;
}

}  // namespace engross
