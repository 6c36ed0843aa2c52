-- Housing Act 2004, sections 43 and 44: a prohibition order that has effect at once. Copies are served on the day on
-- which it is made or, where that was impossible, as soon after as possible.

local function served_at_once_or_explained(case)
  if case.late_reason then return true end
  for _, recipient in ipairs(case.recipients) do
    if recipient.planned_on ~= case.made_on then return false end
  end
  return true
end

return notice {
  id = "emergency_prohibition_order", version = 1, title = "Emergency prohibition order",
  law = "Housing Act 2004, sections 43 and 44", in_force = { from = "2013-07-01" }, law_date = "made_on",
  uses = { "inspection", "prohibition", "section_8", "emergency" }, called = "order",
  provision = "Housing Act 2004, section 43", copy_law = "Housing Act 2004, section 43(4)",
  fields = {
    late_reason = text { optional = true, law = "s.43(4)", mark = "K",
      label = "Why a copy could not be served on the day on which the order is made" },
  },
  derive = {
    action_chosen = value(function() return "emergency_prohibition_order" end),
    action_taken = value(function() return "an emergency prohibition order under section 43" end),
  },
  checks = {
    check("copies are served on the day on which the order is made, or the reason why not is stated",
      served_at_once_or_explained, { field = "recipients", law = "s.43(4)", mark = "K", code = "EPO-01" }),
    must_attach { "plan", when = "partial", law = "s.44(2)", mark = "V", code = "PO-03", waive = "manager" },
    must_say { "appeal-emergency-prohibition-order", law = "ss.44(2) and 45", mark = "K", code = "EPO-APPEAL" },
  },
  key_dates = {
    { label = "Made, and has effect from", date = "made_on" },
    { label = "Appeal by", date = "appeal_by" },
  },
  appeal = "{{> appeal-emergency-prohibition-order}}", appeal_days = 28, appeal_from = "made_on",
  consequences = template "emergency_prohibition_order.consequences",
  enclosures = {
    { id = "hazards", title = "Schedule 1: hazards, deficiencies and the action that would lead to revocation" },
    { id = "statement_of_reasons", title = "Schedule 2: statement of reasons (section 8)" },
  },
  schedules = {
    { id = "hazards", title = "Schedule 1: hazards, deficiencies and the action that would lead to revocation",
      body = template "emergency_prohibition_order.hazards" },
    { id = "statement_of_reasons", title = "Schedule 2: statement of reasons (section 8)",
      body = template "statement_of_reasons" },
  },
}
