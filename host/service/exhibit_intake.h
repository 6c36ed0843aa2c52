#pragma once
#include "service/routes.h"

#include <cstdint>
#include <string>

namespace engross {

/// A file that came over HTTP and lies on the vault's disk.
struct ArrivedFile {
    std::string path{};
    std::string name{};
    std::string mediaType{};
    std::uint64_t size = 0;
};

/// Makes an exhibit of the case of it: the vault takes the file, and a worker will look at it. Throws VaultError.
[[nodiscard]] ExhibitRecord takeExhibit(const Context& context, const Call& call, const std::string& caseReference,
                                        const ArrivedFile& file);

}  // namespace engross
