-- Housing Act 2004, Schedule 5, paragraphs 5 and 6: the council proposes to refuse to grant a licence.

return notice {
  id = "licence_refusal_proposal", version = 1,
  title = "Notice of a proposal to refuse a licence",
  law = "Housing Act 2004, Schedule 5", in_force = { from = "2013-07-01" },
  provision = "Housing Act 2004, Schedule 5, paragraph 5",
  uses = { "licence_proposal" },
  fields = {
    applicant = text { law = "Sch.5 para 6", mark = "K", label = "Applicant" },
    applied_on = date { law = "Sch.5 para 6", mark = "K", label = "Date of the application" },
    reasons = list { law = "Sch.5 para 6", mark = "V", of = text, min = 1,
      label = "Reasons for the proposal" },
  },
  checks = {
    must_serve { "applicant", law = "Sch.5 para 6", mark = "K", code = "GEN-01" },
    not_before { field = "consultation_end", than = "given_on", days = 14, law = "Sch.5 para 12",
      mark = "K", code = "LIC-01" },
    must_say { "licence-representations", law = "Sch.5 para 6 and para 12", mark = "V",
      code = "LIC-01-words" },
  },
  statute = "Housing Act 2004, Schedule 5, paragraphs 5 and 6",
  no_appeal = true,
  key_dates = {
    { label = "Consultation ends on", date = "consultation_end" },
  },
  confirm = {
    "Schedule 5, paragraphs 5, 6 and 12: contents were read, the 14 days are from professional " ..
      "knowledge (LIC-01)",
  },
}
