-- Housing Act 2004, Schedule 5: what the notices of a proposal about a licence share. The type has the paragraph that lists
-- its contents, and the check of the consultation period (LIC-01).
return part {
  fields = {
    part = choice { law = "Sch.5", mark = "K", from = law.licence_parts, label = "Part of the Act" },
    consultation_end = date { law = "Sch.5 para 12", mark = "V", label = "Last day of the consultation period" },
    reply_address = address { label = "Where representations are sent" },
    reply_email = email { optional = true, label = "E-mail address for representations" },
  },
  derive = {
    given_on = latest { "recipients.planned_on", label = "Latest planned service" },
  },
  confirm = {
    "Schedule 5, paragraph 13: whom the council serves as a relevant person (a tenant with an " ..
      "unexpired term of three years or less is none) is for the officer; the list is not checked",
  },
}
