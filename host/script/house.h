#pragma once
#include "script/declared.h"
#include "script/page_images.h"

#include <string>
#include <utility>
#include <vector>

namespace engross {

/// The council's logo as letters show it.
struct HouseLogo {
    Picture picture{};        // without bytes where there is no logo
    LocalText alternative{};  // what it says, read aloud in its place
    Points width = 0;
    Points height = 0;
};

/// templates/house/<name>/house.lua: the letterhead and typography of one council or team.
struct House {
    std::string name{};
    LocalText council{};
    LocalText team{};
    std::vector<std::string> address{};
    std::string phone{};
    std::string email{};
    std::string website{};
    LocalText hours{};   // when the phone is answered
    LocalText footer{};  // said at the foot of first pages
    std::vector<Language> languages{};
    std::string font{};  // the family of faces; empty for the standard one
    std::string accent = "#1d3557";
    double bodySize = 12;
    double leading = 16;
    Margins margins{};  // of documents without a window address; nought for the family's own
    HouseLogo logo{};
    bool foldMarks = false;
    bool isDefault = false;
    std::shared_ptr<const ScriptSource> source{};
    std::vector<std::pair<std::string, Sha256>> files{};  // what it shows beside its text: the logo

    [[nodiscard]] bool speaks(Language language) const;
};

/// How far two colours "#rrggbb" stand apart, from 1 to 21 (WCAG 2.2, contrast ratio). Nothing for what is no colour.
[[nodiscard]] std::optional<double> contrastOf(std::string_view colour, std::string_view other);

}  // namespace engross
