-- Housing Act 2004, sections 62 and 86: temporary exemption notice. For three months the house need not be
-- licensed, while steps are taken after which it need not be at all. One more is possible, no third.

local function a_further_one_says_why(case)
  return case.earlier_notices == 0 or case.exceptional ~= nil
end

local function further(case)
  return case.earlier_notices > 0 and "yes" or nil
end

return notice {
  id = "temporary_exemption", version = 1, title = "Temporary exemption notice",
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
      label = "Particular steps that the person intends to take" },
    decided_on = date { law = "ss.62(2) and 86(2)", mark = "K", label = "Date of the decision" },
    earlier_notices = number { law = "ss.62(4) and 86(4)", mark = "K", min = 0,
      label = "Temporary exemption notices in force for the house straight before this one" },
    earlier_ends = date { law = "ss.62(4) and 86(4)", mark = "K", optional = true,
      label = "Last day of the earlier notice" },
    exceptional = text { law = "ss.62(4) and 86(4)", mark = "K", optional = true,
      label = "Exceptional circumstances that justify a further notice" },
  },
  derive = {
    given_on = latest { "recipients.planned_on", label = "Day on which the notice is served" },
    ends_on = deadline { months = 3, beginning_with = "given_on",
      label = "Last day of the exemption, if served as below" },
    a_further_notice = value(further),
  },
  checks = {
    must_serve { "notifier", law = "ss.62(2) and 86(2)", mark = "K", code = "GEN-01" },
    at_most { field = "earlier_notices", cap = 1, law = "ss.62(4) and 86(4)", mark = "K",
      code = "TEN-01" },
    check("a further notice says what the exceptional circumstances are", a_further_one_says_why,
      { field = "exceptional", law = "ss.62(4) and 86(4)", mark = "K", code = "TEN-01-why" }),
    not_before { field = "decided_on", than = "notified_on", law = "ss.62(2) and 86(2)", mark = "K",
      code = "TEN-ORDER" },
    not_before { field = "recipients.planned_on", than = "decided_on", law = "ss.62(2) and 86(2)",
      mark = "K", code = "TEN-SERVED" },
    not_after { field = "given_on", than = "earlier_ends", days = 1, law = "ss.62(4) and 86(4)",
      mark = "K", code = "TEN-GAP", warn = true },
  },
  statute = "Housing Act 2004, sections 62 and 86",
  no_appeal = true,
  key_dates = {
    { label = "Last day of the exemption, if served as below", date = "ends_on" },
  },
  confirm = {
    "Sections 62 and 86: stated from professional knowledge, to be read against legislation.gov.uk, " ..
      "above all from which day a further notice runs (TEN-GAP warns where it leaves a gap)",
  },
}
