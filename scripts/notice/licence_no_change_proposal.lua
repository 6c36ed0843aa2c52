-- Housing Act 2004, Schedule 5, paragraphs 19 and 20 (variation) and 26 and 27 (revocation): the council proposes to
-- refuse what the licence holder or a relevant person asked for.

return notice {
  id = "licence_no_change_proposal", version = 1,
  title = "Notice of a proposal to refuse to vary or revoke a licence",
  law = "Housing Act 2004, Schedule 5", in_force = { from = "2013-07-01" },
  provision = "Housing Act 2004, Schedule 5, paragraphs 19 and 26",
  uses = { "licence_proposal" },
  fields = {
    licence_ref = reference { law = "Sch.5 paras 20 and 27", mark = "K", label = "Number of the licence" },
    licence_holder = text { law = "Sch.5 paras 20 and 27", mark = "K", label = "Licence holder" },
    licence_granted_on = date { law = "Sch.5 paras 20 and 27", mark = "K", label = "Date on which the licence was granted" },
    asked = choice { law = "Sch.5 paras 19 and 26", mark = "K", label = "What was asked for",
      from = {
        { value = "vary", label = "to vary the licence" },
        { value = "revoke", label = "to revoke the licence" },
      } },
    asked_by = text { law = "Sch.5 paras 19 and 26", mark = "K", label = "Who asked for it" },
    asked_on = date { law = "Sch.5 paras 19 and 26", mark = "K", label = "Date of the application" },
    request = text { law = "Sch.5 paras 19 and 26", mark = "K", label = "What the application wants" },
    reasons = list { law = "Sch.5 paras 20 and 27", mark = "V", of = text, min = 1,
      label = "Reasons for the proposal" },
  },
  checks = {
    must_serve { "licence_holder", law = "Sch.5 paras 20 and 27", mark = "K", code = "GEN-01" },
    not_before { field = "consultation_end", than = "given_on", days = 14, law = "Sch.5 para 12",
      mark = "K", code = "LIC-01" },
    must_say { "licence-representations", law = "Sch.5 paras 20 and 27 and para 12", mark = "V",
      code = "LIC-01-words" },
  },
  statute = "Housing Act 2004, Schedule 5, paragraphs 19, 20, 26 and 27",
  no_appeal = true,
  key_dates = {
    { label = "Consultation ends on", date = "consultation_end" },
  },
  confirm = {
    "Schedule 5, paragraphs 12, 19, 20, 26 and 27: stated from professional knowledge",
  },
}
