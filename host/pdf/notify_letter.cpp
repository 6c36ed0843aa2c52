#include "pdf/notify_letter.h"

#include "pdf/page_ink.h"
#include "pdf/page_words.h"
#include "pdf/pdf_error.h"
#include "pdf/postal_address.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>

namespace engross {
namespace {

constexpr auto rules = std::to_array<NotifyRuleText>({
    {NotifyRule::Unreadable, "unable-to-read-the-file", "the file cannot be opened, or a page has no resources",
     "save it again as an ordinary PDF without a password"},
    {NotifyRule::TooLong, "letter-too-long", "the letter has more than 10 pages",
     "shorten it, or send what it encloses in another way"},
    {NotifyRule::NotA4, "letter-not-a4-portrait-oriented", "a page is not A4 upright, give or take 2 mm",
     "make every page 210 × 297 mm, upright"},
    {NotifyRule::OutsidePrintableArea, "content-outside-printable-area",
     "something is printed where a letter must stay white",
     "move it into 15–195 mm from the left and 5–292 mm from the top; above 95 mm on page 1 only the logo block "
     "(15–125 × 5–30), the contact block (125–195 × 5–95) and the address window (24.6–120 × 39.5–66.3) may be "
     "printed"},
    {NotifyRule::TagInContent, "notify-tag-found-in-content", "a page after the first holds the tag that Notify adds",
     "take the word NOTIFY out of the top left corner (0–15.2 × 0–6.1 mm)"},
    {NotifyRule::AddressEmpty, "address-is-empty", "no address stands in the window",
     "put the address into 24.6–120 mm from the left and 39.5–66.3 mm from the top of page 1, as text"},
    {NotifyRule::AddressTooShort, "not-enough-address-lines", "the address has fewer than 3 lines",
     "give a name, a street and a postcode, each on its line"},
    {NotifyRule::AddressTooLong, "too-many-address-lines", "the address has more than 7 lines",
     "join lines, and keep all else out of 21.6–123 mm from the left and 36.5–69.3 mm from the top of page 1"},
    {NotifyRule::AddressFirstLines, "invalid-address-line-1-or-2",
     "line 1 or 2 of the address holds no letter and no digit", "begin with a name and a street"},
    {NotifyRule::AddressBfpoCountry, "has-country-for-bfpo-address", "an address of the forces ends in a country",
     "end it with the BFPO number or its postcode"},
    {NotifyRule::AddressAbroad, "cant-send-international-letters", "the address ends in another country",
     "send it in another way, or to an address in the United Kingdom"},
    {NotifyRule::AddressPostcode, "not-a-real-uk-postcode", "the last line of the address is no UK postcode",
     "end the address with its postcode, alone on its line"},
    {NotifyRule::AddressCharacter, "invalid-char-in-address",
     "a line of the address begins with one of @ ( ) = [ ] \" \\ / , < > ~", "begin the line with a letter or a digit"},
    {NotifyRule::AddressNoFixedAbode, "no-fixed-abode-address", "the address says that there is no fixed abode",
     "hand the letter over, or send it to an address that the person gave"},
});

constexpr bool inOrder() {
    for (std::size_t index = 0; index < rules.size(); ++index) {
        if (static_cast<std::size_t>(rules[index].rule) != index) {
            return false;
        }
    }
    return rules.size() == static_cast<std::size_t>(NotifyRule::AddressNoFixedAbode) + 1;
}
static_assert(inOrder());

constexpr std::size_t mostPages = 10;
constexpr double pointsPerMillimetre = 72 / 25.4;
constexpr double a4Width = 210;
constexpr double a4Height = 297;
constexpr double sizeTolerance = 2;
constexpr std::size_t mostPatches = 4;  // of a page that a finding names

// The areas that are enforced: the published ones and 1 mm round them.
constexpr std::array<SheetArea, 4> firstPageAreas{
    {{14, 94, 196, 293}, {124, 4, 196, 96}, {14, 4, 126, 31}, {23.6, 38.5, 121, 67.3}}};
constexpr std::array<SheetArea, 1> laterPageAreas{{{14, 4, 196, 293}}};
constexpr SheetArea addressArea{21.6, 36.5, 123, 69.3};
constexpr SheetArea tagArea{0, 0, 15.191, 6.149};

const NotifyRuleText& textOf(NotifyRule rule) {
    return rules.at(static_cast<std::size_t>(rule));
}

void add(Verdict& verdict, NotifyRule rule, std::vector<std::size_t> pages, const std::string& where = {}) {
    const NotifyRuleText& text = textOf(rule);
    Finding finding;
    finding.rule = text.id;
    finding.pages = std::move(pages);
    finding.message = std::string(text.message) + (where.empty() ? "" : ": " + where);
    finding.cure = text.cure;
    verdict.findings.push_back(std::move(finding));
}

std::string onPage(std::size_t page, const std::string& where) {
    return "page " + std::to_string(page) + ": " + where;
}

void append(std::string& list, const std::string& part) {
    list += (list.empty() ? "" : "; ") + part;
}

/// A page's sides in mm as it is seen, or noughts where its box is no box.
std::pair<double, double> sidesOf(QPDFPageObjectHelper page) {
    QPDFObjectHandle box = page.getAttribute("/MediaBox", false);
    QPDFObjectHandle turn = page.getAttribute("/Rotate", false);
    if (!box.isRectangle()) {
        return {0, 0};
    }
    const QPDFObjectHandle::Rectangle sides = box.getArrayAsRectangle();
    const double width = (sides.urx - sides.llx) / pointsPerMillimetre;
    const double height = (sides.ury - sides.lly) / pointsPerMillimetre;
    const bool onSide = turn.isInteger() && turn.getIntValue() % 180 != 0;
    return onSide ? std::pair(height, width) : std::pair(width, height);
}

bool isA4(std::pair<double, double> sides) {
    return std::abs(sides.first - a4Width) <= sizeTolerance && std::abs(sides.second - a4Height) <= sizeTolerance;
}

std::string millimetres(std::pair<double, double> sides) {
    return std::to_string(std::lround(sides.first)) + " × " + std::to_string(std::lround(sides.second)) + " mm";
}

/// Whether the pages can be looked at: they open, are few enough and of the right size.
bool pagesFit(QPDF& pdf, Verdict& verdict) {
    std::vector<QPDFPageObjectHelper> pages;
    for (const QPDFObjectHandle& page : pdf.getAllPages()) {
        pages.emplace_back(page);
    }
    verdict.pages = pages.size();
    const bool readable = !pages.empty() && std::all_of(pages.begin(), pages.end(), [](QPDFPageObjectHelper& page) {
        return page.getAttribute("/Resources", false).isDictionary();
    });
    if (!readable) {
        add(verdict, NotifyRule::Unreadable, {});
        return false;
    }
    if (pages.size() > mostPages) {
        add(verdict, NotifyRule::TooLong, {}, std::to_string(pages.size()) + " pages");
        return false;
    }
    std::vector<std::size_t> unfit;
    std::string where;
    for (std::size_t page = 1; page <= pages.size(); ++page) {
        const auto sides = sidesOf(pages[page - 1]);
        if (!isA4(sides)) {
            unfit.push_back(page);
            append(where, onPage(page, millimetres(sides)));
        }
    }
    if (!unfit.empty()) {
        add(verdict, NotifyRule::NotA4, std::move(unfit), where);
        return false;
    }
    return true;
}

void checkInk(const std::vector<std::vector<SheetArea>>& ink, Verdict& verdict) {
    std::vector<std::size_t> pages;
    std::string where;
    for (std::size_t page = 1; page <= ink.size(); ++page) {
        const std::vector<SheetArea>& patches = ink[page - 1];
        if (patches.empty()) {
            continue;
        }
        pages.push_back(page);
        for (std::size_t patch = 0; patch < std::min(patches.size(), mostPatches); ++patch) {
            append(where, onPage(page, describe(patches[patch])));
        }
        if (patches.size() > mostPatches) {
            append(where, onPage(page, "and " + std::to_string(patches.size() - mostPatches) + " more places"));
        }
    }
    if (!pages.empty()) {
        add(verdict, NotifyRule::OutsidePrintableArea, std::move(pages), where);
    }
}

void checkTag(const std::vector<std::vector<PlacedWord>>& words, Verdict& verdict) {
    std::vector<std::size_t> pages;
    for (std::size_t page = 2; page <= words.size(); ++page) {
        const auto lines = linesIn(words[page - 1], tagArea);
        if (std::any_of(lines.begin(), lines.end(),
                        [](const TextLine& line) { return line.text.find("NOTIFY") != std::string::npos; })) {
            pages.push_back(page);
        }
    }
    if (!pages.empty()) {
        add(verdict, NotifyRule::TagInContent, std::move(pages));
    }
}

void checkAddress(const std::vector<PlacedWord>& words, Verdict& verdict) {
    static const std::map<AddressFault, NotifyRule> ruleOf{
        {AddressFault::Empty, NotifyRule::AddressEmpty},
        {AddressFault::TooFewLines, NotifyRule::AddressTooShort},
        {AddressFault::TooManyLines, NotifyRule::AddressTooLong},
        {AddressFault::NoNameOrStreet, NotifyRule::AddressFirstLines},
        {AddressFault::CountryWithBfpo, NotifyRule::AddressBfpoCountry},
        {AddressFault::ForeignCountry, NotifyRule::AddressAbroad},
        {AddressFault::NoPostcode, NotifyRule::AddressPostcode},
        {AddressFault::StartCharacter, NotifyRule::AddressCharacter},
        {AddressFault::NoFixedAbode, NotifyRule::AddressNoFixedAbode}};
    const std::vector<TextLine> lines = linesIn(words, addressArea);
    std::vector<std::string> texts;
    for (const TextLine& line : lines) {
        texts.push_back(line.text);
    }
    const AddressVerdict judged = judgeAddress(texts);
    if (judged.fault == AddressFault::None) {
        return;
    }
    const bool ofOneLine = judged.fault != AddressFault::Empty && judged.fault != AddressFault::TooFewLines;
    std::string where = std::to_string(lines.size()) + " lines stand there";
    if (ofOneLine) {
        where = "line " + std::to_string(judged.line + 1) + ", " + describe(lines.at(judged.line).box);
    }
    add(verdict, ruleOf.at(judged.fault), {1}, where);
}

void look(const std::function<void(QPDF&)>& open, const ProgramInput& input, Verdict& verdict) {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    open(pdf);
    if (!pagesFit(pdf, verdict)) {
        return;
    }
    const auto words = wordsOnPages(input, verdict.pages);
    const auto ink = inkOutside(input, verdict.pages, [](std::size_t page) {
        return page == 1 ? std::span<const SheetArea>(firstPageAreas) : std::span<const SheetArea>(laterPageAreas);
    });
    if (!words || !ink) {
        add(verdict, NotifyRule::Unreadable, {}, "the programs that draw pages and read their text gave up on it");
        return;
    }
    checkInk(*ink, verdict);
    checkTag(*words, verdict);
    checkAddress(words->at(0), verdict);
}

// libqpdf tells of a broken file with QPDFExc or another runtime_error; a broken file is a finding here.
Verdict judge(const std::function<void(QPDF&)>& open, const ProgramInput& input) {
    Verdict verdict;
    verdict.profile = "notify-letter";
    for (const NotifyRuleText& text : rules) {
        verdict.rulesRun.emplace_back(text.id);
    }
    try {
        look(open, input, verdict);
    } catch (const Error&) {
        throw;
    } catch (const std::runtime_error&) {
        add(verdict, NotifyRule::Unreadable, {});
    }
    return verdict;
}

}  // namespace

std::span<const NotifyRuleText> notifyRules() {
    return rules;
}

Verdict checkNotifyLetter(const std::string& path) {
    return judge([&](QPDF& pdf) { pdf.processFile(path.c_str()); }, ProgramInput::file(path));
}

Verdict checkNotifyLetterBytes(std::string_view bytes) {
    return judge([&](QPDF& pdf) { pdf.processMemoryFile("letter", bytes.data(), bytes.size()); },
                 ProgramInput::bytes(bytes));
}

}  // namespace engross
