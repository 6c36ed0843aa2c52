#pragma once
#include "layout/block.h"
#include "model/sha256.h"
#include "pdf/archive.h"
#include "pdf/jpeg_header.h"
#include "pdf/object_writer.h"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace engross {

/// The pictures of a document, each once however often it is drawn.
class DocumentPictures {
public:
    explicit DocumentPictures(ArchiveFlavour archive);

    /// The number of the picture's image object, made on first use. JPEG bytes go in as they are, and a colour profile
    /// that they carry becomes the image's colour space, where the flavour knows its version. CMYK without a profile is
    /// taken for ink on coated paper: an sRGB output intent does not cover it (ISO 19005-2 6.2.4.3). Pixels are
    /// deflated. Throws PdfError ("pdf-picture") where the bytes are not what the picture says.
    std::size_t add(const Picture& picture, ObjectWriter& file);
    [[nodiscard]] ObjectNumber object(std::size_t image) const;

private:
    struct Image {
        std::shared_ptr<const std::string> bytes;
        Picture::Coding coding = Picture::Coding::Jpeg;
        int width = 0;
        ObjectNumber object = 0;
    };

    ObjectNumber makeJpeg(const Picture& picture, ObjectWriter& file);
    [[nodiscard]] std::string colourSpaceOf(const JpegHeader& header, ObjectWriter& file);
    [[nodiscard]] ObjectNumber profileObject(const std::string& profile, int components, ObjectWriter& file);
    static ObjectNumber makePixels(const Picture& picture, ObjectWriter& file);

    ArchiveFlavour archive_;
    std::vector<Image> images_;
    std::map<Sha256, ObjectNumber> profiles_;
};

}  // namespace engross
