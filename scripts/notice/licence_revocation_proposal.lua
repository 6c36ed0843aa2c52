-- Housing Act 2004, Schedule 5, paragraphs 22 and 23: the council proposes to revoke a licence. Not needed
-- where the revocation is agreed (paragraph 25).

return notice {
  id = "licence_revocation_proposal", version = 1,
  title = "Notice of a proposal to revoke a licence",
  law = "Housing Act 2004, Schedule 5", in_force = { from = "2013-07-01" },
  provision = "Housing Act 2004, Schedule 5, paragraph 22",
  uses = { "licence_proposal" },
  fields = {
    licence_ref = reference { law = "Sch.5 para 23", mark = "K", label = "Number of the licence" },
    licence_holder = text { law = "Sch.5 para 23", mark = "K", label = "Licence holder" },
    licence_granted_on = date { law = "Sch.5 para 23", mark = "K", label = "Date on which the licence was granted" },
    reasons = list { law = "Sch.5 para 23", mark = "V", of = text, min = 1,
      label = "Reasons for the proposal" },
  },
  checks = {
    must_serve { "licence_holder", law = "Sch.5 para 23", mark = "K", code = "GEN-01" },
    not_before { field = "consultation_end", than = "given_on", days = 14, law = "Sch.5 para 12",
      mark = "K", code = "LIC-01" },
    must_say { "licence-representations", law = "Sch.5 para 23 and para 12", mark = "V",
      code = "LIC-01-words" },
  },
  statute = "Housing Act 2004, Schedule 5, paragraphs 22 and 23",
  no_appeal = true,
  key_dates = {
    { label = "Consultation ends on", date = "consultation_end" },
  },
  confirm = {
    "Schedule 5, paragraphs 12, 22, 23 and 25: stated from professional knowledge",
  },
}
