-- Housing Act 2004, section 249A and Schedule 13A: notice of intent to impose a financial penalty.
-- One notice for one person and one offence. Paragraph 3 lists what it must set out.

return notice {
  id = "penalty_notice_of_intent", version = 1,
  title = "Notice of intent to impose a financial penalty",
  law = "Housing Act 2004, section 249A and Schedule 13A", in_force = { from = "2017-04-06" },
  law_date = "conduct_from", provision = "Housing Act 2004, section 249A", limit_of = "amount",
  uses = { "penalty_2004" },
  fields = {
    evidence_note = text { label = "Why the council had sufficient evidence on that day",
      hint = "for the file; it is not printed" },
    reply_address = address { law = "Sch.13A para 4", mark = "K",
      label = "Where representations are sent" },
    reply_email = email { optional = true, label = "E-mail address for representations" },
  },
  derive = {
    representations_by = deadline { days = 28, day_after = "given_on",
      label = "Representations by, if given as below" },
    evidence_limit = deadline { months = 6, beginning_with = "evidence_on",
      label = "Last day to give this notice, from the evidence" },
  },
  checks = {
    one_of {
      within { months = 6, from = "evidence_on", to = "given_on" },
      is_true "continuing",
      within { months = 6, from = "conduct_last_day", to = "given_on" },
      law = "Sch.13A para 2", mark = "K", code = "PEN-01",
    },
    must_say { "penalty-representations", law = "Sch.13A paras 3 and 4", mark = "K",
      code = "PEN-04" },
  },
  statute = "Housing Act 2004, section 249A and Schedule 13A",
  no_appeal = true,
  key_dates = {
    { label = "Written representations by, if given as below", date = "representations_by" },
  },
  enclosures = {
    { id = "evidence", title = "Schedule 1: what has to be proved, and the evidence for it" },
    { id = "calculation", title = "Schedule 2: how the amount was reached" },
  },
  schedules = {
    { id = "evidence", title = "Schedule 1: what has to be proved, and the evidence for it",
      body = template "penalty_notice_of_intent.evidence", rows = "elements" },
    { id = "calculation", title = "Schedule 2: how the amount was reached",
      body = template "penalty_notice_of_intent.calculation", rows = "steps" },
  },
}
