-- Housing Act 2004, sections 40 and 41: notice of remedial action that the council takes itself, at once.

return notice {
  id = "emergency_remedial_action", version = 1, title = "Notice of emergency remedial action",
  law = "Housing Act 2004, sections 40 and 41", in_force = { from = "2013-07-01" }, law_date = "started_on",
  uses = { "inspection", "schedule_1", "section_8", "emergency" },
  provision = "Housing Act 2004, section 40", copy_law = "Housing Act 2004, Schedule 1, paragraph 5",
  fields = {
    action_state = choice { law = "s.41(2)", mark = "V", label = "Has the action been started?", from = {
      { value = "started", label = "was started" }, { value = "to_start", label = "is to be started" },
    } },
    started_on = date { law = "s.41(2)", mark = "V", label = "Date when the action was, or is to be, started" },
    hazards = list { law = "s.41(2)", mark = "V", min = 1, label = "Hazards", of = record {
      no = text { law = "s.41(2)", mark = "V", label = "Number" },
      name = text { law = "s.41(2)", mark = "V", label = "Hazard",
        hint = "as the regulations name it on the day of the inspection" },
      category = choice { law = "s.41(2)", mark = "V", from = law.hazard_categories, label = "Category" },
      nature = text { law = "s.41(2)", mark = "V", label = "Nature of the hazard: who may be harmed, and how" },
      exists_on = text { law = "s.41(2)", mark = "V", label = "Residential premises on which the hazard exists" },
      action_at = text { law = "s.41(2)", mark = "V",
        label = "Premises where the action has been, or is to be, taken" },
      deficiencies = rows {
        law = "s.41(2)", mark = "V",
        no = text { law = "s.41(2)", mark = "V", label = "No" },
        location = text { law = "s.41(2)", mark = "V", label = "Location" },
        deficiency = text { law = "s.41(2)", mark = "V", label = "Deficiency" },
        action = text { law = "s.41(2)", mark = "V", label = "Remedial action" },
        min = 1,
      },
    } },
  },
  derive = {
    action_chosen = value(function() return "emergency_remedial_action" end),
    action_taken = value(function() return "emergency remedial action under section 40" end),
    appeal_by = deadline { days = 28, beginning_with = "started_on", label = "Appeal by" },
  },
  checks = {
    within { days = 7, from = "started_on", to = "recipients.planned_on", law = "s.40(7)", mark = "V2",
      code = "ERA-01" },
    not_before { field = "started_on", than = "decided_on", law = "s.40(1)", mark = "K", code = "ERA-01-order" },
    must_say { "appeal-emergency-action", law = "ss.41(2) and 45", mark = "K", code = "ERA-APPEAL" },
  },
  key_dates = {
    { label = "Action started, or to be started, on", date = "started_on" },
    { label = "Appeal by", date = "appeal_by" },
  },
  appeal = "{{> appeal-emergency-action}}", appeal_days = 28, appeal_from = "started_on",
  consequences_title = "What this means for you",
  consequences = template "emergency_remedial_action.meaning",
  enclosures = {
    { id = "hazards", title = "Schedule 1: hazards, deficiencies and the action" },
    { id = "statement_of_reasons", title = "Schedule 2: statement of reasons (section 8)" },
  },
  schedules = {
    { id = "hazards", title = "Schedule 1: hazards, deficiencies and the action",
      body = template "emergency_remedial_action.hazards" },
    { id = "statement_of_reasons", title = "Schedule 2: statement of reasons (section 8)",
      body = template "statement_of_reasons" },
  },
  confirm = {
    "Housing Act 2004, sections 40 to 42 and 45 and Schedule 3, Part 3: stated from professional knowledge where not " ..
      "marked, to be read against legislation.gov.uk",
  },
}
