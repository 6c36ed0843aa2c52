#include "evidence/sample_pictures.h"

#include <png.h>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace engross {

namespace {

using namespace std::string_literals;

std::string twoBytes(int value) {
    return {static_cast<char>(value / 256), static_cast<char>(value % 256)};
}

std::string segment(int marker, const std::string& payload) {
    std::string bytes = "\xFF"s;
    bytes += static_cast<char>(marker);
    bytes += twoBytes(static_cast<int>(payload.size()) + 2);
    return bytes + payload;
}

void append(png_structp png, png_bytep bytes, std::size_t length) {
    static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<char*>(bytes), length);
}

void flush(png_structp /*png*/) {}

std::string pixelOf(PngLook look) {
    switch (look) {
        case PngLook::Grey:
            return "\x80"s;
        case PngLook::Colour:
            return "\xFF\x00\x00"s;
        case PngLook::SeeThrough:
            return "\xFF\x00\x00\x80"s;
        case PngLook::Palette:
            return "\x01"s;
        default:
            return "\x80\x00\x00\x00"s;  // 16-bit grey with alpha nought
    }
}

}  // namespace

std::string sampleJpeg(int width, int height, int orientation, int components) {
    std::string exif = "Exif\0\0MM\0*\0\0\0\x08\0\x02"s;
    exif += "\x01\x12\0\x03\0\0\0\x01\0"s + static_cast<char>(orientation) + "\0\0"s;
    exif +=
        "\x01\x3B\0\x02\0\0\0\x04"
        "Bob\0"s +
        "\0\0\0\0"s;
    std::string frame = "\x08"s + twoBytes(height) + twoBytes(width) + static_cast<char>(components);
    for (int i = 1; i <= components; ++i) {
        frame += static_cast<char>(i);
        frame += "\x11\0"s;
    }
    std::string bytes = "\xFF\xD8"s;
    bytes += segment(0xE0, "JFIF\0\x01\x01\0\0\x01\0\x01\0\0"s);
    bytes += segment(0xE1, exif);
    bytes += segment(0xED, "Photoshop 3.0\0secret"s);
    bytes += segment(0xFE, "taken by Bob");
    bytes += segment(0xC0, frame);
    bytes += segment(0xDA, "\x01\x01\0\0\x3F\0"s);
    return bytes + "scan\xFF\0data\xFF\xD0more\xFF\xD9 trailing secret"s;
}

std::string samplePng(unsigned width, unsigned height, PngLook look) {
    std::string bytes;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, &bytes, append, flush);
    static constexpr int types[] = {PNG_COLOR_TYPE_GRAY, PNG_COLOR_TYPE_RGB, PNG_COLOR_TYPE_RGB_ALPHA,
                                    PNG_COLOR_TYPE_PALETTE, PNG_COLOR_TYPE_GRAY_ALPHA};
    png_set_IHDR(png, info, width, height, look == PngLook::Deep ? 16 : 8, types[static_cast<int>(look)],
                 PNG_INTERLACE_ADAM7, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    const png_color palette[2] = {{0, 0, 0}, {255, 0, 0}};
    if (look == PngLook::Palette) {
        png_set_PLTE(png, info, palette, 2);
    }
    png_write_info(png, info);
    std::string row;
    for (unsigned i = 0; i < width; ++i) {
        row += pixelOf(look);
    }
    std::vector<png_bytep> rows(height, reinterpret_cast<png_bytep>(row.data()));
    png_write_image(png, rows.data());
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    return bytes;
}

std::string greyTiff(const std::vector<int>& orientations, unsigned width) {
    std::string bytes = "II*";
    bytes += '\0';
    const auto number = [](std::size_t value, int length) {
        std::string text;
        for (int i = 0; i < length; ++i) {
            text += static_cast<char>(value >> static_cast<unsigned>(8 * i) & 0xFFU);
        }
        return text;
    };
    const auto field = [&number](unsigned tag, unsigned type, std::size_t value) {
        return number(tag, 2) + number(type, 2) + number(1, 4) + number(value, 4);
    };
    std::size_t directory = 8;
    const std::size_t samples = std::size_t{width} * 2;
    for (std::size_t i = 0; i < orientations.size(); ++i) {
        const std::size_t data = directory + 2 + std::size_t{9} * 12 + 4;
        const std::size_t next = i + 1 < orientations.size() ? data + samples : 0;
        bytes += i == 0 ? number(directory, 4) : "";
        bytes += number(9, 2) + field(256, 3, width) + field(257, 3, 2) + field(258, 3, 8) + field(259, 3, 1) +
                 field(262, 3, 1) + field(273, 4, data) + field(274, 3, static_cast<std::size_t>(orientations[i])) +
                 field(278, 3, 2) + field(279, 4, samples) + number(next, 4);
        for (std::size_t k = 0; k < samples; ++k) {
            bytes += static_cast<char>(40 * (k + 1));
        }
        directory = data + samples;
    }
    return bytes;
}

}  // namespace engross
