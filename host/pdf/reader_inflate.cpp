#include "pdf/reader_inflate.h"

#include "pdf/pdf_error.h"
#include "pdf/reader_refusal.h"

#include <libdeflate.h>
#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>

namespace engross {

namespace {

struct DecompressorDeleter {
    void operator()(libdeflate_decompressor* decompressor) const noexcept {
        libdeflate_free_decompressor(decompressor);
    }
};

constexpr int firstPngPredictor = 10;

unsigned char paeth(int left, int above, int corner) {
    const int guess = left + above - corner;
    const int toLeft = std::abs(guess - left);
    const int toAbove = std::abs(guess - above);
    const int toCorner = std::abs(guess - corner);
    const int nearest = toAbove <= toCorner ? above : corner;
    return static_cast<unsigned char>(toLeft <= toAbove && toLeft <= toCorner ? left : nearest);
}

}  // namespace

std::string inflateWhole(std::string_view packed, InflateBudget& budget) {
    static thread_local const std::unique_ptr<libdeflate_decompressor, DecompressorDeleter> decompressor(
        libdeflate_alloc_decompressor());
    if (decompressor == nullptr) {
        throw std::bad_alloc();
    }
    std::string bytes;
    for (std::size_t room = std::max<std::size_t>(4096, packed.size() * 6);; room *= 4) {
        bytes.resize(std::min(room, budget.bytes));
        std::size_t length = 0;
        const auto result = libdeflate_zlib_decompress(decompressor.get(), packed.data(), packed.size(), bytes.data(),
                                                       bytes.size(), &length);
        if (result == LIBDEFLATE_SUCCESS) {
            bytes.resize(length);
            budget.bytes -= length;
            return bytes;
        }
        if (result != LIBDEFLATE_INSUFFICIENT_SPACE) {
            throw ReaderRefused(ReaderRefusal::DamagedStream);
        }
        if (bytes.size() == budget.bytes) {
            throw PdfError("pdf-too-large", budget.name, "it unpacks to more than is allowed; print it to a new PDF");
        }
    }
}

std::size_t rowLength(const RowPrediction& rows) {
    const bool sane = rows.colours >= 1 && rows.colours <= 32 && rows.bits >= 1 && rows.bits <= 16 &&
                      rows.columns >= 1 && rows.columns <= 1'000'000;
    if (!sane) {
        throw ReaderRefused(ReaderRefusal::OddFilter);
    }
    return (static_cast<std::size_t>(rows.colours) * static_cast<std::size_t>(rows.bits) *
                static_cast<std::size_t>(rows.columns) +
            7) /
           8;
}

std::size_t pixelLength(const RowPrediction& rows) {
    return std::max<std::size_t>(1, static_cast<std::size_t>(rows.colours) * static_cast<std::size_t>(rows.bits) / 8);
}

bool undoRow(char type, unsigned char* row, const unsigned char* above, std::size_t length, std::size_t step) {
    for (std::size_t i = 0; i < length; ++i) {
        const unsigned char left = i >= step ? row[i - step] : 0;
        const unsigned char corner = i >= step ? above[i - step] : 0;
        unsigned add = 0;
        switch (type) {
            case 0:
                return true;
            case 1:
                add = left;
                break;
            case 2:
                add = above[i];
                break;
            case 3:
                add = (static_cast<unsigned>(left) + above[i]) / 2;
                break;
            case 4:
                add = paeth(left, above[i], corner);
                break;
            default:
                return false;
        }
        row[i] = static_cast<unsigned char>(row[i] + add);
    }
    return true;
}

std::string unpredicted(std::string bytes, const RowPrediction& rows) {
    if (rows.predictor == 1) {
        return bytes;
    }
    if (rows.predictor < firstPngPredictor) {
        throw ReaderRefused(ReaderRefusal::OddFilter);
    }
    const std::size_t length = rowLength(rows);
    const std::size_t step = pixelLength(rows);
    const std::string nothing(length, '\0');
    auto* data = reinterpret_cast<unsigned char*>(bytes.data());
    const auto* above = reinterpret_cast<const unsigned char*>(nothing.data());
    std::size_t written = 0;
    for (std::size_t at = 0; at + 1 + length <= bytes.size(); at += 1 + length) {
        const char type = bytes[at];
        std::copy_n(data + at + 1, length, data + written);
        if (!undoRow(type, data + written, above, length, step)) {
            throw ReaderRefused(ReaderRefusal::DamagedStream);
        }
        above = data + written;
        written += length;
    }
    bytes.resize(written);
    return bytes;
}

}  // namespace engross
