-- Housing Act 2004, section 11: category 1 hazards only. Section 12 and suspended notices are
-- types of their own.
-- No form is prescribed; section 13 lists the contents. Checks carry the codes of the enforcement
-- reference.

local function each_option_once(case)
  local found = {}
  for _, option in ipairs(case.options) do
    found[option.option.value] = (found[option.option.value] or 0) + 1
  end
  for _, value in ipairs { "improvement_notice", "prohibition_order", "hazard_awareness_notice",
    "emergency_remedial_action", "emergency_prohibition_order", "demolition_order",
      "clearance_area" } do
    if found[value] ~= 1 then return false end
  end
  return true
end

local function notice_alone_is_chosen(case)
  for _, option in ipairs(case.options) do
    if option.outcome.chosen ~= option.option.improvement_notice then return false end
  end
  return true
end

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

local function all_in_category_1(case)
  for _, hazard in ipairs(case.hazards) do
    if not hazard.category.category_1 then return false end
  end
  return true
end

local function somebody_must_act(case)
  for _, recipient in ipairs(case.recipients) do
    if not recipient.copy then return true end
  end
  return false
end

local function first_service(case)
  local first
  for _, recipient in ipairs(case.recipients) do
    local day = recipient.planned_on
    if not recipient.copy and (not first or day < first) then first = day end
  end
  return first
end

local function appeal_by(case)
  local first = first_service(case)
  return first and first:plus_days(20)
end

local function copies_within_seven_days(case)
  local first = first_service(case)
  for _, recipient in ipairs(case.recipients) do
    if recipient.copy and first and recipient.planned_on > first:plus_days(6) then return false end
  end
  return true
end

-- Schedule 1, paragraphs 1 to 4.
local function may_be_required(case, capacity)
  local kind = case.premises_kind
  if case.licensed then return capacity.licence_holder end
  if kind.house then return capacity.person_having_control end
  if kind.hmo then return capacity.person_having_control or capacity.person_managing end
  if kind.flat_in_multiple_occupation then return capacity.owner or capacity.person_managing end
  return capacity.owner
end

local function right_person(case)
  for _, recipient in ipairs(case.recipients) do
    if not recipient.copy and not may_be_required(case, recipient.capacity) then return false end
  end
  return true
end

return notice {
  id = "improvement_notice", version = 1, title = "Improvement notice",
  law = "Housing Act 2004, section 11", in_force = { from = "2013-07-01" },
  fields = {
    premises_kind = choice { law = "Sch.1 paras 1 to 4", mark = "!", from = law.premises_kinds,
      label = "What kind of premises" },
    licensed = boolean { law = "Sch.1 para 1", mark = "V",
      label = "Are the premises licensed under Part 2 or 3?" },
    management_order = boolean { law = "s.11(1)(b)", mark = "V",
      label = "Is a management order in force (Part 4, chapter 1 or 2)?" },
    inspected_at = time { law = "s.4", mark = "K", label = "When the inspection began" },
    entry_by_consent = boolean { law = "s.239(5)", mark = "V",
      label = "Was entry by consent, without a section 239 notice?" },
    entry_notice_at = time { law = "s.239(5)", mark = "V",
      label = "When notice of entry was last given to owner and occupier",
      required_when = "not entry_by_consent" },
    decided_on = date { law = "s.8", mark = "K",
      label = "Date of the decision to serve this notice" },
    hazards = list { law = "s.13(2)", mark = "K", min = 1, label = "Hazards", of = record {
      no = text { label = "Number" },
      name = text { law = "s.13(2)(b)", mark = "K", label = "Hazard",
        hint = "as the regulations name it on the day of the inspection" },
      category = choice { law = "s.13(2)(a)", mark = "K", from = law.hazard_categories,
        label = "Category" },
      nature = text { law = "s.13(2)(b)", mark = "K",
        label = "Nature of the hazard: who may be harmed, and how" },
      exists_on = text { law = "s.13(2)(b)", mark = "K",
        label = "Residential premises on which the hazard exists" },
      action_at = text { law = "s.13(2)(d)", mark = "K",
        label = "Premises where the remedial action is to be taken" },
      start_on = date { law = "s.13(2)(e)", mark = "K",
        label = "Date when the action is to be started" },
      works = rows {
        law = "s.13(2)", mark = "K",
        no = text { label = "No" },
        location = text { law = "s.13(2)(c)", mark = "K", label = "Location" },
        deficiency = text { law = "s.13(2)(c)", mark = "K", label = "Deficiency" },
        work = text { law = "s.13(2)(d)", mark = "K", label = "Work required" },
        complete_on = date { law = "s.13(2)(f)", mark = "K", label = "Complete by" },
        min = 1,
      },
    } },
    reasons = list { law = "s.8", mark = "K", of = text, min = 1,
      label = "Reasons for the decision to serve an improvement notice" },
    options = rows {
      law = "s.8(3)", mark = "K", label = "Every kind of action that section 5(2) lists",
      option = choice { law = "s.8(3)", mark = "K", from = law.enforcement_options,
        label = "Kind of action" },
      outcome = choice { law = "s.8(3)", mark = "K", from = law.option_outcomes,
        label = "Outcome" },
      reason = text { law = "s.8(3)", mark = "K", label = "Reason" },
      min = 1,
    },
    policy = text { law = "s.8", mark = "K",
      label = "The council’s enforcement policy: its name, date and the part relied on" },
    occupiers_views = text { law = "s.8", mark = "K",
      label = "What the occupiers said, and how it was taken into account" },
  },
  derive = {
    latest_service = latest { "recipients.planned_on", label = "Latest planned service" },
    first_start = earliest { "hazards.start_on", label = "The first work is to start on" },
    last_completion = latest { "hazards.works.complete_on",
      label = "All work is to be complete by" },
    first_appeal_day = value(appeal_by),
  },
  checks = {
    check("at least one recipient is required to act, and is not only sent a copy",
      somebody_must_act,
      { field = "recipients", law = "s.246", mark = "K", code = "GEN-01" }),
    check("the person required to act is the one that Schedule 1 names for such premises",
      right_person,
      { field = "recipients", law = "Sch.1 paras 1 to 4", mark = "!", code = "IN-06",
        warn = true }),
    is_false { "management_order", law = "s.11(1)(b)", mark = "V", code = "IN-07" },
    at_least { hours = 24, from = "entry_notice_at", to = "inspected_at",
      when = "not entry_by_consent",
      law = "s.239(5)", mark = "V", code = "ENT-01" },
    not_before { field = "decided_on", than = "inspected_at.date", law = "s.4(2)", mark = "K",
      code = "IN-DECISION" },
    not_before { field = "recipients.planned_on", than = "decided_on", law = "s.13(1)", mark = "K",
      code = "IN-SERVICE" },
    check("every hazard is in category 1; a category 2 hazard needs a notice under section 12",
      all_in_category_1,
      { field = "hazards", law = "s.11(1)(a)", mark = "V", code = "HHS-03" }),
    not_before { field = "hazards.start_on", than = "latest_service", days = 28, law = "s.13(3)",
      mark = "K", code = "IN-01" },
    check("no work is to be completed before the day on which the action for its hazard starts",
      ends_after_it_starts,
      { field = "hazards", law = "s.13(2)(f)", mark = "K", code = "IN-02" }),
    check("every item of work has a number of its own", every_item_has_its_own_number,
      { field = "hazards", law = "s.13(2)", mark = "K", code = "IN-03" }),
    check("copies are planned for the seven days beginning with the day of service",
      copies_within_seven_days,
      { field = "recipients", law = "Sch.1 para 5", mark = "K", code = "IN-05" }),
    must_say { "appeal-improvement-notice", law = "s.13(4) and Sch.1 para 14", mark = "K",
      code = "IN-04" },
    must_attach { "statement_of_reasons", law = "s.8", mark = "K", code = "RSN-01" },
    check("the statement of reasons deals once with every kind of action that section 5(2) lists",
      each_option_once,
      { field = "options", law = "s.8(3)", mark = "K", code = "RSN-02" }),
    check("an improvement notice, and nothing else, is the action chosen", notice_alone_is_chosen,
      { field = "options", law = "s.8(3)", mark = "K", code = "RSN-03" }),
  },
  statute = "Housing Act 2004, section 11",
  key_dates = {
    { label = "The first work is to start on", date = "first_start" },
    { label = "All work is to be complete by", date = "last_completion" },
    { label = "Appeal by, if served as below", date = "first_appeal_day" },
  },
  appeal = "{{> appeal-improvement-notice}}",
  appeal_days = 21,
  consequences = template "improvement_notice.consequences",
  enclosures = {
    { id = "hazards", title = "Schedule 1: hazards and deficiencies" },
    { id = "works", title = "Schedule 2: works required" },
    { id = "statement_of_reasons", title = "Schedule 3: statement of reasons (section 8)" },
  },
  schedules = {
    { id = "hazards", title = "Schedule 1: hazards and deficiencies",
      body = template "improvement_notice.hazards" },
    { id = "works", title = "Schedule 2: works required",
      body = template "improvement_notice.works" },
    { id = "statement_of_reasons", title = "Schedule 3: statement of reasons (section 8)",
      body = template "improvement_notice.reasons" },
  },
  confirm = {
    "Housing Act 2004, sections 8, 13, 19, 30, 31, 37, 49 and Schedules 1 and 3: stated from " ..
      "professional knowledge, to be read against legislation.gov.uk",
    "Renters’ Rights Act 2025: who is served where the premises are let (landlords and " ..
      "licensors), Schedule 1 Part 1: check before the list of capacities is relied on",
    "Hazards of the 2026 Regulations (inspections from 23 June 2026; 22 June is in doubt): " ..
      "the list is not loaded, so the officer enters each hazard’s name and category",
    "The maximum of a financial penalty under section 249A is not printed: its increase from " ..
      "1 May 2026 is not confirmed",
  },
}
