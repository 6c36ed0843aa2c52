-- Housing Act 2004, sections 28 (category 1) and 29 (category 2). The notice is advice: nothing in it is a requirement,
-- no period runs from it, and there is no appeal against it, so none is spoken of.

local function category_of_its_section(case)
  for _, hazard in ipairs(case.hazards) do
    if hazard.category.category_1 ~= case.served_under.s28 then return false end
  end
  return true
end

local contents = "s.28(6) or, for category 2, s.29(6)"

return notice {
  id = "hazard_awareness_notice", version = 1, title = "Hazard awareness notice",
  law = "Housing Act 2004, sections 28 and 29", in_force = { from = "2006-04-06" },
  uses = { "inspection", "schedule_1", "section_8" },
  provision = "Housing Act 2004, sections 28 and 29", copy_law = "Housing Act 2004, Schedule 1, paragraph 5",
  fields = {
    served_under = choice { law = contents, mark = "K", label = "Served under", from = {
      { value = "s28", label = "section 28" }, { value = "s29", label = "section 29" },
    } },
    hazards = list { law = contents, mark = "K", min = 1, label = "Hazards", of = record {
      no = text { law = contents, mark = "K", label = "Number" },
      name = text { law = contents, mark = "K", label = "Hazard",
        hint = "as the regulations name it on the day of the inspection" },
      category = choice { law = contents, mark = "K", from = law.hazard_categories, label = "Category" },
      nature = text { law = contents, mark = "K", label = "Nature of the hazard: who may be harmed, and how" },
      exists_on = text { law = contents, mark = "K", label = "Residential premises on which the hazard exists" },
      deficient_at = text { law = contents, mark = "K", label = "Premises on which the deficiency exists" },
      deficiencies = rows {
        law = contents, mark = "K",
        no = text { law = contents, mark = "K", label = "No" },
        location = text { law = contents, mark = "K", label = "Location" },
        deficiency = text { law = contents, mark = "K", label = "Deficiency" },
        action = text { law = contents, mark = "K", label = "Action that the council advises",
          hint = "what it considers practicable and appropriate, or “none”" },
        min = 1,
      },
    } },
  },
  derive = {
    action_chosen = value(function() return "hazard_awareness_notice" end),
    action_taken = value(function(case)
      return "a hazard awareness notice under " .. (case.served_under.s28 and "section 28" or "section 29")
    end),
  },
  checks = {
    check("every hazard is in the category of the section under which the notice is served: 1 for section 28, 2 for " ..
      "section 29", category_of_its_section, { field = "hazards", law = "ss.28 and 29", mark = "K", code = "HHS-03" }),
    must_say { "no-obligation-hazard-awareness", law = "s.28", mark = "K", code = "HAN-ADVICE" },
  },
  no_appeal = true,
  key_dates = {
    { label = "Date of the inspection", date = "inspected_at.date" },
  },
  consequences_title = "What this notice is",
  consequences = template "hazard_awareness_notice.meaning",
  enclosures = {
    { id = "hazards", title = "Schedule 1: hazards, deficiencies and advice" },
    { id = "statement_of_reasons", title = "Schedule 2: statement of reasons (section 8)" },
  },
  schedules = {
    { id = "hazards", title = "Schedule 1: hazards, deficiencies and advice",
      body = template "hazard_awareness_notice.hazards" },
    { id = "statement_of_reasons", title = "Schedule 2: statement of reasons (section 8)",
      body = template "statement_of_reasons" },
  },
  confirm = {
    "Housing Act 2004, sections 28 and 29 and Schedule 1, Part 1 as they apply it: stated from professional " ..
      "knowledge, to be read against legislation.gov.uk",
  },
}
