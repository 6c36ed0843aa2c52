#include "evidence/camera_block.h"

#include "evidence/little_endian.h"

#include <cstdint>

namespace engross {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view mark = "Exif\0\0"sv;

std::uint64_t bigEndianAt(std::string_view bytes, std::size_t at, std::size_t length) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < length && at + i < bytes.size(); ++i) {
        value = value << 8U | static_cast<unsigned char>(bytes[at + i]);
    }
    return value;
}

/// Segments stand behind each other until the scan begins (ITU-T T.81 B.1.1.4).
std::string_view blockOfJpeg(std::string_view file) {
    std::size_t at = 2;
    while (at + 4 <= file.size() && file[at] == '\xFF') {
        if (file[at + 1] == '\xFF') {
            ++at;
            continue;
        }
        const bool scan = file[at + 1] == '\xDA';
        const std::size_t length = bigEndianAt(file, at + 2, 2);
        if (scan || length < 2) {
            return {};
        }
        const std::string_view payload = file.substr(at + 4, length - 2);
        if (file[at + 1] == '\xE1' && payload.substr(0, mark.size()) == mark) {
            return payload.substr(mark.size());
        }
        at += 2 + length;
    }
    return {};
}

/// Chunks of a PNG: length, name, bytes, checksum.
std::string_view blockOfPng(std::string_view file) {
    std::size_t at = 8;
    while (at + 12 <= file.size()) {
        const std::size_t length = bigEndianAt(file, at, 4);
        if (file.substr(at + 4, 4) == "eXIf") {
            return file.substr(at + 8, length);
        }
        at += 12 + length;
    }
    return {};
}

std::string_view blockOfWebP(std::string_view file) {
    std::size_t at = 12;
    while (at + 8 <= file.size()) {
        const auto length = static_cast<std::size_t>(littleEndian(file.substr(at + 4, 4)));
        if (file.substr(at, 4) == "EXIF") {
            const std::string_view block = file.substr(at + 8, length);
            return block.substr(0, mark.size()) == mark ? block.substr(mark.size()) : block;
        }
        at += 8 + length + length % 2;
    }
    return {};
}

}  // namespace

std::string cameraBlockOf(std::string_view file, EvidenceKind kind) {
    switch (kind) {
        case EvidenceKind::Jpeg:
            return std::string(blockOfJpeg(file));
        case EvidenceKind::Png:
            return std::string(blockOfPng(file));
        case EvidenceKind::WebP:
            return std::string(blockOfWebP(file));
        case EvidenceKind::Tiff:
            return std::string(file);
        case EvidenceKind::Heif:
            return cameraBlockOfHeif(file);
        default:
            return {};
    }
}

}  // namespace engross
