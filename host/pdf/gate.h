#pragma once
#include "model/finding.h"
#include "pdf/pdf_error.h"

#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// The sets of rules that a finished PDF can be checked against:
///   pdf-ua  that everyone can read it: the machine-checkable conditions of PDF/UA-1 (ISO 14289-1)
///   pdf-a   that it can be kept: PDF/A (ISO 19005-1, -2, -3), by the part that the file claims
///   a-1b, a-2a, a-3a  the same, and that it claims this flavour
///   drawn   both, as every document that Engross draws must pass
///   notify-letter  that GOV.UK Notify prints it: see notify_letter.h
/// They tell what was looked at, not that the file conforms: font programs and colour profiles are read as far as their
/// tables of widths and their headers, and the sense of alternative texts is left to people.
[[nodiscard]] std::vector<std::string> pdfProfiles();

/// Checks a file: what stands in it, whoever wrote it. Whatever is wrong with its content is a finding, up to a file
/// that cannot be read at all. Throws PdfError ("pdf-profile") where no set of rules has that name, and
/// ("pdf-too-large") for a bomb.
[[nodiscard]] Verdict checkPdf(const std::string& path, const std::string& profile);
[[nodiscard]] Verdict checkPdfBytes(std::string_view bytes, const std::string& profile);

}  // namespace engross
