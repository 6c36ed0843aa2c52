#pragma once
#include "pdf/input.h"

#include <string>
#include <vector>

namespace engross {

/// Every text in a file that its pages do not draw, once: metadata, bookmarks, names of destinations and files, notes
/// and their authors, links, form fields, words read aloud in a picture's place; of earlier versions what an object
/// still holds. As UTF-8, sorted. Throws PdfError where the file cannot be read; `name` is what the fault calls it.
[[nodiscard]] std::vector<std::string> stringsIn(const std::string& path, const std::string& name,
                                                 const PdfLimits& limits = {});

}  // namespace engross
