---@meta
-- Written by: engross types reference --lua. For editors; no script loads it.

---@alias Text string|number|table
---@class Field
---@class Derived
---@class Check

---@class FieldOptions
---@field label string? What an officer reads
---@field hint string? A line of help
---@field optional boolean? May be left out
---@field required_when string? Required only when the condition holds: keys, not continuing, outcome.refused
---@field law string? The provision that wants it
---@field mark string? How far its source was read: V, V2, K, !
---@field default any A value of the kind; for a date: today
---@field after string? A date or time must be later than this field
---@field min number|string? The smallest number, sum, length or day
---@field max number|string? The largest number, sum, length or day
---@field example any A value of the kind, for forms and documentation

---@class ChoiceOptions: FieldOptions
---@field from table A list of texts, of value and label, or law data

---@class NeedsOptions: FieldOptions
---@field needs string[]? Members that must be given too

---@class ListOptions: FieldOptions
---@field of Field What each is

---@class PeriodOptions
---@field days integer? So many days
---@field weeks integer? So many weeks
---@field months integer? So many months
---@field years integer? So many years
---@field working_days integer? So many working days of England and Wales

---@class DeadlineOptions: PeriodOptions
---@field beginning_with string? The day at this path is day 1
---@field day_after string? The day after it is day 1
---@field after string? It is not counted; months end on the corresponding day
---@field clear_days integer? So many clear days (CPR 2.8), with before or after
---@field before string? With clear_days: the day of the hearing
---@field moved string? Off a closed day: next_working_day or previous_working_day
---@field when string? Empty where the condition does not hold
---@field label string? What an officer reads

---@class AgeOptions
---@field born string The path of the day of birth
---@field on string The path of the day
---@field label string? What an officer reads

---@class ServiceOptions
---@field sent_at string The path of the day or time of the step
---@field method string The path of a choice: hand, first_class_post, email and the rest
---@field regime string? statute, court_document, claim_form, homelessness, social_home_hazard
---@field label string? What an officer reads

---@class CheckOptions
---@field law string? The provision
---@field mark string? How far its source was read: V, V2, K, !
---@field code string? Stable name of the check
---@field warn boolean? Tells, does not refuse
---@field when string? Only where the condition holds
---@field field string? The field at fault
---@field waive string? Who may waive it, other than by its mark: never, legal, manager

---@class NamesOptions: CheckOptions

---@class OneOfOptions: CheckOptions

---@class WithinOptions: CheckOptions, PeriodOptions
---@field from string? The period begins with the day at this path
---@field day_after string? Or with the day after it
---@field after string? Or it is not counted
---@field to string The day that must be in time

---@class ComparedOptions: CheckOptions, PeriodOptions
---@field than string The day that it is compared with

---@class BoundOptions: CheckOptions, PeriodOptions
---@field hours integer? So many hours, from a time to a time
---@field from string? Where the time begins
---@field to string? Where it ends
---@field cap number|string|table? at_most: a number, a field, or law by date
---@field floor number|string|table? at_least: a number, a field, or law by date
---@field on string? The day that chooses among law by date

---@class CitesOptions: CheckOptions
---@field text string The path of the texts
---@field exhibits string The path of the exhibits

---@class SumOptions: CheckOptions
---@field of string The path of the figures

---@class TestOptions
---@field set table? Values to change, by their paths: visit_at, ["works.1.start_on"]
---@field without string[]? Paths to take out
---@field by string[]? refused, warned: the codes of the checks
---@field tells string[]? Texts in the sentences that the officer reads
---@field says string[]? Phrases that the document has
---@field never_says string[]? Phrases that it has not
---@field language string? en or cy
---@field on string? The day of the request; 2026-11-23 where it is not said

words = {}
calendar = {}
---@class Page
page = {}

---A text of one or more lines.
---@param options? FieldOptions
---@return Field
function text(options) end

---A text in paragraphs, with an empty line between two.
---@param options? FieldOptions
---@return Field
function paragraphs(options) end

---A day: 2026-11-23.
---@param options? FieldOptions
---@return Field
function date(options) end

---A day and a clock time in the council's zone: 2026-11-23T10:00.
---@param options? FieldOptions
---@return Field
function time(options) end

---Pounds, with two decimals at most.
---@param options? FieldOptions
---@return Field
function money(options) end

---A number, whole or not.
---@param options? FieldOptions
---@return Field
function number(options) end

---Yes or no.
---@param options? FieldOptions
---@return Field
function boolean(options) end

---One of a list: a list of texts, or law data.
---@param options ChoiceOptions
---@return Field
function choice(options) end

---An e-mail address.
---@param options? FieldOptions
---@return Field
function email(options) end

---A telephone number.
---@param options? FieldOptions
---@return Field
function phone(options) end

---A postcode, put into its usual form.
---@param options? FieldOptions
---@return Field
function postcode(options) end

---A reference without spaces, never broken at the end of a line.
---@param options? FieldOptions
---@return Field
function reference(options) end

---A person: title, name, post, address and the rest.
---@param options? NeedsOptions
---@return Field
function person(options) end

---A company or other body.
---@param options? NeedsOptions
---@return Field
function organisation(options) end

---An address in lines.
---@param options? FieldOptions
---@return Field
function address(options) end

---A home or other building: its address, kind and plan.
---@param options? FieldOptions
---@return Field
function premises(options) end

---A picture among the exhibits, with its alternative text.
---@param options? FieldOptions
---@return Field
function image(options) end

---The mark of an exhibit: AB/1.
---@param options? FieldOptions
---@return Field
function exhibit(options) end

---Several values of one kind.
---@param options ListOptions
---@return Field
function list(options) end

---Named members; options such as label stand among them.
---@param options table
---@return Field
function record(options) end

---Rows of a table; options such as label stand among the columns.
---@param options table
---@return Field
function rows(options) end

---The last day of a period, as a statute counts it.
---@param options DeadlineOptions
---@return Derived
function deadline(options) end

---Not earlier than the nth day after a day.
---@param options DeadlineOptions
---@return Derived
function earliest_day(options) end

---The latest of the days along a path.
---@param path string|table
---@return Derived
function latest(path) end

---The earliest of the days along a path.
---@param path string|table
---@return Derived
function earliest(path) end

---The sum of money or numbers along a path.
---@param path string|table
---@return Derived
function total(path) end

---How many there are.
---@param path string|table
---@return Derived
function count(path) end

---a, b and c, in the document's language.
---@param path string|table
---@return Derived
function joined(path) end

---Whole years lived on a day.
---@param options AgeOptions
---@return Derived
function age_on(options) end

---The day on which what was sent counts as served.
---@param options ServiceOptions
---@return Derived
function service_day(options) end

---A value that a function works out.
---@param work fun(case: table): any
---@return Derived
function value(work) end

---A day is no later than the last day of a period.
---@param options WithinOptions
---@return Check
function within(options) end

---A day is not earlier than another, or so many days after it.
---@param options ComparedOptions
---@return Check
function not_before(options) end

---A day is not later than another, or so many days after it.
---@param options ComparedOptions
---@return Check
function not_after(options) end

---So much time lies between, or a figure is not below a floor.
---@param options BoundOptions
---@return Check
function at_least(options) end

---A figure is not above a cap: a number, a field, or law by date.
---@param options BoundOptions
---@return Check
function at_most(options) end

---The clause is in the document, on every path through its sections.
---@param options NamesOptions
---@return Check
function must_say(options) end

---A schedule or enclosure with that id, or a field that is not empty.
---@param options NamesOptions
---@return Check
function must_attach(options) end

---At least one recipient, not a copy, in one of these capacities.
---@param options NamesOptions
---@return Check
function must_serve(options) end

---At least one recipient in one of these capacities.
---@param options NamesOptions
---@return Check
function must_copy(options) end

---Every exhibit is mentioned, and every mark in the text is listed.
---@param options CitesOptions
---@return Check
function cites(options) end

---The figures add up to the total.
---@param options SumOptions
---@return Check
function sums_to(options) end

---A boolean is yes.
---@param options string|NamesOptions
---@return Check
function is_true(options) end

---A boolean is no.
---@param options string|NamesOptions
---@return Check
function is_false(options) end

---At least one of the checks holds.
---@param options OneOfOptions
---@return Check
function one_of(options) end

---What the function answers must be true; the sentence is what the officer reads.
---@param sentence string|table
---@param holds fun(case: table): boolean
---@param options? CheckOptions
---@return Check
function check(sentence, holds, options) end

---Declares a family.
---@param declaration table
---@return table
function plugin(declaration) end

---Declares fields, derived values and checks that several types of a family have in common.
---@param declaration table
---@return table
function part(declaration) end

---Declares a house style.
---@param declaration table
---@return table
function house(declaration) end

---Declares law data; law.name is a list or table of it.
---@param declaration table
---@return table
function law(declaration) end

---Law data: a list of values with their labels.
---@param list table
---@return table
function choices(list) end

---Law data: figures with the days from and to which they stand.
---@param list table
---@return table
function by_date(list) end

---Law data: bank holidays and the days for which they are known.
---@param declaration table
---@return table
function holidays(declaration) end

---The text of a file beside the script: <name>.<language>.md.
---@param name string
---@return table
function template(name) end

---In declares: a text with sections and clauses.
---@param options? table
---@return table
function markdown(options) end

---In declares: the name of a field or derived value.
---@param options? table
---@return table
function field_path(options) end

---In bold type.
---@param text Text
---@return Text
function bold(text) end

---In italics.
---@param text Text
---@return Text
function italic(text) end

---In small capitals.
---@param text Text
---@return Text
function small_caps(text) end

---A link to a web page or to a place of the bundle.
---@param target string
---@param text Text
---@return Text
function link(target, text) end

---A note at the foot of the page.
---@param text Text
---@return Text
function footnote(text) end

---The number of the paragraph with that id: 14(b).
---@param id string
---@return Text
function ref(id) end

---A box to tick, or a ticked one.
---@param ticked? boolean
---@return Text
function tick(ticked) end

---A line to write on, so many millimetres wide.
---@param width? number
---@return Text
function blank(width) end

---A type's tests, beside its script as <id>.test.lua.
---@param list table
---@return table
function tests(list) end

---The changed example passes without a warning.
---@param test TestOptions
---@return table
function accepted(test) end

---The changed example is refused by exactly these checks.
---@param test TestOptions
---@return table
function refused(test) end

---The changed example passes, and exactly these checks warn.
---@param test TestOptions
---@return table
function warned(test) end

---Each fact that must be given, taken out of the example in turn, is asked for and names its law.
---@param options? table
---@return table
function each_required(options) end

---Stops: the officer reads the sentence with its place.
---@param sentence string
function fail(sentence) end

---A phrase of the family in the document's language.
---@param key string
---@param values? table
---@return string
function say(key, values) end

---What plugins/looks/<name>.lua returns.
---@param name string
---@return table
function looks(name) end

---In capitals.
---@param text string
---@return string
function words.upper(text) end

---In small letters.
---@param text string
---@return string
function words.lower(text) end

---Without white space at both ends.
---@param text string
---@return string
function words.trim(text) end

---Whether the part stands in the text.
---@param text string
---@param part string
---@return boolean
function words.contains(text, part) end

---Whether the text begins with the part.
---@param text string
---@param part string
---@return boolean
function words.starts_with(text, part) end

---Whether the text ends with the part.
---@param text string
---@param part string
---@return boolean
function words.ends_with(text, part) end

---The parts; one that is a number comes as a number.
---@param text string
---@param separator string
---@return any
function words.split(text, separator) end

---a, b and c.
---@param list table
---@return string
function words.join(list) end

---With initials: A. Example.
---@param name string
---@return string
function words.initials(name) end

---The last name: Example.
---@param name string
---@return string
function words.surname(name) end

---As a place in an order: 2nd.
---@param number integer
---@return string
function words.ordinal(number) end

---The text with each mark set apart, and the marks found.
---@param text string
---@param marks table
---@return Text, table
function words.marks(text, marks) end

---The nth working day after a day, by the holidays of England and Wales.
---@param date table
---@param count integer
---@return table
function calendar.working_days_after(date, count) end

---Whether it is a working day in England and Wales.
---@param date table
---@return boolean
function calendar.is_working_day(date) end

---The document's title, a heading of level 1.
---@param text Text
---@param options? table
function page:title(text, options) end

---A heading, one level below the last unless the level is said.
---@param text Text
---@param level? integer|table
function page:heading(text, level) end

---A paragraph.
---@param text Text
---@param options? table
function page:paragraph(text, options) end

---A paragraph in bold that stays with the next.
---@param text Text
function page:lead(text) end

---A paragraph with a number that the layout counts.
---@param text Text
---@param options? table
function page:numbered(text, options) end

---Bullets, or figures where ordered.
---@param texts table
---@param options? table
function page:list(texts, options) end

---A table: columns and rows, or a field of rows.
---@param rows table
function page:table(rows) end

---Label and value, one a row.
---@param rows table
function page:key_values(rows) end

---A ruled or tinted box.
---@param content Text|fun()
---@param look? string|table
function page:box(content, look) end

---What the function adds stays together.
---@param content fun()
function page:keep(content) end

---Lines without space between them.
---@param texts table
---@param options? table
function page:lines(texts, options) end

---An address in its lines.
---@param address table
---@param options? table
function page:address(address, options) end

---Room to sign, with a clause before it that is never parted from it.
---@param options table
function page:signature(options) end

---A rule across the text.
function page:horizontal_rule() end

---Empty height.
---@param millimetres number
function page:space(millimetres) end

---A new page.
function page:page_break() end

---A new page with the schedule's heading.
---@param title Text
function page:schedule(title) end

---A clause that the family declares.
---@param name string
function page:clause(name) end

---A text that the type declares.
---@param text table
---@param options? table
function page:markdown(text, options) end

---The type's body; its paragraphs numbered where asked for.
---@param options? table
function page:body(options) end

---The value at a path that a type declared.
---@param path string
---@return any
function page:value(path) end

---The rule that gave a derived value, in words.
---@param name string
---@return string?
function page:rule(name) end

---A picture of the case, or an exhibit.
---@param picture table
---@param options? table
function page:figure(picture, options) end

---A label and a line to write on.
---@param label Text
---@param options? table
function page:fill_in(label, options) end

---English on the left and Welsh on the right.
---@param pairs table
function page:side_by_side(pairs) end

---Boxes to tick, each with its words.
---@param items table
function page:tick_list(items) end

---A table of contents: of the headings, or of rows.
---@param options? table
function page:contents(options) end

---What it draws stands twice, English beside Welsh.
---@param content fun()
function page:both_languages(content) end

---What it draws is in that language.
---@param language string
---@param content fun()
function page:in_language(language, content) end

---The house's logo; answers whether there is one.
---@param options? table
---@return boolean
function page:logo(options) end

---A fixed place on the first page.
---@param options table
function page:frame(options) end

---Text at the head of every page.
---@param options table
function page:header(options) end

---Text at the foot of every page.
---@param options table
function page:footer(options) end

---Margins, sizes and numbering of the document.
---@param options table
function page:style(options) end

---The title in the file's metadata.
---@param text string
function page:document_title(text) end

---A document type of the family bundle.
---@param declaration table
---@return table
function bundle(declaration) end

---A document type of the family certificate.
---@param declaration table
---@return table
function certificate(declaration) end

---A document type of the family file_record.
---@param declaration table
---@return table
function file_record(declaration) end

---A document type of the family letter.
---@param declaration table
---@return table
function letter(declaration) end

---A document type of the family licence.
---@param declaration table
---@return table
function licence(declaration) end

---A document type of the family notice.
---@param declaration table
---@return table
function notice(declaration) end

---A document type of the family review_decision.
---@param declaration table
---@return table
function review_decision(declaration) end

---A document type of the family witness_statement.
---@param declaration table
---@return table
function witness_statement(declaration) end
