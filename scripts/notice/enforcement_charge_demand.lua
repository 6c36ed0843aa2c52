-- Housing Act 2004, sections 49 and 50: the charge for deciding on a notice or order and serving it. The charge for
-- works in default is another demand (works_expenses_demand), with an appeal of its own.

local function each_line_is_hours_times_rate(case)
  for _, line in ipairs(case.time) do
    if line.rate * line.hours ~= line.amount then return false end
  end
  return true
end

local function adds_up(case)
  local sum = case.time_total
  if case.expenses_total then sum = sum + case.expenses_total end
  return sum == case.amount
end

return notice {
  id = "enforcement_charge_demand", version = 1, title = "Demand for the cost of enforcement action",
  law = "Housing Act 2004, sections 49 and 50", in_force = { from = "2013-07-01" },
  called = "demand", provision = "Housing Act 2004, section 50", limit_of = "amount",
  fields = {
    relates_to = choice { law = "s.49(1)", mark = "K", label = "What the charge is for", from = {
      { value = "improvement_notice", label = "improvement notice" },
      { value = "prohibition_order", label = "prohibition order" },
      { value = "hazard_awareness_notice", label = "hazard awareness notice" },
      { value = "emergency_remedial_action", label = "notice of emergency remedial action" },
      { value = "emergency_prohibition_order", label = "emergency prohibition order" },
      { value = "demolition_order", label = "demolition order" },
      { value = "review", label = "decision on the review of a suspended notice or order" },
    } },
    relates_to_ref = reference { law = "s.50", mark = "K", label = "Reference of that notice or order" },
    relates_to_on = date { law = "s.50", mark = "K", label = "Date of that notice or order" },
    time = rows { law = "s.49(1)", mark = "K", min = 1, label = "Time spent",
      officer = text { label = "Officer and grade" },
      work = text { label = "Work" },
      hours = number { label = "Hours", min = 0 },
      rate = money { label = "Rate an hour" },
      amount = money { label = "Amount" },
    },
    expenses = rows { law = "s.49(1)", mark = "K", optional = true, label = "Other expenses",
      what = text { label = "Expense" },
      amount = money { label = "Amount" },
    },
    amount = money { law = "s.49(1)", mark = "K", min = 1, label = "Sum demanded" },
    rates_explained = text { law = "s.49(1)", mark = "K", label = "How the hourly rates are made up",
      hint = "a sentence: which costs are in them, and the year" },
    how_to_pay = text { law = "s.50", mark = "K", label = "How to pay" },
  },
  derive = {
    latest_service = latest { "recipients.planned_on", label = "Latest planned service" },
    time_total = total { "time.amount", label = "Time" },
    expenses_total = total { "expenses.amount", label = "Other expenses" },
    operative_on = earliest_day { days = 21, after = "latest_service",
      label = "Operative from, if served as below and no appeal is made" },
  },
  checks = {
    check("each line of time is its hours multiplied by its rate", each_line_is_hours_times_rate,
      { field = "time", law = "s.49(1)", mark = "K", code = "EXP-01" }),
    check("the sum demanded is the total of the lines", adds_up,
      { field = "amount", law = "s.49(1)", mark = "K", code = "EXP-01" }),
    not_before { field = "recipients.planned_on", than = "relates_to_on", law = "s.50", mark = "K",
      code = "EXP-ORDER" },
    must_say { "operative-charge-s50", law = "s.50", mark = "K", code = "EXP-OPERATIVE" },
    must_say { "charge-challenge-s50", law = "s.49(7)", mark = "K", code = "EXP-CHALLENGE" },
  },
  no_appeal = true,
  key_dates = {
    { label = "Sum demanded", date = "amount" },
    { label = "Operative from, if served as below and no appeal is made", date = "operative_on" },
  },
  consequences_title = "If you disagree, or do not pay",
  consequences = template "enforcement_charge_demand.consequences",
  confirm = {
    "Housing Act 2004, sections 49 and 50: contents, when the demand becomes operative, charge and receiver: stated "
      .. "from professional knowledge, to be read against legislation.gov.uk",
    "Whether an order under section 49 limits the charge in England: none was found",
  },
}
