-- An officer's record: for the file, never served. Who prepared it and who decided sign apart.

local function heading(type, case, page)
  local margins = page.house.margins or { top = 20, bottom = 25, left = 25, right = 25 }
  page:style { first = margins, later = margins }
  if page:logo() then
    page:lines { page.house.team or "" }
  else
    page:lines({ bold(page.house.council), page.house.team or "" }, { size = 14 })
  end
  page:horizontal_rule()
  page:paragraph(small_caps(type.statute or type.law))
  page:title(type.title)
  page:paragraph(italic(say("not_served")))
  page:header { right = say("file_only"), at = 12, size = 9 }
  page:footer { left = { type.title, ", ", case.our_ref }, right = say("page_of"), at = 283, size = 9 }
end

local function facts(type, case, page)
  local rows = {
    { say("our_ref"), case.our_ref }, { say("premises"), case.premises }, { say("about"), case.about },
    { say("prepared_by"), { case.officer, ", ", case.officer.post } },
  }
  for _, entry in ipairs(type.header or {}) do
    local value = page:value(entry.of)
    if value then table.insert(rows, { entry.label, value }) end
  end
  page:key_values(rows)
end

local function wanted(part, page)
  if not part.when then return true end
  local value = page:value(part.when)
  return value ~= nil and value ~= false
end

local function parts(type, page)
  for _, part in ipairs(type.parts or {}) do
    if wanted(part, page) then
      page:heading(part.title, 2)
      if part.body then page:markdown(part.body) end
      if part.rows then page:table(page:value(part.rows)) end
    end
  end
end

local function sign(case, page)
  page:heading(say("signatures"), 2)
  page:paragraph(say("prepared_true"), { keep_with_next = true })
  page:signature {
    label = say("prepared"), name = case.officer, lines = { case.officer.post, page.house.council },
    date = true, date_label = say("date"),
  }
  page:paragraph(say("decided_true"), { keep_with_next = true })
  page:signature {
    label = say("decided"), name = case.decided_by, date = true, date_label = say("date"),
    lines = { case.decided_by.post, say("authority", { ref = case.decided_by.authority }), page.house.council },
  }
end

return plugin {
  name = "file_record", version = "1.0.0", api = 1,
  makes = "An officer's record for the file: facts, reasoning under headings, tables, two signatures. Not served.",
  law_date = "dated_on",
  fields = {
    premises   = premises { label = "Premises" },
    about      = organisation { label = "Person or body whom the record is about" },
    officer    = person { label = "Officer who prepared it", needs = { "post" } },
    decided_by = person { label = "Person who made the decision", needs = { "post", "authority" } },
    dated_on   = date { label = "Date of the record", default = "today" },
    our_ref    = reference { label = "Our reference", default = "case_ref" },
  },
  declares = {
    statute = text { optional = true },
    header  = list { optional = true, of = record { label = text {}, of = field_path {} } },
    parts   = list { optional = true, of = record {
      title = text {}, body = markdown { optional = true }, rows = field_path { optional = true },
      when = field_path { optional = true },
    } },
  },
  phrases = {
    en = {
      page_of = "Page {page} of {pages}", premises = "Premises", our_ref = "Reference", about = "About",
      prepared_by = "Prepared by", not_served = "For the council’s file. This record is not served on anyone.",
      file_only = "For the file", signatures = "Signatures",
      prepared_true = "I prepared this record. The facts in it are those on the file.",
      decided_true = "I made the decision that this record sets out, for the reasons given in it.",
      prepared = "Prepared", decided = "Decided", date = "Date", authority = "Delegated authority: {ref}",
    },
    cy = {
      page_of = "Tudalen {page} o {pages}", premises = "Eiddo", our_ref = "Cyfeirnod", about = "Ynghylch",
      prepared_by = "Paratowyd gan", not_served = "Ar gyfer ffeil y cyngor. Ni chyflwynir y cofnod hwn i neb.",
      file_only = "Ar gyfer y ffeil", signatures = "Llofnodion",
      prepared_true = "Fi a baratôdd y cofnod hwn. Y ffeithiau ynddo yw’r rhai sydd ar y ffeil.",
      decided_true = "Fi a wnaeth y penderfyniad a nodir yn y cofnod hwn, am y rhesymau a roddir ynddo.",
      prepared = "Paratowyd", decided = "Penderfynwyd", date = "Dyddiad", authority = "Awdurdod dirprwyedig: {ref}",
    },
  },
  compose = function(type, case, page)
    heading(type, case, page)
    facts(type, case, page)
    page:body { numbered = true }
    parts(type, page)
    sign(case, page)
  end,
}
