-- Schedule 2ZA to the Housing Act 1988: final notice.
-- The parts "penalty" and "penalty_final" have what such notices share.

local function penalty_power(case)
  return case.power.offence and "section 16K of the Housing Act 1988" or "section 16I of the Housing Act 1988"
end

local function penalty_schedule()
  return "Schedule 2ZA to the Housing Act 1988"
end

return notice {
  id = "penalty_final_notice_ha88", version = 1,
  title = "Final notice imposing a financial penalty: tenancy reform",
  law = "Schedule 2ZA to the Housing Act 1988", in_force = { from = "2026-05-01" },
  law_date = "conduct_from",
  provision = "Housing Act 1988, sections 16I and 16K",
  limit_of = "amount",
  uses = { "penalty", "penalty_final" },
  fields = {
    power = choice { law = "para 1", mark = "V2", from = law.penalty_powers_ha88, label = "Breach or offence" },
  },
  derive = {
    penalty_power = value(penalty_power),
    penalty_schedule = value(penalty_schedule),
  },
  checks = {
    at_most { field = "amount", cap = law.penalty_cap_ha88_breach, on = "conduct_from", when = "power.breach",
      law = "Housing Act 1988, s.16I", mark = "V2", code = "PEN-02" },
    at_most { field = "amount", cap = law.penalty_cap_ha88_offence, on = "conduct_from", when = "power.offence",
      law = "Housing Act 1988, s.16K", mark = "V2", code = "PEN-02-offence" },
    is_false { "ended_without_conviction", law = "Housing Act 1988, ss.16I and 16K", mark = "!", code = "PEN-06-ended" },
  },
  statute = "Schedule 2ZA to the Housing Act 1988",
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
    "Housing Act 1988, section 16I was read; sections 16J and 16K and Schedule 2ZA are from professional knowledge, " ..
      "and the maxima of £7,000 and £40,000 were read in secondary sources",
    "Whether proceedings that ended without a conviction bar a penalty here is taken from the like Acts (PEN-06-ended)",
  },
}
