-- A notice of intent outside section 249A: with the part "penalty".
return part {
  fields = {
    reply_address = address { law = "para 4", mark = "V", label = "Where representations are sent" },
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
      law = "para 2", mark = "V", code = "PEN-01",
    },
    not_before { field = "recipients.planned_on", than = "evidence_on", law = "para 2", mark = "V",
      code = "PEN-01-given" },
    must_say { "penalty-representations-of", law = "paras 3 and 4", mark = "V", code = "PEN-04" },
  },
}
