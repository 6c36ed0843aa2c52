#pragma once
#include "evidence/exhibit.h"
#include "layout/block.h"
#include "model/sha256.h"

#include <string>
#include <string_view>

namespace engross {

/// A picture for a page that is composed around it, and the hash of the file as it was uploaded.
struct UploadedPicture {
    Picture picture;
    Sha256 file;
};

/// The picture that a JPEG or PNG holds. Throws EvidenceError; "evidence-unsupported" for a file of any other kind.
/// May be killed at any time.
[[nodiscard]] UploadedPicture readPicture(const Upload& upload, const PictureLimits& limits = {});
/// As above, of bytes at hand.
[[nodiscard]] Picture readPicture(std::string_view bytes, const std::string& name, const PictureLimits& limits = {});

}  // namespace engross
