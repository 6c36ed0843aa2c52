-- Housing Act 2004, section 14: an improvement notice under section 11 or 12 whose operation waits for a time or an
-- event. Its periods are counted from the end of the suspension, so none of them is a calendar date.

local function category_of_its_section(case)
  for _, hazard in ipairs(case.hazards) do
    if hazard.category.category_1 ~= case.served_under.s11 then return false end
  end
  return true
end

local function ends_no_earlier_than_it_starts(case)
  for _, hazard in ipairs(case.hazards) do
    for _, item in ipairs(hazard.works) do
      if item.complete_within < hazard.start_day then return false end
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

local function no_start_before_the_28th_day(case)
  if not case.suspended.day then return true end
  for _, hazard in ipairs(case.hazards) do
    local start = case.suspended_until:plus_days(hazard.start_day - 1)
    if start < case.latest_service:plus_days(28) then return false end
  end
  return true
end

local function reviewed_within_a_year(case)
  return case.first_service == nil or case.review_on <= case.first_service:plus_months(12)
end

local function suspended_beyond_service(case)
  return case.suspended_until > case.latest_service
end

local function first_appeal_day(case)
  return case.first_service and case.first_service:plus_days(20)
end

return notice {
  id = "improvement_notice_suspended", version = 1, title = "Suspended improvement notice",
  law = "Housing Act 2004, section 14", in_force = { from = "2013-07-01" },
  statute = "Housing Act 2004, sections 11, 12 and 14",
  uses = { "inspection", "schedule_1", "suspension", "section_8" },
  provision = "Housing Act 2004, section 14", copy_law = "Housing Act 2004, Schedule 1, paragraph 5",
  fields = {
    served_under = choice { law = "s.13(2)(a)", mark = "K", label = "Served under", from = {
      { value = "s11", label = "section 11" }, { value = "s12", label = "section 12" },
    } },
    management_order = boolean { law = "s.11(1)(b)", mark = "V",
      label = "Is a management order in force (Part 4, chapter 1 or 2)?" },
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
      start_day = number { law = "s.14(5)", mark = "K", min = 1,
        label = "Day on which the action is to be started, counted from the end of the suspension",
        hint = "the day on which the suspension ends is day 1" },
      works = rows {
        law = "s.13(2)", mark = "K",
        no = text { law = "s.13(2)", mark = "K", label = "No" },
        location = text { law = "s.13(2)(c)", mark = "K", label = "Location" },
        deficiency = text { law = "s.13(2)(c)", mark = "K", label = "Deficiency" },
        work = text { law = "s.13(2)(d)", mark = "K", label = "Work required" },
        complete_within = number { law = "s.14(5)", mark = "K", min = 1, label = "Within (days)" },
        min = 1,
      },
    } },
  },
  derive = {
    action_chosen = value(function() return "improvement_notice" end),
    action_taken = value(function(case)
      return "an improvement notice under " .. (case.served_under.s11 and "section 11" or "section 12")
        .. ", suspended under section 14"
    end),
    first_appeal_day = value(first_appeal_day),
  },
  checks = {
    is_false { "management_order", law = "s.11(1)(b)", mark = "V", code = "IN-07" },
    check("every hazard is in the category of the section under which the notice is served: 1 for section 11, " ..
      "2 for section 12", category_of_its_section,
      { field = "hazards", law = "ss.11 and 12", mark = "V", code = "HHS-03" }),
    check("where the suspension ends on a day, no action is to be started before the 28th day after service",
      no_start_before_the_28th_day, { field = "hazards", law = "s.13(3)", mark = "K", code = "IN-01" }),
    check("no work is to be completed before the day on which the action for its hazard starts",
      ends_no_earlier_than_it_starts, { field = "hazards", law = "s.13(2)(f)", mark = "K", code = "IN-02" }),
    check("every item of work has a number of its own", every_item_has_its_own_number,
      { field = "hazards", law = "s.13(2)", mark = "K", code = "IN-03" }),
    check("the suspension ends after the notice is served", suspended_beyond_service,
      { field = "suspended_until", law = "s.14(1)", mark = "K", code = "SUS-DAY", when = "suspended.day" }),
    check("the suspension is reviewed no later than one year after service", reviewed_within_a_year,
      { field = "review_on", law = "s.17", mark = "K", code = "IN-08", warn = true }),
    must_say { "suspended-periods", law = "s.14(5)", mark = "K", code = "IN-09" },
    must_say { "appeal-suspended-improvement-notice", law = "s.13(4) and Sch.1 para 14", mark = "K",
      code = "IN-04" },
  },
  key_dates = {
    { label = "Suspended until", date = "suspended_until" },
    { label = "Next review of the suspension", date = "review_on" },
    { label = "Appeal by, if served as below", date = "first_appeal_day" },
  },
  appeal = "{{> appeal-suspended-improvement-notice}}", appeal_days = 21,
  consequences_title = "If you do not comply once the suspension has ended",
  consequences = template "improvement_notice.consequences",
  enclosures = {
    { id = "hazards", title = "Schedule 1: hazards and deficiencies" },
    { id = "works", title = "Schedule 2: works required" },
    { id = "statement_of_reasons", title = "Schedule 3: statement of reasons (section 8)" },
  },
  schedules = {
    { id = "hazards", title = "Schedule 1: hazards and deficiencies",
      body = template "improvement_notice.hazards" },
    { id = "works", title = "Schedule 2: works required", body = template "improvement_notice_suspended.works" },
    { id = "statement_of_reasons", title = "Schedule 3: statement of reasons (section 8)",
      body = template "statement_of_reasons" },
  },
}
