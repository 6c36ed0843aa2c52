-- Housing Act 2004, section 249A: how the council decided whether to impose a financial penalty.
-- For the file, and for the tribunal on an appeal. No form is prescribed; the contents follow what a
-- decision has to consider and what appeals have turned on.

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

local function every_element_has_evidence(case)
  for _, row in ipairs(case.elements) do
    if words.trim(row.evidence) == "" then return false end
  end
  return #case.elements > 1
end

local function decided_by_another(case)
  return case.officer.name ~= case.decided_by.name
end

local function imposes(case)
  return (case.outcome.notice_of_intent or case.outcome.impose) and "imposes" or nil
end

local function outcome_fits_stage(case)
  if case.stage.intent then return case.outcome.notice_of_intent or case.outcome.no_penalty end
  return case.outcome.impose or case.outcome.no_penalty
end

return file_record {
  id = "penalty_decision_record", version = 1,
  title = "Record of a decision about a financial penalty",
  law = "Housing Act 2004, section 249A and Schedule 13A", in_force = { from = "2017-04-06" },
  law_date = "conduct_from",
  fields = {
    stage = choice { law = "Sch.13A paras 1 and 5", mark = "K", label = "Which decision",
      from = {
        { value = "intent", label = "whether to give a notice of intent" },
        { value = "final", label = "after the time for representations: whether to impose a penalty" },
      } },
    outcome = choice { law = "Sch.13A paras 1 and 5", mark = "K", label = "Decision",
      from = {
        { value = "notice_of_intent", label = "to give a notice of intent" },
        { value = "impose", label = "to impose a penalty and give a final notice" },
        { value = "no_penalty", label = "not to impose a penalty" },
      } },
    decided_on = date { law = "Sch.13A para 5", mark = "K", label = "Date of the decision" },
    offence = choice { law = "s.249A(2)", mark = "V2", from = law.penalty_offences,
      label = "Offence" },
    conduct = text { law = "Sch.13A para 3", mark = "K",
      label = "What was done or not done, where and when" },
    conduct_from = date { law = "Sch.13A para 2", mark = "K", label = "First day of the conduct" },
    continuing = boolean { law = "Sch.13A para 2", mark = "K", label = "Is the conduct continuing?" },
    conduct_last_day = date { law = "Sch.13A para 2", mark = "K",
      label = "Last day of the conduct", required_when = "not continuing" },
    evidence_on = date { law = "Sch.13A para 2", mark = "K",
      label = "First day on which the council had sufficient evidence of the conduct" },
    evidence_note = text { law = "Sch.13A para 2", mark = "K", label = "Why that day" },
    elements = rows { law = "Sch.13A para 3", mark = "K", min = 1,
      label = "What has to be proved, and the evidence for it",
      element = text { label = "What has to be proved" },
      evidence = text { label = "Evidence relied on" },
    },
    defence = text { law = "Sch.13A para 3", mark = "K",
      label = "Defences considered, and why each is or is not made out" },
    beyond_doubt = boolean { law = "s.249A(1)", mark = "V2",
      label = "Is the council satisfied beyond reasonable doubt that the conduct is an offence?" },
    proceedings = boolean { law = "s.249A(6)", mark = "V",
      label = "Has the person been convicted of the offence, or are proceedings pending?" },
    why_not_prosecute = text { law = "s.249A(1)", mark = "K",
      label = "Other action considered, prosecution among it, and why it was or was not chosen" },
    policy = text { law = "Sch.13A para 12", mark = "K",
      label = "Policy and guidance regarded: name, date and the part relied on" },
    intent_given_on = date { law = "Sch.13A para 1", mark = "K",
      label = "Day on which the notice of intent was given", required_when = "stage.final" },
    intent_amount = money { law = "Sch.13A para 3", mark = "K", min = 1,
      label = "Penalty proposed in the notice of intent", required_when = "stage.final" },
    representations_made = boolean { law = "Sch.13A para 4", mark = "K",
      label = "Did the person make representations?", required_when = "stage.final" },
    representations = rows { law = "Sch.13A para 5", mark = "K", min = 1,
      label = "Each representation and the answer to it", required_when = "representations_made",
      no = text { label = "No" },
      point = text { label = "Representation" },
      answer = text { label = "Consideration and answer" },
      effect = text { label = "Effect on the amount" },
    },
    steps = rows { law = "Sch.13A para 3", mark = "K", min = 1, required_when = "not outcome.no_penalty",
      label = "How the amount was reached: the starting point first",
      step = text { label = "Step" },
      reason = text { label = "Reason" },
      change = money { label = "Amount" },
    },
    means = text { law = "Sch.13A para 12", mark = "K", required_when = "not outcome.no_penalty",
      label = "What is known of the person’s means, and how it was taken into account" },
    totality = text { law = "Sch.13A para 12", mark = "K", required_when = "not outcome.no_penalty",
      label = "Totality: other penalties for connected conduct, and why the sum is proportionate" },
    amount = money { law = "Sch.13A para 3", mark = "K", min = 1, label = "Penalty",
      required_when = "not outcome.no_penalty" },
    reasons = list { law = "Sch.13A para 3", mark = "K", of = text, min = 1,
      label = "Reasons for the decision" },
  },
  derive = {
    penalty = value(imposes),
    evidence_limit = deadline { months = 6, beginning_with = "evidence_on",
      label = "Last day for a notice of intent, from the evidence" },
    representations_end = deadline { days = 28, day_after = "intent_given_on",
      label = "Last day for representations" },
  },
  checks = {
    check("the decision is one that can be made at this stage", outcome_fits_stage,
      { field = "outcome", law = "Sch.13A paras 1 and 5", mark = "K", code = "PEN-STAGE" }),
    check("the decision is made by a person other than the officer who prepared the case",
      decided_by_another,
      { field = "decided_by", law = "s.249A(1)", mark = "K", code = "PEN-DECIDER", warn = true }),
    not_before { field = "decided_on", than = "evidence_on", law = "Sch.13A para 2", mark = "K",
      code = "PEN-01-order" },
    not_before { field = "conduct_last_day", than = "conduct_from", law = "Sch.13A para 2",
      mark = "K", code = "PEN-01-conduct" },
    one_of {
      within { months = 6, from = "evidence_on", to = "decided_on" },
      is_true "continuing",
      within { months = 6, from = "conduct_last_day", to = "decided_on" },
      when = "outcome.notice_of_intent", law = "Sch.13A para 2", mark = "K", code = "PEN-01",
    },
    not_before { field = "decided_on", than = "intent_given_on", days = 29, when = "stage.final",
      law = "Sch.13A paras 4 and 5", mark = "K", code = "PEN-03" },
    at_most { field = "amount", cap = law.penalty_cap, on = "conduct_from", law = "s.249A(4)",
      mark = "V2", code = "PEN-02" },
    at_most { field = "amount", cap = law.penalty_cap_confirmed, on = "conduct_from",
      law = "s.249A(4)", mark = "!", code = "PEN-07" },
    check("the conduct stands on one side of 1 May 2026, on which the maximum is said to change: " ..
      "ask legal services which figure applies", on_one_side_of_the_change,
      { field = "conduct_from", law = "s.249A(4)", mark = "!", code = "PEN-09", warn = true }),
    at_most { field = "amount", cap = "intent_amount", law = "Sch.13A paras 3 and 4", mark = "K",
      code = "PEN-INTENT", warn = true },
    is_false { "proceedings", when = "not outcome.no_penalty", law = "s.249A(6)", mark = "V", code = "PEN-06" },
    is_true { "beyond_doubt", when = "not outcome.no_penalty", law = "s.249A(1)", mark = "V2",
      code = "PEN-PROOF" },
    sums_to { field = "amount", of = "steps.change", law = "Sch.13A para 3", mark = "K",
      code = "PEN-08" },
    check("every element of the offence, and not only one, has its evidence",
      every_element_has_evidence, { field = "elements", when = "not outcome.no_penalty",
        law = "Sch.13A para 3", mark = "K", code = "PEN-11" }),
  },
  statute = "Housing Act 2004, section 249A and Schedule 13A",
  header = {
    { label = "Decision considered", of = "stage" },
    { label = "Decision", of = "outcome" },
    { label = "Date of the decision", of = "decided_on" },
    { label = "Penalty", of = "amount" },
  },
  parts = {
    { title = "What has to be proved, and the evidence for it", rows = "elements" },
    { title = "Representations and answers", rows = "representations", when = "representations_made" },
    { title = "How the amount was reached", rows = "steps", when = "penalty" },
  },
  confirm = {
    "No statute sets the contents of this record: they follow Schedule 13A, the statutory guidance " ..
      "and reported appeals as known to us, and the council’s legal team settles them",
    "Maximum under section 249A(4) for conduct from 1 May 2026: £40,000 was read in a secondary " ..
      "source only; amounts above £30,000 are refused until the council’s legal sign-off (PEN-07)",
    "Schedule 13A, paragraphs 1 to 12: stated from professional knowledge, to be read against " ..
      "legislation.gov.uk",
    "That the decider is not the investigating officer is good practice, and warns only " ..
      "(PEN-DECIDER)",
  },
}
