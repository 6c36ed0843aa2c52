#include "words/message_table.h"

#include <array>

namespace engross {
namespace {

constexpr auto messages = std::to_array<Message>({
    {"layout.place.paragraph", "a paragraph", "paragraff"},
    {"layout.place.heading", "a heading", "pennawd"},
    {"layout.place.number", "a paragraph's number", "rhif paragraff"},
    {"layout.place.margin-note", "a margin note", "nodyn ymyl"},
    {"layout.place.caption", "a caption", "capsiwn"},
    {"layout.place.contents", "a table of contents", "tabl cynnwys"},
    {"layout.place.footnote", "a footnote", "troednodyn"},
    {"layout.place.signature", "a signature", "llofnod"},
    {"layout.place.list", "a list", "rhestr"},
    {"layout.place.box", "a box", "blwch"},
    {"layout.place.table", "table {table}", "tabl {table}"},
    {"layout.place.column", "column {column} of table {table}", "colofn {column} o dabl {table}"},
    {"layout.place.frame", "a block at a fixed place", "bloc mewn man penodol"},
    {"layout.place.head-or-foot", "a page's head or foot", "pen neu droed tudalen"},
    {"layout.place.two-languages", "a text in two languages", "testun mewn dwy iaith"},
    {"layout.missing-character", "no font has the character {subject}", "nid oes gan unrhyw ffont y nod {subject}"},
    {"layout.missing-character.cure", "write it in another way, or install the font package of its script",
     "ysgrifennwch ef mewn ffordd arall, neu gosodwch becyn ffontiau ei sgript"},
    {"layout.unknown-reference", "a reference leads to paragraph '{subject}', which is not in the document",
     "mae cyfeiriad yn arwain at baragraff '{subject}', nad yw yn y ddogfen"},
    {"layout.unknown-reference.cure", "give a numbered paragraph that id, or mend the reference",
     "rhowch yr enw hwnnw i baragraff wedi'i rifo, neu cywirwch y cyfeiriad"},
    {"layout.repeated-id", "two paragraphs have the id '{subject}'", "mae gan ddau baragraff yr enw '{subject}'"},
    {"layout.repeated-id.cure", "give each numbered paragraph an id of its own",
     "rhowch ei enw ei hun i bob paragraff wedi'i rifo"},
    {"layout.number-level", "a numbered paragraph of level {subject} follows none of the level above it",
     "mae paragraff wedi'i rifo ar lefel {subject} heb baragraff o'r lefel uwch o'i flaen"},
    {"layout.number-level.cure", "begin with level 0 and go down one level at a time",
     "dechreuwch gyda lefel 0 ac ewch i lawr un lefel ar y tro"},
    {"layout.heading-level", "a heading of level {subject} follows no heading above it",
     "mae pennawd ar lefel {subject} heb bennawd o'r lefel uwch o'i flaen"},
    {"layout.heading-level.cure", "begin with level 1 and go down one level at a time",
     "dechreuwch gyda lefel 1 ac ewch i lawr un lefel ar y tro"},
    {"layout.word-too-wide", "a word in {place} is wider than the space for it and was cut",
     "mae gair yn lletach na'r lle sydd iddo ac fe'i torrwyd ({place})"},
    {"layout.word-too-wide.cure", "widen the column, or put spaces where it may break",
     "gwnewch y golofn yn lletach, neu rhowch fylchau lle caiff dorri"},
    {"layout.frame-too-small", "the text of {place} does not fit the space for it",
     "nid yw'r testun yn ffitio'r lle sydd iddo ({place})"},
    {"layout.frame-too-small.cure", "shorten the text or leave out a line",
     "gwnewch y testun yn fyrrach neu hepgorwch linell"},
    {"layout.running-text-too-wide", "the text of {place} does not fit on its line",
     "nid yw'r testun yn ffitio ar ei linell ({place})"},
    {"layout.running-text-too-wide.cure", "shorten it", "gwnewch ef yn fyrrach"},
    {"layout.row-too-long", "row {subject} of {place} has more cells than there are columns",
     "mae gan res {subject} fwy o gelloedd nag sydd o golofnau ({place})"},
    {"layout.row-too-long.cure", "add a column or take the cells out",
     "ychwanegwch golofn neu tynnwch y celloedd allan"},
    {"layout.figure-without-text", "a figure has no text that says what it shows",
     "nid oes gan ffigur destun sy'n dweud beth mae'n ei ddangos"},
    {"layout.figure-without-text.cure", "say in a few words what the picture shows, for those who cannot see it",
     "dywedwch mewn ychydig eiriau beth mae'r llun yn ei ddangos, i'r rhai na allant ei weld"},
    {"layout.figure-without-picture", "a figure has no picture", "nid oes gan ffigur lun"},
    {"layout.figure-without-picture.cure", "give the picture's bytes and its size", "rhowch feitiau'r llun a'i faint"},
    {"layout.accent-contrast",
     "the accent colour {subject} is no colour or stands out from white by less than 4.5 to 1",
     "nid yw'r lliw acen {subject} yn lliw, neu mae'n sefyll allan o wyn o lai na 4.5 i 1"},
    {"layout.accent-contrast.cure", "choose a darker accent colour", "dewiswch liw acen tywyllach"},
    {"layout.note-without-foot", "a footnote stands in a block at a fixed place, which has no foot",
     "mae troednodyn mewn bloc mewn man penodol, nad oes troed iddo"},
    {"layout.note-without-foot.cure", "put it into the text of the page", "rhowch ef yn nhestun y dudalen"},
    {"layout.cell-content", "a cell in row {subject} of {place} holds more than text and lists",
     "mae cell yn rhes {subject} yn cynnwys mwy na thestun a rhestrau ({place})"},
    {"layout.cell-content.cure", "take the block out of the table", "tynnwch y bloc allan o'r tabl"},
    {"layout.rows-spanned", "a cell in row {subject} of {place} reaches out of the table",
     "mae cell yn rhes {subject} yn ymestyn allan o'r tabl ({place})"},
    {"layout.rows-spanned.cure", "let it span fewer rows or columns",
     "gadewch iddi rychwantu llai o resi neu golofnau"},
    {"layout.pair-content", "pair {subject} of a text in two languages holds a box, a table, a picture or a page break",
     "mae pâr {subject} o destun mewn dwy iaith yn cynnwys blwch, tabl, llun neu doriad tudalen"},
    {"layout.pair-content.cure", "put it before or after the pairs, or put the pairs into the box",
     "rhowch ef cyn neu ar ôl y parau, neu rhowch y parau yn y blwch"},
});

}  // namespace

std::span<const Message> layoutMessages() {
    return messages;
}

}  // namespace engross
