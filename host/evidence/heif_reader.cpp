#include "evidence/camera_block.h"
#include "evidence/loaded_library.h"
#include "evidence/samples.h"
#include "evidence/scanned_pictures.h"

#include <libheif/heif.h>
#include <algorithm>
#include <memory>

namespace engross {

namespace {

struct HeifLibrary {
    LoadedLibrary library{"libheif.so.1"};
    decltype(::heif_context_alloc)* make = library.function<decltype(::heif_context_alloc)>("heif_context_alloc");
    decltype(::heif_context_free)* free = library.function<decltype(::heif_context_free)>("heif_context_free");
    decltype(::heif_context_read_from_memory_without_copy)* read =
        library.function<decltype(::heif_context_read_from_memory_without_copy)>(
            "heif_context_read_from_memory_without_copy");
    decltype(::heif_context_set_maximum_image_size_limit)* mostSide =
        library.function<decltype(::heif_context_set_maximum_image_size_limit)>(
            "heif_context_set_maximum_image_size_limit");
    decltype(::heif_context_get_primary_image_handle)* primary =
        library.function<decltype(::heif_context_get_primary_image_handle)>("heif_context_get_primary_image_handle");
    decltype(::heif_image_handle_release)* releaseHandle =
        library.function<decltype(::heif_image_handle_release)>("heif_image_handle_release");
    decltype(::heif_image_handle_get_width)* width =
        library.function<decltype(::heif_image_handle_get_width)>("heif_image_handle_get_width");
    decltype(::heif_image_handle_get_height)* height =
        library.function<decltype(::heif_image_handle_get_height)>("heif_image_handle_get_height");
    decltype(::heif_decode_image)* decode = library.function<decltype(::heif_decode_image)>("heif_decode_image");
    decltype(::heif_image_release)* releaseImage =
        library.function<decltype(::heif_image_release)>("heif_image_release");
    decltype(::heif_image_get_plane_readonly)* plane =
        library.function<decltype(::heif_image_get_plane_readonly)>("heif_image_get_plane_readonly");
    decltype(::heif_image_get_width)* imageWidth =
        library.function<decltype(::heif_image_get_width)>("heif_image_get_width");
    decltype(::heif_image_get_height)* imageHeight =
        library.function<decltype(::heif_image_get_height)>("heif_image_get_height");
};

template <typename Thing, typename Release>
std::unique_ptr<Thing, Release> owned(Thing* thing, Release release) {
    return {thing, release};
}

class HeifReading {
public:
    HeifReading(std::string_view bytes, const std::string& name, const PictureLimits& limits)
        : bytes_(bytes), name_(name), limits_(limits) {}

    Picture run() {
        const auto context = owned(heif_.make(), heif_.free);
        expect(context != nullptr &&
               heif_.read(context.get(), bytes_.data(), bytes_.size(), nullptr).code == heif_error_Ok);
        heif_image_handle* found = nullptr;
        expect(heif_.primary(context.get(), &found).code == heif_error_Ok);
        const auto handle = owned(found, [this](heif_image_handle* used) { heif_.releaseHandle(used); });
        checkSize(heif_.width(handle.get()), heif_.height(handle.get()));
        // What is coded may be cropped, but what a file puts together shall not outgrow what it says it is.
        heif_.mostSide(context.get(), 2 * std::max(heif_.width(handle.get()), heif_.height(handle.get())));
        heif_image* decoded = nullptr;
        expect(heif_.decode(handle.get(), &decoded, heif_colorspace_RGB, heif_chroma_interleaved_RGBA, nullptr).code ==
               heif_error_Ok);
        const auto image = owned(decoded, [this](heif_image* used) { heif_.releaseImage(used); });
        return pictureFrom(*image);
    }

private:
    void expect(bool good) const {
        if (!good) {
            throw EvidenceError("evidence-damaged", name_, "the picture is damaged or breaks off; upload another copy",
                                EvidenceKind::Heif);
        }
    }

    void checkSize(int width, int height) const {
        expect(width > 0 && height > 0);
        const auto pixels = static_cast<std::uint64_t>(width) * static_cast<std::uint64_t>(height);
        if (bytes_.size() > limits_.bytes || pixels > limits_.pixels || width > limits_.side || height > limits_.side) {
            throw EvidenceError("evidence-too-large", name_, "the picture has too many pixels; save a smaller copy",
                                EvidenceKind::Heif);
        }
    }

    [[nodiscard]] Picture pictureFrom(const heif_image& image) const {
        const int width = heif_.imageWidth(&image, heif_channel_interleaved);
        const int height = heif_.imageHeight(&image, heif_channel_interleaved);
        checkSize(width, height);
        int stride = 0;
        const std::uint8_t* plane = heif_.plane(&image, heif_channel_interleaved, &stride);
        expect(plane != nullptr && stride >= width * 4);
        std::string samples;
        const auto row = static_cast<std::size_t>(width) * 4;
        samples.reserve(row * static_cast<std::size_t>(height));
        for (int y = 0; y < height; ++y) {
            samples.append(reinterpret_cast<const char*>(plane) + std::ptrdiff_t{y} * stride, row);
        }
        // libheif has turned it by the file's own boxes already (ISO/IEC 23008-12 6.5.10).
        return pictureFromRgba(samples, width, height, 1);
    }

    HeifLibrary heif_;
    std::string_view bytes_;
    const std::string& name_;
    const PictureLimits& limits_;
};

/// The block behind the offset to its beginning that stands before it (ISO/IEC 23008-12 annex A.2.1).
std::string withoutOffset(const std::string& item) {
    constexpr std::size_t length = 4;
    std::size_t offset = 0;
    for (std::size_t i = 0; i < length && i < item.size(); ++i) {
        offset = offset << 8U | static_cast<unsigned char>(item[i]);
    }
    return item.size() > length && offset < item.size() - length ? item.substr(length + offset) : std::string();
}

}  // namespace

std::string cameraBlockOfHeif(std::string_view file) {
    const LoadedLibrary library("libheif.so.1");
    if (!library.isThere()) {
        return {};
    }
    const HeifLibrary heif;
    const auto context = owned(heif.make(), heif.free);
    heif_image_handle* found = nullptr;
    if (context == nullptr || heif.read(context.get(), file.data(), file.size(), nullptr).code != heif_error_Ok ||
        heif.primary(context.get(), &found).code != heif_error_Ok) {
        return {};
    }
    const auto handle = owned(found, [&heif](heif_image_handle* used) { heif.releaseHandle(used); });
    const auto list = library.function<decltype(::heif_image_handle_get_list_of_metadata_block_IDs)>(
        "heif_image_handle_get_list_of_metadata_block_IDs");
    const auto sizeOf =
        library.function<decltype(::heif_image_handle_get_metadata_size)>("heif_image_handle_get_metadata_size");
    const auto take = library.function<decltype(::heif_image_handle_get_metadata)>("heif_image_handle_get_metadata");
    heif_item_id block = 0;
    if (list(handle.get(), "Exif", &block, 1) != 1) {
        return {};
    }
    std::string item(sizeOf(handle.get(), block), '\0');
    const bool taken = item.size() < file.size() && take(handle.get(), block, item.data()).code == heif_error_Ok;
    return taken ? withoutOffset(item) : std::string();
}

Picture readHeif(std::string_view bytes, const std::string& name, const PictureLimits& limits) {
    if (!LoadedLibrary("libheif.so.1").isThere()) {
        throw EvidenceError("evidence-unsupported", name, "libheif is not installed here", EvidenceKind::Heif);
    }
    return HeifReading(bytes, name, limits).run();
}

}  // namespace engross
