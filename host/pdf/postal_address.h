#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace engross {

/// What can be wrong with a postal address, in the order in which GOV.UK Notify looks; the first is what it reports.
enum class AddressFault : std::uint8_t {
    None,
    Empty,
    TooFewLines,
    TooManyLines,
    NoNameOrStreet,  // line 1 or 2 holds no letter and no digit
    CountryWithBfpo,
    ForeignCountry,
    NoPostcode,
    StartCharacter,
    NoFixedAbode
};

struct AddressVerdict {
    AddressFault fault = AddressFault::None;
    std::size_t line = 0;  // index into the lines that were given; where the fault is of one line
};

/// Judges the lines of an address as they stand in the window: 3 to 7 lines that end in a UK postcode.
[[nodiscard]] AddressVerdict judgeAddress(const std::vector<std::string>& lines);

/// Whether the text is formed as a UK postcode, with or without its space; not whether post is delivered there.
[[nodiscard]] bool isPostcode(std::string_view text);
/// Whether the text is the United Kingdom, one of its countries or one of the islands that it delivers to.
[[nodiscard]] bool isUnitedKingdom(std::string_view text);
/// Whether the text is the name of another country or territory, in English or Welsh.
[[nodiscard]] bool isForeignCountry(std::string_view text);

}  // namespace engross
