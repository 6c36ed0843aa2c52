-- Financial penalties outside section 249A of the Housing Act 2004: what the notice of intent and the final notice share.
-- The type's law is its Schedule ("Schedule 5 to the Renters' Rights Act 2025"), so that "para 3" is a paragraph of that.
-- The paragraphs are those of the 2025 Act; the other Schedules are taken to be built alike. A type has a field
-- `power` and derives `penalty_power` and `penalty_schedule`, the words for both.

local function one_person_only(case)
  return #case.recipients == 1
end

local function every_element_has_evidence(case)
  for _, row in ipairs(case.elements) do
    if words.trim(row.evidence) == "" then return false end
  end
  return #case.elements > 1
end

return part {
  fields = {
    conduct = text { law = "para 3", mark = "V", label = "What was done or not done, where and when",
      hint = "the particulars of the breach or offence, and the provision, in one or two sentences" },
    conduct_from = date { law = "para 2", mark = "V", label = "First day of the conduct",
      hint = "the law of this day applies" },
    continuing = boolean { law = "para 2", mark = "V",
      label = "Is the conduct continuing when the notice of intent is given?" },
    conduct_last_day = date { law = "para 2", mark = "V", label = "Last day of the conduct",
      required_when = "not continuing" },
    evidence_on = date { law = "para 2", mark = "V",
      label = "First day on which the council had sufficient evidence of the conduct" },
    elements = rows { law = "para 3", mark = "V", min = 1, label = "What has to be proved, and the evidence for it",
      element = text { label = "What has to be proved" },
      evidence = text { label = "Evidence relied on" },
    },
    defence = text { law = "para 3", mark = "V", label = "Defences considered, and why none is made out" },
    beyond_doubt = boolean { law = "para 1", mark = "V",
      label = "Is the council satisfied beyond reasonable doubt of the breach or offence?" },
    proceedings = boolean { law = "para 1", mark = "V",
      label = "Has the person been convicted for the same conduct, or are proceedings pending?" },
    ended_without_conviction = boolean { law = "para 1", mark = "V",
      label = "Did proceedings for the same conduct end without a conviction?" },
    policy = text { law = "para 3", mark = "K",
      label = "The council’s policy on penalties: its name, date and the part relied on" },
    steps = rows { law = "para 3", mark = "K", min = 1,
      label = "How the amount was reached: the starting point first",
      step = text { label = "Step" },
      reason = text { label = "Reason" },
      change = money { label = "Amount" },
    },
    amount = money { law = "para 3", mark = "V", min = 1, label = "Penalty" },
    reasons = list { law = "para 3", mark = "V", of = text, min = 1, label = "Reasons for the penalty" },
  },
  derive = {
    given_on = latest { "recipients.planned_on", label = "Day on which the notice is given" },
  },
  checks = {
    must_serve { "offender", law = "para 1", mark = "V", code = "GEN-01" },
    check("the notice goes to one person: each person has a notice of their own for each breach or offence",
      one_person_only, { field = "recipients", law = "para 1", mark = "K", code = "PEN-ONE" }),
    not_before { field = "evidence_on", than = "conduct_from", law = "para 2", mark = "V", code = "PEN-01-order" },
    not_before { field = "conduct_last_day", than = "conduct_from", law = "para 2", mark = "V",
      code = "PEN-01-conduct" },
    is_false { "proceedings", law = "para 1", mark = "V", code = "PEN-06" },
    is_true { "beyond_doubt", law = "para 1", mark = "V", code = "PEN-PROOF" },
    sums_to { field = "amount", of = "steps.change", law = "para 3", mark = "K", code = "PEN-08" },
    check("every element, and not only one, has its evidence", every_element_has_evidence,
      { field = "elements", law = "para 3", mark = "V", code = "PEN-11" }),
  },
  confirm = {
    "National starting penalties (statutory guidance from 1 May 2026) are not loaded: the officer enters the starting " ..
      "point and the policy that gives it",
  },
}
