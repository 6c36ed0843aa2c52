-- Housing Act 2004, section 12: category 2 hazards only. Section 11 and suspended notices are types of their own.
-- No form is prescribed; section 13 lists the contents. Checks carry the codes of the enforcement reference.

local function all_in_category_2(case)
  for _, hazard in ipairs(case.hazards) do
    if not hazard.category.category_2 then return false end
  end
  return true
end

return notice {
  id = "improvement_notice_s12", version = 1, title = "Improvement notice (category 2 hazards)",
  law = "Housing Act 2004, section 12", in_force = { from = "2013-07-01" },
  uses = { "inspection", "schedule_1", "improvement_works", "section_8" },
  provision = "Housing Act 2004, section 12", copy_law = "Housing Act 2004, Schedule 1, paragraph 5",
  fields = {
    management_order = boolean { law = "s.12(1)", mark = "K",
      label = "Is a management order in force (Part 4, chapter 1 or 2)?" },
  },
  derive = {
    action_chosen = value(function() return "improvement_notice" end),
    action_taken = value(function() return "an improvement notice under section 12" end),
    served_under = value(function() return "section 12" end),
  },
  checks = {
    is_false { "management_order", law = "s.12(1)", mark = "K", code = "IN-07" },
    check("every hazard is in category 2; a category 1 hazard needs a notice under section 11", all_in_category_2,
      { field = "hazards", law = "s.12(1)", mark = "K", code = "HHS-03" }),
    must_say { "appeal-improvement-notice", law = "s.13(4) and Sch.1 para 14", mark = "K", code = "IN-04" },
  },
  key_dates = {
    { label = "The first work is to start on", date = "first_start" },
    { label = "All work is to be complete by", date = "last_completion" },
    { label = "Appeal by, if served as below", date = "first_appeal_day" },
  },
  appeal = "{{> appeal-improvement-notice}}", appeal_days = 21,
  consequences = template "improvement_notice.consequences",
  enclosures = {
    { id = "hazards", title = "Schedule 1: hazards and deficiencies" },
    { id = "works", title = "Schedule 2: works required" },
    { id = "statement_of_reasons", title = "Schedule 3: statement of reasons (section 8)" },
  },
  schedules = {
    { id = "hazards", title = "Schedule 1: hazards and deficiencies", body = template "improvement_notice.hazards" },
    { id = "works", title = "Schedule 2: works required", body = template "improvement_notice_s12.works" },
    { id = "statement_of_reasons", title = "Schedule 3: statement of reasons (section 8)",
      body = template "statement_of_reasons" },
  },
  confirm = {
    "The maximum of a financial penalty under section 249A is not printed: its increase from 1 May 2026 is not " ..
      "confirmed",
  },
}
