-- Housing Act 2004, section 249A and Schedule 13A: notice of intent to impose a financial penalty.
-- One notice for one person and one offence. Paragraph 3 lists what it must set out.

-- The day on which the cap is said to change.
local cap_changes = { year = 2026, month = 5, day = 1 }

local function before_change(date)
  if date.year ~= cap_changes.year then return date.year < cap_changes.year end
  return date.month < cap_changes.month
end

local function one_person_only(case)
  return #case.recipients == 1
end

local function on_one_side_of_the_change(case)
  if not before_change(case.conduct_from) then return true end
  return not case.continuing and before_change(case.conduct_last_day)
end

local function evidence_follows_conduct(case)
  return case.evidence_on >= case.conduct_from
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
  id = "penalty_notice_of_intent", version = 1,
  title = "Notice of intent to impose a financial penalty",
  law = "Housing Act 2004, section 249A and Schedule 13A", in_force = { from = "2017-04-06" },
  law_date = "conduct_from",
  provision = "Housing Act 2004, section 249A",
  limit_of = "amount",
  fields = {
    offence = choice { law = "s.249A(2)", mark = "V2", from = law.penalty_offences,
      label = "Offence" },
    conduct = text { law = "Sch.13A para 3", mark = "K",
      label = "What was done or not done, where and when",
      hint = "the particulars of the offence, in one or two sentences" },
    conduct_from = date { law = "Sch.13A para 2", mark = "K", label = "First day of the conduct",
      hint = "the law of this day applies: the maximum penalty of today is not that of 2025" },
    continuing = boolean { law = "Sch.13A para 2", mark = "K", label = "Is the conduct continuing?" },
    conduct_last_day = date { law = "Sch.13A para 2", mark = "K",
      label = "Last day of the conduct", required_when = "not continuing" },
    evidence_on = date { law = "Sch.13A para 2", mark = "K",
      label = "First day on which the council had sufficient evidence of the conduct" },
    evidence_note = text { label = "Why that day",
      hint = "for the file; it is not printed" },
    elements = rows { law = "Sch.13A para 3", mark = "K", min = 1,
      label = "What has to be proved, and the evidence for it",
      element = text { label = "What has to be proved" },
      evidence = text { label = "Evidence relied on" },
    },
    defence = text { law = "Sch.13A para 3", mark = "K",
      label = "Defences considered, and why none is made out" },
    beyond_doubt = boolean { law = "s.249A(1)", mark = "V2",
      label = "Is the council satisfied beyond reasonable doubt that the conduct is an offence?" },
    proceedings = boolean { law = "s.249A(6)", mark = "V",
      label = "Has the person been convicted of the offence, or are proceedings pending?" },
    policy = text { law = "Sch.13A para 12", mark = "K",
      label = "The council’s policy on penalties: its name, date and the part relied on" },
    steps = rows { law = "Sch.13A para 3", mark = "K", min = 1,
      label = "How the amount was reached: the starting point first",
      step = text { label = "Step" },
      reason = text { label = "Reason" },
      change = money { label = "Amount" },
    },
    amount = money { law = "Sch.13A para 3", mark = "K", min = 1, label = "Proposed penalty" },
    reasons = list { law = "Sch.13A para 3", mark = "K", of = text, min = 1,
      label = "Reasons for proposing a penalty" },
    reply_address = address { law = "Sch.13A para 4", mark = "K",
      label = "Where representations are sent" },
    reply_email = email { optional = true, label = "E-mail address for representations" },
  },
  derive = {
    given_on = latest { "recipients.planned_on", label = "Day on which the notice is given" },
    representations_by = deadline { days = 28, day_after = "given_on",
      label = "Representations by, if given as below" },
    evidence_limit = deadline { months = 6, beginning_with = "evidence_on",
      label = "Last day to give this notice, from the evidence" },
  },
  checks = {
    must_serve { "offender", law = "s.249A(1)", mark = "K", code = "GEN-01" },
    check("the notice goes to one person: each person has a notice of their own for each offence",
      one_person_only,
      { field = "recipients", law = "s.249A(3)", mark = "K", code = "PEN-ONE" }),
    one_of {
      within { months = 6, from = "evidence_on", to = "given_on" },
      is_true "continuing",
      within { months = 6, from = "conduct_last_day", to = "given_on" },
      law = "Sch.13A para 2", mark = "K", code = "PEN-01",
    },
    check("evidence is not dated before the conduct began", evidence_follows_conduct,
      { field = "evidence_on", law = "Sch.13A para 2", mark = "K", code = "PEN-01-order" }),
    not_before { field = "conduct_last_day", than = "conduct_from", law = "Sch.13A para 2",
      mark = "K", code = "PEN-01-conduct" },
    at_most { field = "amount", cap = law.penalty_cap, on = "conduct_from", law = "s.249A(4)",
      mark = "V2", code = "PEN-02" },
    at_most { field = "amount", cap = law.penalty_cap_confirmed, on = "conduct_from",
      law = "s.249A(4)", mark = "!", code = "PEN-07" },
    check("the conduct stands on one side of 1 May 2026, on which the maximum is said to change: " ..
      "ask legal services which figure applies", on_one_side_of_the_change,
      { field = "conduct_from", law = "s.249A(4)", mark = "!", code = "PEN-09", warn = true }),
    check("“CPN” is not used: it is read as community protection notice too", nothing_is_abbreviated,
      { field = "reasons", law = "s.249A", mark = "K", code = "GEN-07", warn = true }),
    is_false { "proceedings", law = "s.249A(6)", mark = "V", code = "PEN-06" },
    is_true { "beyond_doubt", law = "s.249A(1)", mark = "V2", code = "PEN-PROOF" },
    sums_to { field = "amount", of = "steps.change", law = "Sch.13A para 3", mark = "K",
      code = "PEN-08" },
    check("every element of the offence, and not only one, has its evidence",
      every_element_has_evidence,
      { field = "elements", law = "Sch.13A para 3", mark = "K", code = "PEN-11" }),
    must_say { "penalty-representations", law = "Sch.13A paras 3 and 4", mark = "K",
      code = "PEN-04" },
  },
  statute = "Housing Act 2004, section 249A and Schedule 13A",
  no_appeal = true,
  key_dates = {
    { label = "Written representations by, if given as below", date = "representations_by" },
  },
  enclosures = {
    { id = "evidence", title = "Schedule 1: what has to be proved, and the evidence for it" },
    { id = "calculation", title = "Schedule 2: how the amount was reached" },
  },
  schedules = {
    { id = "evidence", title = "Schedule 1: what has to be proved, and the evidence for it",
      body = template "penalty_notice_of_intent.evidence", rows = "elements" },
    { id = "calculation", title = "Schedule 2: how the amount was reached",
      body = template "penalty_notice_of_intent.calculation", rows = "steps" },
  },
  confirm = {
    "Maximum under section 249A(4) for conduct from 1 May 2026: £40,000 was read in a secondary " ..
      "source only; amounts above £30,000 are refused until the council’s legal sign-off (PEN-07)",
    "Schedule 13A, paragraphs 2 to 5 and 12: stated from professional knowledge, to be read " ..
      "against legislation.gov.uk",
    "After an acquittal of the same conduct: ask legal services before this notice is used (PEN-06)",
    "National starting penalties (statutory guidance from 1 May 2026) are not loaded: the officer " ..
      "enters the starting point and the policy that gives it",
  },
}
