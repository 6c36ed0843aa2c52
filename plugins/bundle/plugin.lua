-- Tribunal bundles: cover, linked index, dividers and the sheets that stand in for a document. The host decides order,
-- numbers and targets; this file decides how they look.

local function margins(page)
  page:style {
    first = { top = 25, bottom = 25, left = 22, right = 22 },
    later = { top = 25, bottom = 25, left = 22, right = 22 },
  }
end

local function cover_title(type, plan)
  local letter = plan.letter or type.letter
  return { type.cover_title or say("hearing_bundle"), letter and { " ", letter } or "" }
end

-- The rows from the section at `start` up to the next section.
local function documents_of(plan, start)
  local rows = {}
  for index = start + 1, #plan.rows do
    local row = plan.rows[index]
    if row.section then break end
    rows[#rows + 1] = row
  end
  return rows
end

-- What a release replaced, withdrew and put between other pages, as a table for the section that it added.
local function changes_table(plan, release)
  local cells, links = {}, {}
  for _, row in ipairs(plan.rows) do
    local inserted = row.inserted and row.added_in == release
    if inserted or (row.became and row.changed_in == release) then
      cells[#cells + 1] = { row.number, row.title, inserted and say("inserted") or row.date, row.page }
      links[#links + 1] = row.target
    end
  end
  if #cells == 0 then return nil end
  return {
    columns = {
      { heading = say("no"), weight = 8 }, { heading = say("document"), weight = 60 },
      { heading = say("change"), weight = 22 }, { heading = say("page"), weight = 10, align = "right" },
    },
    rows = cells, links = links,
  }
end

-- `by_volume`: a heading stands before the first section of each volume.
local function index_table(rows, by_volume)
  local cells, bands, links = {}, {}, {}
  local volume = 0
  for _, row in ipairs(rows) do
    if by_volume and row.volume ~= volume then
      volume = row.volume
      bands[#bands + 1] = #cells + 1
      links[#cells + 1] = "index:" .. volume
      cells[#cells + 1] = { bold(words.upper(say("volume_n", { n = volume }))) }
    end
    links[#cells + 1] = row.target
    if row.section then
      bands[#bands + 1] = #cells + 1
      local place = row.added_in > 1 and row.page ~= "" and " [" .. row.page .. "]" or ""
      cells[#cells + 1] = { bold((row.letter == "" and "" or row.letter .. ". ") .. row.title .. place) }
    else
      cells[#cells + 1] = { row.number, row.title, row.date, row.page }
    end
  end
  return {
    columns = {
      { heading = say("no"), weight = 8 }, { heading = say("document"), weight = 62 },
      { heading = say("date"), weight = 20 }, { heading = say("page"), weight = 10, align = "right" },
    },
    rows = cells, bands = bands, links = links,
  }
end

return plugin {
  name = "bundle", version = "1.0.0", api = 1,
  makes = "A tribunal bundle: cover, linked index, dividers, one number on every page.",
  no_body = true,
  phrases = {
    en = {
      hearing_bundle = "Hearing bundle", case_number = "Case number", between = "BETWEEN", ["and"] = "– and –",
      hearing_on = "Hearing", prepared_by = "Prepared by", release = "Release", pages = "Pages", index = "Index",
      no = "No", document = "Document", date = "Date", page = "Page", section = "Section", nothing = "No documents.",
      change = "Change", changed = "Replaced and withdrawn", sheet_of = "{title}: page {n} of {of}, no longer in use",
      name = "File", size = "Size in bytes", sha256 = "SHA-256", notes = "Changes in this release",
      inserted = "put between", volume = "Volume", volume_n = "Volume {n}", volume_of = "{n} of {of}",
      pages_of = "{first} to {last}, of {pages} in all volumes", common_index = "Index of all volumes",
      volume_index = "Index of volume {n}", whole_index = "The index of all volumes stands in volume 1.",
      concordance = "Old and new page numbers", old_page = "Release {n}", new_page = "Now",
      ordered = "The pages of this bundle were numbered afresh in release {release}. A reference to a page of release "
        .. "{before} is found here.",
      ordered_by = "Ordered by", ordered_on = "On", reason = "Reason",
    },
    cy = {
      hearing_bundle = "Bwndel gwrandawiad", case_number = "Rhif yr achos", between = "RHWNG", ["and"] = "– a –",
      hearing_on = "Gwrandawiad", prepared_by = "Paratowyd gan", release = "Fersiwn", pages = "Tudalennau",
      index = "Mynegai", no = "Rhif", document = "Dogfen", date = "Dyddiad", page = "Tudalen", section = "Adran",
      nothing = "Dim dogfennau.", change = "Newid", changed = "Disodlwyd a thynnwyd yn ôl",
      sheet_of = "{title}: tudalen {n} o {of}, heb fod mewn defnydd", name = "Ffeil", size = "Maint mewn beitiau", sha256 = "SHA-256",
      notes = "Newidiadau yn y fersiwn hon",
      inserted = "rhoddwyd rhwng", volume = "Cyfrol", volume_n = "Cyfrol {n}", volume_of = "{n} o {of}",
      pages_of = "{first} i {last}, o {pages} ym mhob cyfrol", common_index = "Mynegai pob cyfrol",
      volume_index = "Mynegai cyfrol {n}", whole_index = "Mae mynegai pob cyfrol yng nghyfrol 1.",
      concordance = "Hen rifau tudalennau a rhai newydd", old_page = "Fersiwn {n}", new_page = "Nawr",
      ordered = "Ailrifwyd tudalennau'r bwndel hwn yn fersiwn {release}. Ceir cyfeiriad at dudalen o fersiwn {before} yma.",
      ordered_by = "Gorchmynnwyd gan", ordered_on = "Ar", reason = "Rheswm",
    },
  },
  fields = {
    court = text { label = "Court or tribunal" },
    court_ref = reference { label = "Its case number" },
    parties = list { min = 2, label = "Parties, in order", of = record {
      name = text { label = "Name" }, capacity = text { label = "Capacity" },
    } },
    hearing_on = date { label = "Day of the hearing", optional = true },
    prepared_by = text { label = "Who prepared the bundle" },
  },
  declares = {
    cover_title = text { optional = true },
    letter = text { optional = true },
    sections = list { optional = true, of = record {
      title = text {}, required = boolean { optional = true }, needs = list { of = text {}, optional = true },
      sort = choice { from = { "date", "given" }, optional = true },
    } },
    profile = text { optional = true },
  },
  compose_cover = function(type, case, page, plan)
    margins(page)
    page:space(18)
    page:paragraph(bold(words.upper(case.court)), { align = "centre", size = 14 })
    page:paragraph({ say("case_number"), " ", bold(case.court_ref) }, { align = "centre" })
    page:space(12)
    page:paragraph(bold(say("between")), { align = "centre" })
    for index, party in ipairs(case.parties) do
      if index > 1 then page:paragraph(say("and"), { align = "centre" }) end
      page:paragraph(bold(party.name), { align = "centre", keep_with_next = true, size = 14 })
      page:paragraph(italic(party.capacity), { align = "centre" })
    end
    page:space(12)
    page:horizontal_rule()
    page:title(cover_title(type, plan), { align = "centre" })
    if plan.volumes > 1 then
      page:paragraph(bold(words.upper(say("volume_n", { n = plan.volume }))), { align = "centre", size = 14 })
    end
    page:horizontal_rule()
    page:space(12)
    local rows = {}
    if case.hearing_on then rows[#rows + 1] = { bold(say("hearing_on")), case.hearing_on } end
    rows[#rows + 1] = { bold(say("prepared_by")), case.prepared_by }
    rows[#rows + 1] = { bold(say("release")), { plan.release, " (", plan.identity, ")" } }
    if plan.volumes > 1 then
      rows[#rows + 1] = { bold(say("volume")), say("volume_of", { n = plan.volume, of = plan.volumes }) }
      rows[#rows + 1] = { bold(say("pages")),
        say("pages_of", { first = plan.volume_first, last = plan.volume_last, pages = plan.pages }) }
      if plan.volume > 1 then
        rows[#rows + 1] = { bold(say("index")), link("index", say("whole_index")) }
      end
    else
      rows[#rows + 1] = { bold(say("pages")), plan.pages }
    end
    page:key_values(rows)
    if #plan.notes > 0 then
      page:heading(say("notes"), 2)
      page:list(plan.notes)
    end
    page:document_title { cover_title(type, plan), " – ", case.court_ref }
  end,
  compose_index = function(_, case, page, plan)
    margins(page)
    local several = plan.volumes > 1
    page:title(plan.common and say("common_index") or several and say("volume_index", { n = plan.volume })
      or say("index"))
    page:paragraph { case.court, ", ", case.court_ref }
    if several and not plan.common then page:paragraph(say("whole_index")) end
    page:table(index_table(plan.index, plan.common))
  end,
  compose_concordance = function(_, _, page, plan)
    margins(page)
    local order = plan.renumbered
    page:title(say("concordance"))
    page:paragraph(say("ordered", { release = order.release, before = order.before }))
    page:key_values {
      { bold(say("ordered_by")), order.ordered_by }, { bold(say("ordered_on")), order.on },
      { bold(say("reason")), order.reason },
    }
    local cells, links = {}, {}
    for index, row in ipairs(order.rows) do
      cells[index] = { row.was, row.title, row.is }
      links[index] = row.target or ""
    end
    page:table {
      columns = {
        { heading = say("old_page", { n = order.before }), weight = 16 }, { heading = say("document"), weight = 58 },
        { heading = say("new_page"), weight = 26 },
      },
      rows = cells, links = links,
    }
  end,
  compose_divider = function(_, _, page, plan, row)
    margins(page)
    local section = plan.rows[row]
    page:space(60)
    page:paragraph(bold(section.letter), { align = "centre", size = 72 })
    page:space(8)
    page:title(section.title, { align = "centre" })
    page:space(10)
    local documents = documents_of(plan, row)
    local changes = section.added_in > 1 and changes_table(plan, section.added_in) or nil
    if #documents > 0 then
      page:table(index_table(documents))
    elseif not changes then
      page:paragraph(say("nothing"), { align = "centre" })
    end
    if changes then
      page:heading(say("changed"), 2)
      page:table(changes)
    end
  end,
  compose_sheet = function(_, _, page, plan, row, reason, facts)
    margins(page)
    local item = plan.rows[row]
    page:space(40)
    page:title { item.number ~= "" and item.number .. ". " or "", item.title }
    page:box(reason)
    local rows = {}
    -- The row of a document that has gone says what became of it in place of its date.
    local date = item.became and facts.date or not item.became and item.date or nil
    if date and date ~= "" then rows[#rows + 1] = { bold(say("date")), date } end
    if facts.name then rows[#rows + 1] = { bold(say("name")), facts.name } end
    if facts.size then rows[#rows + 1] = { bold(say("size")), facts.size } end
    if facts.sha256 then rows[#rows + 1] = { bold(say("sha256")), facts.sha256 } end
    if #rows > 0 then page:key_values(rows) end
    for number = 2, facts.pages or 1 do
      page:page_break()
      page:paragraph(say("sheet_of", { title = item.title, n = number, of = facts.pages }))
    end
  end,
}
