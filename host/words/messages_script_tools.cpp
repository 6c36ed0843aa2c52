#include "words/message_table.h"

#include <array>

namespace engross {
namespace {

constexpr auto messages = std::to_array<Message>({
    // Tests of types.
    {"script.test_without_name", "'{name}' has no place here: a test stands alone in the list",
     "does dim lle i '{name}' yma: mae prawf yn sefyll ar ei ben ei hun yn y rhestr"},
    {"script.test_none", "there is no test in it", "does dim prawf ynddo"},
    {"script.not_a_test", "{found} is no test: write accepted, refused or warned",
     "nid prawf yw {found}: ysgrifennwch accepted, refused neu warned"},
    {"script.test_title", "a test begins with one text: what it shows",
     "mae prawf yn dechrau ag un testun: yr hyn y mae'n ei ddangos"},
    {"script.test_by", "{what} needs by, a list with the codes of the checks that speak",
     "mae ar {what} angen by, rhestr â chodau'r gwiriadau sy'n siarad"},
    {"script.test_no_place", "the example has no place '{path}'", "nid oes lle '{path}' yn yr enghraifft"},
    {"script.test_nothing", "nothing", "dim"},
    {"script.test_refused", "the case is refused, by {found}", "gwrthodir yr achos, gan {found}"},
    {"script.test_other_codes", "refused by {found}, where {wanted} was expected",
     "gwrthodwyd gan {found}, lle disgwylid {wanted}"},
    {"script.test_other_warnings", "warned of by {found}, where {wanted} was expected",
     "rhybuddiwyd gan {found}, lle disgwylid {wanted}"},
    {"script.test_not_told", "the officer is not told \"{text}\", but: {found}",
     "ni ddywedir \"{text}\" wrth y swyddog, ond: {found}"},
    {"script.test_not_said", "the document does not say \"{text}\"", "nid yw'r ddogfen yn dweud \"{text}\""},
    {"script.test_said", "the document says \"{text}\"", "mae'r ddogfen yn dweud \"{text}\""},
    {"script.test_each_required", "each fact that must be given is asked for",
     "gofynnir am bob ffaith y mae'n rhaid ei rhoi"},
    {"script.test_may_be_missing", "without '{path}' the case is not refused by field.missing at that place",
     "heb '{path}' ni wrthodir yr achos gan field.missing yn y lle hwnnw"},
    {"script.test_missing_without_law", "'{path}' is asked for, and no law is named: give the field a law",
     "gofynnir am '{path}' heb enwi cyfraith: rhowch law i'r maes"},
    {"script.test_not_required", "'{path}' is not among what must be given",
     "nid yw '{path}' ymysg yr hyn y mae'n rhaid ei roi"},
    {"script.test_no_type", "the type '{id}' has faults of its own: engross types check {id}",
     "mae gan y math '{id}' wallau ei hun: engross types check {id}"},
    {"script.test_no_example", "the type '{id}' has no example: its tests change one",
     "nid oes enghraifft gan y math '{id}': mae ei brofion yn newid un"},
    // Derived values: the rule that gave them.
    {"script.clear_days.one", "{n} clear day", "{n} diwrnod clir"},
    {"script.clear_days.two", "{n} clear days", "{n} ddiwrnod clir"},
    {"script.clear_days.other", "{n} clear days", "{n} diwrnod clir"},
    {"script.rule_clear_before", "{length} before {day}", "{length} cyn {day}"},
    {"script.rule_clear_after", "{length} after {day}", "{length} ar ôl {day}"},
    {"script.rule_moved_on", "{rule}; {day} is no working day, so the next one",
     "{rule}; nid yw {day} yn ddiwrnod gwaith, felly'r un nesaf"},
    {"script.rule_moved_back", "{rule}; {day} is no working day, so the one before it",
     "{rule}; nid yw {day} yn ddiwrnod gwaith, felly'r un o'i flaen"},
    {"script.rule_age", "born on {born}, on {day}", "ganed ar {born}, ar {day}"},
    {"script.rule_service", "{method} on {day} ({source})", "{method} ar {day} ({source})"},
    {"script.rule_service_assumed", "{method} on {day}, assumed to come in the ordinary course ({source})",
     "{method} ar {day}, gan dybio y daw yn y drefn arferol ({source})"},
    {"script.rule_latest", "the latest of: {what}", "y diweddaraf o: {what}"},
    {"script.rule_earliest", "the earliest of: {what}", "y cynharaf o: {what}"},
    {"script.rule_total", "the sum of: {what}", "cyfanswm: {what}"},
    {"script.rule_count", "how many there are of: {what}", "nifer: {what}"},
    {"script.rule_joined", "all of: {what}", "pob un o: {what}"},
    {"script.derived_deadline", "{rule}: last day {day}", "{rule}: diwrnod olaf {day}"},
    {"script.derived_earliest", "{rule}: not before {day}", "{rule}: nid cyn {day}"},
    {"script.no_service_method", "'{name}' can be '{found}', which no rule of service knows",
     "gall '{name}' fod yn '{found}', nad oes rheol gyflwyno'n ei hadnabod"},

    // Waivers.
    {"script.waiver_unknown", "the type has no check '{check}' to waive",
     "nid oes gan y math wiriad '{check}' i'w hepgor"},
    {"script.waiver_never", "the check {check} cannot be waived by anybody", "ni all neb hepgor y gwiriad {check}"},
    {"script.waiver_legal_only", "the check {check} can be waived by the council's legal sign-off only",
     "dim ond cymeradwyaeth gyfreithiol y cyngor a all hepgor y gwiriad {check}"},
    {"script.waiver_not_in_force", "the waiver of {check} is not in force on {day}",
     "nid yw hepgoriad {check} mewn grym ar {day}"},
    {"script.waiver_no_reason", "the waiver of {check} needs a name, a post and a reason in words",
     "mae ar hepgoriad {check} angen enw, swydd a rheswm mewn geiriau"},
    {"script.waiver_unneeded", "the check {check} holds: its waiver is not needed",
     "mae'r gwiriad {check} yn dal: nid oes angen ei hepgor"},
    {"script.waived_by_legal", "waived by legal sign-off of {name}, {post}, on {on}, until {until}: {reason}",
     "hepgorwyd drwy gymeradwyaeth gyfreithiol {name}, {post}, ar {on}, hyd {until}: {reason}"},
    {"script.waived_by_manager", "overridden in an emergency by {name}, {post}, on {on}, until {until}: {reason}",
     "diystyrwyd mewn argyfwng gan {name}, {post}, ar {on}, hyd {until}: {reason}"},
    {"script.waiver_follow_up", "a follow-up is due: put it right, or get the legal sign-off",
     "mae angen dilyn hyn: cywirwch ef, neu gofynnwch am gymeradwyaeth gyfreithiol"},

    {"script.type_twice", "two scripts have the id '{id}': {file} and {other}; neither is used",
     "mae gan ddwy sgript y dynodydd '{id}': {file} a {other}; ni ddefnyddir yr un"},

    // New types.
    {"script.new_id", "'{id}' is no id: small letters, digits and _, beginning with a letter",
     "nid dynodydd yw '{id}': llythrennau bach, digidau a _, yn dechrau â llythyren"},
    {"script.new_taken", "there is a type '{id}' already", "mae math '{id}' yno eisoes"},
    {"script.new_family", "there is no family '{name}'", "nid oes teulu '{name}'"},

    // Commands.
    {"command.types.test", "run the tests that stand beside the types",
     "rhedeg y profion sy'n sefyll wrth ymyl y mathau"},
    {"command.types.new", "write a good starting file for a new type",
     "ysgrifennu ffeil gychwyn dda ar gyfer math newydd"},
    {"command.types.new.more",
     "Writes scripts/FAMILY/ID.lua, ID.example.json and ID.test.lua below the home folder. They pass 'types check' and "
     "'types test' as they stand.",
     "Yn ysgrifennu scripts/FAMILY/ID.lua, ID.example.json ac ID.test.lua o dan y ffolder cartref. Maent yn pasio "
     "'types check' a 'types test' fel y maent."},
    {"command.types.diff", "how two types differ in wording and on the page",
     "sut mae dau fath yn wahanol o ran geiriad ac ar y dudalen"},
    {"command.types.diff.more",
     "OLD and NEW are ids or script files; each draws its own example. With -o, the pages that differ are kept as "
     "pictures in that folder.",
     "Mae OLD a NEW yn ddynodyddion neu'n ffeiliau sgript; mae pob un yn tynnu ei enghraifft ei hun. Gydag -o, cedwir "
     "y "
     "tudalennau sy'n wahanol fel lluniau yn y ffolder honno."},
    {"option.types.diff.output", "keep pictures of the pages that differ here",
     "cadw lluniau o'r tudalennau sy'n wahanol yma"},
    {"command.types.used", "which types use a clause, a law list, a text or a family",
     "pa fathau sy'n defnyddio cymal, rhestr gyfraith, testun neu deulu"},
    {"command.types.reference", "print the reference of all that scripts may use",
     "argraffu cyfeirlyfr popeth y caiff sgriptiau ei ddefnyddio"},
    {"command.types.reference.more", "Without an option, as Markdown: docs/reference.md.",
     "Heb opsiwn, fel Markdown: docs/reference.md."},
    {"option.types.reference.lua", "as plugins/meta/engross.d.lua, for editors",
     "fel plugins/meta/engross.d.lua, ar gyfer golygyddion"},
    {"option.types.reference.types", "as the page of all document types, with what a lawyer has to confirm",
     "fel y dudalen o bob math o ddogfen, gyda'r hyn y mae'n rhaid i gyfreithiwr ei gadarnhau"},
    {"option.types.reference.luacheck", "as the names that luacheck is to know",
     "fel yr enwau y mae luacheck i'w gwybod"},
    {"types.test_failed", "{id}: failed: {title}", "{id}: methwyd: {title}"},
    {"types.tests_passed.one", "{n} test passed", "pasiodd {n} prawf"},
    {"types.tests_passed.other", "{n} tests passed", "pasiodd {n} prawf"},
    {"types.tests_failed.one", "{n} test failed", "methodd {n} prawf"},
    {"types.tests_failed.other", "{n} tests failed", "methodd {n} prawf"},
    {"types.untested", "{id}: no test sees the check {code} speak",
     "{id}: nid oes prawf yn gweld y gwiriad {code} yn siarad"},
    {"types.no_tests", "{id}: no tests stand beside it", "{id}: nid oes profion wrth ei ymyl"},
    {"types.written", "wrote {file}", "ysgrifennwyd {file}"},
    {"types.exists", "{file} is there already and is left as it is", "mae {file} yno eisoes ac fe'i gadewir fel y mae"},
    {"types.same_words", "the wording is the same", "yr un yw'r geiriad"},
    {"types.same_pages", "every page looks the same", "yr un olwg sydd ar bob tudalen"},
    {"types.other_page", "page {page}: {share} % of its dots differ",
     "tudalen {page}: mae {share} % o'i ddotiau'n wahanol"},
    {"types.page_count", "{old} pages before, {new} now", "{old} tudalen cynt, {new} nawr"},
    {"types.no_renderer", "pages cannot be compared: pdftoppm is not installed",
     "ni ellir cymharu tudalennau: nid yw pdftoppm wedi'i osod"},
    {"types.unused", "nothing uses '{name}'", "nid oes dim yn defnyddio '{name}'"},
    {"types.use_clause", "says the clause ({language})", "yn dweud y cymal ({language})"},
    {"types.use_law", "reads law.{name}", "yn darllen law.{name}"},
    {"types.use_family", "is of the family", "o'r teulu"},
    {"types.use_text", "reads the text {file}", "yn darllen y testun {file}"},
});

}  // namespace

std::span<const Message> scriptToolMessages() {
    return messages;
}

}  // namespace engross
