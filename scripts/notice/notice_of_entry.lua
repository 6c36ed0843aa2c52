-- Housing Act 2004, section 239(5): at least 24 hours' notice to the owner, if known, and to the occupier, if any.
-- The hours run from when the last of them is given it. Entry without notice (section 239(7)) needs no such document.

local owners = { "owner_of_premises", "freeholder", "lessee", "person_having_control", "person_managing" }

local function has_one_of(case, capacities)
  for _, recipient in ipairs(case.recipients) do
    for _, capacity in ipairs(capacities) do
      if recipient.capacity.value == capacity then return true end
    end
  end
  return false
end

local function owner_is_told(case)
  return case.owner_unknown or has_one_of(case, owners)
end

local function occupier_is_told(case)
  return case.unoccupied or has_one_of(case, { "occupier", "lessee_and_occupier", "tenant", "licensee" })
end

local function ends_after_it_begins(case)
  return case.window_until > case.window_from
end

return notice {
  id = "notice_of_entry", version = 1, title = "Notice of entry",
  law = "Housing Act 2004, section 239", in_force = { from = "2006-04-06" },
  provision = "Housing Act 2004, section 239",
  fields = {
    purpose = choice { law = "s.239(1) and (2)", mark = "V", label = "Purpose of the entry", from = {
      { value = "inspection", label = "to inspect the premises under section 4 of the Act, for hazards" },
      { value = "functions", label = "to make a survey or examination of the premises, in order to decide whether "
        .. "a function under Parts 1 to 4 of the Act should be exercised" },
      { value = "specified_premises", label = "to make a survey or examination of premises that are specified in "
        .. "an improvement notice or a prohibition order" },
      { value = "management_order", label = "to make a survey or examination of premises for which a management "
        .. "order under Chapter 1 or 2 of Part 4 of the Act is in force" },
    } },
    reason = text { law = "s.239(1) and (2)", mark = "V", label = "Why the visit is needed, in plain words" },
    given_at = time { law = "s.239(5)", mark = "V",
      label = "When the last of the owner and the occupier is given this notice" },
    how_given = text { law = "s.239(5)", mark = "V", label = "How that will be proved",
      hint = "for the file (Evans v LB Camden): who hands it over, photograph, tracking number; not printed" },
    window_from = time { law = "s.239(3)", mark = "K", after = "given_at",
      label = "When the officer will call" },
    window_until = time { law = "s.239(3)", mark = "K", label = "When the visit is expected to be over" },
    officers = list { law = "s.239(3)", mark = "K", of = text, min = 1,
      label = "Officers authorised to enter, with their posts" },
    authorised_on = date { law = "s.239(3)", mark = "K", label = "Date of the written authorisation" },
    others = list { optional = true, law = "s.239(8)", mark = "K", of = text,
      label = "Others whom the officer will bring, and equipment" },
    owner_unknown = boolean { optional = true, label = "Is the owner not known, after reasonable enquiry?" },
    unoccupied = boolean { optional = true, label = "Are the premises unoccupied?" },
  },
  checks = {
    check("the owner is given notice, or is not known after reasonable enquiry", owner_is_told,
      { field = "recipients", law = "s.239(5)(a)", mark = "V", code = "ENT-01" }),
    check("the occupier is given notice, or the premises are unoccupied", occupier_is_told,
      { field = "recipients", law = "s.239(5)(b)", mark = "V", code = "ENT-01" }),
    at_least { hours = 24, from = "given_at", to = "window_from", law = "s.239(5)", mark = "V", code = "ENT-01" },
    not_after { field = "recipients.planned_on", than = "given_at.date", law = "s.239(5)", mark = "V",
      code = "ENT-01" },
    check("the visit ends after it begins", ends_after_it_begins,
      { field = "window_until", law = "s.239(3)", mark = "K", code = "ENT-WINDOW" }),
    not_after { field = "authorised_on", than = "given_at.date", law = "s.239(3)", mark = "K",
      code = "ENT-AUTHORISED" },
    must_attach { "authorisation", law = "s.239(3)", mark = "K", code = "ENT-PAPER" },
    must_say { "obstruction-offence", law = "s.241", mark = "K", code = "ENT-OFFENCE" },
  },
  no_appeal = true,
  key_dates = {
    { label = "The officer will call", date = "window_from" },
    { label = "The visit should be over by", date = "window_until" },
  },
  consequences_title = "If an officer is kept out",
  consequences = template "notice_of_entry.consequences",
  enclosures = { { id = "authorisation", title = "Copy of the officer’s written authorisation" } },
  confirm = {
    "Housing Act 2004, sections 239(3), (6) to (9) and 241: stated from professional knowledge, to be read against "
      .. "legislation.gov.uk",
    "Renters’ Rights Act 2025, Part 4, chapter 3: whether notice to the owner of a let home is still wanted; until "
      .. "that is read, 24 hours’ notice is given to all",
  },
}
