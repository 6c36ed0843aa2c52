#include "evidence/camera_block.h"
#include "evidence/exif.h"
#include "evidence/loaded_library.h"
#include "evidence/samples.h"
#include "evidence/scanned_pictures.h"

#include <webp/decode.h>

namespace engross {

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
    return pictureFromRgba(samples, width, height, orientationFrom(cameraBlockOf(bytes, EvidenceKind::WebP)));
}

}  // namespace engross
