#include "pdf/picture_object.h"

#include "pdf/colour_profile.h"
#include "pdf/deflate.h"
#include "pdf/pdf_error.h"
#include "pdf/png_rows.h"

#include <algorithm>

namespace engross {
namespace {

std::string imageBody(int width, int height, std::string_view colourSpace, std::string_view rest) {
    std::string body = "/Type/XObject/Subtype/Image/Width " + std::to_string(width) + "/Height " +
                       std::to_string(height) + "/BitsPerComponent 8/ColorSpace";
    body += colourSpace;
    body += rest;
    return body;
}

constexpr std::string_view deviceSpace(int components) {
    return components == 1 ? "/DeviceGray" : "/DeviceRGB";
}

/// Rows of pixels, packed; those of a small picture that somebody keeps, such as a house's logo, are packed once. For
/// one thread.
class RowPacker {
public:
    std::shared_ptr<const std::string> pack(const std::shared_ptr<const std::string>& pixels, std::size_t row,
                                            std::size_t pixel) {
        for (const Packed& known : packed_) {
            if (known.row == row && known.pixel == pixel && known.pixels.lock() == pixels) {
                return known.bytes;
            }
        }
        auto bytes = std::make_shared<const std::string>(deflated(pngRows(*pixels, row, pixel)));
        std::erase_if(packed_, [](const Packed& known) { return known.pixels.expired(); });
        if (bytes->size() <= mostBytes && packed_.size() < mostPictures) {
            packed_.push_back({pixels, row, pixel, bytes});
        }
        return bytes;
    }

private:
    static constexpr std::size_t mostBytes = std::size_t{256} << 10U;
    static constexpr std::size_t mostPictures = 16;

    struct Packed {
        std::weak_ptr<const std::string> pixels;
        std::size_t row = 0;
        std::size_t pixel = 0;
        std::shared_ptr<const std::string> bytes;
    };
    std::vector<Packed> packed_;
};

std::shared_ptr<const std::string> packedRows(const std::shared_ptr<const std::string>& pixels, std::size_t row,
                                              std::size_t pixel) {
    static thread_local RowPacker packer;
    return packer.pack(pixels, row, pixel);
}

}  // namespace

DocumentPictures::DocumentPictures(ArchiveFlavour archive) : archive_(archive) {}

std::size_t DocumentPictures::add(const Picture& picture, ObjectWriter& file) {
    if (picture.bytes == nullptr || picture.orientation < 1 || picture.orientation > 8) {
        throw PdfError("pdf-picture", "picture", "a picture has no bytes or no known orientation");
    }
    const auto known = std::find_if(images_.begin(), images_.end(), [&](const Image& image) {
        return image.coding == picture.coding && image.width == picture.widthPixels &&
               (image.bytes == picture.bytes || *image.bytes == *picture.bytes);
    });
    if (known != images_.end()) {
        return static_cast<std::size_t>(known - images_.begin());
    }
    const ObjectNumber object =
        picture.coding == Picture::Coding::Jpeg ? makeJpeg(picture, file) : makePixels(picture, file);
    images_.push_back({picture.bytes, picture.coding, picture.widthPixels, object});
    return images_.size() - 1;
}

ObjectNumber DocumentPictures::makeJpeg(const Picture& picture, ObjectWriter& file) {
    const auto header = readJpegHeader(*picture.bytes);
    if (!header.has_value()) {
        throw PdfError("pdf-picture", "picture", "the bytes are no JPEG that a PDF can hold; save it again as JPEG");
    }
    const std::string_view decode = header->components == 4 && header->adobe ? "/Decode[1 0 1 0 1 0 1 0]" : "";
    return file.addStream(imageBody(header->width, header->height, colourSpaceOf(*header, file),
                                    std::string(decode) + "/Filter/DCTDecode"),
                          *picture.bytes);
}

std::string DocumentPictures::colourSpaceOf(const JpegHeader& header, ObjectWriter& file) {
    const auto profile = readColourProfile(header.profile);
    const bool known = profile && profile->components == header.components &&
                       (profile->version == 2 || archive_ != ArchiveFlavour::A1b);
    if (!known && header.components != 4) {
        return std::string(deviceSpace(header.components));
    }
    const ObjectNumber object = profileObject(known ? header.profile : inkProfile(), header.components, file);
    return "[/ICCBased " + reference(object) + "]";
}

ObjectNumber DocumentPictures::profileObject(const std::string& profile, int components, ObjectWriter& file) {
    ObjectNumber& object = profiles_[Sha256::of(profile)];
    if (object == 0) {
        object = file.addStream("/N " + std::to_string(components) + "/Filter/FlateDecode", deflated(profile));
    }
    return object;
}

ObjectNumber DocumentPictures::makePixels(const Picture& picture, ObjectWriter& file) {
    const std::size_t components = picture.coding == Picture::Coding::Rgb8 ? 3 : 1;
    const auto width = static_cast<std::size_t>(picture.widthPixels);
    const auto height = static_cast<std::size_t>(picture.heightPixels);
    if (picture.widthPixels <= 0 || picture.heightPixels <= 0 || picture.bytes->size() != width * height * components) {
        throw PdfError("pdf-picture", "picture", "the number of pixels is not what the picture says");
    }
    const std::string rest = "/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors " + std::to_string(components) +
                             "/BitsPerComponent 8/Columns " + std::to_string(width) + ">>";
    return file.addStream(
        imageBody(picture.widthPixels, picture.heightPixels, deviceSpace(static_cast<int>(components)), rest),
        *packedRows(picture.bytes, width * components, components));
}

ObjectNumber DocumentPictures::object(std::size_t image) const {
    return images_.at(image).object;
}

}  // namespace engross
