#include "evidence/samples.h"

#include <memory>

namespace engross {

Picture pictureFromRgba(std::string_view samples, int width, int height, int orientation) {
    const std::size_t pixels = samples.size() / 4;
    auto bytes = std::make_shared<std::string>(pixels * 3, '\0');
    bool grey = true;
    for (std::size_t i = 0; i < pixels; ++i) {
        const auto at = [&samples, i](std::size_t part) {
            return static_cast<unsigned>(static_cast<unsigned char>(samples[i * 4 + part]));
        };
        const unsigned alpha = at(3);
        for (std::size_t part = 0; part < 3; ++part) {
            (*bytes)[i * 3 + part] = static_cast<char>((at(part) * alpha + 255 * (255 - alpha) + 127) / 255);
        }
        grey = grey && at(0) == at(1) && at(1) == at(2);
    }
    for (std::size_t i = 0; grey && i < pixels; ++i) {
        (*bytes)[i] = (*bytes)[i * 3];
    }
    if (grey) {
        bytes->resize(pixels);
    }
    return {.coding = grey ? Picture::Coding::Grey8 : Picture::Coding::Rgb8,
            .bytes = std::move(bytes),
            .widthPixels = width,
            .heightPixels = height,
            .components = grey ? 1 : 3,
            .orientation = orientation};
}

}  // namespace engross
