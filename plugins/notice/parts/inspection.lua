-- Housing Act 2004, sections 4, 10 and 239: how the council came to know of the hazards.

local in_several_occupation = { hmo = true, flat_in_multiple_occupation = true, common_parts = true }

local function fire_authority_was_consulted(case)
  return not case.fire_hazard or not in_several_occupation[case.premises_kind.value] or case.fire_consultation ~= nil
end

local function not_begun_on_the_day_in_doubt(case)
  return case.inspected_at.date.iso ~= "2026-06-22"
end

return part {
  fields = {
    premises_kind = choice { law = "Sch.1 paras 1 to 4", mark = "!", from = law.premises_kinds,
      label = "What kind of premises" },
    inspected_at = time { law = "s.4", mark = "K", label = "When the inspection began" },
    entry_by_consent = boolean { law = "s.239(5)", mark = "V",
      label = "Was entry by consent, without a section 239 notice?" },
    entry_notice_at = time { law = "s.239(5)", mark = "V",
      label = "When notice of entry was last given to owner and occupier",
      required_when = "not entry_by_consent" },
    fire_hazard = boolean { optional = true, law = "s.10", mark = "K",
      label = "Is one of the hazards a prescribed fire hazard?" },
    fire_consultation = text { optional = true, law = "s.10", mark = "K",
      label = "Consultation of the fire and rescue authority: when, and what it answered",
      hint = "for a prescribed fire hazard in an HMO or in the common parts of flats; not printed" },
    decided_on = date { law = "s.8", mark = "K", label = "Date of the decision to take this action" },
  },
  checks = {
    at_least { hours = 24, from = "entry_notice_at", to = "inspected_at", when = "not entry_by_consent",
      law = "s.239(5)", mark = "V", code = "ENT-01" },
    not_before { field = "decided_on", than = "inspected_at.date", law = "s.4(2)", mark = "K",
      code = "ACT-DECISION" },
    not_before { field = "recipients.planned_on", than = "decided_on", law = "s.8", mark = "K",
      code = "ACT-SERVICE" },
    check("the fire and rescue authority was consulted about a prescribed fire hazard in such premises",
      fire_authority_was_consulted,
      { field = "fire_consultation", law = "s.10", mark = "K", code = "HHS-04", warn = true }),
    check("the inspection did not begin on 22 June 2026, on which sources differ whether the 2005 or the 2026 " ..
      "hazards apply", not_begun_on_the_day_in_doubt,
      { field = "inspected_at", law = "s.2", mark = "!", code = "HHS-05", warn = true }),
  },
  confirm = {
    "Hazards of the 2026 Regulations (inspections from 23 June 2026; 22 June is in doubt): the list is not loaded, " ..
      "so the officer enters each hazard’s name and category",
  },
}
