-- Schedule 5 to the Renters’ Rights Act 2025: final notice.
-- The parts "penalty" and "penalty_final" have what such notices share.

local function penalty_power(case)
  return case.power.bidding and "section 57 of the Renters’ Rights Act 2025" or
    "section 40 of the Renters’ Rights Act 2025"
end

local function penalty_schedule()
  return "Schedule 5 to the Renters’ Rights Act 2025"
end

return notice {
  id = "penalty_final_notice_rra25", version = 1,
  title = "Final notice imposing a financial penalty: letting practices",
  law = "Schedule 5 to the Renters’ Rights Act 2025", in_force = { from = "2026-05-01" },
  law_date = "conduct_from",
  provision = "Renters’ Rights Act 2025, sections 40 and 57",
  limit_of = "amount",
  uses = { "penalty", "penalty_final" },
  fields = {
    power = choice { law = "para 1", mark = "V2", from = law.penalty_powers_rra25, label = "Breach or offence" },
  },
  derive = {
    penalty_power = value(penalty_power),
    penalty_schedule = value(penalty_schedule),
  },
  checks = {
    at_most { field = "amount", cap = law.penalty_cap_rra25, on = "conduct_from",
      law = "Renters’ Rights Act 2025, ss.40 and 57", mark = "V2", code = "PEN-02" },
    is_false { "ended_without_conviction", law = "Renters’ Rights Act 2025, ss.40 and 57", mark = "V", code = "PEN-06-ended" },
  },
  statute = "Schedule 5 to the Renters’ Rights Act 2025",
  key_dates = {
    { label = "Penalty", date = "amount" },
    { label = "Given on", date = "given_on" },
    { label = "Pay by, if given as below", date = "pay_by" },
    { label = "Appeal by, if given as below", date = "appeal_by" },
  },
  enclosures = {
    { id = "evidence", title = "Schedule 1: what has to be proved, and the evidence for it" },
    { id = "representations", title = "Schedule 2: representations and the council’s answers" },
    { id = "calculation", title = "Schedule 3: how the amount was reached" },
  },
  schedules = {
    { id = "evidence", title = "Schedule 1: what has to be proved, and the evidence for it", rows = "elements" },
    { id = "representations", title = "Schedule 2: representations and the council’s answers",
      body = template "penalty_final_notice.representations" },
    { id = "calculation", title = "Schedule 3: how the amount was reached", rows = "steps" },
  },
  consequences = "{{> penalty-not-paid-of}}",
  appeal = "{{> appeal-financial-penalty-of}}",
  body = template "penalty.final",
  confirm = {
    "Renters’ Rights Act 2025, Schedule 5, paragraphs 1 to 4 and 7 were read; paragraph 8 onwards and the £7,000 were not",
    "Penalties about redress (section 66) and the database (section 91) of that Act are not offered: it was not shown " ..
      "that they are in force",
  },
}
