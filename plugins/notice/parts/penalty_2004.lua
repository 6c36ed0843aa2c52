-- Housing Act 2004, section 249A and Schedule 13A: what the notice of intent and the final notice share. One notice for one
-- person and one offence.

local function on_one_side_of_the_change(case)
  if case.conduct_from.iso >= "2026-05-01" then return true end
  return not case.continuing and case.conduct_last_day.iso < "2026-05-01"
end

local function one_person_only(case)
  return #case.recipients == 1
end

local function every_element_has_evidence(case)
  for _, row in ipairs(case.elements) do
    if words.trim(row.evidence) == "" then return false end
  end
  return #case.elements > 1
end

-- “CPN” is also a community protection notice.
local function nothing_is_abbreviated(case)
  if words.contains(case.conduct, "CPN") or words.contains(case.defence, "CPN") then return false end
  for _, reason in ipairs(case.reasons) do
    if words.contains(reason, "CPN") then return false end
  end
  return true
end

return part {
  fields = {
    offence = choice { law = "s.249A(2)", mark = "V2", from = law.penalty_offences, label = "Offence" },
    conduct = text { law = "Sch.13A paras 3 and 8", mark = "K", label = "What was done or not done, where and when",
      hint = "the particulars of the offence, in one or two sentences" },
    conduct_from = date { law = "Sch.13A para 2", mark = "K", label = "First day of the conduct",
      hint = "the law of this day applies: the maximum penalty of today is not that of 2025" },
    continuing = boolean { law = "Sch.13A para 2", mark = "K",
      label = "Is the conduct continuing when the notice of intent is given?" },
    conduct_last_day = date { law = "Sch.13A para 2", mark = "K", label = "Last day of the conduct",
      required_when = "not continuing" },
    evidence_on = date { law = "Sch.13A para 2", mark = "K",
      label = "First day on which the council had sufficient evidence of the conduct" },
    elements = rows { law = "Sch.13A paras 3 and 8", mark = "K", min = 1,
      label = "What has to be proved, and the evidence for it",
      element = text { label = "What has to be proved" },
      evidence = text { label = "Evidence relied on" },
    },
    defence = text { law = "Sch.13A paras 3 and 8", mark = "K",
      label = "Defences considered, and why none is made out" },
    beyond_doubt = boolean { law = "s.249A(1)", mark = "V2",
      label = "Is the council satisfied beyond reasonable doubt that the conduct is an offence?" },
    proceedings = boolean { law = "s.249A(6)", mark = "V",
      label = "Has the person been convicted of the offence, or are proceedings pending?" },
    policy = text { law = "Sch.13A para 12", mark = "K",
      label = "The council’s policy on penalties: its name, date and the part relied on" },
    steps = rows { law = "Sch.13A paras 3 and 8", mark = "K", min = 1,
      label = "How the amount was reached: the starting point first",
      step = text { label = "Step" },
      reason = text { label = "Reason" },
      change = money { label = "Amount" },
    },
    amount = money { law = "Sch.13A paras 3 and 8", mark = "K", min = 1, label = "Penalty" },
    reasons = list { law = "Sch.13A paras 3 and 8", mark = "K", of = text, min = 1, label = "Reasons for the penalty" },
  },
  derive = {
    given_on = latest { "recipients.planned_on", label = "Day on which the notice is given" },
  },
  checks = {
    must_serve { "offender", law = "s.249A(1)", mark = "K", code = "GEN-01" },
    check("the notice goes to one person: each person has a notice of their own for each offence", one_person_only,
      { field = "recipients", law = "s.249A(3)", mark = "K", code = "PEN-ONE" }),
    check("“CPN” is not used: it is read as community protection notice too", nothing_is_abbreviated,
      { field = "reasons", law = "s.249A", mark = "K", code = "GEN-07", warn = true }),
    not_before { field = "evidence_on", than = "conduct_from", law = "Sch.13A para 2", mark = "K",
      code = "PEN-01-order" },
    not_before { field = "conduct_last_day", than = "conduct_from", law = "Sch.13A para 2", mark = "K",
      code = "PEN-01-conduct" },
    at_most { field = "amount", cap = law.penalty_cap, on = "conduct_from", law = "s.249A(4)", mark = "V2",
      code = "PEN-02" },
    at_most { field = "amount", cap = law.penalty_cap_confirmed, on = "conduct_from", law = "s.249A(4)", mark = "!",
      code = "PEN-07" },
    check("the conduct stands on one side of 1 May 2026, on which the maximum is said to change: ask legal services " ..
      "which figure applies", on_one_side_of_the_change,
      { field = "conduct_from", law = "s.249A(4)", mark = "!", code = "PEN-09", warn = true }),
    is_false { "proceedings", law = "s.249A(6)", mark = "V", code = "PEN-06" },
    is_true { "beyond_doubt", law = "s.249A(1)", mark = "V2", code = "PEN-PROOF" },
    sums_to { field = "amount", of = "steps.change", law = "Sch.13A paras 3 and 8", mark = "K", code = "PEN-08" },
    check("every element of the offence, and not only one, has its evidence", every_element_has_evidence,
      { field = "elements", law = "Sch.13A paras 3 and 8", mark = "K", code = "PEN-11" }),
  },
  confirm = {
    "Maximum under section 249A(4) for conduct from 1 May 2026: £40,000 was read in a secondary source only; amounts " ..
      "above £30,000 are refused until the council’s legal sign-off (PEN-07)",
    "Schedule 13A, paragraphs 2 to 12: stated from professional knowledge, to be read against legislation.gov.uk, as " ..
      "are the paragraph numbers printed",
    "After an acquittal of the same conduct: ask legal services before this notice is used (PEN-06)",
    "National starting penalties (statutory guidance from 1 May 2026) are not loaded: the officer enters the starting " ..
      "point and the policy that gives it",
  },
}
