#include "pdf/notify_letter.h"

#include "model/json.h"
#include "pdf/drawing_sample.h"
#include "pdf/page_ink.h"
#include "pdf/pdf_canvas.h"
#include "pdf/pdf_error.h"
#include "pdf/postal_address.h"
#include "pdf/raw_pdf.h"

#include <gtest/gtest.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
#include <set>

namespace engross {
namespace {

const std::vector<std::string> goodAddress{"Ms A. Example", "1 Sample Street", "Exampleton", "EX1 1AA"};

/// A letter of one or more pages as our canvas draws it; text at places measured in mm from the top left.
struct Letter {
    explicit Letter(Points width = mm(210), Points height = mm(297))
        : canvas(test::sampleMetadata()), sheet(canvas), width_(width), height_(height) {
        page();
    }

    void page() {
        canvas.beginPage(width_, height_);
    }
    void nextPage() {
        canvas.endPage();
        page();
    }
    void write(const std::string& text, double left, double baseline, Points size = 10) {
        sheet.y = height_ - mm(baseline);
        canvas.beginContent(canvas.element(0, Role::P, {}));
        sheet.show(text, {}, size, mm(left), {});
        canvas.endContent();
    }
    void address(const std::vector<std::string>& lines, double first = 45, double step = 4) {
        for (const std::string& line : lines) {
            write(line, 25, first);
            first += step;
        }
    }
    /// Ink that is nothing but a mark.
    void mark(double left, double top, double right, double bottom, const Colour& colour = {}) {
        canvas.beginArtifact(ArtifactKind::Layout);
        canvas.fill({mm(left), height_ - mm(bottom), mm(right - left), mm(bottom - top)}, colour);
        canvas.endArtifact();
    }
    std::string finish() {
        canvas.endPage();
        return canvas.finish();
    }

    PdfCanvas canvas;
    test::Sheet sheet;

private:
    Points width_;
    Points height_;
};

std::string letter(const std::function<void(Letter&)>& draw) {
    Letter drawn;
    draw(drawn);
    return drawn.finish();
}

std::string letterTo(const std::vector<std::string>& address) {
    return letter([&](Letter& drawn) { drawn.address(address); });
}

std::string locked() {
    const std::string open = letterTo(goodAddress);
    QPDF pdf;
    pdf.processMemoryFile("open", open.data(), open.size());
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setR6EncryptionParameters("secret", "owner", true, true, true, true, true, true, qpdf_r3p_full, true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

std::string turned(int degrees, bool across) {
    RawPdf pdf;
    pdf.addTextPage("x", std::string(across ? "/MediaBox [0 0 842 595]" : "/MediaBox [0 0 595 842]") + "/Rotate " +
                             std::to_string(degrees));
    return pdf.bytes();
}

struct Planted {
    NotifyRule rule;
    const char* what;
    std::function<std::string()> make;
    std::vector<std::size_t> pages;
    const char* where = "";  // stands in the message
};

std::vector<Planted> pagesPlanted() {
    return {
        {NotifyRule::Unreadable, "NoPdf", [] { return std::string("Dear Sir"); }, {}},
        {NotifyRule::Unreadable, "Locked", locked, {}},
        {NotifyRule::Unreadable,
         "NoResources",
         [] {
             RawPdf pdf;
             const std::size_t page = pdf.addTextPage("x");
             pdf.replace(page, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");
             return pdf.bytes();
         },
         {}},
        {NotifyRule::TooLong,
         "ElevenPages",
         [] {
             return letter([](Letter& drawn) {
                 drawn.address(goodAddress);
                 for (int page = 2; page <= 11; ++page) {
                     drawn.nextPage();
                 }
             });
         },
         {},
         "11 pages"},
        {NotifyRule::NotA4, "Across", [] { return Letter(mm(297), mm(210)).finish(); }, {1}, "297 × 210 mm"},
        {NotifyRule::NotA4, "TurnedAcross", [] { return turned(90, false); }, {1}},
        {NotifyRule::NotA4, "AcrossUpsideDown", [] { return turned(180, true); }, {1}},
        {NotifyRule::NotA4, "TwoAndAHalfTooWide", [] { return Letter(mm(212.5), mm(297)).finish(); }, {1}},
        {NotifyRule::OutsidePrintableArea,
         "LeftEdge",
         [] {
             return letter([](Letter& drawn) {
                 drawn.address(goodAddress);
                 drawn.mark(13.2, 150, 13.6, 152);
             });
         },
         {1},
         "13.2–13.6 mm from the left, 150.0–152"},
        {NotifyRule::OutsidePrintableArea,
         "PaleReferenceBesideTheWindow",
         [] {
             return letter([](Letter& drawn) {
                 drawn.address(goodAddress);
                 drawn.mark(15, 80, 40, 84, {0.99, 0.99, 0.99});
             });
         },
         {1},
         "15.0–40.0 mm from the left, 80.0–83.9"},
        {NotifyRule::OutsidePrintableArea,
         "FooterTooLow",
         [] {
             return letter([](Letter& drawn) {
                 drawn.address(goodAddress);
                 drawn.nextPage();
                 drawn.write("Page 2 of 2", 90, 294.5);
             });
         },
         {2}},
        {NotifyRule::TagInContent,
         "OnPageTwo",
         [] {
             return letter([](Letter& drawn) {
                 drawn.address(goodAddress);
                 drawn.nextPage();
                 drawn.canvas.beginContent(drawn.canvas.element(0, Role::P, {}));
                 drawn.sheet.y = mm(297 - 6.2);
                 drawn.sheet.show("NOTIFY", {}, 5, mm(14.4), {});
                 drawn.canvas.endContent();
             });
         },
         {2}},
    };
}

std::vector<Planted> addressesPlanted() {
    const auto to = [](std::vector<std::string> lines) {
        return [lines = std::move(lines)] { return letterTo(lines); };
    };
    return {
        {NotifyRule::AddressEmpty, "Nobody", to({}), {1}},
        {NotifyRule::AddressEmpty,
         "BelowTheWindow",
         [] { return letter([](Letter& drawn) { drawn.address(goodAddress, 100); }); },
         {1}},
        {NotifyRule::AddressTooShort, "TwoLines", to({"Ms A. Example", "EX1 1AA"}), {1}, "2 lines"},
        {NotifyRule::AddressTooLong,
         "EightLines",
         [] {
             return letter([](Letter& drawn) {
                 drawn.address({"1", "2", "3", "4", "5", "6", "7", "EX1 1AA"}, 42, 3.4);
             });
         },
         {1},
         "line 8"},
        {NotifyRule::AddressFirstLines, "Dashes", to({"–", "1 Sample Street", "Exampleton", "EX1 1AA"}), {1}, "line 1"},
        {NotifyRule::AddressBfpoCountry, "ForcesInGermany", to({"Sgt A. Example", "BFPO 57", "Germany"}), {1}},
        {NotifyRule::AddressAbroad, "France", to({"Ms A. Example", "1 Rue Exemple", "Paris", "France"}), {1}, "line 4"},
        {NotifyRule::AddressPostcode,
         "TownLast",
         to({"Ms A. Example", "1 Sample Street", "EX1 1AA", "Exampleton"}),
         {1}},
        {NotifyRule::AddressCharacter,
         "Bracket",
         to({"Ms A. Example", "(flat 2)", "Exampleton", "EX1 1AA"}),
         {1},
         "line 2"},
        {NotifyRule::AddressNoFixedAbode, "Nfa", to({"Ms A. Example", "NFA", "Exampleton", "EX1 1AA"}), {1}, "line 2"},
    };
}

std::vector<Planted> allPlanted() {
    std::vector<Planted> all = pagesPlanted();
    const std::vector<Planted> more = addressesPlanted();
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

class NotifyNames : public testing::TestWithParam<Planted> {};

TEST_P(NotifyNames, WhatIsWrongWithALetter) {
    const Verdict verdict = checkNotifyLetterBytes(GetParam().make());
    ASSERT_FALSE(verdict.passed());
    const Finding& finding = verdict.findings.front();
    EXPECT_EQ(finding.rule, notifyRules()[static_cast<std::size_t>(GetParam().rule)].id) << writeJson(toValue(verdict));
    EXPECT_EQ(finding.pages, GetParam().pages);
    EXPECT_NE(finding.message.find(GetParam().where), std::string::npos) << finding.message;
    EXPECT_FALSE(finding.cure.empty());
}

INSTANTIATE_TEST_SUITE_P(Planted, NotifyNames, testing::ValuesIn(allPlanted()), [](const auto& info) {
    return std::string(info.param.what) + std::to_string(static_cast<int>(info.param.rule));
});

TEST(NotifyLetter, HasAPlantedDefectForEveryRule) {
    std::set<NotifyRule> planted;
    for (const Planted& one : allPlanted()) {
        planted.insert(one.rule);
    }
    for (const NotifyRuleText& rule : notifyRules()) {
        EXPECT_EQ(planted.count(rule.rule), 1U) << rule.id;
    }
}

TEST(NotifyLetter, TakesALetterThatFillsTheAreas) {
    const Verdict verdict = checkNotifyLetterBytes(letter([](Letter& drawn) {
        drawn.address(goodAddress);
        drawn.mark(14.1, 94.1, 195.9, 292.9);
        drawn.mark(124.1, 4.1, 195.9, 95.9);
        drawn.mark(14.1, 4.1, 125.9, 30.9);
        drawn.nextPage();
        drawn.mark(14.1, 4.1, 195.9, 292.9);
    }));
    EXPECT_TRUE(verdict.findings.empty()) << writeJson(toValue(verdict));
    EXPECT_EQ(verdict.rulesRun.size(), notifyRules().size());
}

TEST(NotifyLetter, TellsEveryPlaceOfInkOnce) {
    const Verdict verdict = checkNotifyLetterBytes(letter([](Letter& drawn) {
        drawn.address(goodAddress);
        drawn.mark(5, 100, 6, 101);
        drawn.mark(5, 200, 6, 201);
        drawn.mark(200, 50, 201, 51);
    }));
    ASSERT_EQ(verdict.findings.size(), 1U);
    const std::string& message = verdict.findings.front().message;
    EXPECT_NE(message.find("page 1: 5.0–6.0 mm from the left, 99.9–101"), std::string::npos) << message;
    EXPECT_NE(message.find("5.0–6.0 mm from the left, 200"), std::string::npos) << message;
    EXPECT_NE(message.find("200.0–201"), std::string::npos) << message;
}

TEST(NotifyLetter, NeverRepeatsTheAddress) {
    const Verdict verdict = checkNotifyLetterBytes(letterTo({"Ms Zelda", "1 Sample Street", "Exampleton", "NOWHERE"}));
    EXPECT_EQ(writeJson(toValue(verdict)).find("Zelda"), std::string::npos);
    EXPECT_EQ(writeJson(toValue(verdict)).find("NOWHERE"), std::string::npos);
}

TEST(NotifyLetter, EndsOnFilesThatAreCutAnywhere) {
    const std::string good = letterTo(goodAddress);
    for (std::size_t length = 0; length < good.size(); length += 4'441) {
        EXPECT_FALSE(checkNotifyLetterBytes(std::string_view(good).substr(0, length)).passed()) << length;
    }
}

TEST(NotifyLetter, JudgesTheSameBytesAlike) {
    const test::ScratchFile file(letterTo(goodAddress));
    EXPECT_TRUE(checkNotifyLetter(file.path()).passed());
    EXPECT_EQ(checkNotifyLetter(file.path()), checkNotifyLetter(file.path()));
}

TEST(OutsideProgram, IsStoppedWhereItIsTooSlowOrWantsTooMuch) {
    const ProgramInput nothing = ProgramInput::bytes("");
    const auto ignore = [](std::string_view) {};
    ProgramLimits hasty;
    hasty.patience = std::chrono::seconds{0};
    EXPECT_FALSE(runProgram({"/bin/sleep", "60"}, nothing, hasty, ignore));
    ProgramLimits small;
    small.memoryBytes = std::size_t{48} << 20U;
    EXPECT_FALSE(runProgram({"/usr/bin/tail", "/dev/zero"}, nothing, small, ignore));
    ProgramLimits busy;
    busy.processorTime = std::chrono::seconds{1};
    EXPECT_FALSE(runProgram({"/bin/sh", "-c", "while :; do :; done"}, nothing, busy, ignore));
    EXPECT_FALSE(runProgram({"/bin/false"}, nothing, {}, ignore));
    EXPECT_THROW((void)runProgram({"/nowhere/pdftoppm"}, nothing, {}, ignore), PdfError);
}

TEST(OutsideProgram, ReadsWhatItIsGivenAndSeesNoOtherFileOfOurs) {
    std::string said;
    const ProgramInput input = ProgramInput::bytes("a letter");
    EXPECT_TRUE(runProgram({"/bin/cat", "/dev/stdin"}, input, {}, [&](std::string_view bytes) { said += bytes; }));
    EXPECT_EQ(said, "a letter");
    said.clear();
    EXPECT_TRUE(runProgram({"/bin/ls", "/proc/self/fd"}, input, {}, [&](std::string_view bytes) { said += bytes; }));
    EXPECT_EQ(said, "0\n1\n2\n3\n");
}

TEST(PostalAddress, KnowsPostcodesByTheirForm) {
    for (const char* good : {"SW1A 1AA", "sw1a1aa", "M1 1AE", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 0AX", "EC1A 1BB",
                             "GIR 0AA", "BF1 3AA", "TS7 1NG", "AB1 2DE"}) {
        EXPECT_TRUE(isPostcode(good)) << good;
    }
    for (const char* bad : {"", "UN REAL", "TT7 PBJ", "SW1A", "1AA SW1A", "ABC1 1AA", "A 1AA", "SW1AAA 1AA", "75001",
                            "D02 XY45", "AB1 2CD", "ZZ99 9ZZ"}) {
        EXPECT_FALSE(isPostcode(bad)) << bad;
    }
}

TEST(PostalAddress, DropsTheUnitedKingdomAndKnowsOtherCountries) {
    for (const char* home : {"United Kingdom", "UK", "U.K.", "England", "Northern Ireland", "Cymru", "Jersey"}) {
        EXPECT_TRUE(isUnitedKingdom(home)) << home;
        EXPECT_FALSE(isForeignCountry(home)) << home;
    }
    for (const char* abroad : {"France", "FRANCE", "U.S.A.", "The Gambia", "Ivory Coast", "Côte d’Ivoire", "Iwerddon",
                               "Trinidad & Tobago", "Trinidad and Tobago", "Republic of Ireland", "Czech Republic"}) {
        EXPECT_TRUE(isForeignCountry(abroad)) << abroad;
    }
    EXPECT_FALSE(isForeignCountry("Exampleton"));
    EXPECT_EQ(judgeAddress({"Ms A. Example", "1 Sample Street", "EX1 1AA", "United Kingdom"}).fault,
              AddressFault::None);
}

TEST(PostalAddress, LooksInTheOrderOfTheService) {
    EXPECT_EQ(judgeAddress({" ", ","}).fault, AddressFault::Empty);
    EXPECT_EQ(judgeAddress({"NFA", "(", "x"}).fault, AddressFault::NoNameOrStreet);
    EXPECT_EQ(judgeAddress({"NFA", "(flat)", "x"}).fault, AddressFault::NoPostcode);
    EXPECT_EQ(judgeAddress({"NFA", "(flat)", "EX1 1AA"}).fault, AddressFault::StartCharacter);
    EXPECT_EQ(judgeAddress({"A", "of no fixed abode", "EX1 1AA,"}).fault, AddressFault::NoFixedAbode);
    EXPECT_EQ(judgeAddress({"Sgt A. Example", "1 Unit", "BFPO 57"}).fault, AddressFault::None);
    EXPECT_EQ(judgeAddress({"Sgt A. Example", "BFPO c/o 57", "EX1 1AA", "France"}).fault,
              AddressFault::CountryWithBfpo);
    EXPECT_EQ(judgeAddress({"Ms\tA.   Example,", "", "1 Sample Street , ", "EX1 1AA"}).fault, AddressFault::None);
}

}  // namespace
}  // namespace engross
