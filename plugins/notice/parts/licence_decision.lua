-- Housing Act 2004, Schedule 5: what the notices of a decision about a licence share. The type has the paragraph that lists
-- its contents, and the days for consultation and service (LIC-02, LIC-03).

-- Council policy: who has an interest is looked up no longer than 28 days before service.
local function interests_are_fresh(case)
  if not case.interests_checked_on then return false end
  for _, recipient in ipairs(case.recipients) do
    if recipient.planned_on - case.interests_checked_on > 28 then return false end
  end
  return true
end

return part {
  fields = {
    part = choice { law = "Sch.5", mark = "K", from = law.licence_parts, label = "Part of the Act" },
    consultation_end = date { law = "Sch.5 para 12", mark = "K", label = "Last day of the consultation period" },
    representations_made = boolean { law = "Sch.5 para 12", mark = "K", label = "Were representations made?" },
    representations = rows { law = "Sch.5 para 12", mark = "K", min = 1, required_when = "representations_made",
      label = "Each representation and the council’s answer",
      from = text { label = "From" },
      point = text { label = "Representation" },
      answer = text { label = "The council’s answer" },
    },
    interests_checked_on = date { law = "Sch.5 para 13", mark = "K", optional = true,
      label = "Day on which interests in the house were last looked up",
      hint = "land register, licence register, replies to requisitions" },
  },
  derive = {
    appeal_by = deadline { days = 28, beginning_with = "decided_on", label = "Appeal by" },
  },
  checks = {
    check("interests in the house were looked up in the 28 days before service", interests_are_fresh,
      { field = "interests_checked_on", law = "Sch.5 para 13", mark = "K", code = "GEN-02", warn = true }),
  },
  confirm = {
    "Schedule 5, paragraph 13: whom the council serves as a relevant person (a tenant with an " ..
      "unexpired term of three years or less is none) is for the officer; the list is not checked",
  },
}
