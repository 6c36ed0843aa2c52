#include "picture_files.h"

#include <cmath>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <vector>

#include <jpeglib.h>
#include <png.h>

namespace engross::samples {
namespace {

/// A little-endian TIFF directory (TIFF 6.0 section 2): entries in the order of their tags, long values behind them.
class Directory {
public:
    explicit Directory(std::uint32_t start) : start_(start) {}

    void shortValue(std::uint16_t tag, std::uint16_t value) {
        entry(tag, 3, 1, value);
    }
    void longValue(std::uint16_t tag, std::uint32_t value) {
        entry(tag, 4, 1, value);
    }
    void text(std::uint16_t tag, const std::string& value) {
        pending_.push_back({entries_.size(), value + '\0', 2, static_cast<std::uint32_t>(value.size() + 1), tag});
        entry(tag, 2, static_cast<std::uint32_t>(value.size() + 1), 0);
    }
    void degrees(std::uint16_t tag, double value) {
        const double minutes = (value - std::floor(value)) * 60;
        std::string bytes;
        for (const double part :
             {std::floor(value), std::floor(minutes), std::floor((minutes - std::floor(minutes)) * 60)}) {
            append(bytes, static_cast<std::uint32_t>(part), 4);
            append(bytes, 1, 4);
        }
        pending_.push_back({entries_.size(), bytes, 5, 3, tag});
        entry(tag, 5, 3, 0);
    }
    void reference(std::uint16_t tag, char letter) {
        entry(tag, 2, 2, static_cast<std::uint32_t>(letter));
    }

    [[nodiscard]] std::string bytes() {
        const auto table = static_cast<std::uint32_t>(2 + entries_.size() * 12 + 4);
        std::string behind;
        for (const auto& value : pending_) {
            const auto offset = start_ + table + static_cast<std::uint32_t>(behind.size());
            if (value.bytes.size() <= 4) {
                std::uint32_t packed = 0;
                for (std::size_t i = 0; i < value.bytes.size(); ++i) {
                    packed |= static_cast<std::uint32_t>(static_cast<unsigned char>(value.bytes.at(i))) << (8 * i);
                }
                entries_.at(value.index) = row(value.tag, value.type, value.count, packed);
                continue;
            }
            entries_.at(value.index) = row(value.tag, value.type, value.count, offset);
            behind += value.bytes;
            if (behind.size() % 2 != 0) {
                behind += '\0';
            }
        }
        std::string out;
        append(out, static_cast<std::uint32_t>(entries_.size()), 2);
        for (const auto& one : entries_) {
            out += one;
        }
        append(out, 0, 4);
        return out + behind;
    }

    static void append(std::string& out, std::uint32_t value, int count) {
        for (int i = 0; i < count; ++i) {
            out += static_cast<char>((value >> (8 * i)) & 0xffU);
        }
    }

private:
    struct Pending {
        std::size_t index;
        std::string bytes;
        std::uint16_t type;
        std::uint32_t count;
        std::uint16_t tag;
    };

    static std::string row(std::uint16_t tag, std::uint16_t type, std::uint32_t count, std::uint32_t value) {
        std::string out;
        append(out, tag, 2);
        append(out, type, 2);
        append(out, count, 4);
        append(out, value, 4);
        return out;
    }
    void entry(std::uint16_t tag, std::uint16_t type, std::uint32_t count, std::uint32_t value) {
        entries_.push_back(row(tag, type, count, value));
    }

    std::uint32_t start_;
    std::vector<std::string> entries_;
    std::vector<Pending> pending_;
};

std::string exifSegment(const Exif& exif) {
    constexpr std::uint32_t exifStart = 256;
    constexpr std::uint32_t placeStart = 384;
    Directory main(8);
    main.text(0x010f, "Sample");
    main.text(0x0110, "Invented camera 1");
    main.shortValue(0x0112, static_cast<std::uint16_t>(exif.orientation));
    main.text(0x0132, exif.takenAt);
    main.longValue(0x8769, exifStart);
    if (exif.place) {
        main.longValue(0x8825, placeStart);
    }
    Directory camera(exifStart);
    camera.text(0x9003, exif.takenAt);
    std::string tiff("II*\0\x08\0\0\0", 8);
    tiff += main.bytes();
    tiff.resize(exifStart, '\0');
    tiff += camera.bytes();
    if (exif.place) {
        Directory place(placeStart);
        place.reference(1, exif.place->first < 0 ? 'S' : 'N');
        place.degrees(2, std::abs(exif.place->first));
        place.reference(3, exif.place->second < 0 ? 'W' : 'E');
        place.degrees(4, std::abs(exif.place->second));
        tiff.resize(placeStart, '\0');
        tiff += place.bytes();
    }
    return std::string("Exif\0\0", 6) + tiff;
}

std::string greyRow(const Raster& raster, int y) {
    std::string row(static_cast<std::size_t>(raster.width), '\0');
    for (int x = 0; x < raster.width; ++x) {
        const Tint tint = raster.at(x, y);
        row.at(static_cast<std::size_t>(x)) =
            static_cast<char>(std::lround((tint.red + tint.green + tint.blue) / 3 * 255));
    }
    return row;
}

std::string encoded(const Raster& raster, const std::string& segment, bool grey, int quality) {
    jpeg_compress_struct coder{};
    jpeg_error_mgr errors{};
    coder.err = jpeg_std_error(&errors);
    jpeg_create_compress(&coder);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&coder, &bytes, &size);
    coder.image_width = static_cast<JDIMENSION>(raster.width);
    coder.image_height = static_cast<JDIMENSION>(raster.height);
    coder.input_components = grey ? 1 : 3;
    coder.in_color_space = grey ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&coder);
    jpeg_set_quality(&coder, quality, TRUE);
    coder.dct_method = JDCT_ISLOW;
    coder.write_JFIF_header = segment.empty() ? TRUE : FALSE;
    jpeg_start_compress(&coder, TRUE);
    if (!segment.empty()) {
        jpeg_write_marker(&coder, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(segment.data()),
                          static_cast<unsigned>(segment.size()));
    }
    for (int y = 0; y < raster.height; ++y) {
        std::string row =
            grey ? greyRow(raster, y)
                 : std::string(reinterpret_cast<const char*>(raster.rgb.data()) +
                                   static_cast<std::size_t>(y) * static_cast<std::size_t>(raster.width) * 3,
                               static_cast<std::size_t>(raster.width) * 3);
        auto* line = reinterpret_cast<JSAMPROW>(row.data());
        jpeg_write_scanlines(&coder, &line, 1);
    }
    jpeg_finish_compress(&coder);
    jpeg_destroy_compress(&coder);
    std::string out(reinterpret_cast<const char*>(bytes), size);
    std::free(bytes);
    return out;
}

}  // namespace

std::string jpegWithExif(const Raster& raster, const Exif& exif, int quality) {
    return encoded(raster, exifSegment(exif), false, quality);
}

std::string jpeg(const Raster& raster, bool grey, int quality) {
    return encoded(raster, "", grey, quality);
}

std::string png(const Raster& raster) {
    png_structp writer = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(writer);
    if (writer == nullptr || info == nullptr || setjmp(png_jmpbuf(writer)) != 0) {
        throw std::logic_error("the PNG of the sample plan could not be written");
    }
    std::string out;
    png_set_write_fn(
        writer, &out,
        [](png_structp png, png_bytep data, png_size_t length) {
            static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(data), length);
        },
        [](png_structp) {});
    png_set_IHDR(writer, info, static_cast<png_uint_32>(raster.width), static_cast<png_uint_32>(raster.height), 8,
                 PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_pHYs(writer, info, 5906, 5906, PNG_RESOLUTION_METER);
    png_write_info(writer, info);
    for (int y = 0; y < raster.height; ++y) {
        const auto start = static_cast<std::size_t>(y) * static_cast<std::size_t>(raster.width) * 3;
        png_write_row(writer, raster.rgb.data() + start);
    }
    png_write_end(writer, info);
    png_destroy_write_struct(&writer, &info);
    return out;
}

}  // namespace engross::samples
