#include "layout/faults.h"

#include <algorithm>

namespace engross {
namespace {

struct Wording {
    LayoutFault fault;
    const char* code;
    Severity severity;
    const char* message;  // "{}" stands for the subject
    const char* hint;
};

constexpr Wording wordings[] = {
    {LayoutFault::MissingCharacter, "layout-missing-character", Severity::Error, "no font has the character {}",
     "write it in another way, or install the font package of its script"},
    {LayoutFault::UnknownReference, "layout-reference", Severity::Error,
     "a reference leads to paragraph '{}', which is not in the document",
     "give a numbered paragraph that id, or mend the reference"},
    {LayoutFault::RepeatedId, "layout-reference", Severity::Error, "two paragraphs have the id '{}'",
     "give each numbered paragraph an id of its own"},
    {LayoutFault::NumberLevel, "layout-numbering", Severity::Error,
     "a numbered paragraph of level {} follows none of the level above it",
     "begin with level 0 and go down one level at a time"},
    {LayoutFault::HeadingLevel, "layout-heading", Severity::Error, "a heading of level {} follows no heading above it",
     "begin with level 1 and go down one level at a time"},
    {LayoutFault::WordTooWide, "layout-too-wide", Severity::Warning,
     "a word in {} is wider than the space for it and was cut", "widen the column, or put spaces where it may break"},
    {LayoutFault::FrameTooSmall, "layout-frame", Severity::Error, "the text of {} does not fit the space for it",
     "shorten the text or leave out a line"},
    {LayoutFault::RunningTextTooWide, "layout-too-wide", Severity::Error, "the text of {} does not fit on its line",
     "shorten it"},
    {LayoutFault::RowTooLong, "layout-table", Severity::Error, "table row {} has more cells than the table has columns",
     "add a column or take the cells out"},
    {LayoutFault::FigureWithoutText, "layout-figure", Severity::Error, "a figure has no text that says what it shows",
     "say in a few words what the picture shows, for those who cannot see it"},
    {LayoutFault::FigureWithoutPicture, "layout-figure", Severity::Error, "a figure has no picture",
     "give the picture's bytes and its size"},
    {LayoutFault::AccentContrast, "layout-contrast", Severity::Warning,
     "the accent colour {} is no colour or stands out from white by less than 4.5 to 1",
     "choose a darker accent colour"},
    {LayoutFault::NoteWithoutFoot, "layout-note", Severity::Error,
     "a footnote stands in a block at a fixed place, which has no foot", "put it into the text of the page"},
    {LayoutFault::CellContent, "layout-table", Severity::Error, "a table cell of row {} holds more than text and lists",
     "take the block out of the table"},
    {LayoutFault::RowsSpanned, "layout-table", Severity::Error, "a cell of table row {} reaches out of the table",
     "let it span fewer rows or columns"},
    {LayoutFault::PairContent, "layout-pairs", Severity::Error,
     "pair {} of a text in two languages holds a box, a table, a picture or a page break",
     "put it before or after the pairs, or put the pairs into the box"},
};

const Wording& wordingOf(LayoutFault fault) {
    return *std::find_if(std::begin(wordings), std::end(wordings),
                         [fault](const Wording& wording) { return wording.fault == fault; });
}

}  // namespace

void FaultList::add(LayoutFault fault, const std::string& subject) {
    const Wording& wording = wordingOf(fault);
    Diagnostic diagnostic;
    diagnostic.code = wording.code;
    diagnostic.severity = wording.severity;
    diagnostic.message = wording.message;
    if (const auto place = diagnostic.message.find("{}"); place != std::string::npos) {
        diagnostic.message.replace(place, 2, subject);
    }
    diagnostic.hints = {wording.hint};
    if (std::find(faults_.begin(), faults_.end(), diagnostic) == faults_.end()) {
        faults_.push_back(std::move(diagnostic));
    }
}

const std::vector<Diagnostic>& FaultList::all() const noexcept {
    return faults_;
}

}  // namespace engross
