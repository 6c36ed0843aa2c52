#include "script/catalogue.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <set>

namespace engross {
namespace {

const std::string root = ENGROSS_SOURCE_DIR;

/// The checks of the enforcement paper, section 14, in its order; `warns` is its W.
struct PaperCheck {
    std::string_view code;
    bool warns = false;
};
const std::vector<PaperCheck> paperChecks{
    {"GEN-01"},       {"GEN-02", true}, {"GEN-03"}, {"GEN-04"},       {"GEN-05"},       {"GEN-06", true}, {"GEN-08"},
    {"GEN-09"},       {"GEN-10"},       {"GEN-11"}, {"GEN-07", true}, {"HHS-01"},       {"HHS-02"},       {"HHS-03"},
    {"HHS-04", true}, {"HHS-05", true}, {"ENT-01"}, {"ENT-02"},       {"RSN-01"},       {"IN-01"},        {"IN-02"},
    {"IN-03"},        {"IN-04"},        {"IN-05"},  {"IN-06", true},  {"IN-07"},        {"IN-08", true},  {"IN-09"},
    {"VAR-01"},       {"VAR-02"},       {"PO-01"},  {"PO-02"},        {"PO-03"},        {"PO-04"},        {"ERA-01"},
    {"EPO-01"},       {"EXP-01"},       {"LIC-01"}, {"LIC-02"},       {"LIC-03"},       {"LIC-04"},       {"LIC-05"},
    {"LIC-06"},       {"TEN-01"},       {"HMD-01"}, {"REQ-01"},       {"PEN-01"},       {"PEN-02"},       {"PEN-03"},
    {"PEN-04"},       {"PEN-05"},       {"PEN-06"}, {"PEN-07"},       {"PEN-09", true}, {"PEN-10"},       {"PEN-11"},
    {"PEN-08"},       {"ELE-01"},       {"SMK-01"}, {"SMK-02"},       {"MEE-01"},       {"EPA-01"},       {"BA-01"},
    {"CPN-01"},       {"RRO-01"},       {"RRO-02"}, {"BAN-01"},       {"PRO-01", true}, {"CAU-01"},       {"CAU-02"},
    {"WS-01"},        {"WS-02"},        {"WS-03"},  {"WS-04"},        {"WS-05", true},  {"DIS-01", true}};

/// Checks of the host: no script can leave them out.
const std::map<std::string, std::string> byTheHost{
    {"GEN-04", "each request: host/script/request_checks.cpp"},
    {"GEN-05", "the life of a document: host/life"},
    {"GEN-06", "recorded service: host/life"},
    {"GEN-08", "the register of delegations: host/life"},
    {"GEN-09", "the life of a document: host/life"},
    {"GEN-10", "copies for each recipient: host/work and host/life"},
};

const std::map<std::string, std::string> notYet{
    {"HHS-01", "no type scores hazards: the tables of the 2026 Regulations are not verified"},
    {"HHS-02", "no type scores hazards: the tables of the 2026 Regulations are not verified"},
    {"ENT-02", "the information for a warrant under section 240 is not a type yet"},
    {"PRO-01", "prosecution papers are not types yet"},
    {"CAU-01", "the record of an interview is not a type yet"},
    {"CAU-02", "the record of an interview is not a type yet"},
    {"WS-02", "the statement under section 9 of the Criminal Justice Act 1967 is not a type yet"},
    {"WS-03", "the family draws the five items, the margin and the numbers itself; figures in dates are not checked"},
    {"WS-05", "the source of hearsay is not a field of the witness statement yet"},
    {"DIS-01", "the schedule of unused material is not a type yet"},
};

/// Codes of the same shape that come from the paper on homelessness and housing.
const std::set<std::string> ofTheOtherPaper{"NTQ-01", "HML-34"};

/// "IN-01" of "IN-01" and of "IN-01-order"; nothing for a code of another shape, such as "ACT-SERVICE".
std::string paperCodeIn(const std::string& code) {
    const std::size_t dash = code.find('-');
    const bool digits = dash != std::string::npos && code.size() >= dash + 3 && std::isdigit(code.at(dash + 1)) != 0 &&
                        std::isdigit(code.at(dash + 2)) != 0;
    return digits && (code.size() == dash + 3 || code.at(dash + 3) == '-') ? code.substr(0, dash + 3) : std::string();
}

bool isPaperCheck(const std::string& code) {
    return std::ranges::find(paperChecks, std::string_view(code), &PaperCheck::code) != paperChecks.end();
}

using TypesByCode = std::map<std::string, std::set<std::string>>;

TypesByCode typesByCode(const Catalogue& catalogue) {
    TypesByCode found;
    for (const std::string& id : catalogue.ids()) {
        const TypeSummary* type = catalogue.find(id);
        for (const CheckSummary& check : type == nullptr ? std::vector<CheckSummary>{} : type->checks) {
            if (const std::string code = paperCodeIn(check.code); !code.empty()) {
                found[code].insert(id);
            }
        }
    }
    return found;
}

class EnforcementCodes : public testing::Test {
protected:
    std::shared_ptr<const Catalogue> catalogue_ =
        Catalogue::load({root + "/plugins", root + "/scripts", root + "/templates"}, {});
    TypesByCode found_ = typesByCode(*catalogue_);
};

TEST_F(EnforcementCodes, EachIsImplementedOrSaysWhyItIsNotYet) {
    for (const PaperCheck& check : paperChecks) {
        const std::string code(check.code);
        const bool here = found_.contains(code) || byTheHost.contains(code);
        EXPECT_TRUE(here || notYet.contains(code)) << code << " is nowhere, and nothing says why";
        EXPECT_FALSE(here && notYet.contains(code)) << code << " is implemented: take it off the list of what is not";
        std::cout << code << ": ";
        if (byTheHost.contains(code)) {
            std::cout << byTheHost.at(code) << "; ";
        }
        for (const std::string& id : found_[code]) {
            std::cout << id << ' ';
        }
        std::cout << (notYet.contains(code) ? "not yet: " + notYet.at(code) : "") << '\n';
    }
}

TEST_F(EnforcementCodes, ThatATypeClaimsStandInThePaper) {
    for (const auto& [code, types] : found_) {
        EXPECT_TRUE(isPaperCheck(code) || ofTheOtherPaper.contains(code)) << code << " of " << *types.begin();
    }
    for (const auto& [code, why] : notYet) {
        EXPECT_TRUE(isPaperCheck(code)) << code;
    }
    for (const auto& [code, where] : byTheHost) {
        EXPECT_TRUE(isPaperCheck(code)) << code;
    }
}

TEST_F(EnforcementCodes, RefuseOrWarnAsThePaperSays) {
    for (const std::string& id : catalogue_->ids()) {
        const TypeSummary* type = catalogue_->find(id);
        for (const CheckSummary& check : type == nullptr ? std::vector<CheckSummary>{} : type->checks) {
            const auto paper = std::ranges::find(paperChecks, std::string_view(check.code), &PaperCheck::code);
            if (paper != paperChecks.end()) {
                EXPECT_EQ(check.severity == Severity::Warning, paper->warns) << id << " " << check.code;
            }
        }
    }
}

TEST_F(EnforcementCodes, ClaimedButUnknownOrOfAnotherShapeAreToldApart) {
    EXPECT_EQ(paperCodeIn("IN-01"), "IN-01");
    EXPECT_EQ(paperCodeIn("RSN-01-options"), "RSN-01");
    EXPECT_EQ(paperCodeIn("ACT-SERVICE"), "");
    EXPECT_EQ(paperCodeIn("IN-012"), "");
    EXPECT_EQ(paperCodeIn("IN-1"), "");
    EXPECT_FALSE(isPaperCheck("IN-99"));
    EXPECT_TRUE(isPaperCheck("BA-01"));
}

}  // namespace
}  // namespace engross
