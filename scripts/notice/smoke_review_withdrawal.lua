-- SI 2015/1693, regulation 10: on a review the council withdraws a penalty charge notice.

return notice {
  id = "smoke_review_withdrawal", version = 1, title = "Withdrawal of a penalty charge notice on review",
  law = "SI 2015/1693, regulation 10", in_force = { from = "2015-10-01" },
  provision = "SI 2015/1693, regulation 10",
  fields = {
    charge_ref = reference { law = "reg.10", mark = "K", label = "Reference of the penalty charge notice" },
    charge_served_on = date { law = "reg.10", mark = "K", label = "Day on which it was served" },
    amount = money { law = "reg.10", mark = "K", min = 1, label = "Penalty charge in it" },
    reviewer = person { law = "reg.10", mark = "K", label = "Person who made the review", needs = { "post" } },
    requested_on = date { law = "reg.10", mark = "K", label = "Day of the request for a review" },
    reasons = list { law = "reg.10", mark = "K", of = text, min = 1, label = "Reasons" },
    decided_on = date { law = "reg.10", mark = "K", label = "Date of the decision" },
    paid = money { optional = true, min = 1, label = "What has been paid already" },
    repayment = text { label = "How and when it is repaid", required_when = "paid" },
  },
  checks = {
    must_serve { "private_landlord", law = "reg.10", mark = "K", code = "GEN-01" },
    not_before { field = "requested_on", than = "charge_served_on", law = "reg.10", mark = "K", code = "SMK-ORDER" },
    not_before { field = "decided_on", than = "requested_on", law = "reg.10", mark = "K", code = "SMK-ORDER-decision" },
    not_before { field = "recipients.planned_on", than = "decided_on", law = "reg.10", mark = "K",
      code = "SMK-SERVED" },
  },
  statute = "Smoke and Carbon Monoxide Alarm (England) Regulations 2015 (SI 2015/1693), regulation 10",
  no_appeal = true,
  key_dates = {
    { label = "Decision made on", date = "decided_on" },
  },
  confirm = {
    "Regulation 10: from professional knowledge",
  },
}
