-- Housing Act 2004, Schedule 5, paragraph 7: the council has granted a licence. A copy of the licence goes
-- with the notice.

local function appeal_against()
  return "the decision to grant the licence, or any of its terms"
end

return notice {
  id = "licence_decision", version = 1,
  title = "Notice of the decision to grant a licence",
  law = "Housing Act 2004, Schedule 5", in_force = { from = "2013-07-01" },
  provision = "Housing Act 2004, Schedule 5, paragraph 7",
  uses = { "licence_decision" },
  fields = {
    applicant = text { law = "Sch.5 para 7", mark = "K", label = "Applicant" },
    applied_on = date { law = "Sch.5 para 7", mark = "K", label = "Date of the application" },
    licence_no = reference { law = "Sch.5 para 7", mark = "V", label = "Number of the licence" },
    holder = text { law = "Sch.5 para 7", mark = "V", label = "Licence holder" },
    from_day = date { law = "ss.68 and 91", mark = "K", label = "First day of the licence" },
    to_day = date { law = "ss.68 and 91", mark = "K", label = "Last day of the licence" },
    reasons = list { law = "Sch.5 para 7", mark = "V", of = text, min = 1,
      label = "Reasons for granting the licence" },
    decided_on = date { law = "Sch.5 para 7", mark = "V", label = "Date of the decision" },
  },
  derive = {
    appeal_against = value(appeal_against),
  },
  checks = {
    must_serve { "applicant", law = "Sch.5 para 7", mark = "K", code = "GEN-01" },
    not_before { field = "decided_on", than = "consultation_end", days = 1, law = "Sch.5 paras 1 to 5",
      mark = "K", code = "LIC-02" },
    not_before { field = "recipients.planned_on", than = "decided_on", law = "Sch.5 para 7", mark = "V",
      code = "LIC-03-order" },
    not_after { field = "recipients.planned_on", than = "decided_on", days = 6, law = "Sch.5 para 7",
      mark = "V", code = "LIC-03" },
    must_say { "appeal-licence", law = "Sch.5 para 7 and para 33", mark = "V", code = "LIC-APPEAL" },
    not_after { field = "to_day", than = "from_day", years = 5, law = "ss.68(4) and 91(4)", mark = "K",
      code = "LIC-04" },
    not_before { field = "from_day", than = "decided_on", law = "ss.68 and 91", mark = "K",
      code = "LIC-04-start" },
    must_attach { "licence", law = "Sch.5 para 7", mark = "V", code = "LIC-COPY" },
  },
  statute = "Housing Act 2004, Schedule 5, paragraph 7",
  key_dates = {
    { label = "Decision made on", date = "decided_on" },
    { label = "Appeal by", date = "appeal_by" },
  },
  appeal = "{{> appeal-licence}}",
  appeal_days = 28,
  appeal_from = "decided_on",
  enclosures = {
    { id = "licence", title = "Copy of the licence" },
  },
  confirm = {
    "Schedule 5, paragraphs 7 and 33: contents and the 7 days were read; the 28 days for an appeal " ..
      "are from professional knowledge",
    "Copies of a decision are served on the applicant and each relevant person; the 7 days are " ..
      "checked against the planned service of every recipient (LIC-03)",
  },
}
