#include "pdf/colour_profile.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace engross {
namespace {

constexpr std::size_t headerBytes = 128;
constexpr std::size_t tagBytes = 12;

std::uint32_t wordAt(std::string_view bytes, std::size_t index) {
    std::uint32_t value = 0;
    for (std::size_t place = index; place < index + 4; ++place) {
        value = value << 8U | static_cast<unsigned char>(bytes[place]);
    }
    return value;
}

int componentsOf(std::string_view space) {
    return space == "GRAY" ? 1 : space == "RGB " ? 3 : space == "CMYK" ? 4 : 0;
}

bool tagsStayInside(std::string_view bytes) {
    const std::uint32_t count = wordAt(bytes, headerBytes);
    if (count == 0 || count > (bytes.size() - headerBytes - 4) / tagBytes) {
        return false;
    }
    for (std::uint32_t tag = 0; tag < count; ++tag) {
        const std::size_t row = headerBytes + 4 + tag * tagBytes;
        const std::uint32_t offset = wordAt(bytes, row + 4);
        if (offset > bytes.size() || wordAt(bytes, row + 8) > bytes.size() - offset) {
            return false;
        }
    }
    return true;
}

}  // namespace

std::optional<ColourProfile> readColourProfile(std::string_view bytes) {
    if (bytes.size() < headerBytes + 4 + tagBytes || wordAt(bytes, 0) != bytes.size() ||
        bytes.substr(36, 4) != "acsp" || !tagsStayInside(bytes)) {
        return std::nullopt;
    }
    const std::string_view kind = bytes.substr(12, 4);
    const std::string_view connection = bytes.substr(20, 4);
    ColourProfile profile;
    profile.version = static_cast<unsigned char>(bytes[8]);
    profile.components = componentsOf(bytes.substr(16, 4));
    profile.output = kind == "mntr" || kind == "prtr";
    const bool usable = profile.output || kind == "scnr" || kind == "spac";
    const bool known = profile.version == 2 || profile.version == 4;
    if (!usable || !known || profile.components == 0 || (connection != "XYZ " && connection != "Lab ")) {
        return std::nullopt;
    }
    return profile;
}

}  // namespace engross
