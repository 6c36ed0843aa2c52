-- SI 2020/312, regulation 4: remedial notice to a landlord about electrical installations. Not for work that the
-- last report calls urgent: that has a procedure of its own (regulation 10).

-- Regulation 11, as plugins/law/electrical_safety.lua has it: the notice must state the maximum (regulation 4(4)).
local function maximum(case)
  return case.served_on.iso >= "2025-11-01" and "£40,000" or "£30,000"
end

local function title_of_regulations(case)
  if case.served_on.iso >= "2025-11-01" then
    return "Electrical Safety Standards in the Private Rented Sector and Social Rented Sector " ..
      "(England) Regulations 2020"
  end
  return "Electrical Safety Standards in the Private Rented Sector (England) Regulations 2020"
end

local function all_served_on_one_day(case)
  for _, recipient in ipairs(case.recipients) do
    if not recipient.copy and recipient.planned_on ~= case.served_on then return false end
  end
  return true
end

-- SI 2025/1043: 1 November 2025; 1 May 2026 where a registered provider granted the tenancy before 1 December 2025.
local function regulations_reach_the_tenancy(case)
  if not case.social then return true end
  if case.tenancy_granted_on.iso < "2025-12-01" then return case.served_on.iso >= "2026-05-01" end
  return case.served_on.iso >= "2025-11-01"
end

local function not_its_own_stock(case)
  return not case.social
end

return notice {
  id = "electrical_remedial_notice", version = 1,
  title = "Remedial notice about electrical safety",
  law = "SI 2020/312, regulation 4", in_force = { from = "2020-06-01" },
  provision = "SI 2020/312, regulation 4",
  fields = {
    social = boolean { law = "reg.4", mark = "!", label = "Is it a social tenancy?" },
    tenancy_granted_on = date { law = "reg.4", mark = "V2", label = "Day on which the tenancy was granted",
      required_when = "social" },
    duties = list { law = "reg.4(4)", mark = "K", min = 1, label = "Duties breached",
      of = choice { from = law.electrical_duties } },
    grounds = list { law = "reg.4(1)", mark = "K", of = text, min = 1,
      label = "Why the council has reasonable grounds to believe that they are breached" },
    report_on = date { law = "reg.4(1)", mark = "K", optional = true,
      label = "Date of the last report on the installation, if there is one" },
    urgent = boolean { law = "reg.4(1)", mark = "K",
      label = "Does the last report show that urgent remedial action is needed?" },
    decided_on = date { law = "reg.4(3)", mark = "K",
      label = "Day on which the council decided that it has reasonable grounds" },
    actions = rows { law = "reg.4(4)", mark = "K", min = 1,
      label = "Remedial action that the council considers should be taken",
      no = text { label = "No" },
      location = text { label = "Location" },
      defect = text { label = "Defect" },
      action = text { label = "Action required" },
    },
    reply_to = person { law = "reg.4(4)", mark = "K",
      label = "Person to whom representations may be sent", needs = { "address", "email" } },
  },
  derive = {
    served_on = latest { "recipients.planned_on", label = "Day of service" },
    comply_by = deadline { days = 28, beginning_with = "served_on",
      label = "Action to be taken by, if served as below" },
    representations_by = deadline { days = 21, beginning_with = "served_on",
      label = "Representations by, if served as below" },
    max_penalty = value(maximum),
    regulations = value(title_of_regulations),
  },
  checks = {
    must_serve { "private_landlord", law = "reg.4(2)", mark = "K", code = "GEN-01" },
    check("every landlord is served on one day, so that the days printed are right for each",
      all_served_on_one_day,
      { field = "recipients", law = "reg.4(4)", mark = "K", code = "GEN-03" }),
    not_before { field = "recipients.planned_on", than = "decided_on", law = "reg.4(3)", mark = "K",
      code = "ELE-ORDER" },
    not_after { field = "recipients.planned_on", than = "decided_on", days = 20, law = "reg.4(3)",
      mark = "K", code = "ELE-01" },
    is_false { "urgent", law = "regs 4(1) and 10", mark = "K", code = "ELE-URGENT" },
    not_after { field = "report_on", than = "decided_on", law = "reg.4(1)", mark = "K",
      code = "ELE-REPORT" },
    check("the Regulations reach this social tenancy on the day of service",
      regulations_reach_the_tenancy,
      { field = "tenancy_granted_on", law = "SI 2025/1043", mark = "V2", code = "ELE-SOCIAL" }),
    check("the tenancy is not a social one: how the Regulations are enforced against social " ..
      "landlords has to be asked of legal services", not_its_own_stock,
      { field = "social", law = "regs 4 and 11", mark = "!", code = "ELE-LEGAL", warn = true }),
    must_say { "electrical-representations", law = "reg.4(4)", mark = "K", code = "ELE-WORDS" },
    must_say { "electrical-penalty", law = "regs 4(4), 11 and 12", mark = "K",
      code = "ELE-PENALTY" },
  },
  statute = "Electrical Safety Standards Regulations 2020 (SI 2020/312), regulation 4",
  no_appeal = true,
  key_dates = {
    { label = "Representations by, if served as below", date = "representations_by" },
    { label = "Action to be taken by, if served as below", date = "comply_by" },
  },
  consequences = "{{> electrical-penalty}}",
  enclosures = {
    { id = "actions", title = "Schedule: remedial action required" },
  },
  schedules = {
    { id = "actions", title = "Schedule: remedial action required", rows = "actions" },
  },
  confirm = {
    "Regulations 3, 4, 5, 11, 12 and Schedule 2 of SI 2020/312: stated from professional knowledge, " ..
      "to be read as amended by SI 2025/1043",
    "The maximum penalty of £40,000 from 1 November 2025 was read in a secondary source; it is " ..
      "printed by the day of service, and applies by the day of the breach",
    "Social landlords: whether and how the council may penalise a breach is in doubt (ELE-LEGAL " ..
      "warns); the dates of SI 2025/1043 were read in a draft (ELE-SOCIAL)",
    "Remedial action by the council (regulations 6 to 10) is a document of its own, not made yet",
  },
}
