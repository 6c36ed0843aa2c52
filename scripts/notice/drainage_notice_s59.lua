-- Building Act 1984, section 59: notice about the drainage of a building. Section 99 says that it must indicate the nature of
-- the works and state the time; section 102 gives the appeal.

local function owner_or_occupier(case)
  for _, recipient in ipairs(case.recipients) do
    local capacity = recipient.capacity
    if not recipient.copy and not (capacity.owner_of_premises or capacity.occupier) then return false end
  end
  return true
end

local function somebody_must_act(case)
  for _, recipient in ipairs(case.recipients) do
    if not recipient.copy then return true end
  end
  return false
end

return notice {
  id = "drainage_notice_s59", version = 1, title = "Notice about the drainage of a building",
  law = "Building Act 1984, section 59", in_force = { from = "1984-12-01" },
  provision = "Building Act 1984, section 59",
  fields = {
    defects = list { law = "s.59(1)", mark = "K", of = text, min = 1,
      label = "What is insufficient, defective, or prejudicial to health or a nuisance" },
    found_on = date { law = "s.59(1)", mark = "K", label = "Day on which the council found it" },
    works = rows { law = "s.99(1)", mark = "K", min = 1, label = "Works required",
      no = text { label = "No" },
      location = text { label = "Location" },
      work = text { law = "s.99(1)", mark = "K", label = "Nature of the works" },
      within = text { law = "s.99(1)", mark = "K", label = "Time for the works" },
    },
  },
  checks = {
    check("at least one recipient is required to act, and is not only sent a copy", somebody_must_act,
      { field = "recipients", law = "s.59(1)", mark = "K", code = "GEN-01" }),
    check("those required to act are owners or occupiers of the building", owner_or_occupier,
      { field = "recipients", law = "s.59(1)", mark = "K", code = "BA-WHO" }),
    not_before { field = "recipients.planned_on", than = "found_on", law = "s.59(1)", mark = "K", code = "BA-ORDER" },
    must_say { "appeal-drainage-notice", law = "s.102", mark = "K", code = "BA-APPEAL" },
    must_say { "drainage-default", law = "s.99", mark = "K", code = "BA-DEFAULT" },
  },
  statute = "Building Act 1984, section 59",
  key_dates = {
    { label = "Found by the council on", date = "found_on" },
  },
  consequences = "{{> drainage-default}}",
  appeal = "{{> appeal-drainage-notice}}",
  appeal_days = 21,
  confirm = {
    "Sections 59, 99 and 102: stated from professional knowledge; the grounds of appeal and the offence are not restated",
    "Which of owner and occupier section 59 names for each kind of defect is for the officer (BA-WHO)",
    "In force from 1 December 1984: from professional knowledge",
  },
}
