#include "evidence/exif.h"
#include "evidence/loaded_library.h"
#include "evidence/samples.h"
#include "evidence/scanned_pictures.h"

#include <webp/decode.h>

namespace engross {

namespace {

/// The orientation in the EXIF chunk of a RIFF file.
int orientationIn(std::string_view bytes) {
    std::size_t at = 12;
    while (at + 8 <= bytes.size()) {
        std::size_t length = 0;
        for (std::size_t i = 4; i > 0; --i) {
            length = length << 8U | static_cast<unsigned char>(bytes[at + 3 + i]);
        }
        if (bytes.substr(at, 4) == "EXIF") {
            std::string_view block = bytes.substr(at + 8, length);
            // Some writers put JPEG's own mark before it.
            if (block.substr(0, 6) == std::string_view("Exif\0\0", 6)) {
                block.remove_prefix(6);
            }
            return orientationFrom(block);
        }
        at += 8 + length + length % 2;
    }
    return 1;
}

}  // namespace

Picture readWebP(std::string_view bytes, const std::string& name, const PictureLimits& limits) {
    static const LoadedLibrary library("libwebp.so.7");
    const auto fault = [&name](const char* code, const char* message) {
        return EvidenceError(code, name, message, EvidenceKind::WebP);
    };
    if (!library.isThere()) {
        throw fault("evidence-unsupported", "libwebp is not installed here");
    }
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    int width = 0;
    int height = 0;
    auto* const readInfo = library.function<decltype(::WebPGetInfo)>("WebPGetInfo");
    if (readInfo(data, bytes.size(), &width, &height) == 0 || width <= 0 || height <= 0) {
        throw fault("evidence-damaged", "the picture is damaged, or moves; upload another copy");
    }
    const std::size_t pixels = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    if (bytes.size() > limits.bytes || pixels > limits.pixels || width > limits.side || height > limits.side) {
        throw fault("evidence-too-large", "the picture has too many pixels; save a smaller copy");
    }
    std::string samples(pixels * 4, '\0');
    auto* const decode = library.function<decltype(::WebPDecodeRGBAInto)>("WebPDecodeRGBAInto");
    if (decode(data, bytes.size(), reinterpret_cast<std::uint8_t*>(samples.data()), samples.size(), width * 4) ==
        nullptr) {
        throw fault("evidence-damaged", "the picture is damaged or breaks off; upload another copy");
    }
    return pictureFromRgba(samples, width, height, orientationIn(bytes));
}

}  // namespace engross
