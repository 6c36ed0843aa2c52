#include "words/message_table.h"
#include "words/messages_bundle_rules.h"

#include <array>
#include <vector>

namespace engross {
namespace {

constexpr auto messages = std::to_array<Message>({
    {"bundle.cover", "Cover", "Clawr"},
    {"bundle.index", "Index", "Mynegai"},
    {"bundle.undated", "undated", "heb ddyddiad"},
    {"bundle.withdrawn", "withdrawn", "tynnwyd yn ôl"},
    {"bundle.replaced", "replaced: see {page}", "disodlwyd: gweler {page}"},
    {"bundle.gone", " (no longer in use)", " (heb fod mewn defnydd)"},
    {"bundle.references",
     "{title}: {linked} references became links, {lost} were not found, {blind} pages could not be searched",
     "{title}: daeth {linked} cyfeiriad yn ddolenni, ni chanfuwyd {lost}, ni ellid chwilio {blind} tudalen"},
    {"bundle.reference.says", "{words}: page {page} of the bundle", "{words}: tudalen {page} o'r bwndel"},
    {"bundle.reference.says_now", "{words} of an earlier release: now page {page} of the bundle",
     "{words} mewn fersiwn cynharach: bellach tudalen {page} o'r bwndel"},
    {"bundle.reference.added",
     "Boxed figures in the margin are pages of this bundle. Engross added them; they are no part of the document.",
     "Tudalennau'r bwndel yw'r ffigurau mewn bocs ar yr ymyl. Engross a'u hychwanegodd; nid ydynt yn rhan o'r "
     "ddogfen."},
    {"bundle.check.reference-unresolved", "this bundle has no {words}, which a document refers to",
     "nid oes {words} yn y bwndel hwn, er bod dogfen yn cyfeirio ato"},
    {"bundle.check.reference-unresolved.cure",
     "add what is referred to, or give the document that it is the mark, in its marks",
     "ychwanegwch yr hyn y cyfeirir ato, neu rhowch y marc, ymhlith ei marciau, i'r ddogfen dan sylw"},
    {"bundle.check.reference-renumbered",
     "a document refers to {words}; pages were numbered afresh, and it cannot be known which page that is now",
     "mae dogfen yn cyfeirio at {words}; ailrifwyd y tudalennau, ac ni ellir gwybod pa dudalen yw honno bellach"},
    {"bundle.check.reference-renumbered.cure",
     "look the page up in the release that the document was signed against, and give the document's date in the plan",
     "chwiliwch am y dudalen yn y fersiwn y llofnodwyd y ddogfen yn ei erbyn, a rhowch ddyddiad y ddogfen yn y "
     "cynllun"},
    {"bundle.references_moved",
     "{title}: {moved} of them give page numbers of an earlier release, and lead to where those pages are now: {pages}",
     "{title}: mae {moved} ohonynt yn rhoi rhifau tudalen fersiwn cynharach, ac yn arwain at le mae'r tudalennau hynny "
     "bellach: {pages}"},
    {"bundle.references_moved.page", "page {was}, now {is}", "tudalen {was}, bellach {is}"},
    {"bundle.check.reference-unsearched", "pages of a document without text could not be searched for references",
     "ni ellid chwilio am gyfeiriadau ar dudalennau heb destun mewn dogfen"},
    {"bundle.check.reference-unsearched.cure",
     "put in a copy whose text can be read, or check these references by hand",
     "rhowch gopi y gellir darllen ei destun, neu gwiriwch y cyfeiriadau hyn â llaw"},
    {"bundle.added_in", "Added in release {release}", "Ychwanegwyd yn fersiwn {release}"},
    {"bundle.sheet.withdrawn",
     "This document was withdrawn from the bundle in release {release}. Its pages keep their numbers so that no other "
     "page moves.",
     "Tynnwyd y ddogfen hon o'r bwndel yn fersiwn {release}. Mae ei thudalennau'n cadw eu rhifau fel nad oes tudalen "
     "arall yn symud."},
    {"bundle.sheet.replaced",
     "This document was replaced in release {release}. What stands for it now begins on page {page}.",
     "Disodlwyd y ddogfen hon yn fersiwn {release}. Mae'r hyn sydd yn ei lle yn dechrau ar dudalen {page}."},
    {"bundle.note",
     "Release {release}: {added} added, {replaced} replaced, {withdrawn} withdrawn. The changes are listed on page "
     "{page}.",
     "Fersiwn {release}: ychwanegwyd {added}, disodlwyd {replaced}, tynnwyd {withdrawn} yn ôl. Rhestrir y newidiadau "
     "ar dudalen {page}."},
    {"bundle.month.1", "Jan", "Ion"},
    {"bundle.month.2", "Feb", "Chwe"},
    {"bundle.month.3", "Mar", "Maw"},
    {"bundle.month.4", "Apr", "Ebr"},
    {"bundle.month.5", "May", "Mai"},
    {"bundle.month.6", "Jun", "Meh"},
    {"bundle.month.7", "Jul", "Gorff"},
    {"bundle.month.8", "Aug", "Awst"},
    {"bundle.month.9", "Sep", "Medi"},
    {"bundle.month.10", "Oct", "Hyd"},
    {"bundle.month.11", "Nov", "Tach"},
    {"bundle.month.12", "Dec", "Rhag"},

    {"bundle.plan.empty", "the bundle holds no document", "nid oes dogfen yn y bwndel"},
    {"bundle.plan.empty.hint", "add a document to a section", "ychwanegwch ddogfen at adran"},
    {"bundle.plan.empty-section", "nothing stands in the section '{title}'", "nid oes dim yn yr adran '{title}'"},
    {"bundle.plan.empty-section.hint", "add its documents or take it out",
     "ychwanegwch ei dogfennau neu tynnwch hi allan"},
    {"bundle.plan.section-title", "a section has no title", "nid oes teitl ar adran"},
    {"bundle.plan.section-title.hint", "say what the section holds", "dywedwch beth sydd yn yr adran"},
    {"bundle.plan.title-empty", "a document has no title", "nid oes teitl ar ddogfen"},
    {"bundle.plan.title-empty.hint", "say what it is, from whom, and to whom",
     "dywedwch beth ydyw, gan bwy, ac at bwy"},
    {"bundle.plan.title-file-name", "'{title}' is a file name, not a description of a document",
     "enw ffeil yw '{title}', nid disgrifiad o ddogfen"},
    {"bundle.plan.title-file-name.hint", "say what it is, such as \"Gas safety record\"",
     "dywedwch beth ydyw, megis \"Cofnod diogelwch nwy\""},
    {"bundle.plan.title-says-nothing", "'{title}' does not say what the document is",
     "nid yw '{title}' yn dweud beth yw'r ddogfen"},
    {"bundle.plan.title-says-nothing.hint", "say what it is, such as \"Gas safety record\"",
     "dywedwch beth ydyw, megis \"Cofnod diogelwch nwy\""},
    {"bundle.plan.title-repeated", "two documents of one date are called '{title}'",
     "gelwir dwy ddogfen o'r un dyddiad yn '{title}'"},
    {"bundle.plan.title-repeated.hint", "say how they differ", "dywedwch sut y maent yn wahanol"},
    {"bundle.plan.mark-repeated", "'{title}' and '{other}' both have the mark '{mark}'",
     "mae'r marc '{mark}' ar '{title}' ac ar '{other}'"},
    {"bundle.plan.mark-repeated.hint", "a reference would lead to the first: give each a mark of its own",
     "byddai cyfeiriad yn arwain at y cyntaf: rhowch farc ei hun i bob un"},
    {"bundle.plan.undated", "'{title}' has no date and stands in the index as undated",
     "nid oes dyddiad ar '{title}' ac mae yn y mynegai fel dogfen heb ddyddiad"},
    {"bundle.plan.undated.hint", "give its date where it is known", "rhowch ei dyddiad os yw'n hysbys"},
    {"bundle.plan.date-order", "'{title}' is older than '{before}', which stands before it in '{section}'",
     "mae '{title}' yn hŷn na '{before}', sydd o'i blaen yn '{section}'"},
    {"bundle.plan.date-order.hint", "put the section in order of dates", "rhowch yr adran yn nhrefn dyddiadau"},
    {"bundle.plan.twice", "'{title}' is the same file as '{other}'", "yr un ffeil yw '{title}' a '{other}'"},
    {"bundle.plan.twice.hint", "keep one of them and refer to it", "cadwch un ohonynt a chyfeiriwch ati"},
    {"bundle.plan.unsettled", "the index and the pages it counts do not come to rest",
     "nid yw'r mynegai a'r tudalennau y mae'n eu cyfrif yn setlo"},
    {"bundle.plan.unsettled.hint", "take references to page numbers out of the drafts",
     "tynnwch gyfeiriadau at rifau tudalennau o'r drafftiau"},

    {"bundle.plan.number-moved",
     "'{title}' has {is} pages and had {was} in release {release}: every number after page {page} would move",
     "mae gan '{title}' {is} tudalen ac roedd ganddi {was} yn fersiwn {release}: byddai pob rhif ar ôl tudalen {page} "
     "yn symud"},
    {"bundle.plan.number-moved.hint",
     "shorten what has grown, start a new pack with numbers of its own, or renumber on the tribunal's order",
     "byrhewch yr hyn sydd wedi tyfu, dechreuwch becyn newydd â'i rifau ei hun, neu ailrifwch ar orchymyn y "
     "tribiwnlys"},

});

}  // namespace

std::span<const Message> bundleMessages() {
    static const std::vector<Message> all = [] {
        std::vector<Message> both(messages.begin(), messages.end());
        both.insert(both.end(), bundleRuleMessages().begin(), bundleRuleMessages().end());
        return both;
    }();
    return all;
}

}  // namespace engross
