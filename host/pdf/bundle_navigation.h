#pragma once
#include "pdf/linker.h"
#include "pdf/source_navigation.h"

#include <string>
#include <vector>

class QPDF;
class QPDFObjectHandle;

namespace engross {

/// One source's share of a bundle that is being put together.
struct BundlePart {
    std::size_t firstPage = 0;  // physical, counted from 0
    std::size_t pages = 0;
    std::vector<bool> showsText;  // for each page
    SourceNavigation navigation;
};

/// An explicit destination that leaves the reader's zoom as it is; the page's shown top left where no place is given.
[[nodiscard]] QPDFObjectHandle destinationOn(const QPDFObjectHandle& page, const SourcePlace& place = {});

/// The catalog's /Outlines: the plan's bookmarks, nested, with each source's own below its document's.
[[nodiscard]] QPDFObjectHandle outlineOf(QPDF& bundle, const std::vector<LinkBookmark>& bookmarks,
                                         const std::vector<BundlePart>& parts,
                                         const std::vector<QPDFObjectHandle>& pages);

/// The /Outlines of one source by itself, its bookmarks as they are.
[[nodiscard]] QPDFObjectHandle outlineOf(QPDF& file, const std::vector<SourceBookmark>& bookmarks,
                                         const std::vector<QPDFObjectHandle>& pages);

/// The catalog's /PageLabels: exactly these labels, one a page (ISO 32000-1 12.4.2).
[[nodiscard]] QPDFObjectHandle pageLabelsOf(const std::vector<std::string>& labels);

/// The catalog's /Names with the plan's targets, so that an address such as bundle.pdf#doc:7 opens there.
[[nodiscard]] QPDFObjectHandle targetNamesOf(const std::map<std::string, PageNumber>& targets,
                                             const std::vector<QPDFObjectHandle>& pages);

}  // namespace engross
