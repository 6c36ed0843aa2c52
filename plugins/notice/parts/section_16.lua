-- Housing Act 2004, section 16 and Schedule 1, Part 2: decisions on an improvement notice that was served.

local function somebody_is_served(case)
  for _, recipient in ipairs(case.recipients) do
    if not recipient.copy then return true end
  end
  return false
end

return part {
  fields = {
    notice_ref = reference { law = "Sch.1 para 7", mark = "V", label = "Reference of the improvement notice" },
    notice_served_on = date { law = "Sch.1 para 7", mark = "V", label = "Day on which it was served" },
    served_under = choice { law = "s.16", mark = "K", label = "Served under", from = {
      { value = "s11", label = "section 11" }, { value = "s12", label = "section 12" },
    } },
    decided_on = date { law = "Sch.1 para 7", mark = "V", label = "Date of the decision" },
    reasons = list { law = "Sch.1 para 7", mark = "V", of = text, min = 1, label = "Reasons for the decision" },
  },
  checks = {
    check("at least one recipient is served, and is not only sent a copy", somebody_is_served,
      { field = "recipients", law = "Sch.1 para 6", mark = "V", code = "GEN-01" }),
    not_before { field = "decided_on", than = "notice_served_on", law = "s.16", mark = "K", code = "VAR-ORDER" },
    not_before { field = "recipients.planned_on", than = "decided_on", law = "Sch.1 para 6(5)", mark = "V",
      code = "VAR-SERVICE" },
    within { days = 7, from = "decided_on", to = "recipients.planned_on", law = "Sch.1 para 6(5)", mark = "V",
      code = "VAR-01" },
  },
  confirm = {
    "Housing Act 2004, section 16 and Schedule 1, paragraphs 6, 8, 9 and 14(2): stated from professional knowledge " ..
      "where not marked, to be read against legislation.gov.uk",
  },
}
