#include "evidence/loaded_library.h"
#include "evidence/samples.h"
#include "evidence/scanned_pictures.h"

#include <tiffio.h>
#include <algorithm>
#include <cstring>
#include <memory>

namespace engross {

namespace {

constexpr std::size_t mostPages = 500;
constexpr std::uint64_t allPages = 10;  // times the pixels of one picture
constexpr std::uint64_t directoryBytes = 1U << 20U;

struct TiffLibrary {
    LoadedLibrary library{"libtiff.so.6"};
    decltype(::TIFFClientOpenExt)* open = library.function<decltype(::TIFFClientOpenExt)>("TIFFClientOpenExt");
    decltype(::TIFFOpenOptionsAlloc)* options =
        library.function<decltype(::TIFFOpenOptionsAlloc)>("TIFFOpenOptionsAlloc");
    decltype(::TIFFOpenOptionsFree)* freeOptions =
        library.function<decltype(::TIFFOpenOptionsFree)>("TIFFOpenOptionsFree");
    decltype(::TIFFOpenOptionsSetMaxSingleMemAlloc)* mostBytes =
        library.function<decltype(::TIFFOpenOptionsSetMaxSingleMemAlloc)>("TIFFOpenOptionsSetMaxSingleMemAlloc");
    decltype(::TIFFClose)* close = library.function<decltype(::TIFFClose)>("TIFFClose");
    decltype(::TIFFGetField)* field = library.function<decltype(::TIFFGetField)>("TIFFGetField");
    decltype(::TIFFReadDirectory)* next = library.function<decltype(::TIFFReadDirectory)>("TIFFReadDirectory");
    decltype(::TIFFReadRGBAImageOriented)* read =
        library.function<decltype(::TIFFReadRGBAImageOriented)>("TIFFReadRGBAImageOriented");
};

const TiffLibrary& tiffLibrary() {
    static const TiffLibrary library = [] {
        TiffLibrary made;
        made.library.function<decltype(::TIFFSetErrorHandler)>("TIFFSetErrorHandler")(nullptr);
        made.library.function<decltype(::TIFFSetWarningHandler)>("TIFFSetWarningHandler")(nullptr);
        return made;
    }();
    return library;
}

/// The bytes as libtiff reads them. Nothing is ever written.
struct ReadOnlyBytes {
    std::string_view bytes;
    std::uint64_t at = 0;
};

tmsize_t readSome(thandle_t handle, void* target, tmsize_t length) {
    auto& source = *static_cast<ReadOnlyBytes*>(handle);
    const std::uint64_t left = source.at < source.bytes.size() ? source.bytes.size() - source.at : 0;
    const auto taken = static_cast<std::size_t>(std::min<std::uint64_t>(left, static_cast<std::uint64_t>(length)));
    if (taken > 0) {
        std::memcpy(target, source.bytes.data() + source.at, taken);
    }
    source.at += taken;
    return static_cast<tmsize_t>(taken);
}

tmsize_t writeNothing(thandle_t /*handle*/, void* /*bytes*/, tmsize_t /*length*/) {
    return 0;
}

toff_t seekTo(thandle_t handle, toff_t offset, int from) {
    auto& source = *static_cast<ReadOnlyBytes*>(handle);
    if (from == SEEK_CUR) {
        offset += source.at;
    } else if (from == SEEK_END) {
        offset += source.bytes.size();
    }
    source.at = offset;
    return offset;
}

int closeNothing(thandle_t /*handle*/) {
    return 0;
}

toff_t sizeOf(thandle_t handle) {
    return static_cast<ReadOnlyBytes*>(handle)->bytes.size();
}

struct TiffCloser {
    void operator()(TIFF* tiff) const {
        tiffLibrary().close(tiff);
    }
};

/// Opened so that no strip, tile or tag of the file can ask for more memory than a picture within the limits has.
TIFF* opened(ReadOnlyBytes& source, const std::string& name, const PictureLimits& limits) {
    const TiffLibrary& library = tiffLibrary();
    const std::unique_ptr<TIFFOpenOptions, decltype(library.freeOptions)> options(library.options(),
                                                                                  library.freeOptions);
    library.mostBytes(options.get(), static_cast<tmsize_t>(limits.pixels * 4 + directoryBytes));
    return library.open(name.c_str(), "rm", &source, readSome, writeNothing, seekTo, closeNothing, sizeOf, nullptr,
                        nullptr, options.get());
}

class TiffReading {
public:
    TiffReading(std::string_view bytes, const std::string& name, const PictureLimits& limits)
        : source_{bytes, 0}, name_(name), limits_(limits), tiff_(opened(source_, name, limits)) {}

    std::vector<Picture> run() {
        if (!tiff_) {
            throw damaged();
        }
        std::vector<Picture> pages;
        do {
            pages.push_back(readPage());
            if (pages.size() > mostPages) {
                throw tooLarge();
            }
        } while (tiffLibrary().next(tiff_.get()) != 0);
        return pages;
    }

private:
    [[nodiscard]] EvidenceError damaged() const {
        return {"evidence-damaged", name_, "the picture is damaged or breaks off; upload another copy",
                EvidenceKind::Tiff};
    }
    [[nodiscard]] EvidenceError tooLarge() const {
        return {"evidence-too-large", name_, "the picture has too many pixels; save a smaller copy",
                EvidenceKind::Tiff};
    }

    Picture readPage() {
        std::uint32_t width = 0;
        std::uint32_t height = 0;
        std::uint16_t orientation = ORIENTATION_TOPLEFT;
        const auto field = tiffLibrary().field;
        if (field(tiff_.get(), TIFFTAG_IMAGEWIDTH, &width) == 0 ||
            field(tiff_.get(), TIFFTAG_IMAGELENGTH, &height) == 0 || width == 0 || height == 0) {
            throw damaged();
        }
        if (field(tiff_.get(), TIFFTAG_ORIENTATION, &orientation) == 0 || orientation < 1 || orientation > 8) {
            orientation = ORIENTATION_TOPLEFT;
        }
        const auto side = static_cast<std::uint32_t>(limits_.side);
        const std::uint64_t pixels = std::uint64_t{width} * height;
        pixels_ += pixels;
        if (width > side || height > side || pixels > limits_.pixels || pixels_ > limits_.pixels * allPages) {
            throw tooLarge();
        }
        std::string samples(static_cast<std::size_t>(pixels) * 4, '\0');
        // Asked for the orientation that it has, libtiff leaves the rows as they are; the page is turned when drawn.
        auto* raster = reinterpret_cast<std::uint32_t*>(samples.data());
        if (tiffLibrary().read(tiff_.get(), width, height, raster, orientation, 1) == 0) {
            throw damaged();
        }
        return pictureFromRgba(samples, static_cast<int>(width), static_cast<int>(height), orientation);
    }

    ReadOnlyBytes source_;
    const std::string& name_;
    const PictureLimits& limits_;
    std::unique_ptr<TIFF, TiffCloser> tiff_;
    std::uint64_t pixels_ = 0;
};

}  // namespace

std::vector<Picture> readTiff(std::string_view bytes, const std::string& name, const PictureLimits& limits) {
    if (!LoadedLibrary("libtiff.so.6").isThere()) {
        throw EvidenceError("evidence-unsupported", name, "libtiff is not installed here", EvidenceKind::Tiff);
    }
    if (bytes.size() > limits.bytes) {
        throw EvidenceError("evidence-too-large", name, "the picture is larger than the limit; save a smaller copy",
                            EvidenceKind::Tiff);
    }
    return TiffReading(bytes, name, limits).run();
}

}  // namespace engross
