-- Housing Act 2004, Schedule 3, paragraph 4: before the council enters to take the action that an improvement notice
-- required, it tells the person on whom that notice was served, and the occupiers, a reasonable time in advance.

local function served_on_somebody(case)
  for _, recipient in ipairs(case.recipients) do
    if not recipient.copy then return true end
  end
  return false
end

local function occupiers_have_a_copy(case)
  if case.unoccupied then return true end
  for _, recipient in ipairs(case.recipients) do
    if recipient.capacity.occupier or recipient.capacity.lessee_and_occupier or recipient.capacity.tenant then
      return true
    end
  end
  return false
end

return notice {
  id = "works_intention_notice", version = 1, title = "Notice of intention to take action",
  law = "Housing Act 2004, section 31 and Schedule 3", in_force = { from = "2006-04-06" },
  statute = "Housing Act 2004, section 31 and Schedule 3, Part 2",
  provision = "Housing Act 2004, Schedule 3, paragraph 4", copy_law = "Housing Act 2004, Schedule 3, paragraph 4",
  fields = {
    notice_ref = reference { law = "Sch.3 para 4", mark = "K", label = "Reference of the improvement notice" },
    notice_served_on = date { law = "Sch.3 para 4", mark = "K", label = "Day on which it was served" },
    operative_on = date { law = "Sch.3 para 3", mark = "K", label = "Day on which it became operative" },
    default = choice { law = "Sch.3 para 3", mark = "K", label = "Why the council acts", from = {
      { value = "not_complied_with", label = "the notice has not been complied with" },
      { value = "no_progress", label = "reasonable progress is not being made towards complying with it before the time "
        .. "for that ends" },
    } },
    found_on = date { law = "Sch.3 para 3", mark = "K", label = "Day of the inspection that showed it" },
    works = rows { law = "Sch.3 para 4", mark = "K", min = 1, label = "Action that the council intends to take",
      no = text { law = "Sch.3 para 4", mark = "K", label = "Item of the notice" },
      hazard = text { law = "Sch.3 para 4", mark = "K", label = "Hazard" },
      where = text { law = "Sch.3 para 4", mark = "K", label = "Premises" },
      work = text { law = "Sch.3 para 4", mark = "K", label = "Action" },
    },
    enter_on = date { law = "Sch.3 para 4", mark = "K", label = "Day on which the council will enter" },
    reasonable = text { law = "Sch.3 para 4", mark = "K", label = "Why that is reasonable notice",
      hint = "for the file; it is not printed" },
    contractor = text { optional = true, label = "Contractor" },
    unoccupied = boolean { optional = true, label = "Are the premises unoccupied?" },
  },
  derive = {
    latest_service = latest { "recipients.planned_on", label = "Latest planned service" },
  },
  checks = {
    check("the person on whom the improvement notice was served is served, and not only sent a copy",
      served_on_somebody, { field = "recipients", law = "Sch.3 para 4", mark = "K", code = "GEN-01" }),
    check("the occupiers have a copy, or the premises are unoccupied", occupiers_have_a_copy,
      { field = "recipients", law = "Sch.3 para 4", mark = "K", code = "WID-OCCUPIER" }),
    not_before { field = "operative_on", than = "notice_served_on", days = 21, law = "s.15(2)", mark = "K",
      code = "WID-OPERATIVE" },
    not_before { field = "found_on", than = "operative_on", law = "Sch.3 para 3", mark = "K", code = "WID-DEFAULT" },
    not_before { field = "recipients.planned_on", than = "found_on", law = "Sch.3 para 4", mark = "K",
      code = "WID-ORDER" },
    not_before { field = "enter_on", than = "latest_service", days = 1, law = "Sch.3 para 4", mark = "K",
      code = "WID-NOTICE" },
    must_say { "obstruction-offence", law = "s.241", mark = "K", code = "WID-OFFENCE" },
  },
  no_appeal = true,
  key_dates = {
    { label = "The council will enter on", date = "enter_on" },
  },
  consequences_title = "What this means for you",
  consequences = template "works_intention_notice.meaning",
  confirm = {
    "Housing Act 2004, section 31 and Schedule 3, paragraphs 3 to 5: contents, what is reasonable notice, and the "
      .. "offence of being on the premises while the works are done: stated from professional knowledge, to be read "
      .. "against legislation.gov.uk",
  },
}
