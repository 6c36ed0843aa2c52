#include "words/message_table.h"

#include <array>

namespace engross {
namespace {

constexpr auto messages = std::to_array<Message>({
    {"work.deadline", "the work took longer than {seconds} seconds, twice; ask for it in smaller parts",
     "cymerodd y gwaith fwy na {seconds} eiliad, ddwywaith; gofynnwch amdano mewn rhannau llai"},
    {"work.type_changed",
     "the document type changed after the request was accepted; look at the request again and send it anew",
     "newidiodd y math o ddogfen ar ôl derbyn y cais; edrychwch ar y cais eto a'i anfon o'r newydd"},
    {"work.exhibit_missing", "exhibit {mark} is not here", "nid yw arddangosyn {mark} yma"},
    {"work.exhibit_missing.hint", "upload the file to this case, or take the exhibit out of the request",
     "lanlwythwch y ffeil i'r achos hwn, neu tynnwch yr arddangosyn o'r cais"},
    {"work.exhibit_unreadable", "{name} cannot be read safely: it is damaged or made to do harm",
     "ni ellir darllen {name} yn ddiogel: mae wedi'i ddifrodi neu wedi'i wneud i beri niwed"},
    {"work.exhibit_unreadable.hint", "upload another copy, or print it to a new PDF",
     "lanlwythwch gopi arall, neu argraffwch ef i PDF newydd"},
    {"work.exhibit_too_slow",
     "{name} takes longer to read than is allowed: it holds more than its size lets one expect",
     "mae {name} yn cymryd mwy o amser i'w ddarllen nag a ganiateir: mae'n dal mwy nag a ddisgwylid o'i faint"},
    {"work.exhibit_too_slow.hint", "print it to a new PDF, or split it and upload the parts",
     "argraffwch ef i PDF newydd, neu rhannwch ef a lanlwythwch y rhannau"},
    {"work.exhibit_too_large",
     "{name} needs more memory to read than is allowed: it holds more than its size lets one expect",
     "mae angen mwy o gof i ddarllen {name} nag a ganiateir: mae'n dal mwy nag a ddisgwylid o'i faint"},
    {"work.exhibit_too_large.hint", "print it to a new PDF, or split it and upload the parts",
     "argraffwch ef i PDF newydd, neu rhannwch ef a lanlwythwch y rhannau"},
    {"work.stand_in", "This sheet stands for the document in this example.",
     "Mae'r ddalen hon yn sefyll yn lle'r ddogfen yn yr enghraifft hon."},
    {"work.password_wrong", "the password that was given does not open {name}",
     "nid yw'r cyfrinair a roddwyd yn agor {name}"},
    {"work.sheet",
     "or give the item a 'sheet' that says where it can be seen or heard: a page then stands in its place",
     "neu rhowch 'sheet' i'r eitem sy'n dweud ble y gellir ei weld neu ei glywed: bydd tudalen yn sefyll yn ei le"},
    {"work.leave_out", "or take it out of the bundle, and say in the index that it is withheld",
     "neu tynnwch ef o'r bwndel, a dywedwch yn y mynegai ei fod wedi'i ddal yn ôl"},
    {"work.exhibit_changed", "{title}: {what}", "{title}: {what}"},
    {"work.page", "page {pages}", "tudalen {pages}"},
    {"work.pages", "pages {pages}", "tudalennau {pages}"},
    {"work.finding_in", "in {titles}", "yn {titles}"},
    {"work.finding_waivable", "where the tribunal agrees, waive rule {rule} in the directions: who, when and why",
     "lle mae'r tribiwnlys yn cytuno, hepgorwch reol {rule} yn y cyfarwyddiadau: pwy, pryd a pham"},
    {"work.unknown_profile", "there is no profile '{profile}'", "nid oes proffil '{profile}'"},
    {"work.known_profiles", "known here: {names}", "mae'r rhain yn hysbys yma: {names}"},
    {"work.attachments_too_large", "the exhibits that the document is to carry come to more than 256 MB",
     "mae'r dangosion y mae'r ddogfen i'w cario yn dod i fwy na 256 MB"},
    {"work.attachments_too_large.hint", "file them on their own, or ask for a-2a",
     "ffeiliwch nhw ar wahân, neu gofynnwch am a-2a"},
    {"work.pictures_too_large", "the pictures of this document come to more than 256 MB",
     "mae lluniau'r ddogfen hon yn dod i fwy na 256 MB"},
    {"work.pictures_too_large.hint", "save the photographs smaller, or divide them between several documents",
     "cadwch y ffotograffau'n llai, neu rhannwch nhw rhwng sawl dogfen"},
    {"work.draft_mark", "DRAFT", "DRAFFT"},
    {"work.copy_language", "the document does not exist in the language of recipient {recipient} ('{language}')",
     "nid yw'r ddogfen yn bodoli yn iaith derbynnydd {recipient} ('{language}')"},
    {"work.copy_language.hint", "send a translation with the copy that is made in the document's own language",
     "anfonwch gyfieithiad gyda'r copi a wneir yn iaith y ddogfen ei hun"},
    {"work.no_covering_letter", "there is no document type '{type}' for the letter that goes with a copy",
     "nid oes math o ddogfen '{type}' ar gyfer y llythyr sy'n mynd gyda chopi"},
});

}  // namespace

std::span<const Message> workMessages() {
    return messages;
}

}  // namespace engross
