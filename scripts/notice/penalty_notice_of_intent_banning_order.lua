-- Schedule 1 to the Housing and Planning Act 2016: notice of intent.
-- The parts "penalty" and "penalty_intent" have what such notices share.

-- The maximum is said to change on 1 May 2026.
local function on_one_side_of_the_change(case)
  if case.conduct_from.iso >= "2026-05-01" then return true end
  return not case.continuing and case.conduct_last_day.iso < "2026-05-01"
end

local function penalty_power()
  return "section 23 of the Housing and Planning Act 2016"
end

local function penalty_schedule()
  return "Schedule 1 to the Housing and Planning Act 2016"
end

return notice {
  id = "penalty_notice_of_intent_banning_order", version = 1,
  title = "Notice of intent to impose a financial penalty: breach of a banning order",
  law = "Schedule 1 to the Housing and Planning Act 2016", in_force = { from = "2018-04-06" },
  law_date = "conduct_from",
  provision = "Housing and Planning Act 2016, section 23",
  limit_of = "amount",
  uses = { "penalty", "penalty_intent" },
  fields = {
    power = choice { law = "para 1", mark = "V2", from = law.penalty_powers_banning_order, label = "Breach or offence" },
  },
  derive = {
    penalty_power = value(penalty_power),
    penalty_schedule = value(penalty_schedule),
  },
  checks = {
    at_most { field = "amount", cap = law.penalty_cap_banning_order, on = "conduct_from",
      law = "Housing and Planning Act 2016, s.23", mark = "V", waive = "legal", code = "PEN-02" },
    at_most { field = "amount", cap = law.penalty_cap_banning_order_confirmed, on = "conduct_from",
      law = "Housing and Planning Act 2016, s.23", mark = "!", code = "PEN-07" },
    check("the conduct stands on one side of 1 May 2026, on which the maximum is said to change: ask legal services " ..
      "which figure applies", on_one_side_of_the_change,
      { field = "conduct_from", law = "Housing and Planning Act 2016, s.23", mark = "!", code = "PEN-09", warn = true }),
    is_false { "ended_without_conviction", law = "Housing and Planning Act 2016, s.23", mark = "!", code = "PEN-06-ended", warn = true },
  },
  statute = "Schedule 1 to the Housing and Planning Act 2016",
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
    "Housing and Planning Act 2016, section 23: £30,000 was read in the text of 2023; £40,000 from 1 May 2026 in a " ..
      "secondary source only, so that amounts above £30,000 are refused until the council’s legal sign-off (PEN-07)",
    "Schedule 1 to that Act is taken to be like Schedule 13A to the Housing Act 2004, from professional knowledge; its " ..
      "time for an appeal above all",
    "After proceedings that ended without a conviction: ask legal services (PEN-06-ended warns)",
  },
}
