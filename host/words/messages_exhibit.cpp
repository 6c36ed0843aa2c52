#include "words/message_table.h"

#include <array>

namespace engross {
namespace {

constexpr auto messages = std::to_array<Message>({
    {"exhibit.standard_input", "standard input", "mewnbwn safonol"},
    {"exhibit.what", "what it is", "beth ydyw"},
    {"exhibit.what_says", "{kind}, {pages}, {bytes} bytes", "{kind}, {pages}, {bytes} beit"},
    {"exhibit.pages.one", "1 page", "1 dudalen"},
    {"exhibit.pages.other", "{n} pages", "{n} tudalen"},
    {"exhibit.bytes", "{n} bytes", "{n} beit"},
    {"exhibit.sha256", "SHA-256", "SHA-256"},
    {"exhibit.refused", "cannot be used", "ni ellir ei ddefnyddio"},
    {"exhibit.kind.pdf", "PDF", "PDF"},
    {"exhibit.kind.jpeg", "JPEG picture", "llun JPEG"},
    {"exhibit.kind.png", "PNG picture", "llun PNG"},
    {"exhibit.kind.tiff", "TIFF picture", "llun TIFF"},
    {"exhibit.kind.webp", "WebP picture", "llun WebP"},
    {"exhibit.kind.heif", "HEIC or AVIF picture", "llun HEIC neu AVIF"},
    {"exhibit.kind.mail", "e-mail", "e-bost"},
    {"exhibit.kind.outlook", "Outlook message", "neges Outlook"},

    {"exhibit.sizes", "page sizes", "maint tudalennau"},
    {"exhibit.size", "{width} by {height} mm", "{width} wrth {height} mm"},
    {"exhibit.size_on", "{size}: {pages}", "{size}: {pages}"},
    {"exhibit.across", "across", "ar draws"},
    {"exhibit.turned", "turned pages", "wedi'u troi"},
    {"exhibit.turned_says", "{pages}: they are shown as their author turned them",
     "{pages}: fe'u dangosir fel y trodd eu hawdur hwy"},
    {"exhibit.pixels", "size", "maint"},
    {"exhibit.pixels_say", "{width} by {height} pixels", "{width} wrth {height} picsel"},
    {"exhibit.picture_turned", "it is turned as the camera says", "fe'i troir fel y dywed y camera"},

    {"exhibit.text", "text", "testun"},
    {"exhibit.text_all", "on every page", "ar bob tudalen"},
    {"exhibit.text_no_page", "on no page", "ddim ar unrhyw dudalen"},
    {"exhibit.text_some", "on {n} of {pages} pages", "ar {n} o {pages} tudalen"},
    {"exhibit.text_none", "pictures without text, which cannot be searched or read aloud: {pages}",
     "lluniau heb destun, na ellir eu chwilio na'u darllen yn uchel: {pages}"},
    {"exhibit.damaged", "damaged pages", "wedi'u difrodi"},
    {"exhibit.damaged_says", "{pages}: their content breaks off; compare them with another copy",
     "{pages}: mae eu cynnwys yn torri i ffwrdd; cymharwch hwy â chopi arall"},

    {"exhibit.form", "form", "ffurflen"},
    {"exhibit.fields.one", "1 field", "1 maes"},
    {"exhibit.fields.other", "{n} fields", "{n} maes"},
    {"exhibit.xfa", "XFA, which only Acrobat shows whole", "XFA, na ddengys ond Acrobat yn gyfan"},
    {"exhibit.signatures", "signatures", "llofnodion"},
    {"exhibit.layers", "layers", "haenau"},
    {"exhibit.layers_say", "{n}, of which hidden: {hidden}; what is hidden stays hidden",
     "{n}, yn gudd: {hidden}; mae'r hyn sydd yn gudd yn aros yn gudd"},
    {"exhibit.repairs", "repairs", "trwsiadau"},
    {"exhibit.tagged", "structure", "strwythur"},
    {"exhibit.tagged_says", "for screen readers; a bundle does not take it along",
     "ar gyfer darllenwyr sgrin; nid yw bwndel yn mynd ag ef"},
    {"exhibit.lock", "lock", "clo"},
    {"exhibit.cipher.rc4-40", "RC4, 40 bits", "RC4, 40 did"},
    {"exhibit.cipher.rc4-128", "RC4, 128 bits", "RC4, 128 did"},
    {"exhibit.cipher.aes-128", "AES, 128 bits", "AES, 128 did"},
    {"exhibit.cipher.aes-256", "AES, 256 bits", "AES, 256 did"},
    {"exhibit.cipher.none", "its pages are not encrypted", "nid yw ei dudalennau wedi'u hamgryptio"},
    {"exhibit.forbids", "its author forbade: {what}", "gwaharddodd ei awdur: {what}"},
    {"exhibit.forbids.print", "printing", "argraffu"},
    {"exhibit.forbids.print-well", "printing finely", "argraffu'n fanwl"},
    {"exhibit.forbids.copy", "copying", "copïo"},
    {"exhibit.forbids.change", "changing", "newid"},
    {"exhibit.forbids.comment", "commenting", "rhoi sylwadau"},
    {"exhibit.forbids.fill", "filling in forms", "llenwi ffurflenni"},
    {"exhibit.forbids.assemble", "moving pages", "symud tudalennau"},

    {"exhibit.files", "files inside", "ffeiliau ynddo"},
    {"exhibit.file_lost", "cannot be read: ask for it by itself", "ni ellir ei darllen: gofynnwch amdani ar wahân"},
    {"exhibit.files_hint", "each can be an exhibit of its own: \"attachment\" and its number",
     "gall pob un fod yn arddangosyn ar wahân: \"attachment\" a'i rhif"},
    {"exhibit.mail.from", "from", "oddi wrth"},
    {"exhibit.mail.to", "to", "at"},
    {"exhibit.mail.date", "sent", "anfonwyd"},
    {"exhibit.mail.subject", "subject", "pwnc"},

    {"exhibit.left_behind", "in a bundle", "mewn bwndel"},
    {"exhibit.way", "read by", "darllenir gan"},
    {"exhibit.way_fast", "the fast reader, as it is", "y darllenydd cyflym, fel y mae"},
    {"exhibit.way_slow", "libqpdf: {why}", "libqpdf: {why}"},
    {"exhibit.way.junk-header", "something stands before its header", "mae rhywbeth o flaen ei bennyn"},
    {"exhibit.way.damaged-xref", "its table of contents is damaged or missing",
     "mae ei dabl cynnwys wedi'i ddifrodi neu ar goll"},
    {"exhibit.way.encrypted", "it is locked", "mae dan glo"},
    {"exhibit.way.forms", "it has a form, which is made flat with its answers",
     "mae ffurflen ynddo, a wneir yn wastad gyda'i hatebion"},
    {"exhibit.way.damaged-object", "a part of it is damaged", "mae rhan ohono wedi'i difrodi"},
    {"exhibit.way.damaged-stream", "a part of it does not end where it says",
     "nid yw rhan ohono'n gorffen lle y dywed"},
    {"exhibit.way.odd-filter", "it is packed in an unusual way", "mae wedi'i bacio mewn ffordd anarferol"},
    {"exhibit.way.odd-pages", "its list of pages is unusual", "mae ei restr o dudalennau'n anarferol"},
    {"exhibit.way.odd-annotation", "a note on it is drawn in an unusual way",
     "mae nodyn arno wedi'i lunio mewn ffordd anarferol"},
    {"exhibit.suggested", "title and date", "teitl a dyddiad"},

    {"exhibit.sum.files", "files", "ffeil"},
    {"exhibit.sum.pages", "pages in a bundle", "tudalen mewn bwndel"},
    {"exhibit.sum.fast", "PDFs read by the fast reader", "PDF a ddarllenir gan y darllenydd cyflym"},
    {"exhibit.sum.refused", "cannot be used: {code}", "ni ellir eu defnyddio: {code}"},
});

}  // namespace

std::span<const Message> exhibitMessages() {
    return messages;
}

}  // namespace engross
