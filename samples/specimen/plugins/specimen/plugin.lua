-- Draws every element of the page. What stands here in Lua, an officer's type may say in its own text.

local function letterhead(case, page)
  page:style {
    title_size = 17, fold_marks = { 105, 210 },
    first = { top = 97, bottom = 22, left = 24.6, right = 20 },
    later = { top = 20, bottom = 25, left = 24.6, right = 20 },
  }
  page:frame {
    left = 24.6, top = 8, width = 95, height = 21,
    content = function() page:logo { height = 20 } end,
  }
  page:frame {
    left = 24.6, top = 39.5, width = 95, height = 26.8,
    content = function() page:address(case.recipient, { name = case.recipient, size = 11 }) end,
  }
  page:frame {
    left = 125, top = 12, width = 70, height = 80,
    content = function()
      page:lines({ bold(page.house.team), "1 Sample Square", "Anytown", "AB1 1AA" }, { size = 10 })
      page:space(2)
      page:lines({ page.house.phone, page.house.email, page.house.hours }, { size = 10 })
      page:space(2)
      page:lines({ { bold "Our ref:", " ", case.case_ref }, { bold "Date:", " ", case.dated_on } }, { size = 10 })
    end,
  }
  page:footer { left = case.case_ref, centre = "Specimen", right = say("page_of"), at = 285, size = 9 }
end

local function names_of(case, page)
  page:heading("Names in every script", 2)
  page:paragraph "A name is printed as its bearer writes it. Each line below is one name and one street."
  local rows = {}
  for _, row in ipairs(case.names) do rows[#rows + 1] = { row.script, bold(row.name), row.place } end
  page:table {
    columns = { { heading = "Script", weight = 22 }, { heading = "Name", weight = 39 }, { heading = "Street", weight = 39 } },
    rows = rows, row_header = true,
  }
end

local function tables_of(case, page)
  page:heading("Tables", 2)
  page:paragraph "The columns take their widths from what stands in them; money lines up on its decimal points."
  page:table(case.works)
  page:paragraph "A table with bands, a total, and cells that go across."
  page:table {
    caption = "What the works cost",
    columns = {
      { heading = "Item", weight = 50 }, { heading = "Hours", align = "decimal", weight = 20 },
      { heading = "Cost", align = "decimal", weight = 30 },
    },
    rows = {
      { "Ground floor" },
      { "Kitchen: boiler and controls", "12.5", "£2,340.00" },
      { "Stair: tread, nosing and handrail", "8", "£415.50" },
      { "First floor" },
      { "Rear bedroom: plaster and paint", "21.25", "£1,102.75" },
      { { text = "Inspection and fees, without hours", columns = 2 }, "£96.00" },
      { "Total", "41.75", "£3,954.25" },
    },
    bands = { 1, 4 }, totals = { 7 },
  }
  page:paragraph "A schedule of works over several pages repeats its header, and its rows stay whole."
  local rows = {}
  for number = 1, 60 do
    rows[number] = {
      number, "Room " .. number,
      "Make good the plaster behind the radiator, seal the joints, and leave the wall dry and sound.", "26 February 2027",
    }
  end
  page:table {
    caption = "Schedule of works",
    columns = { "No", "Location", "Work required", "Complete by" }, rows = rows,
  }
end

local function boxes_of(page)
  page:heading("Boxes, keys and rules", 2)
  page:key_values {
    { "Premises", "12 Sample Street, Anytown, AB1 2DE" }, { "Reference", "EN/2026/0142" },
    { "Person served", "Mr B. Sample, person having control" },
  }
  page:box(function(inner)
    inner:lead "Decision"
    inner:paragraph "The council upholds the decision. You may appeal within 21 days."
  end, "tinted")
  page:box(function(inner)
    inner:lead "Your right to appeal"
    inner:paragraph "A ruled box is for rights and warnings. It never parts from itself."
  end, { whole = true })
  page:paragraph("A quotation from a statute is stepped in on both sides.")
  page:paragraph("“Category 1 hazard” means a hazard of a prescribed description which falls within a prescribed band.",
    { quoted = true })
  page:paragraph({ "This paragraph is justified: both its edges are straight, and the space between its words is spread as ",
    "evenly as the whole paragraph allows, which is why the measure should not be too narrow for the size of the type." },
    { align = "justified" })
  page:horizontal_rule()
end

local function numbers_of(type, page)
  page:heading("Numbered paragraphs, references and notes", 2)
  page:markdown(type.conduct, { numbered = true })
  page:numbered({ "The officer’s calculation is set out below",
    footnote "Housing Health and Safety Rating System Operating Guidance, paragraph 2.06.", "." }, { id = "calculation" })
  page:numbered("Exhibit references stand in the margin beside the text, as the court asks.", { margin = bold "AB/1" })
  page:numbered { "Paragraph ", ref "calculation", " is referred to here by its number, whatever that becomes",
    footnote "A second note, so that the rule above the notes has two lines below it.", "." }
end

local function forms_of(page)
  page:heading("Forms", 2)
  page:paragraph { "Tick what applies. A box in a line looks like this: ", tick(true), " yes  ", tick(false), " no." }
  page:tick_list {
    { text = "I agree that the council may share this letter with my landlord.", ticked = true },
    "I would like an interpreter.",
    { text = "Other, please say:", lines = 2 },
  }
  page:fill_in("Name")
  page:fill_in("Address", { lines = 3 })
  page:paragraph { "I was born on ", blank(40), " in ", blank(60), "." }
end

local function photographs_of(case, page)
  page:page_break()
  page:heading("Photographs", 2)
  for number, photograph in ipairs(case.photographs) do
    local facts = {}
    if photograph.place then facts[#facts + 1] = { "Place", photograph.place } end
    if photograph.taken_at then facts[#facts + 1] = { "Taken", photograph.taken_at } end
    page:figure(photograph, {
      caption = { bold { "Photograph ", number, ". " }, photograph.caption }, facts = facts, hash = "SHA-256",
      height = 84, per_page = 2,
    })
  end
end

local function signatures_of(case, page)
  page:heading("Signatures", 2)
  page:paragraph("I believe that the facts stated in this witness statement are true.", { keep_with_next = true })
  page:signature { label = "Signed", name = case.officer, lines = { case.officer.post }, date = true, date_label = "Date" }
end

return plugin {
  name = "specimen", version = "1.0.0", api = 1,
  makes = "A book of specimens: every element that a page can hold.",
  law_date = "dated_on",
  declares = { conduct = markdown {}, pairs = markdown {} },
  phrases = { en = { page_of = "Page {page} of {pages}" }, cy = { page_of = "Tudalen {page} o {pages}" } },
  compose = function(type, case, page)
    letterhead(case, page)
    page:title(type.title)
    page:body()
    page:page_break()
    page:heading({ "Contents" }, { level = 2, unlisted = true })
    page:contents { depth = 2 }
    names_of(case, page)
    boxes_of(page)
    numbers_of(type, page)
    forms_of(page)
    page:heading("English and Welsh side by side", 2)
    page:both_languages(function(inner) inner:markdown(type.pairs) end)
    signatures_of(case, page)
    tables_of(case, page)
    photographs_of(case, page)
  end,
}
