-- SI 2015/1693, regulation 10: on a review the council confirms or varies a penalty charge notice. To withdraw it is a type of its
-- own, for nothing is left to appeal against.

local function varied_is_less(case)
  return case.new_amount < case.amount
end

local function another_person_reviews(case)
  return case.reviewer.name ~= case.made_by
end

return notice {
  id = "smoke_review_decision", version = 1, title = "Decision on the review of a penalty charge notice",
  law = "SI 2015/1693, regulation 10", in_force = { from = "2015-10-01" },
  provision = "SI 2015/1693, regulation 10",
  fields = {
    charge_ref = reference { law = "reg.10", mark = "K", label = "Reference of the penalty charge notice" },
    charge_served_on = date { law = "reg.10", mark = "K", label = "Day on which it was served" },
    amount = money { law = "reg.10", mark = "K", min = 1, label = "Penalty charge in it" },
    made_by = text { law = "reg.10", mark = "K", label = "Name of the officer who made the first decision" },
    reviewer = person { law = "reg.10", mark = "K", label = "Person who made the review", needs = { "post" } },
    requested_on = date { law = "reg.10", mark = "K", label = "Day of the request for a review" },
    outcome = choice { law = "reg.10", mark = "K", label = "Decision", from = {
      { value = "confirm", label = "confirms the penalty charge notice" },
      { value = "vary", label = "varies the penalty charge notice" },
    } },
    new_amount = money { law = "reg.10", mark = "K", min = 1, label = "Penalty charge as varied",
      required_when = "outcome.vary" },
    considered = rows { law = "reg.10", mark = "K", min = 1, label = "Each point made, and the answer",
      point = text { label = "What you said" },
      answer = text { label = "What the council decided about it" },
    },
    reasons = list { law = "reg.10", mark = "K", of = text, min = 1, label = "Reasons" },
    decided_on = date { law = "reg.10", mark = "K", label = "Date of the decision" },
    pay_by = date { law = "reg.10", mark = "K", label = "Last day to pay" },
  },
  derive = {
    served_on = latest { "recipients.planned_on", label = "Day of service" },
  },
  checks = {
    must_serve { "private_landlord", law = "reg.10", mark = "K", code = "GEN-01" },
    not_before { field = "requested_on", than = "charge_served_on", law = "reg.10", mark = "K", code = "SMK-ORDER" },
    not_before { field = "decided_on", than = "requested_on", law = "reg.10", mark = "K", code = "SMK-ORDER-decision" },
    not_before { field = "recipients.planned_on", than = "decided_on", law = "reg.10", mark = "K",
      code = "SMK-SERVED" },
    check("the varied charge is less than the one in the notice", varied_is_less,
      { field = "new_amount", when = "outcome.vary", law = "reg.10", mark = "K", code = "SMK-VARY" }),
    check("another person than the one who made the first decision makes the review", another_person_reviews,
      { field = "reviewer", law = "reg.10", mark = "K", code = "SMK-REVIEWER", warn = true }),
    not_before { field = "pay_by", than = "served_on", days = 27, law = "reg.10",
      mark = "K", code = "SMK-02-pay" },
    must_say { "appeal-smoke-review", law = "reg.11", mark = "K", code = "SMK-APPEAL" },
  },
  statute = "Smoke and Carbon Monoxide Alarm (England) Regulations 2015 (SI 2015/1693), regulation 10",
  key_dates = {
    { label = "Decision made on", date = "decided_on" },
    { label = "Pay by", date = "pay_by" },
  },
  appeal = "{{> appeal-smoke-review}}",
  appeal_days = 28,
  confirm = {
    "Regulations 10 and 11: from professional knowledge, the 28 days and the grounds of appeal among them",
    "The time to pay after a review is not known from what was read: 28 days from service are asked for (SMK-02-pay)",
    "A varied charge that is higher than the first is refused (SMK-VARY): ask legal services whether a review can raise it",
  },
}
