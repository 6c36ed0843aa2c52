-- Housing Act 2004, section 16 and Schedule 1, paragraphs 8 and 9: an application to revoke or to vary an improvement
-- notice is refused.

return notice {
  id = "improvement_notice_refusal", version = 1, title = "Refusal to revoke or vary an improvement notice",
  law = "Housing Act 2004, section 16", in_force = { from = "2013-07-01" }, law_date = "decided_on",
  statute = "Housing Act 2004, section 16 and Schedule 1, Part 2",
  uses = { "section_16" },
  provision = "Housing Act 2004, section 16", copy_law = "Housing Act 2004, Schedule 1, paragraph 8",
  fields = {
    refused = choice { law = "Sch.1 para 9", mark = "K", label = "What is refused", from = {
      { value = "revocation", label = "to revoke" }, { value = "variation", label = "to vary" },
    } },
    asked_by = text { law = "s.16", mark = "K", label = "Who asked" },
    asked_on = date { law = "s.16", mark = "K", label = "Day on which the council was asked" },
    asked_for = text { law = "s.16", mark = "K", label = "What was asked for" },
  },
  derive = {
    appeal_by = deadline { days = 28, beginning_with = "decided_on", label = "Appeal by" },
  },
  checks = {
    not_after { field = "asked_on", than = "decided_on", law = "s.16", mark = "K", code = "VAR-ASKED" },
    must_say { "appeal-improvement-notice-decision", law = "Sch.1 paras 9 and 14(2)", mark = "K",
      code = "VAR-02" },
  },
  key_dates = {
    { label = "Date of the decision", date = "decided_on" },
    { label = "Appeal by", date = "appeal_by" },
  },
  appeal = "{{> appeal-improvement-notice-decision}}", appeal_days = 28, appeal_from = "decided_on",
  consequences_title = "What this means",
  consequences = "The improvement notice stays as it is, with its dates."
    .. "\n\n{{> interpreter-and-formats}}",
}
