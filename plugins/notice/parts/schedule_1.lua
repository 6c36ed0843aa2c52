-- Housing Act 2004, Schedule 1, Part 1: on whom an improvement notice is served, and who gets a copy. Sections 28, 29
-- and 40 apply it to other notices. Wants premises_kind of the part "inspection".

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

local function copies_within_seven_days(case)
  local first = first_service(case)
  for _, recipient in ipairs(case.recipients) do
    if recipient.copy and first and recipient.planned_on > first:plus_days(6) then return false end
  end
  return true
end

-- Paragraphs 1 to 4.
local function may_be_served(case, capacity)
  local kind = case.premises_kind
  if case.licensed then return capacity.licence_holder end
  if kind.house then return capacity.person_having_control end
  if kind.hmo then return capacity.person_having_control or capacity.person_managing end
  if kind.flat_in_multiple_occupation then return capacity.owner or capacity.person_managing end
  return capacity.owner
end

local function right_person(case)
  for _, recipient in ipairs(case.recipients) do
    if not recipient.copy and not may_be_served(case, recipient.capacity) then return false end
  end
  return true
end

return part {
  fields = {
    licensed = boolean { law = "Sch.1 para 1", mark = "V",
      label = "Are the premises licensed under Part 2 or 3?" },
    interests_checked_on = date { optional = true, law = "s.246", mark = "K",
      label = "Day on which the owners and other interests were last looked up" },
  },
  derive = {
    first_service = value(first_service),
    latest_service = latest { "recipients.planned_on", label = "Latest planned service" },
  },
  checks = {
    check("at least one recipient is served, and is not only sent a copy", somebody_must_act,
      { field = "recipients", law = "s.246", mark = "K", code = "GEN-01" }),
    check("the person served is the one that Schedule 1 names for such premises", right_person,
      { field = "recipients", law = "Sch.1 paras 1 to 4", mark = "!", code = "IN-06", warn = true }),
    not_after { field = "recipients.planned_on", than = "interests_checked_on", days = 28, law = "s.246", mark = "K",
      code = "GEN-02", warn = true },
    check("copies are planned for the seven days beginning with the day of service", copies_within_seven_days,
      { field = "recipients", law = "Sch.1 para 5", mark = "K", code = "IN-05" }),
  },
  confirm = {
    "Renters’ Rights Act 2025: who is served where the premises are let (landlords and licensors), Schedule 1 " ..
      "Part 1: check before the list of capacities is relied on",
  },
}
