-- Schedule A1 to the Protection from Eviction Act 1977: notice of intent.
-- The parts "penalty" and "penalty_intent" have what such notices share.

local function penalty_power()
  return "section 1A of the Protection from Eviction Act 1977"
end

local function penalty_schedule()
  return "Schedule A1 to the Protection from Eviction Act 1977"
end

return notice {
  id = "penalty_notice_of_intent_pea77", version = 1,
  title = "Notice of intent to impose a financial penalty: unlawful eviction or harassment",
  law = "Schedule A1 to the Protection from Eviction Act 1977", in_force = { from = "2026-05-01" },
  law_date = "conduct_from",
  provision = "Protection from Eviction Act 1977, section 1A",
  limit_of = "amount",
  uses = { "penalty", "penalty_intent" },
  fields = {
    power = choice { law = "para 1", mark = "V2", from = law.penalty_powers_pea77, label = "Breach or offence" },
  },
  derive = {
    penalty_power = value(penalty_power),
    penalty_schedule = value(penalty_schedule),
  },
  checks = {
    at_most { field = "amount", cap = law.penalty_cap_pea77, on = "conduct_from",
      law = "Protection from Eviction Act 1977, s.1A", mark = "V", code = "PEN-02" },
    is_false { "ended_without_conviction", law = "Protection from Eviction Act 1977, s.1A(2)", mark = "V", code = "PEN-06-ended" },
  },
  statute = "Schedule A1 to the Protection from Eviction Act 1977",
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
    "Protection from Eviction Act 1977, Schedule A1: the maximum and section 1A(2) were read; the paragraphs of the " ..
      "Schedule are taken to be like those of the Renters’ Rights Act 2025, Schedule 5",
  },
}
