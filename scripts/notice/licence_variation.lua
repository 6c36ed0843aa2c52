-- Housing Act 2004, Schedule 5, paragraph 16: the council has varied a licence. A copy of the decision goes
-- with the notice; here the notice sets it out.

local function appeal_against()
  return "the decision to vary the licence"
end

local function consulted_or_agreed(case)
  return case.agreed or case.consultation_end ~= nil
end

return notice {
  id = "licence_variation", version = 1,
  title = "Notice of the decision to vary a licence",
  law = "Housing Act 2004, Schedule 5", in_force = { from = "2013-07-01" },
  provision = "Housing Act 2004, Schedule 5, paragraph 16",
  uses = { "licence_decision" },
  fields = {
    licence_ref = reference { law = "Sch.5 para 16", mark = "K", label = "Number of the licence" },
    licence_holder = text { law = "Sch.5 para 16", mark = "K", label = "Licence holder" },
    licence_granted_on = date { law = "Sch.5 para 16", mark = "K", label = "Date on which the licence was granted" },
    changes = rows { law = "Sch.5 para 16", mark = "V", min = 1, label = "Variation",
      term = text { label = "Term or condition" },
      present = text { label = "As it stands" },
      varied = text { label = "As varied" },
    },
    effect = text { law = "Sch.5 para 16", mark = "V", label = "Effect of the variation" },
    agreed = boolean { law = "Sch.5 para 17", mark = "K",
      label = "Did the licence holder agree to the variation, so that no proposal was needed?" },
    reasons = list { law = "Sch.5 para 16", mark = "V", of = text, min = 1,
      label = "Reasons for varying the licence" },
    decided_on = date { law = "Sch.5 para 16", mark = "V", label = "Date of the decision" },
    consultation_end = date { law = "Sch.5 paras 14 and 15", mark = "K", optional = true,
      label = "Last day of the consultation period" },
  },
  derive = {
    appeal_against = value(appeal_against),
  },
  checks = {
    must_serve { "licence_holder", law = "Sch.5 para 16", mark = "K", code = "GEN-01" },
    not_before { field = "decided_on", than = "consultation_end", days = 1, law = "Sch.5 paras 14 and 15",
      mark = "K", code = "LIC-02" },
    not_before { field = "recipients.planned_on", than = "decided_on", law = "Sch.5 para 16", mark = "V",
      code = "LIC-03-order" },
    not_after { field = "recipients.planned_on", than = "decided_on", days = 6, law = "Sch.5 para 16",
      mark = "V", code = "LIC-03" },
    must_say { "appeal-licence", law = "Sch.5 para 16 and para 33", mark = "V", code = "LIC-APPEAL" },
    check("a variation that is not agreed follows a consultation", consulted_or_agreed,
      { field = "consultation_end", law = "Sch.5 paras 14 to 18", mark = "K", code = "LIC-02-none" }),
    must_attach { "decision", law = "Sch.5 para 16", mark = "V", code = "LIC-COPY" },
  },
  statute = "Housing Act 2004, Schedule 5, paragraph 16",
  key_dates = {
    { label = "Decision made on", date = "decided_on" },
    { label = "Appeal by", date = "appeal_by" },
  },
  appeal = "{{> appeal-licence}}",
  appeal_days = 28,
  appeal_from = "decided_on",
  enclosures = {
    { id = "decision", title = "Copy of the decision to vary the licence" },
  },
  confirm = {
    "Schedule 5, paragraphs 16 to 18 and 33: contents and the 7 days were read; when no proposal is " ..
      "needed, and the 28 days for an appeal, are from professional knowledge",
    "Sections 69 and 92: when a variation takes effect is from professional knowledge",
  },
}
