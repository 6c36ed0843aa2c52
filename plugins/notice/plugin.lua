local methods = { "hand", "left_at_address", "first_class_post", "second_class_post", "affixed", "email" }

-- What the document calls itself: notice, order, demand.
local function what(type)
  return type.called or say("what")
end

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
  page:footer {
    left = { type.title, ", ", case.our_ref }, right = say("page_of"), at = 283, size = 9,
  }
  if case.marked_as then
    page:style { copy_mark = words.upper(say(case.marked_as.value)) }
  end
end

-- Several lines in one cell.
local function one_a_line(lines)
  local text = {}
  for index, line in ipairs(lines) do
    if index > 1 then table.insert(text, "\n") end
    table.insert(text, line)
  end
  return text
end

-- Whose planned service this paper prints: on the file copy that of everybody who must act, on a recipient's own copy
-- theirs alone, on a copy for information that of those who must act.
local function concerns(case, page, index)
  local own = page.recipient and case.recipients[page.recipient]
  if own and not own.copy then return index == page.recipient end
  return not case.recipients[index].copy
end

local function parties(case, page)
  local to, copies = {}, {}
  for _, recipient in ipairs(case.recipients) do
    table.insert(recipient.copy and copies or to, { bold(recipient.name), ", ", recipient.capacity })
  end
  local rows = { { say("premises"), case.premises }, { say("our_ref"), case.our_ref } }
  if #to > 0 then table.insert(rows, { say("to"), one_a_line(to) }) end
  if #copies > 0 then table.insert(rows, { say("copy_to"), one_a_line(copies) }) end
  local own = page.recipient and case.recipients[page.recipient]
  if own then
    local whose = { bold(own.name), own.unsafe_address and "" or { "\n", own.address } }
    table.insert(rows, { say("this_copy"), whose })
  end
  page:key_values(rows)
end

local function planned(recipient)
  return say("planned", { method = say(recipient.method.value), day = recipient.planned_on })
end

-- Dates that the notice itself sets, and the planned service that they rest on.
local function key_dates(type, case, page)
  local rows, services = {}, {}
  for _, entry in ipairs(type.key_dates or {}) do
    local day = page:value(entry.date)
    if day then table.insert(rows, { entry.label, bold(day) }) end
  end
  for index, recipient in ipairs(case.recipients) do
    if concerns(case, page, index) then
      table.insert(services, { recipient.name, ": ", planned(recipient) })
    end
  end
  if #services > 0 then table.insert(rows, { say("service"), one_a_line(services) }) end
  page:box(function()
    page:lead(say("key_dates"))
    page:key_values(rows)
  end, "tinted")
end

-- The period runs from a day that the document states (a decision, the making of an order), whenever it is served.
local function last_day_of_all(type, page)
  local from = page:value(type.appeal_from)
  if not from then return end
  page:paragraph { bold(say("last_day_from", { days = type.appeal_days, from = from,
    last = from:plus_days(type.appeal_days - 1) })) }
end

-- The last day stands beside the planned service that it was counted from, and nowhere alone.
local function last_days(type, case, page)
  local lines = {}
  for index, recipient in ipairs(case.recipients) do
    if concerns(case, page, index) then
      table.insert(lines, {
        bold(recipient.name), ": ",
        say("last_day", {
          method = say(recipient.method.value), day = recipient.planned_on,
          last = recipient.planned_on:plus_days(type.appeal_days - 1), what = what(type),
        }),
      })
    end
  end
  if #lines > 0 then page:list(lines) end
end

local function appeal(type, case, page)
  if type.no_appeal or not type.appeal then return end
  page:heading(say("appeal"), 2)
  page:box(function()
    page:markdown(type.appeal)
    if type.appeal_from then
      last_day_of_all(type, page)
    elseif type.appeal_days then
      last_days(type, case, page)
    end
  end, { whole = true })
end

local function enclosures(type, page)
  if not type.enclosures or #type.enclosures == 0 then return end
  page:heading(say("enclosures", { what = what(type) }), 2)
  local titles = {}
  for _, enclosure in ipairs(type.enclosures) do table.insert(titles, enclosure.title) end
  page:lines(titles)
end

-- The contact comes first: a line after the signature could stand alone on a last page.
local function sign(type, case, page)
  local signatory = case.signatory
  local lines = { signatory.post, say("authority", { ref = signatory.authority }), page.house.council }
  if case.dated_on then table.insert(lines, say("dated", { day = case.dated_on })) end
  if case.signed_at then table.insert(lines, say("signed_at", { place = case.signed_at })) end
  local officer = case.officer
  local reach = { officer }
  if officer.phone then table.insert(reach, ", " .. officer.phone) end
  if officer.email then table.insert(reach, ", " .. officer.email) end
  page:paragraph({ say("contact", { what = what(type) }), " ", reach }, { keep_with_next = true })
  page:paragraph(say("for_council", { what = what(type) }), { keep_with_next = true })
  page:signature {
    label = say("signed"), name = signatory, lines = lines, date = not case.dated_on, date_label = say("date"),
  }
end

local function schedules(type, page)
  for _, schedule in ipairs(type.schedules or {}) do
    page:schedule(schedule.title)
    if schedule.body then page:markdown(schedule.body) end
    if schedule.rows then page:table(page:value(schedule.rows)) end
  end
end

-- A form to cut off and send back; it stands on a page of its own.
local function reply_form(type, case, page)
  local form = type.reply_form
  if not form then return end
  page:schedule(form.title)
  page:key_values { { say("our_ref"), case.our_ref }, { say("premises"), case.premises } }
  if form.opening then page:markdown(form.opening) end
  for _, entry in ipairs(form.entries) do page:fill_in(entry.label, { lines = entry.lines or 1 }) end
  if form.declaration then page:markdown(form.declaration) end
  for _, entry in ipairs(form.sign or {}) do page:fill_in(entry.label, { lines = 1 }) end
end

-- Addresses stand on the file copy alone: what goes to one recipient never shows another's home.
local function addresses(case, page)
  local for_the_file = page.copy == "file" or (case.marked_as and case.marked_as.file_copy)
  if not for_the_file then return end
  page:schedule(say("addresses"))
  local rows = {}
  for _, recipient in ipairs(case.recipients) do
    table.insert(rows, { recipient.name, recipient.capacity, recipient.address, planned(recipient) })
  end
  page:table { columns = { say("name"), say("capacity"), say("address"), say("service") }, rows = rows }
end

return plugin {
  name = "notice", version = "1.0.0", api = 1,
  makes = "A statutory notice: recipients and capacities, key dates, numbered requirements, right to appeal, schedules.",
  law_date = "recipients.planned_on",
  fields = {
    premises   = premises { label = "Premises" },
    recipients = list { min = 1, label = "Recipients", of = record {
      name = text { label = "Name" },
      capacity = choice { from = law.capacities, label = "Capacity in which they are served" },
      address = address { label = "Address for service" },
      method = choice { from = methods, label = "Planned method of service" },
      planned_on = date { label = "Planned day of service, deemed where posted" },
      company_no = text { label = "Company number", optional = true },
      capacity_basis = text { label = "How the capacity is known", optional = true },
      copy = boolean { label = "Sent a copy only?", optional = true },
      unsafe_address = boolean { label = "Is this address unsafe to post to?", optional = true },
      email_consent = text { optional = true, law = "ss.247 and 248", mark = "K",
        label = "When and how the recipient agreed to be served by e-mail" },
      language = choice { optional = true, from = { "en", "cy" }, label = "Language of this recipient’s copy" },
    } },
    officer    = person { label = "Officer who deals with it", needs = { "post" } },
    signatory  = person { label = "Person who signs", needs = { "post", "authority" } },
    dated_on   = date { label = "Date of signing", optional = true },
    signed_at  = text { label = "Place of signing", optional = true },
    our_ref    = reference { label = "Our reference", default = "case_ref" },
    marked_as  = choice { label = "Copy", optional = true, from = {
      { value = "service_copy", label = "service copy" }, { value = "file_copy", label = "file copy" },
    } },
  },
  declares = {
    statute      = text { optional = true },
    called       = text { optional = true },
    provision    = text { optional = true },
    limit_of     = text { optional = true },
    copy_law     = text { optional = true },
    key_dates    = list { optional = true, of = record { label = text {}, date = field_path {} } },
    opening      = markdown { optional = true },
    consequences = markdown { optional = true },
    consequences_title = text { optional = true },
    appeal       = markdown { optional = true },
    no_appeal    = boolean { optional = true },
    appeal_days  = number { optional = true },
    appeal_from  = field_path { optional = true },
    schedules    = list { optional = true, of = record {
      id = text {}, title = text {}, body = markdown { optional = true }, rows = field_path { optional = true },
    } },
    enclosures   = list { optional = true, of = record { id = text {}, title = text {} } },
    reply_form   = record {
      optional = true, title = text {}, opening = markdown { optional = true },
      entries = list { of = record { label = text {}, lines = number { optional = true } } },
      declaration = markdown { optional = true },
      sign = list { optional = true, of = record { label = text {} } },
    },
    gates        = list { optional = true, of = choice { from = { "notify-letter" } } },
  },
  phrases = {
    en = {
      page_of = "Page {page} of {pages}", premises = "Premises", our_ref = "Reference", to = "To", copy_to = "Copy to",
      this_copy = "This copy is for",
      key_dates = "Key dates", planned = "{method}, {day}",
      hand = "by hand", left_at_address = "left at the address", first_class_post = "first class post",
      second_class_post = "second class post", affixed = "fixed to the premises", email = "by e-mail",
      last_day = "planned service ({method}) on {day}. If this {what} is served on that day, the last day for an "
        .. "appeal is {last}.",
      last_day_from = "{days} days beginning with {from}: the last day for an appeal is {last}.",
      consequences = "If you do not comply", appeal = "Your right to appeal", enclosures = "Enclosed with this {what}",
      for_council = "Signed for the council by an officer authorised to sign this {what}", signed = "Signed",
      what = "notice",
      authority = "Delegated authority: {ref}", dated = "Date: {day}", date = "Date", signed_at = "Signed at {place}",
      contact = "Questions about this {what}:",
      service_copy = "Service copy", file_copy = "File copy", addresses = "Addresses for service: not to be served",
      name = "Name", capacity = "Capacity", address = "Address", service = "Planned service",
    },
    cy = {
      page_of = "Tudalen {page} o {pages}", premises = "Eiddo", our_ref = "Cyfeirnod", to = "At", copy_to = "Copi at",
      this_copy = "Mae’r copi hwn ar gyfer",
      key_dates = "Dyddiadau allweddol", planned = "{method}, {day}",
      hand = "â llaw", left_at_address = "ei adael yn y cyfeiriad", first_class_post = "post dosbarth cyntaf",
      second_class_post = "post ail ddosbarth", affixed = "ei osod ar yr eiddo", email = "drwy e-bost",
      last_day = "cyflwyno arfaethedig ({method}) ar {day}. Os cyflwynir yr {what} hwn ar y diwrnod hwnnw, y "
        .. "diwrnod olaf i apelio yw {last}.",
      last_day_from = "{days} o ddiwrnodau gan ddechrau ar {from}: y diwrnod olaf i apelio yw {last}.",
      consequences = "Os na fyddwch yn cydymffurfio", appeal = "Eich hawl i apelio",
      enclosures = "Wedi'i amgáu gyda'r {what} hwn",
      for_council = "Llofnodwyd ar ran y cyngor gan swyddog a awdurdodwyd i lofnodi'r {what} hwn", what = "hysbysiad",
      signed = "Llofnod", authority = "Awdurdod dirprwyedig: {ref}", dated = "Dyddiad: {day}", date = "Dyddiad",
      signed_at = "Llofnodwyd yn {place}", contact = "Cwestiynau am yr {what} hwn:",
      service_copy = "Copi cyflwyno", file_copy = "Copi ffeil",
      addresses = "Cyfeiriadau cyflwyno: nid i'w cyflwyno",
      name = "Enw", capacity = "Rôl", address = "Cyfeiriad", service = "Cyflwyno arfaethedig",
    },
  },
  compose = function(type, case, page)
    heading(type, case, page)
    parties(case, page)
    key_dates(type, case, page)
    if type.opening then page:markdown(type.opening) end
    page:body { numbered = true }
    if type.consequences then
      page:heading(type.consequences_title or say("consequences"), 2)
      page:markdown(type.consequences)
    end
    appeal(type, case, page)
    enclosures(type, page)
    sign(type, case, page)
    schedules(type, page)
    reply_form(type, case, page)
    addresses(case, page)
  end,
}
