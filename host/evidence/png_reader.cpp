#include "evidence/png_reader.h"

#include "evidence/exif.h"

#include <png.h>
#include <csetjmp>
#include <cstring>
#include <memory>
#include <vector>

namespace engross {

namespace {

/// What libpng reads from and fails into. Nothing here is destroyed between setjmp and longjmp.
struct Source {
    std::string_view bytes;
    std::size_t at = 0;
    std::jmp_buf trouble;
};

struct Decoder {
    png_structp png = nullptr;
    png_infop info = nullptr;

    Decoder() = default;
    ~Decoder() {
        png_destroy_read_struct(&png, &info, nullptr);
    }
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;
};

[[noreturn]] void fail(png_structp png, png_const_charp /*message*/) {
    std::longjmp(static_cast<Source*>(png_get_error_ptr(png))->trouble, 1);
}

void ignore(png_structp /*png*/, png_const_charp /*message*/) {}

void readBytes(png_structp png, png_bytep target, std::size_t length) {
    auto* source = static_cast<Source*>(png_get_io_ptr(png));
    if (source->bytes.size() - source->at < length) {
        png_error(png, "the file ends");
    }
    std::memcpy(target, source->bytes.data() + source->at, length);
    source->at += length;
}

struct Shape {
    png_uint_32 width = 0;
    png_uint_32 height = 0;
    int channels = 0;
    int orientation = 1;
};

/// Whether the header (RFC 2083 4.1.1) announces more than is allowed, before libpng sees it.
bool isTooLarge(std::string_view bytes, const PictureLimits& limits) {
    const auto number = [bytes](std::size_t offset) {
        std::uint64_t value = 0;
        for (std::size_t i = offset; i < offset + 4 && i < bytes.size(); ++i) {
            value = value << 8U | static_cast<unsigned char>(bytes[i]);
        }
        return value;
    };
    const std::uint64_t width = number(16);
    const std::uint64_t height = number(20);
    const auto side = static_cast<std::uint64_t>(limits.side);
    return width > side || height > side || width * height > limits.pixels;
}

/// Reads what stands before the pixels and asks libpng for 8-bit grey or RGB. False where libpng gives up. Holds no
/// object with a destructor: longjmp comes through here.
bool readHead(Source& source, Decoder& decoder, const PictureLimits& limits, Shape& shape) {
    if (setjmp(source.trouble) != 0) {
        return false;
    }
    png_set_read_fn(decoder.png, &source, readBytes);
    png_set_user_limits(decoder.png, static_cast<png_uint_32>(limits.side), static_cast<png_uint_32>(limits.side));
    png_set_chunk_cache_max(decoder.png, 64);
    png_set_chunk_malloc_max(decoder.png, 8U << 20U);
    png_read_info(decoder.png, decoder.info);
    shape.width = png_get_image_width(decoder.png, decoder.info);
    shape.height = png_get_image_height(decoder.png, decoder.info);
    png_set_expand(decoder.png);
    png_set_scale_16(decoder.png);
    png_set_interlace_handling(decoder.png);
    png_read_update_info(decoder.png, decoder.info);
    shape.channels = png_get_channels(decoder.png, decoder.info);
    png_bytep exif = nullptr;
    png_uint_32 length = 0;
    if (png_get_eXIf_1(decoder.png, decoder.info, &length, &exif) != 0) {
        shape.orientation = orientationFrom({reinterpret_cast<const char*>(exif), length});
    }
    return true;
}

/// Lays samples with alpha on white, in place; the result is shorter by the alpha of each pixel.
void layOnWhite(std::string& pixels, int channels) {
    const auto colours = static_cast<std::size_t>(channels - 1);
    std::size_t to = 0;
    for (std::size_t from = 0; from < pixels.size(); from += colours + 1) {
        const unsigned alpha = static_cast<unsigned char>(pixels[from + colours]);
        for (std::size_t i = 0; i < colours; ++i) {
            const unsigned value = static_cast<unsigned char>(pixels[from + i]);
            pixels[to++] = static_cast<char>((value * alpha + 255 * (255 - alpha) + 127) / 255);
        }
    }
    pixels.resize(to);
}

bool readRows(Source& source, Decoder& decoder, png_bytepp rows) {
    if (setjmp(source.trouble) != 0) {
        return false;
    }
    png_read_image(decoder.png, rows);
    png_read_end(decoder.png, nullptr);
    return true;
}

}  // namespace

Picture readPng(std::string_view bytes, const std::string& name, const PictureLimits& limits) {
    const EvidenceError damaged("evidence-damaged", name, "the picture is damaged or breaks off; upload another copy",
                                EvidenceKind::Png);
    const EvidenceError tooLarge("evidence-too-large", name, "the picture has too many pixels; save a smaller copy",
                                 EvidenceKind::Png);
    if (bytes.size() > limits.bytes || isTooLarge(bytes, limits)) {
        throw tooLarge;
    }
    Source source{.bytes = bytes, .at = 0, .trouble = {}};
    Decoder decoder;
    decoder.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &source, fail, ignore);
    decoder.info = decoder.png == nullptr ? nullptr : png_create_info_struct(decoder.png);
    if (decoder.info == nullptr) {
        throw std::bad_alloc();
    }
    Shape shape;
    if (!readHead(source, decoder, limits, shape)) {
        throw damaged;
    }
    const std::size_t rowLength = std::size_t{shape.width} * static_cast<std::size_t>(shape.channels);
    auto pixels = std::make_shared<std::string>(rowLength * shape.height, '\0');
    std::vector<png_bytep> rows(shape.height);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i] = reinterpret_cast<png_bytep>(pixels->data() + i * rowLength);
    }
    if (!readRows(source, decoder, rows.data())) {
        throw damaged;
    }
    if (shape.channels % 2 == 0) {
        layOnWhite(*pixels, shape.channels--);
    }
    return {.coding = shape.channels == 1 ? Picture::Coding::Grey8 : Picture::Coding::Rgb8,
            .bytes = std::move(pixels),
            .widthPixels = static_cast<int>(shape.width),
            .heightPixels = static_cast<int>(shape.height),
            .components = shape.channels,
            .orientation = shape.orientation};
}

}  // namespace engross
