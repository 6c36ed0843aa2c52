-- Housing Act 2004, Schedule 5, paragraphs 21 (variation) and 28 (revocation): the council refuses what the licence holder
-- or a relevant person asked for.

local function appeal_against(case)
  return case.asked.vary and "the decision to refuse to vary the licence" or "the decision to refuse to revoke the licence"
end

return notice {
  id = "licence_no_change", version = 1,
  title = "Notice of the decision to refuse to vary or revoke a licence",
  law = "Housing Act 2004, Schedule 5", in_force = { from = "2013-07-01" },
  provision = "Housing Act 2004, Schedule 5, paragraphs 21 and 28",
  uses = { "licence_decision" },
  fields = {
    licence_ref = reference { law = "Sch.5 paras 21 and 28", mark = "K", label = "Number of the licence" },
    licence_holder = text { law = "Sch.5 paras 21 and 28", mark = "K", label = "Licence holder" },
    licence_granted_on = date { law = "Sch.5 paras 21 and 28", mark = "K", label = "Date on which the licence was granted" },
    asked = choice { law = "Sch.5 paras 21 and 28", mark = "K", label = "What was asked for",
      from = {
        { value = "vary", label = "to vary the licence" },
        { value = "revoke", label = "to revoke the licence" },
      } },
    asked_by = text { law = "Sch.5 paras 21 and 28", mark = "K", label = "Who asked for it" },
    asked_on = date { law = "Sch.5 paras 21 and 28", mark = "K", label = "Date of the application" },
    request = text { law = "Sch.5 paras 21 and 28", mark = "K", label = "What the application wants" },
    reasons = list { law = "Sch.5 paras 21 and 28", mark = "V", of = text, min = 1,
      label = "Reasons for refusing" },
    decided_on = date { law = "Sch.5 paras 21 and 28", mark = "K", label = "Date of the decision" },
  },
  derive = {
    appeal_against = value(appeal_against),
  },
  checks = {
    must_serve { "licence_holder", law = "Sch.5 paras 21 and 28", mark = "K", code = "GEN-01" },
    not_before { field = "decided_on", than = "consultation_end", days = 1, law = "Sch.5 paras 19, 20, 26 and 27",
      mark = "K", code = "LIC-02" },
    not_before { field = "recipients.planned_on", than = "decided_on", law = "Sch.5 paras 21 and 28", mark = "V",
      code = "LIC-03-order" },
    not_after { field = "recipients.planned_on", than = "decided_on", days = 6, law = "Sch.5 paras 21 and 28",
      mark = "K", code = "LIC-03" },
    must_say { "appeal-licence", law = "Sch.5 paras 21 and 28 and para 33", mark = "K", code = "LIC-APPEAL" },
  },
  statute = "Housing Act 2004, Schedule 5, paragraphs 21 and 28",
  key_dates = {
    { label = "Decision made on", date = "decided_on" },
    { label = "Appeal by", date = "appeal_by" },
  },
  appeal = "{{> appeal-licence}}",
  appeal_days = 28,
  appeal_from = "decided_on",
  confirm = {
    "Schedule 5, paragraphs 19 to 21, 26 to 28 and 33: stated from professional knowledge; that the 7 days apply to " ..
      "these refusals is to be read",
  },
}
