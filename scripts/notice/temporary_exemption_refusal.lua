-- Housing Act 2004, sections 62 and 86: the council refuses to serve a temporary exemption notice. It tells the
-- person who notified it without delay, with the decision, its date, the reasons and the right of appeal.

return notice {
  id = "temporary_exemption_refusal", version = 1,
  title = "Notice of the decision to refuse a temporary exemption",
  law = "Housing Act 2004, sections 62 and 86", in_force = { from = "2013-07-01" },
  provision = "Housing Act 2004, sections 62 and 86",
  fields = {
    part = choice { law = "ss.62(1) and 86(1)", mark = "K", from = law.licence_parts,
      label = "Part of the Act under which the house has to be licensed" },
    notifier = text { law = "ss.62(1) and 86(1)", mark = "K",
      label = "Person having control or managing who notified the council" },
    notified_on = date { law = "ss.62(1) and 86(1)", mark = "K",
      label = "Day on which the council was notified" },
    steps = list { law = "ss.62(1) and 86(1)", mark = "K", of = text, min = 1,
      label = "Particular steps that the person said they intend to take" },
    decided_on = date { law = "ss.62(6) and 86(6)", mark = "K", label = "Date of the decision" },
    reasons = list { law = "ss.62(6) and 86(6)", mark = "K", of = text, min = 1,
      label = "Reasons for the decision" },
  },
  derive = {
    appeal_by = deadline { days = 28, beginning_with = "decided_on", label = "Appeal by" },
  },
  checks = {
    must_serve { "notifier", law = "ss.62(6) and 86(6)", mark = "K", code = "GEN-01" },
    not_before { field = "decided_on", than = "notified_on", law = "ss.62(6) and 86(6)", mark = "K",
      code = "TEN-ORDER" },
    not_before { field = "recipients.planned_on", than = "decided_on", law = "ss.62(6) and 86(6)",
      mark = "K", code = "TEN-SERVED" },
    not_after { field = "recipients.planned_on", than = "decided_on", days = 6,
      law = "ss.62(6) and 86(6)", mark = "K", code = "TEN-DELAY", warn = true },
    must_say { "appeal-temporary-exemption", law = "ss.62(6) and 86(6)", mark = "K",
      code = "TEN-APPEAL" },
  },
  statute = "Housing Act 2004, sections 62 and 86",
  key_dates = {
    { label = "Decision made on", date = "decided_on" },
    { label = "Appeal by", date = "appeal_by" },
  },
  appeal = "{{> appeal-temporary-exemption}}",
  appeal_days = 28,
  appeal_from = "decided_on",
  confirm = {
    "Sections 62 and 86, subsections included: stated from professional knowledge, to be read " ..
      "against legislation.gov.uk",
    "“Without delay” has no number of days: service after the seventh day beginning with the " ..
      "decision warns (TEN-DELAY)",
  },
}
