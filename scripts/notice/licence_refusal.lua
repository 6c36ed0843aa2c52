-- Housing Act 2004, Schedule 5, paragraph 8: the council has refused to grant a licence.

local function appeal_against()
  return "the decision to refuse to grant the licence"
end

return notice {
  id = "licence_refusal", version = 1,
  title = "Notice of the decision to refuse a licence",
  law = "Housing Act 2004, Schedule 5", in_force = { from = "2013-07-01" },
  provision = "Housing Act 2004, Schedule 5, paragraph 8",
  uses = { "licence_decision" },
  fields = {
    applicant = text { law = "Sch.5 para 8", mark = "K", label = "Applicant" },
    applied_on = date { law = "Sch.5 para 8", mark = "K", label = "Date of the application" },
    reasons = list { law = "Sch.5 para 8", mark = "V", of = text, min = 1,
      label = "Reasons for refusing the licence" },
    decided_on = date { law = "Sch.5 para 8", mark = "K", label = "Date of the decision" },
  },
  derive = {
    appeal_against = value(appeal_against),
  },
  checks = {
    must_serve { "applicant", law = "Sch.5 para 8", mark = "K", code = "GEN-01" },
    not_before { field = "decided_on", than = "consultation_end", days = 1, law = "Sch.5 paras 5 and 6",
      mark = "K", code = "LIC-02" },
    not_before { field = "recipients.planned_on", than = "decided_on", law = "Sch.5 para 8", mark = "V",
      code = "LIC-03-order" },
    not_after { field = "recipients.planned_on", than = "decided_on", days = 6, law = "Sch.5 para 8",
      mark = "K", code = "LIC-03" },
    must_say { "appeal-licence", law = "Sch.5 para 8 and para 33", mark = "K", code = "LIC-APPEAL" },
  },
  statute = "Housing Act 2004, Schedule 5, paragraph 8",
  key_dates = {
    { label = "Decision made on", date = "decided_on" },
    { label = "Appeal by", date = "appeal_by" },
  },
  appeal = "{{> appeal-licence}}",
  appeal_days = 28,
  appeal_from = "decided_on",
  confirm = {
    "Schedule 5, paragraphs 8 and 33: contents were read; that the 7 days apply to a refusal too, and " ..
      "the 28 days for an appeal, are to be read",
  },
}
