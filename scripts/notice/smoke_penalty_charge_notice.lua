-- SI 2015/1693, regulations 8 and 9: penalty charge notice to a landlord who did not comply with a remedial notice.

local function one_person_only(case)
  return #case.recipients == 1
end

local function early_is_less(case)
  return case.early_amount < case.amount
end

return notice {
  id = "smoke_penalty_charge_notice", version = 1, title = "Penalty charge notice about alarms",
  law = "SI 2015/1693, regulations 8 and 9", in_force = { from = "2015-10-01" },
  provision = "SI 2015/1693, regulation 8", limit_of = "amount",
  fields = {
    remedial_served_on = date { law = "reg.8", mark = "V", label = "Day on which the remedial notice was served" },
    remedial_ref = reference { law = "reg.8", mark = "V", label = "Reference of the remedial notice" },
    satisfied_on = date { law = "reg.8", mark = "V",
      label = "Day on which the council was first satisfied that the duty to comply is breached" },
    satisfied = boolean { law = "reg.8", mark = "V",
      label = "Is the council satisfied of it on the balance of probabilities?" },
    reasons = list { law = "reg.9", mark = "K", of = text, min = 1, label = "Reasons for imposing the penalty charge" },
    steps_considered = text { law = "reg.6", mark = "K",
      label = "What the landlord did to comply, and why that was not all reasonable steps" },
    alarms_fitted = text { law = "reg.9", mark = "K",
      label = "Number and type of alarms that an authorised person installed, or that none was" },
    principles = text { law = "reg.13", mark = "K",
      label = "The council’s statement of principles: its name, date and the part relied on" },
    amount = money { law = "reg.8", mark = "V", min = 1, label = "Penalty charge" },
    early_amount = money { law = "reg.9", mark = "K", min = 1, optional = true,
      label = "Reduced sum for early payment, where the council’s principles give one" },
    early_by = date { law = "reg.9", mark = "K", label = "Last day for early payment", required_when = "early_amount" },
    pay_by = date { law = "reg.9", mark = "K", label = "Last day to pay or to ask for a review" },
    ways_to_pay = list { law = "reg.9", mark = "K", of = text, min = 1, label = "How to pay" },
    payment_reference = reference { law = "reg.9", mark = "K", label = "Reference to give when paying" },
    reply_to = person { law = "reg.9", mark = "K", label = "Person to whom a request for a review is sent",
      needs = { "address", "email" } },
  },
  derive = {
    served_on = latest { "recipients.planned_on", label = "Day of service" },
    remedial_end = deadline { days = 28, beginning_with = "remedial_served_on",
      label = "Last day to comply with the remedial notice" },
    notice_limit = deadline { weeks = 6, beginning_with = "satisfied_on",
      label = "Last day to serve this notice" },
  },
  checks = {
    must_serve { "private_landlord", law = "reg.8", mark = "V", code = "GEN-01" },
    check("the notice goes to one landlord", one_person_only,
      { field = "recipients", law = "reg.8", mark = "K", code = "SMK-ONE" }),
    not_before { field = "satisfied_on", than = "remedial_end", days = 1, law = "regs 6 and 8", mark = "V",
      code = "SMK-02-after" },
    not_before { field = "served_on", than = "satisfied_on", law = "reg.8", mark = "V", code = "SMK-02-order" },
    within { weeks = 6, from = "satisfied_on", to = "served_on", law = "reg.8", mark = "V2", code = "SMK-02" },
    is_true { "satisfied", law = "reg.8", mark = "V", code = "SMK-PROOF" },
    at_most { field = "amount", cap = law.smoke_penalty_cap, on = "served_on", law = "reg.8", mark = "V",
      code = "SMK-02-cap" },
    not_before { field = "pay_by", than = "served_on", days = 27, law = "reg.9", mark = "K", code = "SMK-02-pay" },
    check("the sum for early payment is less than the penalty charge", early_is_less,
      { field = "early_amount", when = "early_amount", law = "reg.9", mark = "K", code = "SMK-EARLY" }),
    not_after { field = "early_by", than = "pay_by", law = "reg.9", mark = "K", code = "SMK-EARLY-date" },
    must_say { "smoke-review", law = "regs 9 to 11", mark = "K", code = "SMK-REVIEW" },
  },
  statute = "Smoke and Carbon Monoxide Alarm (England) Regulations 2015 (SI 2015/1693), regulations 8 and 9",
  no_appeal = true,
  key_dates = {
    { label = "Penalty charge", date = "amount" },
    { label = "Pay, or ask for a review, by", date = "pay_by" },
  },
  confirm = {
    "Regulations 9 to 13: the contents of the notice and the review are from professional knowledge",
    "Regulation 8: that the six weeks begin with the day first satisfied was read in part in a secondary source",
  },
}
