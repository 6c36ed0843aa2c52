#include "pdf/deflate.h"

#include <libdeflate.h>
#include <array>
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

using Compressor = std::unique_ptr<libdeflate_compressor, CompressorDeleter>;

constexpr std::array levels{1, 4, 6};

// Making a compressor costs more than deflating a letter: each thread keeps those that it needs.
const Compressor& compressorFor(DeflateEffort effort) {
    static thread_local std::array<Compressor, levels.size()> compressors;
    const auto place = static_cast<std::size_t>(effort);
    Compressor& compressor = compressors.at(place);
    if (compressor == nullptr) {
        compressor.reset(libdeflate_alloc_compressor(levels.at(place)));
    }
    if (compressor == nullptr) {
        throw std::bad_alloc();
    }
    return compressor;
}

}  // namespace

std::string deflated(std::string_view bytes, DeflateEffort effort) {
    const Compressor& compressor = compressorFor(effort);
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
