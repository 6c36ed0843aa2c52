#include "pdf/deflate.h"

#include <libdeflate.h>
#include <memory>
#include <new>
#include <stdexcept>

namespace engross {
namespace {

struct CompressorDeleter {
    void operator()(libdeflate_compressor* compressor) const noexcept {
        libdeflate_free_compressor(compressor);
    }
};

struct DecompressorDeleter {
    void operator()(libdeflate_decompressor* decompressor) const noexcept {
        libdeflate_free_decompressor(decompressor);
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

std::string inflated(std::string_view bytes, std::size_t most) {
    const std::unique_ptr<libdeflate_decompressor, DecompressorDeleter> decompressor(libdeflate_alloc_decompressor());
    if (decompressor == nullptr) {
        throw std::bad_alloc();
    }
    std::string result(most, '\0');
    std::size_t length = 0;
    if (libdeflate_zlib_decompress(decompressor.get(), bytes.data(), bytes.size(), result.data(), result.size(),
                                   &length) != LIBDEFLATE_SUCCESS) {
        throw std::logic_error("bytes that we deflated do not inflate");
    }
    result.resize(length);
    return result;
}

}  // namespace engross
