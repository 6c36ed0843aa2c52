#pragma once
#include "layout/block.h"
#include "model/diagnostic.h"
#include "model/sha256.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// Reads a JPEG or PNG of the house's own, such as a logo. Throws Error with what is wrong with it; `name` is what the
/// fault calls the file.
using PictureReader = std::function<Picture(std::string_view bytes, const std::string& name)>;

/// The picture of an exhibit, and the hash of the file as it was uploaded.
struct PageImage {
    Picture picture;
    Sha256 file;
};

/// The pictures among a request's exhibits, as the pages that are composed for it may show them. The host implements it
/// where files can be read; a script knows marks only.
class PageImages {
public:
    PageImages() = default;
    PageImages(const PageImages&) = delete;
    PageImages& operator=(const PageImages&) = delete;
    virtual ~PageImages() = default;
    /// Nothing where no file stands behind the mark, as in a type's own example. Where a file is there and no picture
    /// can be shown of it, a fault says why and nothing is answered.
    [[nodiscard]] virtual std::optional<PageImage> find(const std::string& mark, std::vector<Diagnostic>& faults) = 0;
};

}  // namespace engross
