#include "words/message_table.h"

#include <array>

namespace engross {
namespace {

constexpr auto messages = std::to_array<Message>({
    {"kind.text", "text", "testun"},
    {"kind.number", "number", "rhif"},
    {"kind.boolean", "yes or no", "ie neu na"},
    {"kind.list", "list", "rhestr"},
    {"kind.group", "group of fields", "grŵp o feysydd"},
    {"kind.nothing", "nothing", "dim byd"},
    {"kind.date", "date written as 2026-11-23", "dyddiad ar y ffurf 2026-11-23"},
    {"model.did_you_mean", "did you mean '{name}'?", "ai '{name}' oedd gennych mewn golwg?"},
    {"model.one_of_these", "known here: {names}", "mae'r rhain yn hysbys yma: {names}"},
    {"model.json_too_large", "the text is larger than {limit} MB; send a smaller one, with evidence as uploads",
     "mae'r testun yn fwy na {limit} MB; anfonwch un llai, gan lanlwytho'r dystiolaeth ar wahân"},
    {"model.json_too_deep", "line {line}: lists and groups stand more than {limit} deep; make the structure flatter",
     "llinell {line}: mae rhestrau a grwpiau fwy na {limit} lefel o ddyfnder; gwnewch y strwythur yn symlach"},
    {"model.json_too_many_members", "line {line}: a group has more than {limit} members; use a list for what repeats",
     "llinell {line}: mae gan grŵp fwy na {limit} aelod; defnyddiwch restr ar gyfer yr hyn sy'n ailadrodd"},
    {"model.json_malformed", "line {line}: not JSON; '{found}' does not belong here",
     "llinell {line}: nid JSON yw hwn; nid yw '{found}' yn perthyn yma"},
    {"model.json_ended", "line {line}: not JSON; the text ends too early or a value is not one that JSON has",
     "llinell {line}: nid JSON yw hwn; daw'r testun i ben yn rhy gynnar neu nid yw gwerth yn un sydd gan JSON"},
    {"model.json_repeated_key", "line {line}: '{key}' stands twice in one group; keep one of them",
     "llinell {line}: mae '{key}' yno ddwywaith mewn un grŵp; cadwch un ohonynt"},
    {"model.json_unfit_number", "line {line}: a number is too large or too small to be kept; write it as text",
     "llinell {line}: mae rhif yn rhy fawr neu'n rhy fach i'w gadw; ysgrifennwch ef fel testun"},
    {"model.json_not_utf8", "line {line}: the text is not in UTF-8; save the file as UTF-8",
     "llinell {line}: nid yw'r testun mewn UTF-8; cadwch y ffeil fel UTF-8"},
    {"model.request_unknown_key", "the request has no '{found}'", "nid oes '{found}' mewn cais"},
    {"model.request_wrong_kind", "this is a {found}; a {expected} belongs here",
     "{found} yw hwn; dylai {expected} fod yma"},
    {"model.request_wrong_date", "this is not a date; write it as 2026-11-23",
     "nid dyddiad yw hwn; ysgrifennwch ef fel 2026-11-23"},
    {"model.request_missing", "'{expected}' is missing; add it", "mae '{expected}' ar goll; ychwanegwch ef"},
    {"model.request_missing_one", "one of these is missing: {expected}; add one of them",
     "mae un o'r rhain ar goll: {expected}; ychwanegwch un ohonynt"},
    {"model.request_empty", "'{expected}' is empty; fill it in", "mae '{expected}' yn wag; llenwch ef"},
    {"model.request_conflict", "{found} stand together; keep one of them",
     "mae {found} gyda'i gilydd; cadwch un ohonynt"},
    {"model.request_not_offered", "this can only be one of these: {expected}",
     "gall hwn fod yn un o'r rhain yn unig: {expected}"},
    {"model.request_repeated", "an earlier exhibit has this mark; give each exhibit a mark of its own",
     "mae gan arddangosyn cynharach y marc hwn; rhowch ei farc ei hun i bob arddangosyn"},
});

}  // namespace

std::span<const Message> modelMessages() {
    return messages;
}

}  // namespace engross
