-- Housing Act 2004, sections 64 and 88: the licence itself. The same document goes out as "proposed licence" with the
-- notice of the proposal (Schedule 5, paragraph 1), unsigned and marked on every page.

local function heading(type, case, page)
  local margins = page.house.margins or { top = 20, bottom = 25, left = 25, right = 25 }
  page:style { first = margins, later = margins }
  if case.stage.proposed then page:header { right = say("proposed"), at = 12, size = 9 } end
  if page:logo() then
    page:lines { page.house.team or "" }
  else
    page:lines({ bold(page.house.council), page.house.team or "" }, { size = 14 })
  end
  page:horizontal_rule()
  page:paragraph(small_caps(type.statute or type.law))
  page:title(type.title)
  if case.stage.proposed then
    page:box({ bold(say("proposed")), ". ", say("proposed_means") }, { look = "ruled", whole = true })
  end
  page:footer {
    left = { type.title, ", ", case.licence_no }, right = say("page_of"), at = 283, size = 9,
  }
end

local function holder_lines(case)
  local holder = case.holder
  local text = { bold(holder.name) }
  if holder.company_no then table.insert(text, " (" .. say("company", { no = holder.company_no }) .. ")") end
  table.insert(text, "\n")
  table.insert(text, holder.address)
  return text
end

local function facts(type, case, page)
  local rows = {
    { say("licence_no"), bold(case.licence_no) },
    { say("premises"), bold(case.premises) },
    { say("holder"), holder_lines(case) },
    { say("manager"), case.manager },
  }
  for _, entry in ipairs(type.facts or {}) do
    local value = page:value(entry.of)
    if value then table.insert(rows, { entry.label, bold(value) }) end
  end
  table.insert(rows, { say("starts_on"), bold(case.starts_on) })
  table.insert(rows, { say("ends_on"), bold(case.ends_on) })
  page:box(function() page:key_values(rows) end, "tinted")
end

local function sign(case, page)
  if case.stage.proposed then return end
  local signatory = case.signatory
  page:paragraph(say("for_council"), { keep_with_next = true })
  page:signature {
    label = say("signed"), name = signatory, date = true, date_label = say("date"),
    lines = { signatory.post, say("authority", { ref = signatory.authority }), page.house.council },
  }
end

local function contact(case, page)
  local officer = case.officer
  local reach = { officer }
  if officer.phone then table.insert(reach, ", " .. officer.phone) end
  if officer.email then table.insert(reach, ", " .. officer.email) end
  page:paragraph({ say("contact"), " ", reach }, { keep_with_next = true })
end

local function square_metres(area)
  return string.format("%.2f", area)
end

local function persons(number)
  return number > 0 and tostring(math.floor(number)) or "–"
end

-- What is counted leaves out the floor under a low ceiling (Schedule 4, paragraph 1A).
local function room_table(rooms, page)
  local rows, with_time = {}, false
  for _, room in ipairs(rooms) do with_time = with_time or room.rectify_by ~= nil end
  for _, room in ipairs(rooms) do
    local row = {
      room.room, room.floor, room.use, square_metres(room.measured),
      square_metres(room.measured - (room.low or 0)), persons(room.over_10), persons(room.under_10),
    }
    if with_time then table.insert(row, room.rectify_by or "–") end
    table.insert(rows, row)
  end
  local columns = {
    { heading = say("room"), weight = 3 }, { heading = say("floor"), weight = 4 },
    { heading = say("use"), weight = 4 }, { heading = say("measured"), align = "right", weight = 3 },
    { heading = say("counted"), align = "right", weight = 3 },
    { heading = say("over_10"), align = "right", weight = 3 },
    { heading = say("under_10"), align = "right", weight = 3 },
  }
  if with_time then table.insert(columns, { heading = say("rectify_by"), weight = 4 }) end
  page:table { columns = columns, rows = rows }
end

local function wanted(schedule, page)
  if not schedule.when then return true end
  local value = page:value(schedule.when)
  return value ~= nil and value ~= false
end

local function schedules(type, page)
  for _, schedule in ipairs(type.schedules or {}) do
    if wanted(schedule, page) then
      page:schedule(schedule.title)
      if schedule.body then page:markdown(schedule.body, { numbered = true }) end
      if schedule.rows then page:table(page:value(schedule.rows)) end
      if schedule.rooms then room_table(page:value(schedule.rooms), page) end
      if schedule.note then page:markdown(schedule.note) end
    end
  end
end

return plugin {
  name = "licence", version = "1.0.0", api = 1,
  makes = "A licence for a house: holder, manager, numbers, first and last day, numbered conditions, room schedule.",
  law_date = "applied_on",
  fields = {
    stage      = choice { label = "Proposed, or granted", from = {
      { value = "proposed", label = "proposed licence, sent with the notice of the proposal" },
      { value = "granted", label = "licence granted" },
    } },
    premises   = premises { label = "The one house that is licensed" },
    licence_no = reference { label = "Number of the licence" },
    holder     = record {
      label = "Holder of the licence",
      name = text { label = "Name" }, address = address { label = "Address" },
      company_no = text { label = "Company number", optional = true },
    },
    manager    = organisation { label = "Person who manages the house" },
    applied_on = date { label = "Date of the application: it chooses the conditions" },
    granted_on = date { label = "Date of the decision to grant", required_when = "stage.granted" },
    starts_on  = date { label = "First day of the licence" },
    ends_on    = date { label = "Last day of the licence" },
    officer    = person { label = "Officer who deals with it", needs = { "post" } },
    signatory  = person { label = "Person who signs", needs = { "post", "authority" } },
  },
  declares = {
    statute   = text { optional = true },
    provision = text { optional = true },
    facts     = list { optional = true, of = record { label = text {}, of = field_path {} } },
    schedules = list { optional = true, of = record {
      title = text {}, body = markdown { optional = true }, rows = field_path { optional = true },
      rooms = field_path { optional = true },
      note = markdown { optional = true }, when = field_path { optional = true },
    } },
  },
  phrases = {
    en = {
      page_of = "Page {page} of {pages}", proposed = "Proposed licence: not in force",
      proposed_means = "The council proposes to grant a licence in these terms. It has not decided to do so. Nobody may "
        .. "rely on this document as a licence.",
      licence_no = "Licence number", premises = "Premises", holder = "Licence holder", manager = "Manager",
      company = "company number {no}", starts_on = "In force from", ends_on = "Last day",
      for_council = "Signed for the council by an officer authorised to sign this licence",
      signed = "Signed", authority = "Delegated authority: {ref}", date = "Date",
      contact = "Questions about this licence:",
      room = "Room", floor = "Floor", use = "Use", measured = "Measured, m²", counted = "Counted, m²",
      over_10 = "Most persons over 10", under_10 = "Most persons under 10", rectify_by = "To be put right by",
    },
    cy = {
      page_of = "Tudalen {page} o {pages}", proposed = "Trwydded arfaethedig: nid yw mewn grym",
      proposed_means = "Mae’r cyngor yn bwriadu rhoi trwydded ar y telerau hyn. Nid yw wedi penderfynu gwneud hynny. Ni "
        .. "chaiff neb ddibynnu ar y ddogfen hon fel trwydded.",
      licence_no = "Rhif y drwydded", premises = "Eiddo", holder = "Deiliad y drwydded", manager = "Rheolwr",
      company = "rhif cwmni {no}", starts_on = "Mewn grym o", ends_on = "Diwrnod olaf",
      for_council = "Llofnodwyd ar ran y cyngor gan swyddog a awdurdodwyd i lofnodi’r drwydded hon",
      signed = "Llofnod", authority = "Awdurdod dirprwyedig: {ref}", date = "Dyddiad",
      contact = "Cwestiynau am y drwydded hon:",
      room = "Ystafell", floor = "Llawr", use = "Defnydd", measured = "Mesurwyd, m²", counted = "Cyfrifir, m²",
      over_10 = "Uchafswm pobl dros 10", under_10 = "Uchafswm pobl dan 10", rectify_by = "I’w gywiro erbyn",
    },
  },
  compose = function(type, case, page)
    heading(type, case, page)
    facts(type, case, page)
    page:body { numbered = true }
    contact(case, page)
    sign(case, page)
    schedules(type, page)
  end,
}
