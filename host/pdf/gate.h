#pragma once
#include "model/finding.h"
#include "pdf/pdf_error.h"

#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// The sets of rules that a finished PDF can be checked against:
///   pdf-ua  that everyone can read it: the machine-checkable conditions of PDF/UA-1 (ISO 14289-1)
///   pdf-a   that it can be kept: the basics of PDF/A-2 (ISO 19005-2)
///   drawn   both, as every document that Engross draws must pass
///   notify-letter  that GOV.UK Notify prints it: see notify_letter.h
/// They tell what was looked at, not that the file conforms: widths inside font programs, colour profiles and the sense
/// of alternative texts are left to a full validator and to people.
[[nodiscard]] std::vector<std::string> pdfProfiles();

/// Checks a file. Whatever is wrong with its content is a finding, up to a file that cannot be read at all. Throws
/// PdfError ("pdf-profile") where no set of rules has that name.
[[nodiscard]] Verdict checkPdf(const std::string& path, const std::string& profile);
[[nodiscard]] Verdict checkPdfBytes(std::string_view bytes, const std::string& profile);

}  // namespace engross
