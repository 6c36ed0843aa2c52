#include "evidence/picture.h"

#include "evidence/jpeg.h"
#include "evidence/png_reader.h"
#include "evidence/stored_file.h"

namespace engross {

Picture readPicture(std::string_view bytes, const std::string& name, const PictureLimits& limits) {
    const EvidenceKind kind = sniff(bytes.substr(0, sniffedBytes));
    switch (kind) {
        case EvidenceKind::Jpeg:
            return readJpeg(bytes, name, limits);
        case EvidenceKind::Png:
            return readPng(bytes, name, limits);
        case EvidenceKind::Empty:
            throw EvidenceError("evidence-empty", name, "the file is empty; upload it again", kind);
        default:
            throw EvidenceError("evidence-unsupported", name,
                                "a file of the kind '" + std::string(nameOf(kind)) +
                                    "' is no picture that a page can show; save it as JPEG or PNG",
                                kind);
    }
}

UploadedPicture readPicture(const Upload& upload, const PictureLimits& limits) {
    const StoredFile file(upload.path, upload.name);
    return {.picture = readPicture(file.bytes(), upload.name, limits), .file = Sha256::of(file.bytes())};
}

}  // namespace engross
