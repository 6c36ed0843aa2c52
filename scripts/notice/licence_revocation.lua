-- Housing Act 2004, Schedule 5, paragraph 24: the council has revoked a licence. A copy of the decision goes
-- with the notice.

local function appeal_against()
  return "the decision to revoke the licence"
end

local function consulted_or_agreed(case)
  return case.agreed or case.consultation_end ~= nil
end

return notice {
  id = "licence_revocation", version = 1,
  title = "Notice of the decision to revoke a licence",
  law = "Housing Act 2004, Schedule 5", in_force = { from = "2013-07-01" },
  provision = "Housing Act 2004, Schedule 5, paragraph 24",
  uses = { "licence_decision" },
  fields = {
    licence_ref = reference { law = "Sch.5 para 24", mark = "K", label = "Number of the licence" },
    licence_holder = text { law = "Sch.5 para 24", mark = "K", label = "Licence holder" },
    licence_granted_on = date { law = "Sch.5 para 24", mark = "K", label = "Date on which the licence was granted" },
    agreed = boolean { law = "Sch.5 para 25", mark = "K",
      label = "Did the licence holder agree to the revocation, so that no proposal was needed?" },
    reasons = list { law = "Sch.5 para 24", mark = "V", of = text, min = 1,
      label = "Reasons for revoking the licence" },
    decided_on = date { law = "Sch.5 para 24", mark = "K", label = "Date of the decision" },
    consultation_end = date { law = "Sch.5 paras 22 and 23", mark = "K", optional = true,
      label = "Last day of the consultation period" },
  },
  derive = {
    appeal_against = value(appeal_against),
  },
  checks = {
    must_serve { "licence_holder", law = "Sch.5 para 24", mark = "K", code = "GEN-01" },
    not_before { field = "decided_on", than = "consultation_end", days = 1, law = "Sch.5 paras 22 and 23",
      mark = "K", code = "LIC-02" },
    not_before { field = "recipients.planned_on", than = "decided_on", law = "Sch.5 para 24", mark = "V",
      code = "LIC-03-order" },
    not_after { field = "recipients.planned_on", than = "decided_on", days = 6, law = "Sch.5 para 24",
      mark = "K", code = "LIC-03" },
    must_say { "appeal-licence", law = "Sch.5 para 24 and para 33", mark = "K", code = "LIC-APPEAL" },
    check("a revocation that is not agreed follows a consultation", consulted_or_agreed,
      { field = "consultation_end", law = "Sch.5 paras 22 to 25", mark = "K", code = "LIC-02-none" }),
    must_attach { "decision", law = "Sch.5 para 24", mark = "K", code = "LIC-COPY" },
  },
  statute = "Housing Act 2004, Schedule 5, paragraph 24",
  key_dates = {
    { label = "Decision made on", date = "decided_on" },
    { label = "Appeal by", date = "appeal_by" },
  },
  appeal = "{{> appeal-licence}}",
  appeal_days = 28,
  appeal_from = "decided_on",
  enclosures = {
    { id = "decision", title = "Copy of the decision to revoke the licence" },
  },
  confirm = {
    "Schedule 5, paragraphs 22 to 25 and 33, and sections 70 and 93: stated from professional " ..
      "knowledge",
  },
}
