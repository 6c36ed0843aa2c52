#pragma once
#include <string_view>

namespace engross {

/// Why a title does not tell a judge what the document is (Soor v Luton BC [2025] UKFTT 259 (GRC)).
enum class TitleFault { None, Empty, FileName, SaysNothing };

/// "report.pdf" and "IMG_2041" are file names; "scan001", "document 3" and "attachment" say nothing.
[[nodiscard]] TitleFault judgeTitle(std::string_view title);

/// Whether a title is that of an authority: a neutral citation ("[2025] UKUT 46 (AAC)"), a law report, a statute with
/// its year, a practice direction.
[[nodiscard]] bool isAuthority(std::string_view title);
/// Whether a title is that of evidence or of a party's case, which has no place among authorities.
[[nodiscard]] bool isEvidence(std::string_view title);

}  // namespace engross
