#pragma once
#include "model/finding.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace engross {

/// What GOV.UK Notify refuses a letter for, in the order in which it looks.
enum class NotifyRule : std::uint8_t {
    Unreadable,
    TooLong,
    NotA4,
    OutsidePrintableArea,
    TagInContent,
    AddressEmpty,
    AddressTooShort,
    AddressTooLong,
    AddressFirstLines,
    AddressBfpoCountry,
    AddressAbroad,
    AddressPostcode,
    AddressCharacter,
    AddressNoFixedAbode
};

struct NotifyRuleText {
    NotifyRule rule;
    std::string_view id;  // the code that Notify itself gives
    std::string_view message;
    std::string_view cure;
};

/// Every rule; place in the table = value of the rule.
[[nodiscard]] std::span<const NotifyRuleText> notifyRules();

/// Judges a letter as GOV.UK Notify does before it prints one: pages and their size, ink outside the printable areas,
/// the tag that Notify adds itself, and the address in the window. Findings say where, in millimetres from the page's
/// top left, never what is written there. Notify stops at its first finding; here all are told, in its order, but for
/// what cannot be judged: a file that does not open, is too long or is not A4 is looked at no further.
/// Throws PdfError ("pdf-tool") where poppler-utils is not installed.
[[nodiscard]] Verdict checkNotifyLetter(const std::string& path);
[[nodiscard]] Verdict checkNotifyLetterBytes(std::string_view bytes);

}  // namespace engross
