#include "pdf/deflate.h"

#include <libdeflate.h>
#include <memory>
#include <new>

namespace engross {
namespace {

struct CompressorDeleter {
    void operator()(libdeflate_compressor* compressor) const noexcept {
        libdeflate_free_compressor(compressor);
    }
};

constexpr int level = 6;

}  // namespace

// Making a compressor costs more than deflating a letter: each thread keeps one.
std::string deflated(std::string_view bytes) {
    static thread_local const std::unique_ptr<libdeflate_compressor, CompressorDeleter> compressor(
        libdeflate_alloc_compressor(level));
    if (compressor == nullptr) {
        throw std::bad_alloc();
    }
    std::string result(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
    result.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), result.data(), result.size()));
    result.shrink_to_fit();
    return result;
}

}  // namespace engross
