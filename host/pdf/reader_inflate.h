#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace engross {

/// How the rows of a packed stream were made before they were packed (ISO 32000-1 7.4.4.4).
struct RowPrediction {
    int predictor = 1;
    int colours = 1;
    int bits = 8;
    int columns = 1;
};

/// What may still be unpacked of a file's own structure. A stream that would go over it is a bomb, and no business of
/// the slower path either: PdfError ("pdf-too-large").
struct InflateBudget {
    std::size_t bytes = std::size_t{256} << 20U;
    std::string name;  // what the fault calls the file
};

/// Unpacks a stream in zlib form whole. Throws ReaderRefused where it is damaged, PdfError where it is a bomb.
[[nodiscard]] std::string inflateWhole(std::string_view packed, InflateBudget& budget);

/// Bytes of one row. Throws ReaderRefused for a row that no picture has.
[[nodiscard]] std::size_t rowLength(const RowPrediction& rows);
/// Bytes of one pixel, at least one.
[[nodiscard]] std::size_t pixelLength(const RowPrediction& rows);
/// Undoes one PNG row in place (PNG 9.2), whose type is `type`; `above` is the row before it, or noughts. False where
/// there is no such type.
[[nodiscard]] bool undoRow(char type, unsigned char* row, const unsigned char* above, std::size_t length,
                           std::size_t step);

/// Undoes the prediction of PNG rows; throws ReaderRefused where the rows do not fit it.
[[nodiscard]] std::string unpredicted(std::string bytes, const RowPrediction& rows);

}  // namespace engross
