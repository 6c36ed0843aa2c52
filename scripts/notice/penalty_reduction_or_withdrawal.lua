-- Housing Act 2004, Schedule 13A: the council withdraws a notice of intent or a final notice, or
-- reduces the amount in it, by notice in writing to the person to whom that notice was given.

local function one_person_only(case)
  return #case.recipients == 1
end

local function is_less(case)
  return case.new_amount < case.old_amount
end

return notice {
  id = "penalty_reduction_or_withdrawal", version = 1,
  title = "Notice withdrawing or reducing a financial penalty",
  law = "Housing Act 2004, section 249A and Schedule 13A", in_force = { from = "2017-04-06" },
  provision = "Housing Act 2004, section 249A",
  fields = {
    earlier_notice = choice { law = "Sch.13A", mark = "K", label = "Which notice is changed",
      from = {
        { value = "intent", label = "notice of intent to impose a financial penalty" },
        { value = "final", label = "final notice imposing a financial penalty" },
      } },
    action = choice { law = "Sch.13A", mark = "K", label = "What the council does",
      from = {
        { value = "withdraw", label = "withdraws the notice" },
        { value = "reduce", label = "reduces the amount in the notice" },
      } },
    earlier_ref = reference { label = "Reference of the earlier notice" },
    earlier_given_on = date { law = "Sch.13A", mark = "K",
      label = "Day on which the earlier notice was given" },
    offence = choice { law = "s.249A(2)", mark = "V2", from = law.penalty_offences,
      label = "Offence" },
    old_amount = money { law = "Sch.13A", mark = "K", min = 1,
      label = "Amount in the earlier notice" },
    new_amount = money { law = "Sch.13A", mark = "K", min = 1, label = "Reduced amount",
      required_when = "action.reduce" },
    decided_on = date { law = "Sch.13A", mark = "K", label = "Date of the decision" },
    reasons = list { of = text, min = 1, label = "Reasons",
      hint = "the Schedule asks for none; they are given so that the file explains itself" },
    paid = money { optional = true, min = 1, label = "What has been paid already" },
    repayment = text { label = "How and when what was overpaid is repaid",
      required_when = "paid" },
    appeal_pending = boolean { law = "Sch.13A para 10", mark = "K",
      label = "Is an appeal against the final notice pending?",
      required_when = "earlier_notice.final" },
  },
  derive = {
    given_on = latest { "recipients.planned_on", label = "Day on which the notice is given" },
  },
  checks = {
    must_serve { "offender", law = "Sch.13A", mark = "K", code = "GEN-01" },
    check("the notice goes to the one person to whom the earlier notice was given",
      one_person_only, { field = "recipients", law = "Sch.13A", mark = "K", code = "PEN-ONE" }),
    check("the reduced amount is less than the amount in the earlier notice", is_less,
      { field = "new_amount", when = "action.reduce", law = "Sch.13A", mark = "K",
        code = "PEN-REDUCE" }),
    not_before { field = "decided_on", than = "earlier_given_on", law = "Sch.13A", mark = "K",
      code = "PEN-ORDER" },
    not_before { field = "recipients.planned_on", than = "decided_on", law = "Sch.13A",
      mark = "K", code = "PEN-SENT" },
  },
  statute = "Housing Act 2004, Schedule 13A",
  no_appeal = true,
  key_dates = {
    { label = "Earlier notice given on", date = "earlier_given_on" },
    { label = "Amount in it", date = "old_amount" },
    { label = "Reduced amount", date = "new_amount" },
    { label = "Decision made on", date = "decided_on" },
  },
  confirm = {
    "Schedule 13A: the power to withdraw or reduce at any time is stated from professional " ..
      "knowledge; the paragraph number is not printed until it has been read",
    "Whether a reduced final notice starts a new period to pay or to appeal is not known from what " ..
      "was read: the notice says that it sets none, and legal services are asked",
    "After a withdrawal: whether the council may give a fresh notice of intent, or prosecute, is " ..
      "for legal services; this notice promises nothing about it",
  },
}
