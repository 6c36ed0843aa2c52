#include "pdf/jpeg_header.h"

#include <cstddef>
#include <map>

namespace engross {
namespace {

constexpr unsigned profileMarker = 0xE2;
constexpr unsigned adobeMarker = 0xEE;
constexpr unsigned startOfScan = 0xDA;
constexpr unsigned endOfImage = 0xD9;

unsigned byteAt(std::string_view bytes, std::size_t index) {
    return static_cast<unsigned char>(bytes[index]);
}

unsigned wordAt(std::string_view bytes, std::size_t index) {
    return byteAt(bytes, index) << 8U | byteAt(bytes, index + 1);
}

bool standsAlone(unsigned marker) {
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

bool isFrame(unsigned marker) {
    return marker == 0xC0 || marker == 0xC1 || marker == 0xC2;
}

bool isOtherFrame(unsigned marker) {
    return marker > 0xC2 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// The parts of a profile by their numbers; nothing comes out until all are there.
class ProfileParts {
public:
    void add(std::string_view segment) {
        constexpr std::string_view mark("ICC_PROFILE\0", 12);
        if (segment.size() > mark.size() + 2 && segment.substr(0, mark.size()) == mark) {
            count_ = byteAt(segment, mark.size() + 1);
            parts_.emplace(byteAt(segment, mark.size()), segment.substr(mark.size() + 2));
        }
    }

    [[nodiscard]] std::string whole() const {
        std::string profile;
        if (parts_.size() == count_ && count_ > 0 && parts_.begin()->first == 1 && parts_.rbegin()->first == count_) {
            for (const auto& [number, part] : parts_) {
                profile += part;
            }
        }
        return profile;
    }

private:
    unsigned count_ = 0;
    std::map<unsigned, std::string_view> parts_;
};

}  // namespace

std::optional<JpegHeader> readJpegHeader(std::string_view bytes) {
    if (bytes.size() < 4 || wordAt(bytes, 0) != 0xFFD8) {
        return std::nullopt;
    }
    JpegHeader header;
    ProfileParts profile;
    std::size_t index = 2;
    while (index + 4 <= bytes.size() && byteAt(bytes, index) == 0xFF) {
        const unsigned marker = byteAt(bytes, index + 1);
        if (marker == 0xFF || standsAlone(marker)) {
            index += marker == 0xFF ? 1 : 2;
            continue;
        }
        const std::size_t length = wordAt(bytes, index + 2);
        if (marker == endOfImage || marker == startOfScan || isOtherFrame(marker) || length < 2 ||
            index + 2 + length > bytes.size()) {
            break;
        }
        const std::string_view segment = bytes.substr(index + 4, length - 2);
        if (marker == adobeMarker && segment.substr(0, 5) == "Adobe") {
            header.adobe = true;
        } else if (marker == profileMarker) {
            profile.add(segment);
        }
        if (isFrame(marker) && segment.size() >= 6) {
            header.bits = static_cast<int>(byteAt(segment, 0));
            header.height = static_cast<int>(wordAt(segment, 1));
            header.width = static_cast<int>(wordAt(segment, 3));
            header.components = static_cast<int>(byteAt(segment, 5));
        }
        index += 2 + length;
    }
    const bool known = header.components == 1 || header.components == 3 || header.components == 4;
    if (!known || header.bits != 8 || header.width == 0 || header.height == 0) {
        return std::nullopt;
    }
    header.profile = profile.whole();
    return header;
}

}  // namespace engross
