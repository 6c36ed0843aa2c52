#pragma once
#include "model/identifier.h"
#include "model/sha256.h"

#include <string>
#include <string_view>

namespace engross {

/// Appends a number as PDF wants it (ISO 32000-1 7.3.3): at most three decimals, no exponent, no locale, never "-0".
/// Throws std::logic_error where it is not finite or outside ±1,000,000,000.
void appendNumber(std::string& out, double number);
/// Appends a whole number.
void appendNumber(std::string& out, std::size_t number);

/// UTF-16 code units of UTF-8 text; what is not UTF-8 becomes U+FFFD.
[[nodiscard]] std::u16string utf16(std::string_view text);

/// A text string (7.9.2.2) with its delimiters: printable ASCII as a literal, all else as UTF-16BE in hexadecimal.
[[nodiscard]] std::string textString(std::string_view text);
/// A byte string with its delimiters, in literal form.
[[nodiscard]] std::string byteString(std::string_view bytes);
/// A byte string in hexadecimal.
[[nodiscard]] std::string hexString(std::string_view bytes);

/// A URI as 7-bit ASCII (12.6.4.7): what is not is percent-encoded.
[[nodiscard]] std::string asciiUri(std::string_view uri);

/// "D:20260302T…" form of 7.9.4 without the T: "D:20260302103000Z".
[[nodiscard]] std::string pdfDate(Instant instant);
/// The same instant as XMP writes it: "2026-03-02T10:30:00Z".
[[nodiscard]] std::string xmpDate(Instant instant);

}  // namespace engross
