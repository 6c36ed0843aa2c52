-- Housing Act 2004, section 8: the statement of reasons that accompanies every notice, order and copy. The type says
-- what was chosen: derive.action_chosen, one of law.enforcement_options.

local function each_option_once(case)
  local found = {}
  for _, option in ipairs(case.options) do
    found[option.option.value] = (found[option.option.value] or 0) + 1
  end
  for _, value in ipairs { "improvement_notice", "prohibition_order", "hazard_awareness_notice",
    "emergency_remedial_action", "emergency_prohibition_order", "demolition_order", "clearance_area" } do
    if found[value] ~= 1 then return false end
  end
  return true
end

local function this_action_alone_is_chosen(case)
  for _, option in ipairs(case.options) do
    if option.outcome.chosen ~= (option.option.value == case.action_chosen) then return false end
  end
  return true
end

return part {
  fields = {
    reasons = list { law = "s.8", mark = "K", of = text, min = 1,
      label = "Reasons for the decision to take this action" },
    options = rows {
      law = "s.8(3)", mark = "K", label = "Every kind of action that section 5(2) lists",
      option = choice { law = "s.8(3)", mark = "K", from = law.enforcement_options, label = "Kind of action" },
      outcome = choice { law = "s.8(3)", mark = "K", from = law.option_outcomes, label = "Outcome" },
      reason = text { law = "s.8(3)", mark = "K", label = "Reason" },
      min = 1,
    },
    policy = text { law = "s.8", mark = "K",
      label = "The council’s enforcement policy: its name, date and the part relied on" },
    occupiers_views = text { law = "s.8", mark = "K",
      label = "What the occupiers said, and how it was taken into account" },
  },
  checks = {
    must_attach { "statement_of_reasons", law = "s.8", mark = "K", code = "RSN-01" },
    check("the statement of reasons deals once with every kind of action that section 5(2) lists",
      each_option_once, { field = "options", law = "s.8(3)", mark = "K", code = "RSN-01-options" }),
    check("the action that this document takes, and nothing else, is the action chosen", this_action_alone_is_chosen,
      { field = "options", law = "s.8(3)", mark = "K", code = "RSN-01-chosen" }),
  },
  confirm = {
    "Housing Act 2004, section 8: contents of the statement of reasons: stated from professional knowledge, to be " ..
      "read against legislation.gov.uk",
  },
}
