#include "layout/faults.h"

#include <algorithm>
#include <utility>

namespace engross {
namespace {

struct Wording {
    LayoutFault fault;
    const char* code;
    Severity severity;
    const char* key;  // of its sentence; with ".cure" behind it of what mends it
};

constexpr Wording wordings[] = {
    {LayoutFault::MissingCharacter, "layout-missing-character", Severity::Error, "layout.missing-character"},
    {LayoutFault::UnknownReference, "layout-reference", Severity::Error, "layout.unknown-reference"},
    {LayoutFault::RepeatedId, "layout-reference", Severity::Error, "layout.repeated-id"},
    {LayoutFault::NumberLevel, "layout-numbering", Severity::Error, "layout.number-level"},
    {LayoutFault::HeadingLevel, "layout-heading", Severity::Error, "layout.heading-level"},
    {LayoutFault::WordTooWide, "layout-too-wide", Severity::Warning, "layout.word-too-wide"},
    {LayoutFault::FrameTooSmall, "layout-frame", Severity::Error, "layout.frame-too-small"},
    {LayoutFault::RunningTextTooWide, "layout-too-wide", Severity::Error, "layout.running-text-too-wide"},
    {LayoutFault::RowTooLong, "layout-table", Severity::Error, "layout.row-too-long"},
    {LayoutFault::FigureWithoutText, "layout-figure", Severity::Error, "layout.figure-without-text"},
    {LayoutFault::FigureWithoutPicture, "layout-figure", Severity::Error, "layout.figure-without-picture"},
    {LayoutFault::AccentContrast, "layout-contrast", Severity::Warning, "layout.accent-contrast"},
    {LayoutFault::NoteWithoutFoot, "layout-note", Severity::Error, "layout.note-without-foot"},
    {LayoutFault::CellContent, "layout-table", Severity::Error, "layout.cell-content"},
    {LayoutFault::RowsSpanned, "layout-table", Severity::Error, "layout.rows-spanned"},
    {LayoutFault::PairContent, "layout-pairs", Severity::Error, "layout.pair-content"},
};

const Wording& wordingOf(LayoutFault fault) {
    return *std::find_if(std::begin(wordings), std::end(wordings),
                         [fault](const Wording& wording) { return wording.fault == fault; });
}

constexpr std::pair<FaultPlace::Kind, const char*> places[] = {
    {FaultPlace::Kind::Paragraph, "layout.place.paragraph"},
    {FaultPlace::Kind::Heading, "layout.place.heading"},
    {FaultPlace::Kind::Number, "layout.place.number"},
    {FaultPlace::Kind::MarginNote, "layout.place.margin-note"},
    {FaultPlace::Kind::List, "layout.place.list"},
    {FaultPlace::Kind::Box, "layout.place.box"},
    {FaultPlace::Kind::Table, "layout.place.table"},
    {FaultPlace::Kind::Caption, "layout.place.caption"},
    {FaultPlace::Kind::Contents, "layout.place.contents"},
    {FaultPlace::Kind::Footnote, "layout.place.footnote"},
    {FaultPlace::Kind::Signature, "layout.place.signature"},
    {FaultPlace::Kind::Frame, "layout.place.frame"},
    {FaultPlace::Kind::HeadOrFoot, "layout.place.head-or-foot"},
    {FaultPlace::Kind::TwoLanguages, "layout.place.two-languages"},
};

std::string wordsOf(const FaultPlace& place, const Messages& messages) {
    const auto* found = std::find_if(std::begin(places), std::end(places),
                                     [&place](const auto& known) { return known.first == place.kind; });
    const bool column = place.kind == FaultPlace::Kind::Table && place.column > 0;
    return messages.text(column ? "layout.place.column" : found->second,
                         {{"table", std::to_string(place.table)}, {"column", std::to_string(place.column)}});
}

}  // namespace

void FaultList::add(LayoutFault fault, const std::string& subject, const FaultPlace& place) {
    Found found{fault, subject, place};
    if (std::find(faults_.begin(), faults_.end(), found) == faults_.end()) {
        faults_.push_back(std::move(found));
    }
}

std::vector<Diagnostic> FaultList::all(Language reader) const {
    const Messages& messages = Messages::in(reader);
    std::vector<Diagnostic> worded;
    for (const Found& found : faults_) {
        const Wording& wording = wordingOf(found.fault);
        const std::string place = wordsOf(found.place, messages);
        Diagnostic& diagnostic = worded.emplace_back();
        diagnostic.code = wording.code;
        diagnostic.severity = wording.severity;
        diagnostic.message = messages.text(wording.key, {{"subject", found.subject}, {"place", place}});
        diagnostic.hints = {messages.text(std::string(wording.key) + ".cure")};
    }
    return worded;
}

}  // namespace engross
