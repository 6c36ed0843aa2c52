-- Housing Act 2004, Schedule 5, paragraphs 14 and 15: the council proposes to vary a licence. Not needed
-- where the variation is agreed or immaterial (paragraphs 17 and 18).

return notice {
  id = "licence_variation_proposal", version = 1,
  title = "Notice of a proposal to vary a licence",
  law = "Housing Act 2004, Schedule 5", in_force = { from = "2013-07-01" },
  provision = "Housing Act 2004, Schedule 5, paragraph 14",
  uses = { "licence_proposal" },
  fields = {
    licence_ref = reference { law = "Sch.5 para 15", mark = "K", label = "Number of the licence" },
    licence_holder = text { law = "Sch.5 para 15", mark = "K", label = "Licence holder" },
    licence_granted_on = date { law = "Sch.5 para 15", mark = "K", label = "Date on which the licence was granted" },
    changes = rows { law = "Sch.5 para 15", mark = "V", min = 1, label = "Proposed variation",
      term = text { label = "Term or condition" },
      present = text { label = "As it stands" },
      varied = text { label = "As varied" },
    },
    effect = text { law = "Sch.5 para 15", mark = "V", label = "Effect of the variation" },
    reasons = list { law = "Sch.5 para 15", mark = "V", of = text, min = 1,
      label = "Reasons for the proposal" },
  },
  checks = {
    must_serve { "licence_holder", law = "Sch.5 para 15", mark = "K", code = "GEN-01" },
    not_before { field = "consultation_end", than = "given_on", days = 14, law = "Sch.5 para 12",
      mark = "K", code = "LIC-01" },
    must_say { "licence-representations", law = "Sch.5 para 15 and para 12", mark = "V",
      code = "LIC-01-words" },
  },
  statute = "Housing Act 2004, Schedule 5, paragraphs 14 and 15",
  no_appeal = true,
  key_dates = {
    { label = "Consultation ends on", date = "consultation_end" },
  },
  confirm = {
    "Schedule 5, paragraphs 12, 14, 15, 17 and 18: contents were read; the 14 days (LIC-01) and when " ..
      "the notice is not needed are from professional knowledge",
  },
}
