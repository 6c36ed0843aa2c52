-- Civil witness statements: CPR PD 32 paragraphs 17 to 20 (heading, corner mark, 35 mm margins, numbered paragraphs,
-- exhibit references), PD 22 (statement of truth, kept whole with its signature).

local function marks_of(case)
  local marks = {}
  for _, exhibit in ipairs(case.exhibits or {}) do marks[#marks + 1] = exhibit.mark.mark end
  return marks
end

local function ordinal(case)
  return words.ordinal(case.statement_number)
end

local function corner(case, page)
  local lines = {
    { say("on_behalf_of"), " ", case.on_behalf_of },
    words.initials(case.witness.name),
    { say("statement_number"), " ", ordinal(case) },
  }
  local marks = marks_of(case)
  if #marks > 0 then lines[#lines + 1] = { say("exhibits"), " ", words.join(marks) } end
  lines[#lines + 1] = { say("made"), " ", case.signed_on or blank(32) }
  if case.translated_on then lines[#lines + 1] = { say("translated"), " ", case.translated_on } end
  page:lines(lines, { align = "right", size = 10.5 })
end

local function parties(case, page)
  page:paragraph(bold(say("between")), { align = "left" })
  for index, party in ipairs(case.parties) do
    if index > 1 then page:paragraph(say("and"), { align = "centre" }) end
    page:paragraph(bold(party.name), { align = "centre", keep_with_next = true })
    page:paragraph(italic(party.capacity), { align = "right" })
  end
end

local function title_block(case, page, title)
  page:lines { bold(words.upper(case.court)) }
  page:paragraph({ say("case_number"), " ", bold(case.court_ref) }, { align = "right" })
  parties(case, page)
  page:horizontal_rule()
  title(page)
  page:horizontal_rule()
end

local function evidence(case, page)
  local marks = marks_of(case)
  for _, part in ipairs(case.evidence) do
    if part.heading then page:heading(part.heading) end
    for _, paragraph in ipairs(part.paragraphs) do
      local text, found = words.marks(paragraph, marks)
      if #found > 0 then
        page:numbered(text, { margin = bold(table.concat(found, " ")) })
      else
        page:numbered(text)
      end
    end
  end
end

local function exhibit_sheet(case, page, exhibit)
  page:page_break()
  corner(case, page)
  title_block(case, page, function(inner)
    inner:heading({ say("exhibit"), " ", exhibit.mark.mark }, { align = "centre", level = 2 })
  end)
  page:space(10)
  page:paragraph {
    say("this_is_the_exhibit"), " ", bold(exhibit.mark.mark), " ", say("referred_to", { name = case.witness.name }), " ",
    case.signed_on or blank(45), ".",
  }
  page:paragraph { exhibit.description, exhibit.date and { ", ", exhibit.date } or "" }
  page:signature { label = say("signed"), lines = { case.witness.name } }
end

return plugin {
  name = "witness_statement", version = "1.0.0", api = 1,
  makes = "A civil witness statement with numbered paragraphs, a statement of truth and exhibit sheets.",
  law_date = "signed_on",
  clauses = { "statement-of-truth" },
  phrases = {
    en = {
      on_behalf_of = "On behalf of the", statement_number = "Statement:", exhibits = "Exhibits:", made = "Made:",
      translated = "Translated:", between = "BETWEEN", ["and"] = "– and –", case_number = "Case number:",
      title = "{number} WITNESS STATEMENT OF {name}", page_of = "Page {page} of {pages}",
      footer = "Statement of {name} ({number})", truth = "Statement of truth", signed = "Signed", date = "Date",
      dated = "Date:",
      exhibit = "Exhibit", this_is_the_exhibit = "This is the exhibit marked",
      referred_to = "referred to in the witness statement of {name} dated",
    },
    cy = {
      on_behalf_of = "Ar ran y", statement_number = "Datganiad:", exhibits = "Arddangosion:", made = "Gwnaed:",
      translated = "Cyfieithwyd:", between = "RHWNG", ["and"] = "– a –", case_number = "Rhif yr achos:",
      title = "DATGANIAD TYST {name} ({number})", page_of = "Tudalen {page} o {pages}",
      footer = "Datganiad {name} ({number})", truth = "Datganiad o wirionedd", signed = "Llofnod", date = "Dyddiad",
      dated = "Dyddiad:",
      exhibit = "Arddangosyn", this_is_the_exhibit = "Dyma’r arddangosyn a nodwyd",
      referred_to = "y cyfeirir ato yn natganiad tyst {name} dyddiedig",
    },
  },
  fields = {
    court = text { label = "Court or tribunal" },
    court_ref = reference { label = "Its case number" },
    parties = list { min = 2, label = "Parties, in order", of = record {
      name = text { label = "Name" }, capacity = text { label = "Capacity" },
    } },
    on_behalf_of = text { label = "Party for whom the statement is made" },
    witness = record { label = "Witness",
      title = text { label = "Title", optional = true }, name = text { label = "Full name" },
      occupation = text { label = "Occupation" }, address = address { label = "Address, or place of work" },
    },
    statement_number = number { label = "Number of the statement", min = 1 },
    exhibits = list { label = "Exhibits", optional = true, of = record {
      mark = exhibit { label = "Mark" }, description = text { label = "Description" },
      date = date { label = "Date", optional = true },
    } },
    evidence = list { min = 1, label = "Evidence", of = record {
      heading = text { label = "Heading", optional = true },
      paragraphs = list { of = text {}, min = 1, label = "Paragraphs" },
    } },
    signed_on = date { label = "Date of signing", optional = true },
    translated_on = date { label = "Date of translation", optional = true },
  },
  compose = function(type, case, page)
    page:style {
      size = 12, leading = 20, number_indent = 12,
      first = { top = 35, bottom = 35, left = 35, right = 35 },
      later = { top = 35, bottom = 35, left = 35, right = 35 },
    }
    page:footer {
      left = say("footer", { name = words.initials(case.witness.name), number = ordinal(case) }),
      right = say("page_of"), at = 278, size = 9,
    }
    corner(case, page)
    title_block(case, page, function(inner)
      inner:title(say("title", { number = words.upper(ordinal(case)), name = words.upper(case.witness.name) }),
        { align = "centre" })
    end)
    page:body { numbered = true }
    evidence(case, page)
    page:heading(say("truth"))
    page:signature {
      clause = "statement-of-truth", label = say("signed"),
      lines = { case.witness.name, case.signed_on and { say("dated"), " ", case.signed_on } },
      date = not case.signed_on, date_label = say("date"),
    }
    for _, exhibit in ipairs(case.exhibits or {}) do exhibit_sheet(case, page, exhibit) end
    page:document_title { type.title, " – ", words.initials(case.witness.name), " (", ordinal(case), ")" }
  end,
}
