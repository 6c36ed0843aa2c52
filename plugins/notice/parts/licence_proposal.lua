-- Housing Act 2004, Schedule 5: what the notices of a proposal about a licence share. The type has the paragraph that lists
-- its contents, and the check of the consultation period (LIC-01).

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
    consultation_end = date { law = "Sch.5 para 12", mark = "V", label = "Last day of the consultation period" },
    reply_address = address { label = "Where representations are sent" },
    reply_email = email { optional = true, label = "E-mail address for representations" },
    interests_checked_on = date { law = "Sch.5 para 13", mark = "K", optional = true,
      label = "Day on which interests in the house were last looked up",
      hint = "land register, licence register, replies to requisitions" },
  },
  derive = {
    given_on = latest { "recipients.planned_on", label = "Latest planned service" },
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
