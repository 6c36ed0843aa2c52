#include "pdf/deflate.h"

#include <zlib.h>
#include <new>

namespace engross {

std::string deflated(std::string_view bytes) {
    uLongf length = compressBound(bytes.size());
    std::string result(length, '\0');
    const int status = compress2(reinterpret_cast<Bytef*>(result.data()), &length,
                                 reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), Z_DEFAULT_COMPRESSION);
    if (status != Z_OK) {
        throw std::bad_alloc();
    }
    result.resize(length);
    return result;
}

}  // namespace engross
