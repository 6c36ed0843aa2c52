-- A certificate: one person says what they did themselves, and signs for it.

local function heading(type, case, page)
  local margins = page.house.margins or { top = 20, bottom = 25, left = 25, right = 25 }
  page:style { first = margins, later = margins }
  if page:logo() then
    page:lines { page.house.team or "" }
  else
    page:lines({ bold(page.house.council), page.house.team or "" }, { size = 14 })
  end
  page:horizontal_rule()
  page:title(type.title)
  page:footer { left = { type.title, ", ", case.our_ref }, right = say("page_of"), at = 283, size = 9 }
end

local function facts(type, case, page)
  local rows = {}
  for _, entry in ipairs(type.header or {}) do
    local value = page:value(entry.of)
    if value then table.insert(rows, { entry.label, value }) end
  end
  if case.premises then table.insert(rows, { say("premises"), case.premises }) end
  table.insert(rows, { say("our_ref"), case.our_ref })
  table.insert(rows, { say("by"), { case.server, case.server.post and { ", ", case.server.post } or "" } })
  page:key_values(rows)
end

local function sign(type, case, page)
  page:heading(say("truth"), 2)
  if type.truth then page:markdown(type.truth) end
  page:signature {
    label = say("signed"), name = case.server, lines = { case.server.post or "", page.house.council },
    date = true, date_label = say("date"),
  }
end

return plugin {
  name = "certificate", version = "1.0.0", api = 1,
  makes = "A certificate of one person's own acts: what it is about, a table of the acts, statement of truth, signature.",
  law_date = "dated_on",
  fields = {
    premises = premises { label = "Premises", optional = true },
    server   = person { label = "Person who certifies" },
    dated_on = date { label = "Date on which it is prepared", default = "today" },
    our_ref  = reference { label = "Our reference", default = "case_ref" },
  },
  declares = {
    header = list { optional = true, of = record { label = text {}, of = field_path {} } },
    table  = field_path { optional = true },
    truth  = markdown { optional = true },
  },
  phrases = {
    en = {
      page_of = "Page {page} of {pages}", premises = "Premises", our_ref = "Reference", by = "Certified by",
      mine = "Each line of the table is one thing that I did myself.",
      truth = "Statement of truth", signed = "Signed", date = "Date",
    },
    cy = {
      page_of = "Tudalen {page} o {pages}", premises = "Eiddo", our_ref = "Cyfeirnod", by = "Ardystiwyd gan",
      mine = "Mae pob llinell o’r tabl yn un peth a wnes i fy hun.",
      truth = "Datganiad gwirionedd", signed = "Llofnod", date = "Dyddiad",
    },
  },
  compose = function(type, case, page)
    heading(type, case, page)
    facts(type, case, page)
    page:body {}
    if type.table then
      page:table(page:value(type.table))
      page:paragraph(say("mine"), { keep_with_next = true })
    end
    sign(type, case, page)
  end,
}
