-- Housing Act 2004, Schedule 3, Part 3: the expenses of action that the council took itself under Part 2, because an
-- improvement notice was not complied with.

local function each_line_is_hours_times_rate(case)
  for _, line in ipairs(case.time) do
    if line.rate * line.hours ~= line.amount then return false end
  end
  return true
end

local function adds_up(case)
  local sum = case.works_total
  if case.time_total then sum = sum + case.time_total end
  return sum == case.amount
end

local function works_end_after_they_begin(case)
  return case.works_ended_on >= case.works_began_on
end

return notice {
  id = "works_expenses_demand", version = 1, title = "Demand for expenses of works in default",
  law = "Housing Act 2004, section 31 and Schedule 3", in_force = { from = "2013-07-01" },
  called = "demand", provision = "Housing Act 2004, Schedule 3, paragraph 9", limit_of = "amount",
  fields = {
    notice_ref = reference { law = "Sch.3 para 9", mark = "K", label = "Reference of the improvement notice" },
    notice_served_on = date { law = "Sch.3 para 9", mark = "K", label = "Day on which it was served" },
    default = choice { law = "Sch.3 para 3", mark = "K", label = "Why the council acted", from = {
      { value = "not_complied_with", label = "the notice was not complied with" },
      { value = "no_progress", label = "reasonable progress towards compliance was not being made before the time "
        .. "for it ended" },
    } },
    intention_given_on = date { law = "Sch.3 para 4", mark = "K",
      label = "Day on which notice of the intention to enter was served" },
    works_began_on = date { law = "Sch.3 para 3", mark = "K", label = "First day of the works" },
    works_ended_on = date { law = "Sch.3 para 3", mark = "K", label = "Last day of the works" },
    works = rows { law = "Sch.3 para 6", mark = "K", min = 1, label = "Works, with the invoices",
      no = text { label = "Item of the notice" },
      work = text { label = "Work done" },
      invoice = text { label = "Contractor and invoice" },
      amount = money { label = "Amount" },
    },
    time = rows { law = "Sch.3 para 6", mark = "K", optional = true, label = "Officers’ time on the works",
      officer = text { label = "Officer and grade" },
      work = text { label = "Work" },
      hours = number { label = "Hours", min = 0 },
      rate = money { label = "Rate an hour" },
      amount = money { label = "Amount" },
    },
    amount = money { law = "Sch.3 para 9", mark = "K", min = 1, label = "Sum demanded" },
    interest_rate = number { optional = true, law = "Sch.3 para 9", mark = "K", min = 0,
      label = "Interest, per cent a year", hint = "the reasonable rate that the council has determined" },
    as_agent = boolean { optional = true, law = "Sch.3 para 8", mark = "K",
      label = "Is it demanded from one who receives the rent only as agent or trustee?" },
    how_to_pay = text { law = "Sch.3 para 9", mark = "K", label = "How to pay" },
  },
  derive = {
    latest_service = latest { "recipients.planned_on", label = "Latest planned service" },
    works_total = total { "works.amount", label = "Works" },
    time_total = total { "time.amount", label = "Officers’ time" },
    operative_on = earliest_day { days = 21, after = "latest_service",
      label = "Operative from, if served as below and no appeal is made" },
  },
  checks = {
    not_before { field = "intention_given_on", than = "notice_served_on", law = "Sch.3 para 4", mark = "K",
      code = "EXP-ORDER" },
    not_before { field = "works_began_on", than = "intention_given_on", law = "Sch.3 para 4", mark = "K",
      code = "EXP-ENTRY" },
    check("the works end no earlier than they begin", works_end_after_they_begin,
      { field = "works_ended_on", law = "Sch.3 para 3", mark = "K", code = "EXP-WORKS" }),
    check("each line of time is its hours multiplied by its rate", each_line_is_hours_times_rate,
      { field = "time", law = "Sch.3 para 6", mark = "K", code = "EXP-01", when = "time" }),
    check("the sum demanded is the total of the lines", adds_up,
      { field = "amount", law = "Sch.3 para 9", mark = "K", code = "EXP-01" }),
    not_before { field = "recipients.planned_on", than = "works_ended_on", law = "Sch.3 para 9", mark = "K",
      code = "EXP-DUE" },
    must_say { "operative-expenses-schedule-3", law = "Sch.3 para 10", mark = "K", code = "EXP-OPERATIVE" },
    must_say { "appeal-works-expenses", law = "Sch.3 para 11", mark = "K", code = "EXP-APPEAL" },
  },
  key_dates = {
    { label = "Sum demanded", date = "amount" },
    { label = "Operative from, if served as below and no appeal is made", date = "operative_on" },
  },
  appeal = "{{> appeal-works-expenses}}", appeal_days = 21,
  consequences_title = "If you do not pay",
  consequences = template "works_expenses_demand.consequences",
  enclosures = { { id = "invoices", title = "Copies of the invoices and of the time record" } },
  confirm = {
    "Housing Act 2004, section 31 and Schedule 3, paragraphs 3 to 14: notice of entry, contents of the demand, "
      .. "interest, agents and trustees, charge and receiver: stated from professional knowledge, to be read against "
      .. "legislation.gov.uk",
  },
}
