-- Housing Act 2004, section 249A and Schedule 13A: final notice imposing a financial penalty.
-- One notice for one person and one offence. Paragraph 8 lists what it must set out.

-- The day on which the cap is said to change.
local cap_changes = { year = 2026, month = 5, day = 1 }

local function before_change(date)
  if date.year ~= cap_changes.year then return date.year < cap_changes.year end
  return date.month < cap_changes.month
end

local function on_one_side_of_the_change(case)
  if not before_change(case.conduct_from) then return true end
  return not case.continuing and before_change(case.conduct_last_day)
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

return notice {
  id = "penalty_final_notice", version = 1,
  title = "Final notice imposing a financial penalty",
  law = "Housing Act 2004, section 249A and Schedule 13A", in_force = { from = "2017-04-06" },
  law_date = "conduct_from",
  provision = "Housing Act 2004, section 249A",
  limit_of = "amount",
  fields = {
    offence = choice { law = "s.249A(2)", mark = "V2", from = law.penalty_offences,
      label = "Offence" },
    conduct = text { law = "Sch.13A para 8", mark = "K",
      label = "What was done or not done, where and when",
      hint = "the particulars of the offence, in one or two sentences" },
    conduct_from = date { law = "Sch.13A para 2", mark = "K", label = "First day of the conduct",
      hint = "the law of this day applies: the maximum penalty of today is not that of 2025" },
    continuing = boolean { law = "Sch.13A para 2", mark = "K",
      label = "Was the conduct continuing when the notice of intent was given?" },
    conduct_last_day = date { law = "Sch.13A para 2", mark = "K",
      label = "Last day of the conduct", required_when = "not continuing" },
    evidence_on = date { law = "Sch.13A para 2", mark = "K",
      label = "First day on which the council had sufficient evidence of the conduct" },
    intent_given_on = date { law = "Sch.13A para 1", mark = "K",
      label = "Day on which the notice of intent was given" },
    intent_amount = money { law = "Sch.13A para 3", mark = "K", min = 1,
      label = "Penalty proposed in the notice of intent" },
    representations_made = boolean { law = "Sch.13A para 4", mark = "K",
      label = "Did the person make representations?" },
    representations_on = date { law = "Sch.13A para 4", mark = "K",
      label = "Day on which the representations came", required_when = "representations_made" },
    representations = rows { law = "Sch.13A para 5", mark = "K",
      label = "Each representation and the council’s answer to it",
      required_when = "representations_made", min = 1,
      point = text { label = "What you said" },
      answer = text { label = "What the council decided about it" },
    },
    elements = rows { law = "Sch.13A para 8", mark = "K", min = 1,
      label = "What has to be proved, and the evidence for it",
      element = text { label = "What has to be proved" },
      evidence = text { label = "Evidence relied on" },
    },
    defence = text { law = "Sch.13A para 8", mark = "K",
      label = "Defences considered, and why none is made out" },
    beyond_doubt = boolean { law = "s.249A(1)", mark = "V2",
      label = "Is the council satisfied beyond reasonable doubt that the conduct is an offence?" },
    proceedings = boolean { law = "s.249A(6)", mark = "V",
      label = "Has the person been convicted of the offence, or are proceedings pending?" },
    decided_on = date { law = "Sch.13A para 5", mark = "K",
      label = "Day on which the council decided to impose the penalty" },
    policy = text { law = "Sch.13A para 12", mark = "K",
      label = "The council’s policy on penalties: its name, date and the part relied on" },
    steps = rows { law = "Sch.13A para 8", mark = "K", min = 1,
      label = "How the amount was reached: the starting point first",
      step = text { label = "Step" },
      reason = text { label = "Reason" },
      change = money { label = "Amount" },
    },
    amount = money { law = "Sch.13A para 8", mark = "K", min = 1, label = "Penalty" },
    reasons = list { law = "Sch.13A para 8", mark = "K", of = text, min = 1,
      label = "Reasons for imposing the penalty" },
    ways_to_pay = list { law = "Sch.13A para 8", mark = "K", of = text, min = 1,
      label = "How to pay: each way with all that is needed for it" },
    payment_reference = reference { law = "Sch.13A para 8", mark = "K",
      label = "Reference to give when paying" },
    sent_on = date { law = "First-tier Tribunal Rules, r.27", mark = "K",
      label = "Day on which this notice is posted or handed over",
      hint = "the time for an appeal runs from this day, not from the deemed day of service" },
  },
  derive = {
    given_on = latest { "recipients.planned_on", label = "Day on which the notice is given" },
    pay_by = deadline { days = 28, day_after = "given_on", label = "Pay by, if given as below" },
    appeal_by = deadline { days = 28, day_after = "sent_on",
      label = "Appeal by, if sent as below" },
    representations_end = deadline { days = 28, day_after = "intent_given_on",
      label = "Last day for representations about the notice of intent" },
  },
  checks = {
    must_serve { "offender", law = "s.249A(1)", mark = "K", code = "GEN-01" },
    check("the notice goes to one person: each person has a notice of their own for each offence",
      one_person_only,
      { field = "recipients", law = "s.249A(3)", mark = "K", code = "PEN-ONE" }),
    one_of {
      within { months = 6, from = "evidence_on", to = "intent_given_on" },
      is_true "continuing",
      within { months = 6, from = "conduct_last_day", to = "intent_given_on" },
      law = "Sch.13A para 2", mark = "K", code = "PEN-01",
    },
    not_before { field = "evidence_on", than = "conduct_from", law = "Sch.13A para 2", mark = "K",
      code = "PEN-01-order" },
    not_before { field = "conduct_last_day", than = "conduct_from", law = "Sch.13A para 2",
      mark = "K", code = "PEN-01-conduct" },
    not_before { field = "decided_on", than = "intent_given_on", days = 29,
      law = "Sch.13A paras 4 and 5", mark = "K", code = "PEN-03-decision" },
    not_before { field = "sent_on", than = "decided_on", law = "Sch.13A para 6", mark = "K",
      code = "PEN-03" },
    not_before { field = "recipients.planned_on", than = "sent_on", law = "Sch.13A para 6",
      mark = "K", code = "PEN-SENT" },
    not_before { field = "representations_on", than = "intent_given_on", law = "Sch.13A para 4",
      mark = "K", when = "representations_made", code = "PEN-REPLY" },
    at_most { field = "amount", cap = law.penalty_cap, on = "conduct_from", law = "s.249A(4)",
      mark = "V2", code = "PEN-02" },
    at_most { field = "amount", cap = law.penalty_cap_confirmed, on = "conduct_from",
      law = "s.249A(4)", mark = "!", code = "PEN-07" },
    check("the conduct stands on one side of 1 May 2026, on which the maximum is said to change: " ..
      "ask legal services which figure applies", on_one_side_of_the_change,
      { field = "conduct_from", law = "s.249A(4)", mark = "!", code = "PEN-09", warn = true }),
    at_most { field = "amount", cap = "intent_amount", law = "Sch.13A paras 3 and 4", mark = "K",
      code = "PEN-INTENT", warn = true },
    check("“CPN” is not used: it is read as community protection notice too", nothing_is_abbreviated,
      { field = "reasons", law = "s.249A", mark = "K", code = "GEN-07", warn = true }),
    is_false { "proceedings", law = "s.249A(6)", mark = "V", code = "PEN-06" },
    is_true { "beyond_doubt", law = "s.249A(1)", mark = "V2", code = "PEN-PROOF" },
    sums_to { field = "amount", of = "steps.change", law = "Sch.13A para 8", mark = "K",
      code = "PEN-08" },
    check("every element of the offence, and not only one, has its evidence",
      every_element_has_evidence,
      { field = "elements", law = "Sch.13A para 8", mark = "K", code = "PEN-11" }),
    must_say { "penalty-payment", law = "Sch.13A paras 7 and 8", mark = "K", code = "PEN-05" },
    must_say { "appeal-financial-penalty", law = "Sch.13A paras 8 and 10", mark = "K",
      code = "PEN-10" },
    must_say { "penalty-not-paid", law = "Sch.13A paras 8 and 11", mark = "K",
      code = "PEN-CONSEQUENCES" },
  },
  statute = "Housing Act 2004, section 249A and Schedule 13A",
  key_dates = {
    { label = "Penalty", date = "amount" },
    { label = "Pay by, if given as below", date = "pay_by" },
    { label = "Notice to be sent on", date = "sent_on" },
    { label = "Appeal by, if sent that day", date = "appeal_by" },
  },
  consequences = "{{> penalty-not-paid}}",
  appeal = "{{> appeal-financial-penalty}}",
  enclosures = {
    { id = "evidence", title = "Schedule 1: what has to be proved, and the evidence for it" },
    { id = "representations", title = "Schedule 2: representations and the council’s answers" },
    { id = "calculation", title = "Schedule 3: how the amount was reached" },
  },
  schedules = {
    { id = "evidence", title = "Schedule 1: what has to be proved, and the evidence for it",
      body = template "penalty_final_notice.evidence", rows = "elements" },
    { id = "representations", title = "Schedule 2: representations and the council’s answers",
      body = template "penalty_final_notice.representations" },
    { id = "calculation", title = "Schedule 3: how the amount was reached",
      body = template "penalty_final_notice.calculation", rows = "steps" },
  },
  confirm = {
    "Maximum under section 249A(4) for conduct from 1 May 2026: £40,000 was read in a secondary " ..
      "source only; amounts above £30,000 are refused until the council’s legal sign-off (PEN-07)",
    "Schedule 13A, paragraphs 2 to 12: stated from professional knowledge, to be read against " ..
      "legislation.gov.uk, as are the paragraph numbers printed",
    "Time for an appeal: the Act sets none; rule 27 of the Tribunal’s rules and Pearson v " ..
      "Bradford [2019] UKUT 291 (LC) were seen in commentary. The printed day is the day of " ..
      "sending + 28",
    "A final penalty above the one in the notice of intent warns only (PEN-INTENT): ask legal " ..
      "services whether a fresh notice of intent is needed",
    "After an acquittal of the same conduct: ask legal services before this notice is used (PEN-06)",
    "National starting penalties (statutory guidance from 1 May 2026) are not loaded: the officer " ..
      "enters the starting point and the policy that gives it",
  },
}
