-- SI 2015/962, regulations 38 to 40: penalty notice about the energy efficiency of a domestic private rented property.

-- Regulation 40: what may be asked at most for each breach, in pounds.
local caps = { let_under_3_months = 2000, let_3_months = 4000, register = 1000, compliance = 2000 }

local function each_within_its_maximum(case)
  for _, row in ipairs(case.breaches) do
    if row.amount.pounds > caps[row.breach.value] then return false, row.no end
  end
  return true
end

local function letting_counted_once(case)
  local lettings = 0
  for _, row in ipairs(case.breaches) do
    if row.breach.let_under_3_months or row.breach.let_3_months then lettings = lettings + 1 end
  end
  return lettings < 2
end

local function three_months_are_three_months(case)
  local reached = case.last_day >= case.breach_from:plus_months(3):plus_days(-1)
  for _, row in ipairs(case.breaches) do
    if row.breach.let_3_months and not reached then return false, row.no end
    if row.breach.let_under_3_months and reached then return false, row.no end
  end
  return true
end

local function last_day(case)
  if case.continuing then return case.served_on end
  return case.breach_to
end

local function one_person_only(case)
  return #case.recipients == 1
end

return notice {
  id = "mees_penalty_notice", version = 1, title = "Penalty notice about energy efficiency",
  law = "SI 2015/962, regulations 38 to 40", in_force = { from = "2018-04-01" },
  provision = "SI 2015/962, regulation 38", limit_of = "total_amount",
  fields = {
    epc_rating = choice { law = "reg.22", mark = "K", from = { "F", "G" },
      label = "Band of the energy performance certificate" },
    epc_on = date { law = "reg.22", mark = "K", label = "Date of the certificate" },
    breach_from = date { law = "reg.38(1)", mark = "V2", label = "First day of the breach" },
    continuing = boolean { law = "reg.38(1)", mark = "V2", label = "Is the breach continuing?" },
    breach_to = date { law = "reg.38(1)", mark = "V2", label = "Last day of the breach",
      required_when = "not continuing" },
    breaches = rows { law = "reg.38(2)", mark = "K", min = 1,
      label = "Provision breached, particulars and penalty",
      no = text { label = "No" },
      breach = choice { from = law.mees_breaches, label = "Breach" },
      particulars = text { label = "Particulars" },
      amount = money { min = 0, label = "Penalty" },
    },
    calculation = text { law = "reg.38(2)", mark = "K", label = "How the amount is calculated" },
    total_amount = money { law = "reg.38(2)", mark = "K", min = 1, label = "Penalty in all" },
    earlier_penalties = money { law = "reg.40(6)", mark = "K", min = 0, optional = true,
      label = "Penalties for the same breach and property already imposed" },
    publication = text { law = "reg.39", mark = "K", optional = true,
      label = "Publication penalty: what is published on the register, and from when" },
    action = text { law = "reg.38(2)", mark = "K", label = "Action that the landlord must take" },
    action_by = date { law = "reg.38(2)", mark = "K", label = "Last day to take it" },
    pay_by = date { law = "reg.38(2)", mark = "K", label = "Last day to pay" },
    ways_to_pay = list { law = "reg.38(2)", mark = "K", of = text, min = 1,
      label = "To whom, where and how to pay" },
    payment_reference = reference { law = "reg.38(2)", mark = "K", label = "Reference to give when paying" },
    review_by = date { law = "regs 38(2) and 42", mark = "K", label = "Last day to ask for a review" },
    reply_to = person { law = "reg.38(2)", mark = "K", label = "Person to whom a request for a review is sent",
      needs = { "address" } },
  },
  derive = {
    served_on = latest { "recipients.planned_on", label = "Day of service" },
    last_day = value(last_day),
  },
  checks = {
    must_serve { "private_landlord", law = "reg.38(1)", mark = "K", code = "GEN-01" },
    check("the notice goes to one landlord", one_person_only,
      { field = "recipients", law = "reg.38(1)", mark = "K", code = "MEE-ONE" }),
    not_before { field = "breach_to", than = "breach_from", law = "reg.38(1)", mark = "K",
      code = "MEE-ORDER-end" },
    one_of {
      is_true "continuing",
      within { months = 18, from = "breach_to", to = "served_on" },
      law = "reg.38(1)", mark = "V2", code = "MEE-01",
    },
    check("no breach is penalised above its maximum: £2,000 or, from three months, £4,000 for the letting, £1,000 " ..
      "for the register, £2,000 for a compliance notice", each_within_its_maximum,
      { field = "breaches", law = "reg.40", mark = "K", code = "MEE-01-cap" }),
    check("the letting is penalised once", letting_counted_once,
      { field = "breaches", law = "reg.40", mark = "K", code = "MEE-01-once" }),
    check("the letting is said to have lasted three months if it has, and not before", three_months_are_three_months,
      { field = "breaches", law = "reg.40", mark = "K", code = "MEE-01-length" }),
    sums_to { field = "total_amount", of = "breaches.amount", law = "reg.38(2)", mark = "K", code = "MEE-SUM" },
    at_most { field = "total_amount", cap = 5000, law = "reg.40(6)", mark = "V2", code = "MEE-01-total" },
    check("with what was imposed before, the penalties come to £5,000 at most", function(case)
      return case.total_amount.pounds + case.earlier_penalties.pounds <= 5000
    end, { field = "earlier_penalties", law = "reg.40(6)", mark = "V2", when = "earlier_penalties",
      code = "MEE-01-earlier" }),
    not_before { field = "action_by", than = "served_on", months = 1, law = "reg.38(2)", mark = "K",
      code = "MEE-01-action" },
    not_before { field = "pay_by", than = "served_on", months = 1, law = "reg.38(2)", mark = "K",
      code = "MEE-01-pay" },
    not_before { field = "review_by", than = "served_on", months = 1, law = "regs 38(2) and 42", mark = "K",
      code = "MEE-01-review" },
    must_say { "mees-review", law = "regs 38(2), 42 and 43", mark = "K", code = "MEE-REVIEW" },
  },
  statute = "Energy Efficiency (Private Rented Property) Regulations 2015 (SI 2015/962), regulations 38 to 40",
  no_appeal = true,
  key_dates = {
    { label = "Penalty", date = "total_amount" },
    { label = "Take action by", date = "action_by" },
    { label = "Pay by", date = "pay_by" },
    { label = "Ask for a review by", date = "review_by" },
  },
  confirm = {
    "Regulations 23 and 37 to 43: stated from professional knowledge; the 18 months and the total of £5,000 were " ..
      "read in secondary sources",
    "Some sites say that the maximum is already £30,000: that is not the law as far as it was found",
    "Whether the £5,000 is for a property and a tenancy, so that a new tenancy begins afresh, is for legal services " ..
      "(MEE-01-earlier)",
    "What follows where the action is not taken or the penalty is not paid is not restated",
  },
}
