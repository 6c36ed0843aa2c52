-- Housing Act 2004, section 13(2) to (4): each hazard with its deficiencies and the action to be taken. Wants
-- latest_service of the part "schedule_1".

local function ends_after_it_starts(case)
  for _, hazard in ipairs(case.hazards) do
    for _, item in ipairs(hazard.works) do
      if item.complete_on < hazard.start_on then return false end
    end
  end
  return true
end

local function every_item_has_its_own_number(case)
  local seen = {}
  for _, hazard in ipairs(case.hazards) do
    for _, item in ipairs(hazard.works) do
      if seen[item.no] then return false end
      seen[item.no] = true
    end
  end
  return true
end

-- The last day for an appeal of whoever is served first: 21 days beginning with that day (Schedule 1, paragraph 14).
local function first_appeal_day(case)
  return case.first_service and case.first_service:plus_days(20)
end

return part {
  fields = {
    hazards = list { law = "s.13(2)", mark = "K", min = 1, label = "Hazards", of = record {
      no = text { law = "s.13(2)", mark = "K", label = "Number" },
      name = text { law = "s.13(2)(b)", mark = "K", label = "Hazard",
        hint = "as the regulations name it on the day of the inspection" },
      category = choice { law = "s.13(2)(a)", mark = "K", from = law.hazard_categories, label = "Category" },
      nature = text { law = "s.13(2)(b)", mark = "K", label = "Nature of the hazard: who may be harmed, and how" },
      exists_on = text { law = "s.13(2)(b)", mark = "K",
        label = "Residential premises on which the hazard exists" },
      action_at = text { law = "s.13(2)(d)", mark = "K",
        label = "Premises where the remedial action is to be taken" },
      start_on = date { law = "s.13(2)(e)", mark = "K", label = "Date when the action is to be started" },
      works = rows {
        law = "s.13(2)", mark = "K",
        no = text { law = "s.13(2)", mark = "K", label = "No" },
        location = text { law = "s.13(2)(c)", mark = "K", label = "Location" },
        deficiency = text { law = "s.13(2)(c)", mark = "K", label = "Deficiency" },
        work = text { law = "s.13(2)(d)", mark = "K", label = "Work required" },
        complete_on = date { law = "s.13(2)(f)", mark = "K", label = "Complete by" },
        min = 1,
      },
    } },
  },
  derive = {
    first_start = earliest { "hazards.start_on", label = "The first work is to start on" },
    last_completion = latest { "hazards.works.complete_on", label = "All work is to be complete by" },
    first_appeal_day = value(first_appeal_day),
  },
  checks = {
    not_before { field = "hazards.start_on", than = "latest_service", days = 28, law = "s.13(3)", mark = "K",
      code = "IN-01" },
    check("no work is to be completed before the day on which the action for its hazard starts",
      ends_after_it_starts, { field = "hazards", law = "s.13(2)(f)", mark = "K", code = "IN-02" }),
    check("every item of work has a number of its own", every_item_has_its_own_number,
      { field = "hazards", law = "s.13(2)", mark = "K", code = "IN-03" }),
  },
  confirm = {
    "Housing Act 2004, sections 13, 19, 30, 31, 37, 49 and Schedules 1 and 3: stated from professional knowledge, " ..
      "to be read against legislation.gov.uk",
  },
}
