-- Housing Act 2004, Schedule 5, paragraphs 3 and 4: after representations the council proposes to grant the
-- licence with modifications. Not needed where they are immaterial (paragraph 9).

return notice {
  id = "licence_modifications", version = 1,
  title = "Notice of proposed modifications to a proposed licence",
  law = "Housing Act 2004, Schedule 5", in_force = { from = "2013-07-01" },
  provision = "Housing Act 2004, Schedule 5, paragraph 3",
  uses = { "licence_proposal" },
  fields = {
    applicant = text { law = "Sch.5 para 4", mark = "K", label = "Applicant" },
    applied_on = date { law = "Sch.5 para 4", mark = "K", label = "Date of the application" },
    proposal_given_on = date { law = "Sch.5 para 3", mark = "K",
      label = "Day on which the notice of the proposal was given" },
    first_consultation_end = date { law = "Sch.5 para 3", mark = "K",
      label = "Last day of the first consultation period" },
    modifications = rows { law = "Sch.5 para 4", mark = "V", min = 1, label = "Proposed modifications",
      term = text { label = "Term or condition" },
      proposed = text { label = "As first proposed" },
      modified = text { label = "As now proposed" },
    },
    reasons = list { law = "Sch.5 para 4", mark = "V", of = text, min = 1,
      label = "Reasons for the modifications" },
  },
  checks = {
    must_serve { "applicant", law = "Sch.5 para 4", mark = "K", code = "GEN-01" },
    not_before { field = "consultation_end", than = "given_on", days = 7, law = "Sch.5 para 12",
      mark = "K", code = "LIC-01" },
    must_say { "licence-representations", law = "Sch.5 para 4 and para 12", mark = "V",
      code = "LIC-01-words" },
    not_before { field = "recipients.planned_on", than = "first_consultation_end", days = 1,
      law = "Sch.5 para 3", mark = "K", code = "LIC-02" },
  },
  statute = "Housing Act 2004, Schedule 5, paragraphs 3 and 4",
  no_appeal = true,
  key_dates = {
    { label = "Consultation ends on", date = "consultation_end" },
  },
  confirm = {
    "Schedule 5, paragraphs 3, 4, 9 and 12: contents were read; the 7 days (LIC-01) and when the " ..
      "notice is not needed are from professional knowledge",
  },
}
