#pragma once
#include "layout/block.h"
#include "model/sha256.h"
#include "pdf/object_file.h"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace engross {

/// The pictures of a document, each once however often it is drawn.
class DocumentPictures {
public:
    /// The number of the picture's image object, made on first use. JPEG bytes go in as they are; pixels are deflated.
    /// Throws PdfError ("pdf-picture") where the bytes are not what the picture says.
    std::size_t add(const Picture& picture, ObjectFile& file);
    [[nodiscard]] ObjectNumber object(std::size_t image) const;
    /// Whether one of them is CMYK, which an sRGB output intent does not cover (ISO 19005-2 6.2.4.3).
    [[nodiscard]] bool hasCmyk() const noexcept;

private:
    struct Image {
        std::shared_ptr<const std::string> bytes;
        Sha256 hash;
        Picture::Coding coding = Picture::Coding::Jpeg;
        int width = 0;
        ObjectNumber object = 0;
    };

    ObjectNumber makeJpeg(const Picture& picture, ObjectFile& file);
    static ObjectNumber makePixels(const Picture& picture, ObjectFile& file);

    std::vector<Image> images_;
    bool hasCmyk_ = false;
};

}  // namespace engross
