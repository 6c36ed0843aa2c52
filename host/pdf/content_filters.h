#pragma once
#include "pdf/reader_inflate.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// One step of decoding: takes packed bytes in pieces and gives what they hold to the next step, never much at once.
class ContentFilter {
public:
    enum class Flow { More, Ended, Damaged, Stopped };

    virtual ~ContentFilter() = default;
    /// What was decoded so far is with the next step when this returns.
    virtual Flow add(std::string_view piece) = 0;
    /// No more will come: gives out what was held back, and answers whether the end had come.
    virtual Flow finish() = 0;
};

[[nodiscard]] std::unique_ptr<ContentFilter> makeInflateFilter(ContentFilter& next);
/// `early` is /EarlyChange (ISO 32000-1 table 8).
[[nodiscard]] std::unique_ptr<ContentFilter> makeLzwFilter(ContentFilter& next, bool early);
[[nodiscard]] std::unique_ptr<ContentFilter> makeHexFilter(ContentFilter& next);
[[nodiscard]] std::unique_ptr<ContentFilter> makeAscii85Filter(ContentFilter& next);
[[nodiscard]] std::unique_ptr<ContentFilter> makeRunLengthFilter(ContentFilter& next);

/// Undoes the prediction of PNG rows.
[[nodiscard]] std::unique_ptr<ContentFilter> makePredictionFilter(ContentFilter& next, const RowPrediction& rows);

}  // namespace engross
