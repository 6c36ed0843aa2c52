#include "words/message_table.h"

#include <array>

namespace engross {
namespace {

constexpr auto messages = std::to_array<Message>({
    {"bundle.common-index", "Index of all volumes", "Mynegai pob cyfrol"},
    {"bundle.concordance", "Old and new page numbers", "Hen rifau tudalennau a rhai newydd"},
    {"bundle.concordance.gone", "no longer in the bundle", "heb fod yn y bwndel mwyach"},
    {"bundle.concordance.sheets", "had been replaced or withdrawn", "wedi'i disodli neu ei thynnu'n ôl eisoes"},
    {"bundle.concordance.changed", " (a new version)", " (fersiwn newydd)"},
    {"bundle.renumbered-note",
     "Release {release} numbers its pages afresh, as {by} ordered on {on}. Old and new numbers stand side by side on "
     "page "
     "{page}; the numbers of release {before} no longer hold.",
     "Mae fersiwn {release} yn ailrifo ei thudalennau, fel y gorchmynnodd {by} ar {on}. Mae'r hen rifau a'r rhai "
     "newydd "
     "ochr yn ochr ar dudalen {page}; nid yw rhifau fersiwn {before} yn dal mwyach."},
    {"bundle.volume-title", "{title}, volume {volume} of {of}", "{title}, cyfrol {volume} o {of}"},
    {"bundle.plan.after-page",
     "'{title}' is to follow page {page}, but no document of release {release} ends with that page, or something "
     "follows it already",
     "mae '{title}' i ddilyn tudalen {page}, ond nid oes dogfen yn fersiwn {release} yn gorffen gyda'r dudalen honno, "
     "neu mae rhywbeth yn ei dilyn eisoes"},
    {"bundle.plan.after-page.hint",
     "name the last page of a document or of what was put behind it, such as 45 or 45B, or leave after_page out: later "
     "pages then stand at the end",
     "enwch dudalen olaf dogfen neu'r hyn a roddwyd y tu ôl iddi, megis 45 neu 45B, neu hepgorwch after_page: bydd "
     "tudalennau diweddarach yn sefyll ar y diwedd wedyn"},
    {"bundle.plan.after-page-first", "'{title}' is to follow page {page}, but no pages have been numbered yet",
     "mae '{title}' i ddilyn tudalen {page}, ond nid oes tudalennau wedi'u rhifo eto"},
    {"bundle.plan.after-page-first.hint", "put the document where it belongs and leave after_page out",
     "rhowch y ddogfen lle mae'n perthyn a hepgorwch after_page"},
    {"bundle.plan.letter-sections", "pages are numbered by section (A1, B1), and the bundle has a letter of its own",
     "rhifir y tudalennau fesul adran (A1, B1), ac mae gan y bwndel lythyren ei hun"},
    {"bundle.plan.letter-sections.hint", "leave letter out, or number the pages through the bundle",
     "hepgorwch letter, neu rhifwch y tudalennau drwy'r bwndel"},
    {"bundle.plan.letter-changed", "the pages of release {release} have another letter before their numbers",
     "mae llythyren arall o flaen rhifau tudalennau fersiwn {release}"},
    {"bundle.plan.letter-changed.hint", "leave letter out: a later release keeps what was printed",
     "hepgorwch letter: mae fersiwn ddiweddarach yn cadw'r hyn a argraffwyd"},
    {"bundle.plan.renumber-first", "there is no earlier release whose numbers an order could change",
     "nid oes fersiwn gynharach y gallai gorchymyn newid ei rhifau"},
    {"bundle.plan.renumber-first.hint",
     "name the release before with release_of (on the command line: --after), or leave renumber out",
     "enwch y fersiwn flaenorol gyda release_of (ar y llinell orchymyn: --after), neu hepgorwch renumber"},
    {"bundle.plan.numbering-changed", "release {release} has other numbers, and a later release keeps them",
     "mae gan fersiwn {release} rifau eraill, ac mae fersiwn ddiweddarach yn eu cadw"},
    {"bundle.plan.numbering-changed.hint", "leave numbering out, or renumber on the tribunal's order",
     "hepgorwch numbering, neu ailrifwch ar orchymyn y tribiwnlys"},
    {"bundle.plan.section-too-large",
     "'{title}' has {pages} pages and some {megabytes} MB, with a volume's cover and index more than one may hold "
     "({limit})",
     "mae gan '{title}' {pages} tudalen a thua {megabytes} MB, gyda chlawr a mynegai cyfrol yn fwy nag y gall un ei "
     "ddal "
     "({limit})"},
    {"bundle.plan.section-too-large.hint", "divide the section, or allow larger volumes",
     "rhannwch yr adran, neu caniatewch gyfrolau mwy"},
    {"bundle.plan.other-case", "the earlier release is of the case {other}, and this plan of {case}",
     "mae'r fersiwn gynharach o achos {other}, a'r cynllun hwn o {case}"},
    {"bundle.plan.other-case.hint", "give the certificate of this case's own release, or begin a pack without one",
     "rhowch dystysgrif fersiwn yr achos hwn ei hun, neu dechreuwch becyn heb un"},
    {"bundle.plan.volumes-unsettled", "no cut into volumes keeps to the limit once covers and indexes have their pages",
     "nid oes toriad yn gyfrolau sy'n cadw at y terfyn unwaith y mae gan gloriau a mynegeion eu tudalennau"},
    {"bundle.plan.volumes-unsettled.hint", "allow larger volumes, or divide the sections further",
     "caniatewch gyfrolau mwy, neu rhannwch yr adrannau ymhellach"},
    {"bundle.plan.volume-too-large", "{file} has {megabytes} MB, and a volume may have {limit}",
     "mae {file} yn {megabytes} MB, a chaiff cyfrol fod yn {limit}"},
    {"bundle.plan.volume-too-large.hint", "divide the sections further, or allow a megabyte less",
     "rhannwch yr adrannau ymhellach, neu caniatewch un megabeit yn llai"},
    {"bundle.plan.volume-pages", "{pages} pages", "{pages} tudalen"},
    {"bundle.plan.volume-megabytes", "{megabytes} MB", "{megabytes} MB"},
    {"bundle.plan.volume-both", "{pages} pages, {megabytes} MB", "{pages} tudalen, {megabytes} MB"},
    {"bundle.plan.reference", "'{title}' refers to {mark}, which is not in the bundle",
     "mae '{title}' yn cyfeirio at {mark}, nad yw yn y bwndel"},
    {"bundle.plan.reference.hint", "add {mark} to the bundle or mend the reference",
     "ychwanegwch {mark} at y bwndel neu cywirwch y cyfeiriad"},
});

}  // namespace

std::span<const Message> bundleReleaseMessages() {
    return messages;
}

}  // namespace engross
