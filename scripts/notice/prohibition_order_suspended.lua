-- Housing Act 2004, section 23: a prohibition order under section 20 or 21 whose operation waits for a time or an event.

local function category_of_its_section(case)
  for _, hazard in ipairs(case.hazards) do
    if hazard.category.category_1 ~= case.served_under.s20 then return false end
  end
  return true
end

local function reviewed_within_a_year(case)
  return case.review_on <= case.made_on:plus_months(12)
end

local function suspended_beyond_its_making(case)
  return case.suspended_until > case.made_on
end

return notice {
  id = "prohibition_order_suspended", version = 1, title = "Suspended prohibition order",
  law = "Housing Act 2004, section 23", in_force = { from = "2013-07-01" }, law_date = "made_on",
  statute = "Housing Act 2004, sections 20, 21 and 23",
  uses = { "inspection", "prohibition", "suspension", "section_8" }, called = "order",
  provision = "Housing Act 2004, section 23", copy_law = "Housing Act 2004, Schedule 2, Part 1",
  fields = {
    served_under = choice { law = "s.22(2)(a)", mark = "V", label = "Made under", from = {
      { value = "s20", label = "section 20" }, { value = "s21", label = "section 21" },
    } },
    management_order = boolean { law = "ss.20 and 21", mark = "V",
      label = "Is a management order in force (Part 4, chapter 1 or 2)?" },
  },
  derive = {
    action_chosen = value(function() return "prohibition_order" end),
    action_taken = value(function(case)
      return "a prohibition order under " .. (case.served_under.s20 and "section 20" or "section 21")
        .. ", suspended under section 23"
    end),
  },
  checks = {
    is_false { "management_order", law = "ss.20 and 21", mark = "V", code = "IN-07" },
    check("every hazard is in the category of the section under which the order is made: 1 for section 20, 2 for " ..
      "section 21", category_of_its_section, { field = "hazards", law = "ss.20 and 21", mark = "V", code = "HHS-03" }),
    within { days = 7, from = "made_on", to = "recipients.planned_on", law = "Sch.2 Pt 1", mark = "V2",
      code = "PO-02" },
    check("the suspension ends after the order is made", suspended_beyond_its_making,
      { field = "suspended_until", law = "s.23(1)", mark = "K", code = "SUS-DAY", when = "suspended.day" }),
    check("the suspension is reviewed no later than one year after the order is made", reviewed_within_a_year,
      { field = "review_on", law = "s.26", mark = "K", code = "PO-04" }),
    must_attach { "plan", when = "partial", law = "s.22(2)", mark = "V", code = "PO-03" },
    must_say { "appeal-suspended-prohibition-order", law = "s.22(6), s.24 and Sch.2 para 10", mark = "K", code = "PO-01" },
    must_say { "prohibition-approval", law = "s.22(7) to (9)", mark = "K", code = "PO-APPROVAL" },
  },
  key_dates = {
    { label = "Date on which the order is made", date = "made_on" },
    { label = "Appeal by", date = "appeal_by" },
    { label = "Suspended until", date = "suspended_until" },
    { label = "Next review of the suspension", date = "review_on" },
  },
  appeal = "{{> appeal-suspended-prohibition-order}}", appeal_days = 28, appeal_from = "made_on",
  consequences_title = "If you do not comply once the suspension has ended",
  consequences = template "prohibition_order.consequences",
  enclosures = {
    { id = "hazards", title = "Schedule 1: hazards, deficiencies and the action that would lead to revocation" },
    { id = "statement_of_reasons", title = "Schedule 2: statement of reasons (section 8)" },
  },
  schedules = {
    { id = "hazards", title = "Schedule 1: hazards, deficiencies and the action that would lead to revocation",
      body = template "prohibition_order.hazards" },
    { id = "statement_of_reasons", title = "Schedule 2: statement of reasons (section 8)",
      body = template "statement_of_reasons" },
  },
}
