-- Housing and Planning Act 2016, section 42: notice that the council intends to apply for a rent repayment order. For
-- what was paid through universal credit or housing benefit, not for rent that a tenant paid.

local function under_the_new_rules(case)
  return case.offence_last_day.iso >= "2026-05-01"
end

local function given_in_time(case)
  local months = under_the_new_rules(case) and 24 or 12
  return case.given_on <= case.offence_last_day:plus_months(months):plus_days(-1)
end

local function no_longer_than_the_law_allows(case)
  local first, last
  for _, row in ipairs(case.payments) do
    if not first or row.from < first then first = row.from end
    if not last or row.to > last then last = row.to end
  end
  local months = under_the_new_rules(case) and 24 or 12
  return last <= first:plus_months(months):plus_days(-1)
end

local function rows_run_forward(case)
  for _, row in ipairs(case.payments) do
    if row.to < row.from then return false end
  end
  return true
end

local function offence_of_its_day(case)
  return not case.offence.tenancy_reform or case.offence_from.iso >= "2026-05-01"
end

local function on_one_side_of_the_change(case)
  return case.offence_from.iso >= "2026-05-01" or case.offence_last_day.iso < "2026-05-01"
end

return notice {
  id = "rro_notice_of_intended_proceedings", version = 1,
  title = "Notice of intended proceedings: rent repayment order",
  law = "Housing and Planning Act 2016, section 42", in_force = { from = "2017-04-06" },
  law_date = "offence_from", provision = "Housing and Planning Act 2016, section 42", limit_of = "amount",
  fields = {
    offence = choice { law = "s.40(3)", mark = "K", from = law.rro_offences, label = "Offence" },
    conduct = text { law = "s.42(2)", mark = "V", label = "What was done or not done, where and when" },
    offence_from = date { law = "s.42(5)", mark = "V", label = "First day of the offence" },
    offence_last_day = date { law = "s.42(5)", mark = "V",
      label = "Last day on which the offence is known to have been committed" },
    beyond_doubt = boolean { law = "s.43(1)", mark = "K",
      label = "Is the council satisfied that it can prove the offence beyond reasonable doubt?" },
    reasons = list { law = "s.42(2)", mark = "V", of = text, min = 1, label = "Why the council proposes to apply" },
    payments = rows { law = "s.42(2)", mark = "V", min = 1,
      label = "Housing benefit or housing costs of universal credit that were paid",
      from = date { label = "From" },
      to = date { label = "To" },
      paid = text { label = "What was paid, and for whom" },
      sum = money { min = 0, label = "Amount" },
    },
    amount = money { law = "s.42(2)", mark = "V", min = 1, label = "Amount that the council seeks to recover" },
    representations_by = date { law = "s.42(2)", mark = "V", label = "Last day for representations" },
    reply_address = address { law = "s.42(2)", mark = "V", label = "Where representations are sent" },
    reply_email = email { optional = true, label = "E-mail address for representations" },
  },
  derive = {
    given_on = latest { "recipients.planned_on", label = "Day on which the notice is given" },
  },
  checks = {
    must_serve { "private_landlord", law = "s.42(1)", mark = "V", code = "GEN-01" },
    not_before { field = "representations_by", than = "given_on", days = 28, law = "s.42(2)", mark = "V",
      code = "RRO-01" },
    check("the notice is given within 12 months beginning with the day of the offence, or 24 months where it was " ..
      "committed on or after 1 May 2026", given_in_time,
      { field = "offence_last_day", law = "s.42(5)", mark = "V", waive = "legal", code = "RRO-01-time" }),
    not_before { field = "offence_last_day", than = "offence_from", law = "s.42(5)", mark = "V", code = "RRO-ORDER" },
    not_before { field = "given_on", than = "offence_last_day", law = "s.42(1)", mark = "V", code = "RRO-ORDER-given" },
    check("the offence is one of those that the Act lists for its day", offence_of_its_day,
      { field = "offence", law = "s.40(3)", mark = "K", code = "RRO-02" }),
    check("the offence stands on one side of 1 May 2026: ask legal services which rules apply",
      on_one_side_of_the_change,
      { field = "offence_from", law = "SI 2026/421, reg.11", mark = "!", code = "RRO-CHANGE", warn = true }),
    check("each payment ends after it begins", rows_run_forward,
      { field = "payments", law = "s.42(2)", mark = "V", code = "RRO-ROWS" }),
    check("what is sought was paid in a period of no more than 12 months, or 24 where the offence was committed on or " ..
      "after 1 May 2026", no_longer_than_the_law_allows,
      { field = "payments", law = "s.45", mark = "V2", code = "RRO-PERIOD" }),
    sums_to { field = "amount", of = "payments.sum", law = "s.42(2)", mark = "K", code = "RRO-SUM" },
    is_true { "beyond_doubt", law = "s.43(1)", mark = "K", code = "RRO-PROOF" },
    must_say { "intended-proceedings-representations", law = "s.42(2) and (3)", mark = "V", code = "RRO-WORDS" },
  },
  statute = "Housing and Planning Act 2016, section 42",
  no_appeal = true,
  key_dates = {
    { label = "Amount sought", date = "amount" },
    { label = "Representations by", date = "representations_by" },
  },
  enclosures = {
    { id = "payments", title = "Schedule: payments of housing benefit or universal credit" },
  },
  schedules = {
    { id = "payments", title = "Schedule: payments of housing benefit or universal credit", rows = "payments" },
  },
  confirm = {
    "Section 42 was read as a Bill, sections 40, 43 and 45 are from professional knowledge",
    "Offences from 1 May 2026: two years’ rent and 24 months for the notice were read on GOV.UK and in section 103 of " ..
      "the Renters’ Rights Act 2025; SI 2026/421, regulation 11 (older offences keep the old rules) was not read (RRO-CHANGE)",
    "Offences that the Renters’ Rights Act 2025 added about the database and redress are not loaded",
    "Superior landlords (section 103 of the 2025 Act): the notice is made for the landlord only",
  },
}
