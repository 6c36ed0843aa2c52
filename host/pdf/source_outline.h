#pragma once
#include "pdf/source_navigation.h"

#include <vector>

class QPDF;
class QPDFObjectHandle;

namespace engross {

/// An explicit destination that leaves the reader's zoom as it is.
[[nodiscard]] QPDFObjectHandle destinationOn(const QPDFObjectHandle& page, const SourcePlace& place);

/// The /Outlines of a source that is rewritten: its bookmarks as they are.
[[nodiscard]] QPDFObjectHandle outlineOf(QPDF& file, const std::vector<SourceBookmark>& bookmarks,
                                         const std::vector<QPDFObjectHandle>& pages);

}  // namespace engross
