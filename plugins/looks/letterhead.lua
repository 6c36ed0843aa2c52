-- The first page of everything that is posted: window envelope on the left, contact block on the right.
-- Millimetres from the top left of the page; the places are those that mailing services and envelopes allow.

-- Name and address stand in a window 26.8 mm high: more lines, smaller type.
local function window_size(lines)
  if lines <= 5 then return 11 end
  if lines == 6 then return 9 end
  return 8
end

local function contact_line(parts, label, text)
  if text then table.insert(parts, label .. " " .. text) end
end

local function contact(page, from, reference, date)
  local house = page.house
  page:frame {
    left = 125, top = 12, width = 70, height = 80,
    content = function()
      local parts = {}
      if house.team then table.insert(parts, bold(house.team)) end
      for _, line in ipairs(house.address) do table.insert(parts, line) end
      page:lines(parts, { size = 10 })
      page:space(2)
      local reach = {}
      contact_line(reach, say("phone"), from.phone or house.phone)
      contact_line(reach, say("email"), from.email or house.email)
      if house.hours then table.insert(reach, house.hours) end
      if house.website then table.insert(reach, house.website) end
      page:lines(reach, { size = 10 })
      page:space(2)
      page:lines({ { bold(say("our_ref")), " ", reference }, { bold(say("date")), " ", date } }, { size = 10 })
    end,
  }
end

-- Letterhead, window address and contact block; the text begins below them.
local function open(page, recipient, from, reference, date)
  page:style {
    title_size = 14, fold_marks = page.house.fold_marks and { 105, 210 } or nil,
    first = { top = 97, bottom = 22, left = 24.6, right = 20 },
    later = { top = 20, bottom = 22, left = 24.6, right = 20 },
  }
  page:frame {
    left = 24.6, top = 8, width = 95, height = 21,
    content = function()
      if not page:logo { height = 20 } then page:lines({ bold(page.house.council) }, { size = 17 }) end
    end,
  }
  page:frame {
    left = 24.6, top = 39.5, width = 95, height = 26.8,
    content = function()
      page:address(recipient, { name = recipient, size = window_size(#recipient.address.lines + 1) })
    end,
  }
  contact(page, from, reference, date)
  page:footer { left = reference, centre = page.house.footer, right = say("page_of"), at = 285, size = 9 }
end

-- The closing, a space to sign in, name, post and council: never parted.
local function close(page, words_before, signatory)
  page:paragraph(words_before, { keep_with_next = true })
  page:signature { name = signatory, lines = { signatory.post, page.house.council } }
end

-- "Enclosed" and "Copied to": a label and the things, one a line.
local function listed(page, label, things)
  if not things or #things == 0 then return end
  page:paragraph(bold(label), { keep_with_next = true })
  page:list(things)
end

return { open = open, close = close, listed = listed }
