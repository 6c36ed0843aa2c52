-- Schedule 2 to the Electrical Safety Standards Regulations 2020 (SI 2020/312): notice of intent.
-- The parts "penalty" and "penalty_intent" have what such notices share.

-- SI 2025/1043: the maximum changed on 1 November 2025.
local function on_one_side_of_the_change(case)
  if case.conduct_from.iso >= "2025-11-01" then return true end
  return not case.continuing and case.conduct_last_day.iso < "2025-11-01"
end

local function penalty_power()
  return "regulation 11 of the Electrical Safety Standards Regulations 2020 (SI 2020/312)"
end

local function penalty_schedule()
  return "Schedule 2 to the Electrical Safety Standards Regulations 2020 (SI 2020/312)"
end

return notice {
  id = "penalty_notice_of_intent_electrical", version = 1,
  title = "Notice of intent to impose a financial penalty: electrical safety",
  law = "Schedule 2 to the Electrical Safety Standards Regulations 2020 (SI 2020/312)", in_force = { from = "2020-06-01" },
  law_date = "conduct_from",
  provision = "SI 2020/312, regulation 11",
  limit_of = "amount",
  uses = { "penalty", "penalty_intent" },
  fields = {
    power = choice { law = "para 1", mark = "V2", from = law.penalty_powers_electrical, label = "Breach or offence" },
  },
  derive = {
    penalty_power = value(penalty_power),
    penalty_schedule = value(penalty_schedule),
  },
  checks = {
    at_most { field = "amount", cap = law.electrical_penalty_cap, on = "conduct_from",
      law = "SI 2020/312, reg.11", mark = "V2", code = "PEN-02" },
    check("the conduct stands on one side of 1 November 2025, on which the maximum changed: ask legal services which " ..
      "figure applies", on_one_side_of_the_change,
      { field = "conduct_from", law = "SI 2025/1043", mark = "!", code = "PEN-09", warn = true }),
    is_false { "ended_without_conviction", law = "SI 2020/312, reg.11", mark = "!", code = "PEN-06-ended", warn = true },
  },
  statute = "Schedule 2 to the Electrical Safety Standards Regulations 2020 (SI 2020/312)",
  key_dates = {
    { label = "Given on", date = "given_on" },
    { label = "Written representations by, if given as below", date = "representations_by" },
  },
  enclosures = {
    { id = "evidence", title = "Schedule 1: what has to be proved, and the evidence for it" },
    { id = "calculation", title = "Schedule 2: how the amount was reached" },
  },
  schedules = {
    { id = "evidence", title = "Schedule 1: what has to be proved, and the evidence for it", rows = "elements" },
    { id = "calculation", title = "Schedule 2: how the amount was reached", rows = "steps" },
  },
  no_appeal = true,
  body = template "penalty.intent",
  confirm = {
    "SI 2020/312, regulation 11 and Schedule 2: from professional knowledge; the £40,000 from 1 November 2025 was read " ..
      "in a secondary source",
    "Penalties against social landlords: in doubt; ask legal services before this notice is used against one",
    "After proceedings that ended without a conviction: ask legal services (PEN-06-ended warns)",
  },
}
